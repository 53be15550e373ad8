"""Days as people say them; a day to come is never read as one gone by."""

from datetime import date, timedelta

import pytest

from bot.domain.errors import Unclear
from bot.domain.text import fold
from bot.reading.days import day

# A Saturday.
TODAY = date(2026, 11, 21)
_WHICH = "Please send a day, for example 15/11 or “yesterday”."
_NOT_THAT = "That day cannot be recorded: only today and the {n} days before."


def _refusal(said: str, today: date = TODAY, back: int = 31) -> tuple[str, dict[str, object]]:
    with pytest.raises(Unclear) as told:
        day(said, today, back=back)
    return told.value.text.message, dict(told.value.text.values)


@pytest.mark.parametrize(
    ("said", "ago"),
    [
        ("hôm nay", 0), ("nay", 0), ("today", 0), ("Hôm Qua", 1), ("bữa qua", 1), ("yesterday", 1),
        ("hôm kia", 2), ("  hôm   qua ", 1),
    ],
)  # fmt: skip
def test_days_close_by_are_known_by_name(said: str, ago: int) -> None:
    assert {day(words, TODAY, back=31) for words in (said, fold(said))} == {
        TODAY - timedelta(days=ago)
    }


@pytest.mark.parametrize(
    ("saids", "meant"),
    [
        (("thứ hai", "Thứ 2", "t2", "monday"), date(2026, 11, 16)),
        (("thứ ba", "thứ 3", "T3", "tuesday"), date(2026, 11, 17)),
        (("thứ tư", "thứ 4", "t4", "wednesday"), date(2026, 11, 18)),
        (("thứ năm", "thứ 5", "t5", "thursday"), date(2026, 11, 19)),
        (("thứ sáu", "thứ 6", "t6", "friday"), date(2026, 11, 20)),
        (("thứ bảy", "thứ 7", "t7", "Saturday"), TODAY),
        (("chủ nhật", "CN", "cn", "sunday"), date(2026, 11, 15)),
    ],
)
def test_a_weekday_is_the_last_one_that_has_come(saids: tuple[str, ...], meant: date) -> None:
    said = {words for one in saids for words in (one, fold(one))}
    assert {day(words, TODAY, back=31) for words in said} == {meant}


@pytest.mark.parametrize(
    "said",
    ["15/11", "15.11", "15-11", "15 11", "15/11/2026", "15.11.2026", "15-11-2026", "ngày 15/11",
     "ngày 15 tháng 11", "15 tháng 11", "ngày 15 tháng 11 năm 2026", "Ngay 15 Thang 11"],
)  # fmt: skip
def test_the_day_comes_before_the_month(said: str) -> None:
    assert day(said, TODAY, back=31) == date(2026, 11, 15)


def test_one_digit_is_enough() -> None:
    assert day("1/11", TODAY, back=31) == day("01/11", TODAY, back=31) == date(2026, 11, 1)


def test_only_today_and_so_many_days_before_can_be_meant() -> None:
    assert day("21/11", TODAY, back=31) == TODAY
    assert day("21/10", TODAY, back=31) == date(2026, 10, 21)
    for said in ("20/10", "22/11", "25/11", "21/11/2027", "21/11/2025", "1/1", "31/12"):
        assert _refusal(said) == (_NOT_THAT, {"n": 31})
    assert day("hôm qua", TODAY, back=1) == date(2026, 11, 20)
    assert _refusal("hôm kia", back=1) == (_NOT_THAT, {"n": 1})


@pytest.mark.parametrize(
    "said",
    ["", "31/11", "30/2", "29/2", "0/11", "15/0", "15/13", "11/15", "32/11", "15/11/26", "15",
     "ngày 15", "2026-11-15", "thứ 8", "thứ 1", "thứ", "hôm", "mai", "ngày mai", "tuần trước",
     "15/11 hoặc 16/11", "15//11", "-15/11", "15/11/0000", "tối qua lúc 8h", "9" * 1000],
    ids=lambda said: repr(said)[:20],
)  # fmt: skip
def test_what_is_no_day_is_asked_about(said: str) -> None:
    assert _refusal(said) == (_WHICH, {})


@pytest.mark.parametrize(
    ("said", "today", "meant"),
    [
        # A year that has just begun: last December is meant, whatever way it is said.
        ("hôm qua", date(2027, 1, 1), date(2026, 12, 31)),
        ("31/12", date(2027, 1, 1), date(2026, 12, 31)),
        ("ngày 1 tháng 12", date(2027, 1, 1), date(2026, 12, 1)),
        ("31/12/2026", date(2027, 1, 1), date(2026, 12, 31)),
        ("1/1", date(2027, 1, 1), date(2027, 1, 1)),
        ("thứ năm", date(2027, 1, 1), date(2026, 12, 31)),
        ("hôm nay", date(2026, 12, 31), date(2026, 12, 31)),
        ("31/12", date(2026, 12, 31), date(2026, 12, 31)),
        ("29/2", date(2028, 2, 29), date(2028, 2, 29)),
        ("hôm qua", date(2028, 3, 1), date(2028, 2, 29)),
    ],
)
def test_a_years_end_changes_nothing(said: str, today: date, meant: date) -> None:
    assert day(said, today, back=31) == meant


@pytest.mark.parametrize(
    ("said", "today"),
    [
        ("1/1", date(2026, 12, 31)),
        ("2/1", date(2027, 1, 1)),
        ("30/11", date(2027, 1, 1)),
        ("31/12/2027", date(2027, 1, 1)),
        ("1/1/2028", date(2027, 12, 31)),
    ],
)
def test_a_day_to_come_is_not_read_as_last_years(said: str, today: date) -> None:
    assert _refusal(said, today) == (_NOT_THAT, {"n": 31})


def test_a_leap_day_that_never_was_is_no_day() -> None:
    assert _refusal("29/2", date(2027, 3, 1)) == (_WHICH, {})
    # To come this year, and there was none last year.
    assert _refusal("29/2", date(2028, 1, 5)) == (_WHICH, {})
