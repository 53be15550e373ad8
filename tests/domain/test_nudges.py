"""When members and leaders may be told something unasked: hours, nights, ends of weeks."""

from collections import Counter
from datetime import datetime, time, timedelta

import pytest

from bot.domain.clock import VIET_NAM
from bot.domain.errors import Unclear
from bot.domain.nudges import Kind, Nudging, due, missed, reminder
from bot.domain.periods import week
from bot.domain.schedules import Weekly

# Local instants; 27 November 2026 is a Friday, of week 48.
DUE = {
    "2026-11-27T11:29:59": (),
    "2026-11-27T11:30:00": (("reminder", "2026-W48"),),
    "2026-11-27T20:59:59": (("reminder", "2026-W48"),),
    "2026-11-27T21:00:00": (),
    "2026-11-28T06:59:59": (),
    "2026-11-28T07:00:00": (("reminder", "2026-W48"),),
    "2026-11-29T20:59:59": (("reminder", "2026-W48"),),
    # Monday: the week is over, and leaders are told who was silent in it.
    "2026-11-30T07:30:00": (),
    "2026-11-30T08:00:00": (("missed", "2026-W48"),),
    "2026-12-02T20:59:59": (("missed", "2026-W48"),),
    "2026-12-03T08:00:00": (),
    # The week that begins in one year and ends in the next.
    "2027-01-01T12:00:00": (("reminder", "2026-W53"),),
    "2027-01-04T08:00:00": (("missed", "2026-W53"),),
}


def local(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=VIET_NAM)


def names(at: datetime, nudging: Nudging) -> tuple[tuple[str, str], ...]:
    return tuple((kind.value, about.id) for kind, about in due(at, nudging))


@pytest.mark.parametrize("at", DUE)
def test_it_is_due_from_its_hour_until_the_second_evening_and_never_at_night(at: str) -> None:
    assert names(local(at), Nudging()) == DUE[at]


def test_nothing_is_due_where_it_is_switched_off() -> None:
    assert [names(local(one), Nudging(None, None)) for one in DUE] == [()] * len(DUE)


def test_a_reminder_of_sunday_does_not_run_over_into_the_next_week() -> None:
    sunday = Nudging(Weekly(6, time(20)), None)
    assert names(local("2026-11-29T20:30:00"), sunday) == (("reminder", "2026-W48"),)
    for later in ("2026-11-30T08:00:00", "2026-12-01T20:30:00"):
        assert names(local(later), sunday) == ()


def test_at_every_half_hour_of_a_year_a_reminder_is_about_its_own_week() -> None:
    at, end, seen = local("2026-01-01T00:00:00"), local("2027-01-01T00:00:00"), set()
    while at < end:
        for kind, about in due(at, Nudging()):
            assert 7 <= at.hour < 21
            running = week(at.date())
            assert about.end == running.start if kind is Kind.MISSED else about == running
            seen.add((kind, about.id))
        at += timedelta(minutes=30)
    assert Counter(kind for kind, __ in seen) == {Kind.REMINDER: 52, Kind.MISSED: 52}


@pytest.mark.parametrize(
    ("written", "read"),
    [("fri 11:30", Weekly(4, time(11, 30))), ("WED 7:00", Weekly(2, time(7))), ("off", None)],
)
def test_the_day_of_a_reminder_is_read(written: str, read: Weekly | None) -> None:
    assert reminder(written) == read


@pytest.mark.parametrize(
    ("written", "read"), [("mon 08:00", Weekly(0, time(8))), ("tue 9:15", Weekly(1, time(9, 15)))]
)
def test_the_day_of_what_leaders_are_told_is_read(written: str, read: Weekly) -> None:
    assert (missed(written), missed("off")) == (read, None)


@pytest.mark.parametrize("written", ["mon 11:30", "tue 11:30", "fri 21:00", "fri", ""])
def test_a_reminder_before_wednesday_or_at_night_is_refused(written: str) -> None:
    with pytest.raises(Unclear):
        reminder(written)


@pytest.mark.parametrize("written", ["wed 08:00", "sun 08:00", "mon 06:59", "08:00"])
def test_what_leaders_are_told_later_than_tuesday_or_at_night_is_refused(written: str) -> None:
    with pytest.raises(Unclear):
        missed(written)
