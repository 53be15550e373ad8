"""The search over the guides: sure where it may be, never raising, never guessing at nonsense."""

import unicodedata

import pytest

from bot.domain.guides import Found
from bot.domain.text import fold
from bot.library.shelves import Library, load
from bot.reading.finding.finder import Finder
from tests.house import CONTENT

LIBRARY: Library = load(CONTENT)[0]
_TITLES = [
    (guide.id, title)
    for guide in LIBRARY.guides.values()
    for title in guide.title.by_language.values()
]
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
    finder = Finder(LIBRARY.guides.values())
    wide = finder.find("mật khẩu tài khoản VNeID mức 2", limit=8).results
    assert list(wide) == sorted(wide, key=lambda result: (-result.score, result.id))
    assert len(wide) > 3
    assert finder.find("mật khẩu tài khoản VNeID mức 2").results == wide[:3]


def test_without_guides_nothing_is_found() -> None:
    assert Finder(()).find("Quên mật khẩu VNeID") == Found(sure=False, results=())


@pytest.mark.parametrize("guide", LIBRARY.guides)
def test_each_guide_is_found_by_its_own_phrases(guide: str) -> None:
    missed = [
        phrase
        for phrase in LIBRARY.guides[guide].phrases
        if guide not in {result.id for result in LIBRARY.find(phrase).results}
    ]
    assert missed == []
