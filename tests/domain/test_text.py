"""What is said before it is in a language, and how words are compared."""

import doctest
import unicodedata
from datetime import date

import pytest

from bot.domain import text
from bot.domain.text import Day, Lines, Phrase, Plain, Words, fold, listed, n_, near, paragraphs

TODAY = date(2026, 11, 21)


def test_the_examples_in_the_docstrings_hold() -> None:
    result = doctest.testmod(text)
    assert result.attempted >= 1
    assert result.failed == 0


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Đăng Ký", "dang ky"),
        ("ĐƯỜNG  ƯỚT\tở\n", "duong uot o"),
        ("mật khẩu", "mat khau"),
        (unicodedata.normalize("NFD", "Kích hoạt định danh mức 2"), "kich hoat dinh danh muc 2"),
        ("", ""),
        (" \u00a0 ", ""),
        ("ẤẦẨẪẬ ẮẰẲẴẶ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ Ỹ", "aaaaa aaaaa ooooo ooooo uuuuu y"),
        ("Straße", "strasse"),
    ],
)
def test_words_are_compared_without_case_accents_and_extra_space(words: str, folded: str) -> None:
    assert fold(words) == folded
    assert fold(fold(words)) == folded


def test_days_close_by_have_names() -> None:
    assert near(TODAY, TODAY) == Phrase("today, {day}", {"day": Day(TODAY)})
    yesterday = date(2026, 11, 20)
    assert near(yesterday, TODAY) == Phrase("yesterday, {day}", {"day": Day(yesterday)})
    for other in (date(2026, 11, 19), date(2026, 11, 22), date(2025, 11, 21)):
        assert near(other, TODAY) == Day(other)


def test_yesterday_of_new_year_is_last_year() -> None:
    eve = date(2026, 12, 31)
    assert near(eve, date(2027, 1, 1)) == Phrase("yesterday, {day}", {"day": Day(eve)})


def test_a_sentence_with_a_number_knows_it_as_n() -> None:
    assert n_("{n} step of {all}", "{n} steps of {all}", 3, all=9) == Phrase(
        "{n} step of {all}", {"n": 3, "all": 9}, "{n} steps of {all}", 3
    )


def test_texts_are_put_below_each_other_without_what_is_not_there() -> None:
    one, two = Plain("một"), Plain("hai")
    assert text.lines(one, None, two) == Lines((one, two), gap="\n")
    assert paragraphs(None, one, two) == Lines((one, two), gap="\n\n")
    assert listed([one, two], bullet="* ") == Lines(
        (Lines((Plain("* "), one), gap=""), Lines((Plain("* "), two), gap="")), gap="\n"
    )


def test_words_without_a_language_are_said_in_vietnamese() -> None:
    assert Words({"vi": "thẻ", "en": "card"}).of("en") == "card"
    assert Words({"vi": "thẻ", "en": ""}).of("en") == "thẻ"
    assert Words({"vi": "thẻ"}).of("de") == "thẻ"
