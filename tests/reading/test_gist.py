"""What is kept of a search that found nothing: words of the guides, no name, no number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.finding.gist import gist, nameless
from bot.reading.finding.saying import Token
from bot.reading.finding.symptoms import named
from tests.house import LIBRARY

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


@pytest.mark.parametrize(
    "said",
    [
        "làm hộ chiếu cho nguyễn văn sấu an",
        "lam ho chieu cho nguyen van an",
        "le thi hong lam ho chieu",
        "lê thị hồng làm hộ chiếu",
        "HỘ CHIẾU CHO NGUYỄN VĂN AN",
        "Nguyễn Văn An làm hộ chiếu",
        "hộ chiếu - Nguyễn Văn An",
        "hộ chiếu: Nguyễn Minh An",
        "(Nguyễn Văn An) hộ chiếu",
        "hộ chiếu Nguyễn-Văn-An",
        "ho chieu nguyen minh an",
        "ho chieu tran an binh",
        "ho chieu vo thi thanh mai",
        "ho chieu cho nguyn van an",
        "ho chieu cho nguyeenx vawn an",
    ],
)
def test_a_whole_name_is_left_out_however_it_is_written(said: str) -> None:
    kept = LIBRARY.gist(said).split()
    assert {"ho", "chieu"} <= set(kept)
    assert {"nguyen", "tran", "vo", "le", "van", "thi", "an", "hong", "minh", "mai"}.isdisjoint(
        kept
    )


@pytest.mark.parametrize(
    ("said", "kept"),
    {
        "đăng nhập cổng dịch vụ công": "dang nhap cong dich vu cong",
        "lệ phí thi tốt nghiệp": "le phi thi tot nghiep",
        "quy định về văn bản": "qui dinh ve van ban",
        "đất đô thị": "dat do thi",
        # Not “quên mất”, of which the second word says nothing.
        "quên mật khẩu vneid": "quen mat khau vneid",
        "giấy tờ nguyên vẹn": "giay to nguyen ven",
    }.items(),
)
def test_ordinary_words_that_sound_like_names_are_kept(said: str, kept: str) -> None:
    assert LIBRARY.gist(said).split() == list(dict.fromkeys(kept.split()))


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
