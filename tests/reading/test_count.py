"""Numbers as they are typed or dictated; whatever else stands beside them is not overlooked."""

import unicodedata

import pytest

from bot.domain.errors import Unclear
from bot.domain.text import fold
from bot.reading.count import MOST, count

_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_JUST_A_NUMBER = "Please send just a number, for example 3."
_FROM_TO = "Please send a number from 1 to {most}."


def _in_words(number: int) -> set[str]:
    """Every way in which people say a number from 1 to 99."""
    tens, ones = divmod(number, 10)
    if not tens:
        return {_DIGITS[ones]}
    said = [f"{_DIGITS[tens]} mươi", f"{_DIGITS[tens]} chục"]
    if tens == 1:
        said = ["mười", "chục", "một chục"]
    endings = {
        0: [""],
        1: [" một", " mốt"],
        4: [" bốn", " tư"],
        5: [" năm", " lăm", " nhăm"],
    }.get(ones, [f" {_DIGITS[ones]}"])
    return {f"{one}{ending}" for one in said for ending in endings}


@pytest.mark.parametrize("number", range(1, 100))
def test_every_number_to_99_is_read_in_words_with_and_without_accents(number: int) -> None:
    for words in _in_words(number):
        bare, loud = fold(words), words.upper()
        parts = unicodedata.normalize("NFD", words)
        assert {count(said) for said in (words, bare, loud, parts, f" {words}. ")} == {number}


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("1", 1), ("03", 3), ("999", 999), ("3.", 3), ("  7 ! ", 7), ("000012", 12),
        ("tư", 4), ("bẩy", 7), ("one", 1), ("Ten", 10), ("three people", 3),
    ],
)  # fmt: skip
def test_plain_numbers_are_read(said: str, number: int) -> None:
    assert count(said) == number


@pytest.mark.parametrize(
    "unit",
    ["người", "hộ", "lượt", "tài khoản", "tk", "hồ sơ", "hs", "buổi", "gian hàng", "cái", "máy",
     "em", "bác", "nguoi", "tai khoan", "people", "person", "account", "accounts", "times",
     "household", "dossiers", "sessions", "stall"],
)  # fmt: skip
def test_a_unit_may_stand_behind_a_number(unit: str) -> None:
    assert [count(f"{number} {unit}") for number in ("3", "ba", "Ba", "3 ")] == [3, 3, 3, 3]
    assert count(f"3{unit}") == 3
    assert count(f"mười lăm {unit}") == 15


@pytest.mark.parametrize(
    "said",
    ["", "   ", "xyz", "3 hôm qua", "3 4", "2-3", "5–6", "hai ba", "hai ba người", "-1", "+3",
     "1e9", "1.5", "1,5", "3/11", "0x10", "3 thẻ", "3 người hôm qua", "vài", "mấy người",
     "khoảng 3", "３", "٣", "³", "½", "Ⅲ", "một trăm", "trăm", "mười mươi", "mươi mười", "ten mươi",
     "không mươi lăm", "hai mươi mười", "người", "3 người 4", "1000000", "9" * 5000, "ba\x00"],
    ids=lambda said: repr(said)[:20],
)  # fmt: skip
def test_anything_beside_a_number_is_asked_about(said: str) -> None:
    with pytest.raises(Unclear) as told:
        count(said)
    assert told.value.text.message == _JUST_A_NUMBER


@pytest.mark.parametrize(
    "said",
    ["bà", "bả", "làm", "lắm", "lâm", "lăm", "lam", "nhăm", "mốt", "tạm", "tắm", "tự", "nấm", "bấy",
     "bay giờ", "chín chắn", "mùi", "khống", "hai mươi bà", "hái mươi"],
)  # fmt: skip
def test_a_word_that_only_looks_like_a_number_is_none(said: str) -> None:
    with pytest.raises(Unclear) as told:
        count(said)
    assert told.value.text.message == _JUST_A_NUMBER


@pytest.mark.parametrize("said", ["0", "00", "không", "khong", "0 người", "1000", "999999"])
def test_a_number_out_of_range_is_told_the_range(said: str) -> None:
    with pytest.raises(Unclear) as told:
        count(said)
    assert (told.value.text.message, told.value.text.values) == (_FROM_TO, {"most": MOST})
