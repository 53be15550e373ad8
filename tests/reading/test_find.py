"""The search over the guides: sure where it may be, never raising, never guessing at nonsense."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.guides import Found, Guide
from bot.domain.text import MARK, fold
from bot.library.shelves import Library, load
from bot.reading.finding.finder import Finder
from tests.house import CONTENT
from tests.reading.questions import OFF_TOPIC, QUESTIONS

LIBRARY: Library = load(CONTENT)[0]
_TITLES = [
    (guide.id, title)
    for guide in LIBRARY.guides.values()
    for title in guide.title.by_language.values()
]
_SPOKEN = [word for one in LIBRARY.guides.values() for word in one.phrases[0].split()]
_STRANGE = {
    "spaces": " \u00a0\u2003\t\n" * 2000,
    "zeros": "\0" * 10_000,
    "emoji": "💥👩‍👩‍👧" * 2000,
    "half an emoji": "\ud83d" * 10_000,
    "accents on nothing": "\u0301\u0323" * 5000,
    "one long word": "ế" * 10_000,
    "right to left": "\u202eבדיקה" * 1500,
    "signs": "%_'\";--()[]{}\\*+?.^$|" * 500,
    "a title, over and over": "Quên mật khẩu VNeID " * 500,
    "numbers": "0123456789" * 1000,
    "every sign of the first planes": "".join(map(chr, range(1, 10_001))),
}


@pytest.mark.parametrize(("guide", "title"), _TITLES)
def test_an_exact_title_is_sure(guide: str, title: str) -> None:
    found = LIBRARY.find(title)
    assert (found.sure, found.results[0].id, found.results[0].score) == (True, guide, 100.0)


@pytest.mark.parametrize(("guide", "title"), _TITLES)
def test_accents_case_and_space_do_not_matter(guide: str, title: str) -> None:
    found = LIBRARY.find(title)
    apart = unicodedata.normalize("NFD", title)
    for typed in (fold(title), title.upper(), f"  {title}\n", apart, title.replace(" ", "  ")):
        assert LIBRARY.find(typed) == found
    assert found.results[0].id == guide


@pytest.mark.parametrize(
    "said",
    ["", " ", "a", "vn", "xyzzy plugh", "qwertyuiop", "12345", "0", "???", "....", "ok", "😀"],
)
def test_nonsense_is_never_sure(said: str) -> None:
    assert not LIBRARY.find(said).sure


@pytest.mark.parametrize("said", ["", " ", "xyzzy plugh", "???", "12345", "😀"])
def test_nonsense_finds_nothing(said: str) -> None:
    assert LIBRARY.find(said) == Found(sure=False, results=())


@pytest.mark.parametrize("said", ["VNeID", "mật khẩu", "công an", "dvc", "đăng"])
def test_a_word_of_many_guides_is_never_sure(said: str) -> None:
    assert not LIBRARY.find(said).sure


@pytest.mark.parametrize("what", _STRANGE)
def test_ten_thousand_strange_signs_are_survived(what: str) -> None:
    found = LIBRARY.find(_STRANGE[what])
    assert all(result.id in LIBRARY.guides for result in found.results)


def test_the_best_come_first_and_no_more_than_asked_for() -> None:
    finder = LIBRARY.finder
    wide = finder.find("mật khẩu tài khoản VNeID mức 2", limit=8).results
    assert list(wide) == sorted(wide, key=lambda result: (-result.score, result.id))
    assert len(wide) > 3
    assert finder.find("mật khẩu tài khoản VNeID mức 2").results == wide[:3]


def test_without_guides_nothing_is_found() -> None:
    assert Finder(()).find("Quên mật khẩu VNeID") == Found(sure=False, results=())


@pytest.mark.parametrize(
    ("style", "question", "guide"),
    [(style, *one) for style, rows in QUESTIONS.items() for one in rows],
)
def test_a_question_finds_its_guide_however_it_is_put(
    style: str, question: str, guide: str
) -> None:
    found = [result.id for result in LIBRARY.find(question).results]
    # A symptom alone may be several guides' business: it is enough that the one is offered.
    assert guide in (found if style == "symptom" else found[:1])


@pytest.mark.parametrize("said", OFF_TOPIC)
def test_what_no_guide_answers_is_never_sure(said: str) -> None:
    assert not LIBRARY.find(said).sure


def test_most_questions_are_surely_found() -> None:
    asked = [question for rows in QUESTIONS.values() for question, __ in rows]
    assert sum(LIBRARY.find(question).sure for question in asked) >= 0.6 * len(asked)


@pytest.mark.parametrize("guide", LIBRARY.guides)
def test_a_trouble_is_found_by_its_own_words(guide: str) -> None:
    for place, trouble in enumerate(LIBRARY.guides[guide].troubles):
        title = trouble.title.of("vi")
        found = {(result.id, result.trouble) for result in LIBRARY.find(title).results}
        others = [one for one in LIBRARY.guides.values() if one.id != guide and _has(one, title)]
        assert (guide, place) in found or others or _vague(title), title


def test_a_title_is_the_guide_and_no_trouble_of_it() -> None:
    assert {LIBRARY.find(title).results[0].trouble for __, title in _TITLES} == {None}


def test_the_mark_of_what_was_taken_out_is_no_word() -> None:
    said = "đổi số điện thoại của tài khoản VNeID"
    assert LIBRARY.find(f"{MARK} {said} {MARK}") == LIBRARY.find(said)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(_SPOKEN), max_size=70).map(" ".join))
def test_whatever_is_said_is_answered_the_same_each_time(said: str) -> None:
    found = LIBRARY.find(said)
    assert found == LIBRARY.find(said)
    assert len(found.results) <= 3
    assert all(0 <= result.score <= 100 for result in found.results)
    assert [result.score for result in found.results] == sorted(
        (result.score for result in found.results), reverse=True
    )
    for result in found.results:
        assert result.trouble is None or result.trouble in range(
            len(LIBRARY.guides[result.id].troubles)
        )
    assert found.results or not found.sure


def _has(guide: Guide, title: str) -> bool:
    return any(fold(one.title.of("vi")) == fold(title) for one in guide.troubles)


def _vague(title: str) -> bool:
    """Tell whether a trouble says so little that it may be anybody's ("Không bấm được")."""
    return len(title.split()) <= 5


@pytest.mark.parametrize("guide", LIBRARY.guides)
def test_each_guide_is_found_by_its_own_phrases(guide: str) -> None:
    missed = [
        phrase
        for phrase in LIBRARY.guides[guide].phrases
        if guide not in {result.id for result in LIBRARY.find(phrase).results}
    ]
    assert missed == []
