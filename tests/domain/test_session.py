"""A session survives the database, whatever is in it; what is no session is said to be none."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.session import Frame, Session

_ANSWERS = st.dictionaries(st.text(max_size=8), st.text(max_size=8) | st.integers(), max_size=3)
_FRAMES = st.lists(st.builds(Frame, st.text(max_size=8), _ANSWERS), max_size=3).map(tuple)
_NUMBERS = st.integers(min_value=0, max_value=2**63)
_SESSIONS = st.builds(
    Session,
    frames=_FRAMES,
    parked=_FRAMES,
    screen=_NUMBERS,
    shown=st.dictionaries(st.integers(0, 9), st.text(max_size=8) | st.integers(), max_size=4),
    page=_NUMBERS,
    misses=_NUMBERS,
    resting=st.booleans(),
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
_KEYS = tuple(Session().to_json())


@given(_SESSIONS)
def test_a_session_comes_back_as_it_went(session: Session) -> None:
    assert Session.from_json(json.loads(json.dumps(session.to_json()))) == session


def test_a_session_is_kept_under_names() -> None:
    session = Session(
        frames=(Frame("home.menu"), Frame("record.count", {"activity": "chu_ky_so"})),
        parked=(Frame("guide.reading", {"guide": "vneid-cai-dat", "place": 3}),),
        screen=12,
        shown={1: "yes", 0: "#home"},
        page=1,
        misses=2,
        resting=True,
    )
    assert session.to_json() == {
        "frames": [["home.menu", {}], ["record.count", {"activity": "chu_ky_so"}]],
        "parked": [["guide.reading", {"guide": "vneid-cai-dat", "place": 3}]],
        "screen": 12,
        "shown": {"1": "yes", "0": "#home"},
        "page": 1,
        "misses": 2,
        "resting": True,
    }


@pytest.mark.parametrize("key", _KEYS)
def test_a_session_with_something_missing_is_none(key: str) -> None:
    kept = Session().to_json()
    del kept[key]
    with pytest.raises(KeyError, match=key):
        Session.from_json(kept)


@given(st.sampled_from(_KEYS), _JSON)
def test_anything_in_a_sessions_place_is_read_or_refused(key: str, value: Any) -> None:  # noqa: ANN401 - any JSON value, or worse
    try:
        read = Session.from_json({**Session().to_json(), key: value})
    except (KeyError, TypeError, ValueError):
        return
    assert Session.from_json(read.to_json()) == read


@pytest.mark.parametrize("kept", [[], "session", None, 3, {"frames": {}}])
def test_what_is_no_session_is_refused(kept: Any) -> None:  # noqa: ANN401 - any JSON value, or worse
    with pytest.raises((KeyError, TypeError, ValueError)):
        Session.from_json(kept)
