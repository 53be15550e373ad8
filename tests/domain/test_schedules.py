"""When cards are due: hours, nights, ends of years, and what can be written in the settings."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.clock import VIET_NAM
from bot.domain.errors import Unclear
from bot.domain.periods import Scheme, period
from bot.domain.schedules import (
    Monthly,
    Schedule,
    Weekly,
    awake,
    due,
    evening,
    monthly,
    patient,
    weekly,
)

ORDINARY = Schedule()
DECREE = Schedule(None, Monthly(time(8), Scheme.ND09))
# Local instants; 20 November 2026 is a Friday, of week 47.
DUE = {
    "2026-11-20T15:59:59": (),
    "2026-11-20T16:00:00": ("2026-W47",),
    "2026-11-20T20:59:59": ("2026-W47",),
    "2026-11-20T21:00:00": (),
    "2026-11-20T23:59:59": (),
    "2026-11-21T00:00:00": (),
    "2026-11-21T06:59:59": (),
    "2026-11-21T07:00:00": ("2026-W47",),
    "2026-11-22T20:59:59": ("2026-W47",),
    "2026-11-22T21:00:00": (),
    "2026-11-23T07:00:00": (),
    "2026-11-27T15:59:59": (),
    # Of all that ended on 31 December the year alone; week 53 has its own hour.
    "2027-01-01T07:59:59": (),
    "2027-01-01T08:00:00": ("2026",),
    "2027-01-01T16:00:00": ("2026", "2026-W53"),
    "2027-01-03T20:59:59": ("2026", "2026-W53"),
    "2027-01-07T20:59:59": ("2026",),
    "2027-01-08T08:00:00": (),
    "2027-01-08T16:00:00": ("2027-W01",),
    # In 2026 the first of August is a Saturday, and the first of November a Sunday.
    "2026-08-01T08:00:00": ("2026-W31",),
    "2026-08-03T07:59:59": (),
    "2026-08-03T08:00:00": ("2026-07",),
    "2026-11-02T08:00:00": ("2026-10",),
    "2026-12-01T08:00:00": ("2026-11",),
    "2026-10-01T08:00:00": ("2026-Q3",),
    "2026-07-01T08:00:00": ("2026-H1",),
    # The second of September is a holiday, and a Friday of 2022.
    "2022-09-02T16:00:00": ("2022-08", "2022-W35"),
}
BY_DECREE = {
    "2026-11-15T08:00:00": (),
    "2026-11-16T08:00:00": ("2026-11@nd09",),
    "2026-12-15T08:00:00": ("2026@nd09",),
    "2026-12-01T08:00:00": (),
}


def local(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=VIET_NAM)


def names(at: datetime, schedule: Schedule = ORDINARY) -> tuple[str, ...]:
    return tuple(one.id for one in due(at, schedule))


@pytest.mark.parametrize("written", DUE)
def test_a_card_is_due_from_its_hour_for_some_days_and_never_at_night(written: str) -> None:
    assert names(local(written)) == DUE[written]
    # The same instant, wherever the machine believes to be.
    assert names(local(written).astimezone(UTC)) == DUE[written]


@pytest.mark.parametrize("written", BY_DECREE)
def test_months_of_the_decree_end_on_the_fourteenth(written: str) -> None:
    assert names(local(written), DECREE) == BY_DECREE[written]


def test_every_week_of_three_years_is_due_in_the_same_hours_of_its_own_days() -> None:
    hours = Counter[str]()
    at = local("2025-12-29T00:30:00")
    weeks = Schedule(monthly=None)
    while at < local("2029-01-01T00:30:00"):
        for one in due(at, weeks):
            assert at.date() in one
            assert at >= datetime.combine(one.start + timedelta(days=4), time(16), VIET_NAM)
            assert awake(at)
            hours[one.id] += 1
        at += timedelta(hours=1)
    assert {"2026-W53", "2027-W01", "2028-W52"} <= set(hours)
    # Friday from four to nine, and two whole days from seven to nine.
    assert (len(hours), set(hours.values())) == (157, {5 + 14 + 14})


def test_every_end_of_a_month_has_one_card_of_the_longest_period() -> None:
    found: list[str] = []
    at = local("2026-01-01T08:00:00")
    while at < local("2027-01-02T08:00:00"):
        found += [one for one in names(at, Schedule(weekly=None)) if one not in found]
        at += timedelta(days=1)
    assert found == [
        *("2025", "2026-01", "2026-02", "2026-Q1", "2026-04", "2026-05", "2026-H1"),
        *("2026-07", "2026-08", "2026-Q3", "2026-10", "2026-11", "2026"),
    ]
    assert all(period(one).end <= local("2027-01-01T08:00:00").date() for one in found)


def test_a_card_of_a_monday_is_about_the_week_before() -> None:
    monday, wednesday = Schedule(Weekly(0, time(8)), None), Schedule(Weekly(2, time(8)), None)
    assert names(local("2026-11-23T08:00:00"), monday) == ("2026-W47",)
    assert names(local("2026-11-25T08:00:00"), wednesday) == ("2026-W48",)
    assert names(local("2027-01-04T08:00:00"), monday) == ("2026-W53",)


def test_nothing_is_due_where_it_is_switched_off() -> None:
    assert [names(local(one), Schedule(None, None)) for one in DUE] == [()] * len(DUE)


def test_a_card_waits_for_somebody_until_eight_and_may_be_answered_until_nine() -> None:
    assert [patient(local(f"2026-11-20T{at}")) for at in ("16:00:00", "19:59:59", "20:00:00")] == [
        True,
        True,
        False,
    ]
    assert evening(local("2026-11-20T16:00:00")) == local("2026-11-20T21:00:00")
    # Seven in the evening of the day before, by the machine's own reckoning.
    assert evening(datetime(2026, 11, 19, 19, tzinfo=UTC)) == local("2026-11-20T21:00:00")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("fri 16:00", Weekly(4, time(16))),
        ("  MON   7:05 ", Weekly(0, time(7, 5))),
        ("sun 20:59", Weekly(6, time(20, 59))),
        ("off", None),
        ("OFF", None),
    ],
)
def test_a_day_and_a_time_are_read(written: str, read: Weekly | None) -> None:
    assert weekly(written) == read


@pytest.mark.parametrize(
    "written",
    ["", "fri", "16:00", "friday 16:00", "fri 24:00", "fri 16:60", "fri 21:00", "fri 06:59", "on"],
)
def test_what_is_no_day_and_time_outside_the_night_is_refused(written: str) -> None:
    with pytest.raises(Unclear):
        weekly(written)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("08:00", Monthly(time(8))),
        ("9:30 nd09", Monthly(time(9, 30), Scheme.ND09)),
        ("20:59 ND09", Monthly(time(20, 59), Scheme.ND09)),
        ("off", None),
    ],
)
def test_a_time_and_a_scheme_are_read(written: str, read: Monthly | None) -> None:
    assert monthly(written) == read


@pytest.mark.parametrize("written", ["", "8", "21:00", "06:59", "08:00 nd9", "fri 08:00", "25:00"])
def test_what_is_no_time_outside_the_night_is_refused(written: str) -> None:
    with pytest.raises(Unclear):
        monthly(written)
