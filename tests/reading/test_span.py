"""Periods in words, in either language, or as the command line writes them."""

from datetime import date

import pytest

from bot.domain.errors import Unclear
from bot.domain.periods import period
from bot.domain.text import fold
from bot.reading.days import span

_MEANT = {
    "tuần này": "2026-W47",
    "this week": "2026-W47",
    "tuần trước": "2026-W46",
    "tuần rồi": "2026-W46",
    "last week": "2026-W46",
    "tháng này": "2026-11",
    "this month": "2026-11",
    "tháng trước": "2026-10",
    "tháng rồi": "2026-10",
    "last month": "2026-10",
    "quý này": "2026-Q4",
    "this quarter": "2026-Q4",
    "quý trước": "2026-Q3",
    "quý rồi": "2026-Q3",
    "last quarter": "2026-Q3",
    "năm nay": "2026",
    "this year": "2026",
    "năm ngoái": "2025",
    "năm trước": "2025",
    "last year": "2025",
}
_NUMBERED = {
    "9 tháng": "2026-9M",
    "chín tháng đầu năm 2025": "2025-9M",
    "9 tháng theo NĐ 09": "2026-9M@nd09",
    "nine months": "2026-9M",
    "6 tháng đầu năm": "2026-H1",
    "sáu tháng cuối năm": "2026-H2",
    "6 tháng cuối năm 2025": "2025-H2",
    "nửa đầu năm": "2026-H1",
    "first half of 2025": "2025-H1",
    "second half": "2026-H2",
    "quý 3": "2026-Q3",
    "Quý III/2025": "2025-Q3",
    "quý bốn": "2026-Q4",
    "q3 2025": "2025-Q3",
    "quý 3 (NĐ 09/2019/NĐ-CP)": "2026-Q3@nd09",
    "tuần 47": "2026-W47",
    "week 46": "2026-W46",
    # Not begun yet this year, so it is last year's.
    "tuần 50": "2025-W50",
    "tuần 50/2026": "2026-W50",
    "tháng 10": "2026-10",
    "tháng mười": "2026-10",
    "tháng 12": "2025-12",
    "tháng mười hai": "2025-12",
    "tháng 12 năm 2026": "2026-12",
    "11/2026": "2026-11",
    "t9": "2026-09",
    "October 2025": "2025-10",
    "báo cáo tháng 10": "2026-10",
    "năm 2025": "2025",
    "cả năm 2025 nđ09": "2025@nd09",
    "tháng 11 nđ09": "2026-11@nd09",
    "kỳ theo Nghị định 09 tháng 11": "2026-11@nd09",
    # In that scheme December has begun on 15 November.
    "tháng 12 nđ09": "2026-12@nd09",
    "tháng này theo nghị định 09": "2026-12@nd09",
    "tháng trước nđ 09": "2026-11@nd09",
    "năm nay nđ09": "2026@nd09",
    "nine months by decree 09": "2026-9M@nd09",
}
_BY_DAYS = {
    "1/11 đến 15/11": "2026-11-01..2026-11-15",
    "từ 1 đến 15/11": "2026-11-01..2026-11-15",
    "từ ngày 1 tháng 10 đến hết ngày 9 tháng 11 năm 2026": "2026-10-01..2026-11-09",
    "20/12 - 5/1": "2025-12-20..2026-01-05",
    "01.10.2025–09.11.2025": "2025-10-01..2025-11-09",
    "29/2 đến 2/3": "2024-02-29..2024-03-02",
    "20/10 đến 1/11 nđ09": "2026-10-20..2026-11-01@nd09",
    # Days that have a name are called by it, so that what stands before them is known.
    "15/10 đến 14/11": "2026-11@nd09",
    "1/10 to 31/10": "2026-10",
    "16/11 tới 22/11": "2026-W47",
    "1/1 đến 30/9": "2026-9M",
    "15/12/2024 đến 14/12/2025": "2025@nd09",
    "15/12 đến 14/9": "2026-9M@nd09",
    "1/7/2025-31/12/2025": "2025-H2",
}
_AFTER_NEW_YEAR = {
    "tuần này": "2026-W53",
    "tuần trước": "2026-W52",
    "tháng này": "2027-01",
    "tháng trước": "2026-12",
    "quý này": "2027-Q1",
    "quý trước": "2026-Q4",
    "năm nay": "2027",
    "năm ngoái": "2026",
}


@pytest.mark.parametrize(("said", "known_as"), _MEANT.items())
def test_a_period_is_understood_in_words(said: str, known_as: str) -> None:
    today = date(2026, 11, 21)
    assert {span(words, today) for words in (said, fold(said), said.upper())} == {period(known_as)}


@pytest.mark.parametrize(("said", "known_as"), _AFTER_NEW_YEAR.items())
def test_the_words_hold_on_new_years_day(said: str, known_as: str) -> None:
    assert span(said, date(2027, 1, 1)) == period(known_as)


@pytest.mark.parametrize(("said", "known_as"), (_NUMBERED | _BY_DAYS).items())
def test_a_period_is_understood_by_its_number_or_its_days(said: str, known_as: str) -> None:
    today = date(2026, 11, 21)
    assert {span(words, today) for words in (said, fold(said), said.upper())} == {period(known_as)}


@pytest.mark.parametrize(
    ("said", "today", "known_as"),
    [
        ("tuần 53", date(2027, 1, 3), "2026-W53"),
        ("tuần 53", date(2027, 2, 1), "2026-W53"),
        ("tuần 1", date(2027, 1, 3), "2026-W01"),
        ("tuần 1", date(2027, 1, 4), "2027-W01"),
        ("tuần 1", date(2025, 12, 29), "2026-W01"),
        ("tháng 1 nđ09", date(2026, 12, 14), "2026-01@nd09"),
        ("tháng 1 nđ09", date(2026, 12, 15), "2027-01@nd09"),
        ("năm nay nđ09", date(2026, 12, 15), "2027@nd09"),
        ("quý 1", date(2026, 12, 31), "2026-Q1"),
        ("quý 1", date(2027, 1, 1), "2027-Q1"),
        ("6 tháng cuối năm", date(2027, 3, 1), "2026-H2"),
        ("tháng 2", date(2028, 2, 29), "2028-02"),
        ("1/2 đến 29/2", date(2028, 3, 1), "2028-02"),
    ],
)
def test_without_a_year_it_is_the_latest_one_that_has_begun(
    said: str, today: date, known_as: str
) -> None:
    assert span(said, today) == period(known_as)


@pytest.mark.parametrize(
    "said",
    [
        "2026-W47",
        "2026-9M",
        "2026-9m@nd09",
        "2026-11",
        "2026-Q4@nd09",
        "2026-H2",
        "2026",
        "2026-11-01..2026-11-15",
    ],
)
def test_a_period_may_be_written_as_on_the_command_line(said: str) -> None:
    assert span(said, date(2026, 11, 21)) == period(said)


_NO_PERIODS = (
    "tuần 53", "tuần 54", "tuần 0", "tháng 13", "tháng 0", "quý 5", "năm", "nam 5", "ba", "9", "11",
    "15/11", "30/2 đến 1/3", "32/1 đến 1/2", "29/2/2026 đến 1/3/2026", "2/11/2026 đến 1/11/2026",
    "đến 14/11", "tháng giêng", "tháng chạp", "nđ09", "theo nghị định 10 tháng 11", "năm 0001",
    "quý 3 năm 9999",
)  # fmt: skip


@pytest.mark.parametrize("said", _NO_PERIODS)
def test_what_only_looks_like_a_period_is_asked_about(said: str) -> None:
    with pytest.raises(Unclear, match="I do not know this period"):
        span(said, date(2026, 11, 21))


@pytest.mark.parametrize("said", ["", "tuần sau", "tháng", "hôm qua", "next week", "0"])
def test_anything_else_is_asked_about(said: str) -> None:
    with pytest.raises(Unclear, match="I do not know this period"):
        span(said, date(2026, 11, 21))
