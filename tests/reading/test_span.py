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


@pytest.mark.parametrize(
    "said",
    ["2026-W47", "2026-11", "2026-Q4@nd09", "2026-H2", "2026", "2026-11-01..2026-11-15"],
)
def test_a_period_may_be_written_as_on_the_command_line(said: str) -> None:
    assert span(said, date(2026, 11, 21)) == period(said)


@pytest.mark.parametrize("said", ["", "tuần sau", "tháng", "hôm qua", "next week", "0", "11/2026"])
def test_anything_else_is_asked_about(said: str) -> None:
    with pytest.raises(Unclear, match="I do not know this period"):
        span(said, date(2026, 11, 21))
