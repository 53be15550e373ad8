"""Windows that make a period: end to end, without a gap, no day twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import period
from bot.domain.tiling import tiled


def windows(*asked: str) -> list[tuple[date, date]]:
    return [(one.start, one.last) for one in map(period, asked)]


def tiling(whole: str, *asked: str) -> list[tuple[date, date]] | None:
    one = period(whole)
    found = tiled(windows(*asked), one.start, one.last)
    return None if found is None else list(found)


MONTHS = ("2026-07", "2026-08", "2026-09")


@pytest.mark.parametrize("scheme", ["", "@nd09"])
def test_months_are_a_quarter_in_their_own_scheme(scheme: str) -> None:
    months = [f"{month}{scheme}" for month in MONTHS]
    assert tiling(f"2026-Q3{scheme}", *months) == windows(*months)
    assert tiling(f"2026-Q3{scheme}", *reversed(months)) == windows(*months)
    other = "@nd09" if not scheme else ""
    assert tiling(f"2026-Q3{other}", *months) is None
    assert tiling(f"2026-Q3{scheme}", *months[1:]) is None
    assert tiling(f"2026-Q3{scheme}", months[0], months[2]) is None
    assert tiling(f"2026-Q3{scheme}", *months[:2]) is None


def test_the_longest_windows_count_and_none_that_cross_the_edge() -> None:
    assert tiling("2026", "2026", "2026-H1", "2026-H2") == windows("2026")
    assert tiling("2026-H2", *MONTHS, "2026-Q3", "2026-Q4", "2026") == windows("2026-Q3", "2026-Q4")
    assert tiling("2026-07", "2026-W27", "2026-W28") is None


def test_a_long_window_that_leads_nowhere_is_not_taken() -> None:
    whole = ("2026-07-01..2026-07-20", "2026-07-01..2026-07-10", "2026-07-11..2026-07-31")
    assert tiling("2026-07", *whole) == windows(*whole[1:])


def test_weeks_are_no_month_but_may_be_a_range() -> None:
    weeks = ("2026-W53", "2027-W01")
    assert tiling("2026-12-28..2027-01-10", *weeks) == windows(*weeks)
    assert tiling("2026-12", *weeks) is None


def test_a_window_that_ends_before_it_begins_is_none() -> None:
    day = date(2026, 7, 2)
    assert tiled([(day, day - timedelta(days=1))], day, day) is None
    assert tiled([(day, day)], day, day) == ((day, day),)
    assert tiled([], day, day) is None


def test_many_days_tile_a_year() -> None:
    first = date(2028, 1, 1)
    days = [first + timedelta(days=nth) for nth in range(366)]
    assert tiled([(day, day) for day in days], first, days[-1]) == tuple((day, day) for day in days)


_FIRST = date(2028, 2, 25)
_DAYS = st.integers(-2, 9).map(lambda day: _FIRST + timedelta(days=day))


@given(st.lists(st.tuples(_DAYS, _DAYS), max_size=14), st.integers(0, 7))
def test_gaps_overlaps_and_windows_within_windows_are_laid_as_by_trying_them_all(
    given_windows: list[tuple[date, date]], length: int
) -> None:
    last = _FIRST + timedelta(days=length)

    def tried(since: date) -> list[tuple[date, date]] | None:
        ends = {until for start, until in given_windows if start == since <= until <= last}
        for until in sorted(ends, reverse=True):
            rest = [] if until == last else tried(until + timedelta(days=1))
            if rest is not None:
                return [(since, until), *rest]
        return None

    found = tiled(given_windows, _FIRST, last)
    assert (None if found is None else list(found)) == tried(_FIRST)
