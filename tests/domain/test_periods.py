"""Periods as they are asked for: every form of the grammar, and what is none of them."""

from datetime import date, timedelta

import pytest

from bot.domain.errors import Unclear
from bot.domain.periods import (
    Period,
    PeriodKind,
    Scheme,
    around,
    in_scheme,
    month,
    period,
    quarter,
    week,
)

CALENDAR = {
    "2026-W47": (date(2026, 11, 16), date(2026, 11, 23)),
    # The first week of 2026 holds the first Thursday, the last one of 2026 runs into 2027.
    "2026-W01": (date(2025, 12, 29), date(2026, 1, 5)),
    "2026-W53": (date(2026, 12, 28), date(2027, 1, 4)),
    "2020-W53": (date(2020, 12, 28), date(2021, 1, 4)),
    "2026-11": (date(2026, 11, 1), date(2026, 12, 1)),
    "2026-12": (date(2026, 12, 1), date(2027, 1, 1)),
    "2026-02": (date(2026, 2, 1), date(2026, 3, 1)),
    "2028-02": (date(2028, 2, 1), date(2028, 3, 1)),
    "2026-Q1": (date(2026, 1, 1), date(2026, 4, 1)),
    "2026-Q2": (date(2026, 4, 1), date(2026, 7, 1)),
    "2026-Q3": (date(2026, 7, 1), date(2026, 10, 1)),
    "2026-Q4": (date(2026, 10, 1), date(2027, 1, 1)),
    "2026-H1": (date(2026, 1, 1), date(2026, 7, 1)),
    "2026-H2": (date(2026, 7, 1), date(2027, 1, 1)),
    "2026-9M": (date(2026, 1, 1), date(2026, 10, 1)),
    "2028-9M": (date(2028, 1, 1), date(2028, 10, 1)),
    "2027-W01": (date(2027, 1, 4), date(2027, 1, 11)),
    "2026": (date(2026, 1, 1), date(2027, 1, 1)),
    "1900": (date(1900, 1, 1), date(1901, 1, 1)),
    "2999": (date(2999, 1, 1), date(3000, 1, 1)),
    "2026-11-01..2026-11-30": (date(2026, 11, 1), date(2026, 12, 1)),
    "2028-02-29..2028-02-29": (date(2028, 2, 29), date(2028, 3, 1)),
    "2026-12-31..2027-01-01": (date(2026, 12, 31), date(2027, 1, 2)),
}
# NĐ 09/2019/NĐ-CP: from the 15th of the month before to the 14th.
ND09 = {
    "2026-01": (date(2025, 12, 15), date(2026, 1, 15)),
    "2026-03": (date(2026, 2, 15), date(2026, 3, 15)),
    "2026-11": (date(2026, 10, 15), date(2026, 11, 15)),
    "2026-12": (date(2026, 11, 15), date(2026, 12, 15)),
    "2026-Q1": (date(2025, 12, 15), date(2026, 3, 15)),
    "2026-Q2": (date(2026, 3, 15), date(2026, 6, 15)),
    "2026-Q3": (date(2026, 6, 15), date(2026, 9, 15)),
    "2026-Q4": (date(2026, 9, 15), date(2026, 12, 15)),
    "2026-H1": (date(2025, 12, 15), date(2026, 6, 15)),
    "2026-H2": (date(2026, 6, 15), date(2026, 12, 15)),
    "2026-9M": (date(2025, 12, 15), date(2026, 9, 15)),
    "2028-02": (date(2028, 1, 15), date(2028, 2, 15)),
    "2028-03": (date(2028, 2, 15), date(2028, 3, 15)),
    "2026": (date(2025, 12, 15), date(2026, 12, 15)),
    # The scheme has no week and cuts no free range; both keep the days they name.
    "2026-W47": (date(2026, 11, 16), date(2026, 11, 23)),
    "2026-11-01..2026-11-30": (date(2026, 11, 1), date(2026, 12, 1)),
}
NONSENSE = [
    "", " ", "-", "@nd09", "tuần này", "nonsense", "26", "202", "20266", "2026-", "2026-1",
    "2026-00", "2026-13", "2026-99", "2026-001", "2026-W", "2026-W0", "2026-W00", "2026-W54",
    "2027-W53", "2026W47", "2026-Q0", "2026-Q5", "2026-H0", "2026-H3", "2026-6M", "2026-9",
    "2026-9MM", "1900-9M@nd09",
    "2026-11-15", "2026-11@",
    "2026@nd10", "2026@nd09@nd09", "2026 @nd09x", "-2026", "2026-W47..2026-W48",
    "2026-11-01..", "..2026-11-30", "2026-11-30..2026-11-01", "2026-11-01..2026-11-31",
    "2026-02-29..2026-03-01", "2026-11-01...2026-11-30", "2026-11-01 .. 2026-11-30",
    "２０２６", "２０２６-11", "2026-W４７", "२०२६", "0000", "0001", "0999", "1899", "3000", "9999",
    "1900@nd09", "0001-01-01..0001-01-05", "1899-12-31..1900-01-01", "9999-12-31..9999-12-31",
    "2026\n2026", "2026; DROP TABLE facts", "9" * 40,
]  # fmt: skip


@pytest.mark.parametrize(("asked", "days"), CALENDAR.items())
def test_a_calendar_period_runs_from_its_first_day_up_to_its_end(
    asked: str, days: tuple[date, date]
) -> None:
    assert period(asked) == Period(asked, *days, Scheme.CALENDAR)


@pytest.mark.parametrize(("asked", "days"), ND09.items())
def test_a_decree_period_runs_from_the_15th_to_the_14th(
    asked: str, days: tuple[date, date]
) -> None:
    assert period(f"{asked}@nd09") == Period(f"{asked}@nd09", *days, Scheme.ND09)


@pytest.mark.parametrize(
    ("asked", "known_as"),
    [
        ("2026-w47", "2026-W47"),
        ("2026-q4@ND09", "2026-Q4@nd09"),
        ("  2026-h2\n", "2026-H2"),
        ("2026-11@Nd09 ", "2026-11@nd09"),
        ("2026-9m@nd09", "2026-9M@nd09"),
    ],
)
def test_case_and_space_around_do_not_matter(asked: str, known_as: str) -> None:
    assert period(asked) == period(known_as)
    assert period(asked).id == known_as


@pytest.mark.parametrize("asked", NONSENSE)
def test_anything_else_is_no_period(asked: str) -> None:
    with pytest.raises(Unclear) as told:
        period(asked)
    assert told.value.text.message.startswith("I do not know this period. Write it as 2026-W47")


@pytest.mark.parametrize("scheme", ["", "@nd09"])
def test_the_months_of_a_year_leave_no_day_out_and_none_twice(scheme: str) -> None:
    months = [period(f"2026-{number:02d}{scheme}") for number in range(1, 13)]
    quarters = [period(f"2026-Q{number}{scheme}") for number in range(1, 5)]
    halves = [period(f"2026-H{number}{scheme}") for number in (1, 2)]
    year = period(f"2026{scheme}")
    for parts in (months, quarters, halves):
        assert [part.start for part in parts] == [year.start, *(one.end for one in parts[:-1])]
        assert parts[-1].end == year.end


def test_the_last_day_is_inside_and_the_next_one_is_not() -> None:
    november = period("2026-11")
    assert november.last == date(2026, 11, 30)
    wanted = {date(2026, 10, 31): False, date(2026, 11, 1): True, date(2026, 11, 30): True}
    wanted[date(2026, 12, 1)] = False
    assert {day: day in november for day in wanted} == wanted


@pytest.mark.parametrize(
    ("day", "known_as"),
    [
        (date(2026, 11, 21), "2026-W47"),
        (date(2026, 11, 23), "2026-W48"),
        (date(2026, 1, 1), "2026-W01"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2028, 2, 29), "2028-W09"),
    ],
)
def test_a_day_belongs_to_the_week_that_is_asked_for_by_its_number(
    day: date, known_as: str
) -> None:
    assert week(day) == period(known_as)
    assert day in week(day)


def test_every_day_of_three_years_is_in_its_own_week_month_and_quarter() -> None:
    days = [date(2026, 1, 1) + timedelta(days=nth) for nth in range(1096)]
    for day in days:
        for made in (week(day), month(day), quarter(day)):
            assert day in made
            assert made == period(made.id)


def test_a_month_and_a_quarter_are_those_of_the_calendar() -> None:
    assert month(date(2026, 1, 31)) == period("2026-01")
    assert [quarter(date(2026, number, 1)).id for number in range(1, 13)] == [
        f"2026-Q{number}" for number in (1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4)
    ]


SIDE_BY_SIDE = [
    *(PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
]


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("kind", SIDE_BY_SIDE)
def test_every_day_of_forty_years_is_in_exactly_one_period_of_a_kind(
    kind: PeriodKind, scheme: Scheme
) -> None:
    # From before a century that is a leap year to behind one that is not (2096 to 2104).
    for first, years in ((date(1996, 1, 1), 36), (date(2096, 1, 1), 8)):
        here = around(first, kind, scheme)
        seen = {here.id}
        for nth in range(years * 365):
            day = first + timedelta(days=nth)
            found = around(day, kind, scheme)
            if found != here:
                assert (found.start, here.end) == (day, day), "no gap and no overlap"
                assert found.id not in seen
                seen.add(found.id)
                here = found
            assert day in found
        assert [period(one).id for one in seen] == list(seen)
        assert {(period(one).kind, period(one).scheme) for one in seen} == {(kind, scheme)}


@pytest.mark.parametrize("scheme", ["", "@nd09"])
@pytest.mark.parametrize("year", range(2019, 2033))
def test_nine_months_are_three_quarters(year: int, scheme: str) -> None:
    nine = period(f"{year}-9M{scheme}")
    assert nine.kind is PeriodKind.NINE_MONTHS
    assert nine.start == period(f"{year}-Q1{scheme}").start == period(f"{year}{scheme}").start
    assert nine.end == period(f"{year}-Q3{scheme}").end == period(f"{year}-Q4{scheme}").start


@pytest.mark.parametrize("kind", [PeriodKind.NINE_MONTHS, PeriodKind.RANGE])
def test_a_day_does_not_say_which_nine_months_or_range_is_meant(kind: PeriodKind) -> None:
    with pytest.raises(ValueError, match=kind.value):
        around(date(2026, 11, 21), kind)


def test_the_kind_of_a_period_is_known_from_its_id() -> None:
    wanted = {
        "2026-W47": PeriodKind.WEEK, "2026-11": PeriodKind.MONTH, "2026-09": PeriodKind.MONTH,
        "2026-Q4": PeriodKind.QUARTER, "2026-H2": PeriodKind.HALF, "2026": PeriodKind.YEAR,
        "2026-9M": PeriodKind.NINE_MONTHS, "2026-01-01..2026-01-31": PeriodKind.RANGE,
    }  # fmt: skip
    for asked, kind in wanted.items():
        assert [period(f"{asked}{end}").kind for end in ("", "@nd09")] == [kind, kind]


def test_a_period_has_the_same_name_in_the_other_scheme() -> None:
    november = period("2026-11")
    assert in_scheme(november, Scheme.ND09) == period("2026-11@nd09")
    assert in_scheme(period("2026-11@nd09"), Scheme.CALENDAR) == november
    assert in_scheme(november, Scheme.CALENDAR) == november


def test_the_years_with_53_weeks_are_those_that_have_53_thursdays() -> None:
    for year in range(2000, 2100):
        days = (period(str(year)).end - period(str(year)).start).days
        first = date(year, 1, 1)
        thursdays = sum((first + timedelta(days=n)).weekday() == 3 for n in range(days))
        last = week(date(year, 12, 28))
        assert last.id == f"{year}-W{thursdays}"
        assert week(last.end).id == f"{year + 1}-W01"
