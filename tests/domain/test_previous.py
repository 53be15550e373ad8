"""The period before, which every tally stands beside."""

import pytest

from bot.domain.periods import period, previous

BEFORE = {
    "2026-W47": "2026-W46",
    "2026-W01": "2025-W52",
    "2027-W01": "2026-W53",
    "2026-11": "2026-10",
    "2026-01": "2025-12",
    "2026-10": "2026-09",
    "2026-Q4": "2026-Q3",
    "2026-Q1": "2025-Q4",
    "2026-H2": "2026-H1",
    "2026-H1": "2025-H2",
    "2026": "2025",
    "2021-W01": "2020-W53",
    "2026-11-01..2026-11-30": "2026-10-02..2026-10-31",
    "2028-03-01..2028-03-01": "2028-02-29..2028-02-29",
    "2027-01-01..2027-01-07": "2026-12-25..2026-12-31",
}


@pytest.mark.parametrize("scheme", ["", "@nd09"])
@pytest.mark.parametrize(("asked", "before"), BEFORE.items())
def test_the_period_before_is_of_the_same_kind_and_scheme(
    asked: str, before: str, scheme: str
) -> None:
    assert previous(period(f"{asked}{scheme}")) == period(f"{before}{scheme}")


@pytest.mark.parametrize("scheme", ["", "@nd09"])
@pytest.mark.parametrize("asked", BEFORE)
def test_the_period_before_ends_where_this_one_begins(asked: str, scheme: str) -> None:
    this = period(f"{asked}{scheme}")
    assert previous(this).end == this.start


@pytest.mark.parametrize("asked", ["1900", "1900-01", "1900-Q1", "1900-H1", "1900-W01"])
def test_the_first_period_that_can_be_asked_for_has_one_before_it(asked: str) -> None:
    assert previous(period(asked)).end == period(asked).start


def test_the_longest_range_has_one_before_it() -> None:
    whole = period("1900-01-01..2999-12-31")
    assert previous(whole).end == whole.start


@pytest.mark.parametrize("scheme", ["", "@nd09"])
def test_before_nine_months_come_those_of_the_year_before(scheme: str) -> None:
    assert previous(period(f"2026-9M{scheme}")) == period(f"2025-9M{scheme}")
