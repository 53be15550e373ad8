"""What is kept of a search that found nothing: words of the guides, no name, no number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.finding.gist import gist, nameless
from bot.reading.finding.saying import Token
from bot.reading.finding.symptoms import named

KNOWN = {"khai", "sinh", "nop", "lan"}


@pytest.mark.parametrize(
    ("said", "kept"),
    {
        "khai sinh cho Nguyễn Văn Sấu": "khai sinh cho   ",
        "chị Lan Ổi nộp hồ sơ": "chị   nộp hồ sơ",
        # The first word of a sentence, and what is all in capitals, may be anything.
        "Khai sinh": "Khai sinh",
        "KHAI SINH CHO BÉ": "KHAI SINH CHO BÉ",
        "mở VNeID": "mở VNeID",
        "": "",
    }.items(),
)
def test_words_that_look_like_names_are_left_out(said: str, kept: str) -> None:
    assert nameless(said).split() == kept.split()


def test_only_known_words_are_kept_each_once() -> None:
    tokens = [
        Token(word) for word in ["khai", "sinh", "nguyen", "khai", "0999999999", "xyz", "nop"]
    ]
    assert gist(tokens, KNOWN) == "khai sinh nop"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*sorted(KNOWN), "12", "nguyen", "ổi"]), max_size=30))
def test_a_gist_is_short_and_holds_nothing_else(words: list[str]) -> None:
    kept = gist([Token(word) for word in words], KNOWN).split()
    assert len(kept) <= 8
    assert set(kept) <= KNOWN


TITLES = [
    (0, "ma otp khong ve"),
    (1, "mat khau khong nhan"),
    (1, "password refused"),
    (2, "het han"),
]


@pytest.mark.parametrize(
    ("said", "troubles"),
    {
        "ma otp khong ve": (0,),
        "password refused": (1,),
        "khong nhan ma otp": (0, 1),
        "hom nay troi dep": (),
        "": (),
    }.items(),
)
def test_a_trouble_is_named_surely_or_offered_or_not_meant(
    said: str, troubles: tuple[int, ...]
) -> None:
    assert named(said, TITLES) == troubles


def test_a_guide_without_troubles_has_none_to_name() -> None:
    assert named("ma otp khong ve", []) == ()
