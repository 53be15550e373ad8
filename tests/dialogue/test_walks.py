"""Random walks of several people at once over all flows; run longer with TOSO_WALKS=500."""

import asyncio
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.clock import local_day
from bot.store.verify import verify
from tests.dialogue.recount import recount
from tests.dialogue.village import Village
from tests.dialogue.visits import Act, Visit
from tests.house import NUMBERS, House

# How many walks; a number of one's own makes new ones each time, the default always the same.
_WALKS = int(os.environ.get("TOSO_WALKS", "0"))


def _walks(usually: int) -> settings:
    """Return how a test walks: so often where no number is given, and as long as it takes."""
    return settings(
        max_examples=_WALKS or usually,
        derandomize=not _WALKS,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )


_KINDS = (
    *("press",) * 12,
    *("label", "label", "digit", "digit", "digit", "words", "words", "words", "words"),
    *("record", "record", "take back", "elsewhere", "join", "leave"),
    *("type", "type", "yes", "correct", "correct", "close", "practise", "nothing"),
    *("old", "again", "photo", "restart", "wait"),
)
ACTS = st.builds(Act, st.sampled_from(_KINDS), st.integers(0, 400))
VISITS = st.builds(
    Visit,
    st.sampled_from(["member", *NUMBERS]),
    st.sampled_from(["terminal", "terminal", "telegram"]),
    st.lists(ACTS, min_size=3, max_size=9).map(tuple),
)


@_walks(8)
@given(visits=st.lists(VISITS, min_size=8, max_size=14))
def test_whatever_people_do_the_counts_agree_and_nothing_breaks(
    ready_file: Path, visits: list[Visit]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = shutil.copy(ready_file, folder)
        asyncio.run(_walk(file, visits))


# The same machinery, kept to what changes the books: recording, correcting, closing, practising.
_DEEDS = (
    *("type", "type", "yes", "yes", "record", "correct", "correct", "correct", "press"),
    *("take back", "elsewhere", "close", "practise", "nothing", "restart"),
)
WORK = st.builds(
    Visit,
    st.sampled_from(["member", "leader", "official", "outsider"]),
    st.sampled_from(["terminal", "telegram"]),
    st.lists(
        st.builds(Act, st.sampled_from(_DEEDS), st.integers(0, 400)), min_size=2, max_size=5
    ).map(tuple),
)


@_walks(12)
@given(closed=st.booleans(), visits=st.lists(WORK, min_size=3, max_size=6))
def test_whatever_is_corrected_the_books_agree_and_closed_periods_stay(
    ready_file: Path, closed: bool, visits: list[Visit]
) -> None:
    first = (Visit("official", "terminal", (Act("close", 0),)),) if closed else ()
    with tempfile.TemporaryDirectory() as folder:
        file = shutil.copy(ready_file, folder)
        asyncio.run(_walk(file, [*first, *visits]))


async def _walk(file: str, visits: list[Visit]) -> None:
    house = House(file)
    await house.open()
    try:
        await Village(house).play(visits)
        assert await recount(house, local_day(house.clock.now())) == 128
        assert (await verify(house.database, lambda _what, rows, _number: rows)).problems == ()
        assert house.api.complaints == []
    finally:
        await house.close()
