"""When a card goes out by itself, and of which period: pure rules over an instant.

Holidays are not known: a card that comes on one waits in the chat.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.clock import VIET_NAM
from bot.domain.errors import Unclear
from bot.domain.periods import Period, PeriodKind, Scheme, around, previous, week
from bot.domain.text import Phrase, _

# Nobody is disturbed before the one and from the other on, local time.
MORNING, EVENING = time(7), time(21)
# Until then a card waits for somebody in the middle of something.
LAST_CALL = time(20)
OFF = "off"
# A card of which the program slept through the hour still goes out on so many days after.
_DAYS_LATE = {"weekly": 2, "monthly": 6}
# From this weekday on (Wednesday) a card is about the week that is running, else the one before.
_THIS_WEEK_FROM = 2
_SATURDAY = 5
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})"
# The longest first: of several that end on one day it is the one that is reported.
_LONG = (PeriodKind.YEAR, PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH)


@dataclass(frozen=True, slots=True)
class Weekly:
    """The weekday (Monday is 0) and local time of the week's card."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class Monthly:
    """The local time of the card of a month, quarter, half or year, and how those are cut."""

    at: time
    scheme: Scheme = Scheme.CALENDAR


@dataclass(frozen=True, slots=True)
class Schedule:
    """When cards go out by themselves; None: never."""

    weekly: Weekly | None = Weekly(4, time(16))
    monthly: Monthly | None = Monthly(time(8))


def weekly(written: str) -> Weekly | None:
    """Read `fri 16:00`, or `off`; raises Unclear."""
    wanted = _("Write a day and a time between 07:00 and 20:59, for example fri 16:00, or off.")
    read = _read(written, rf"(?P<day>{'|'.join(_WEEKDAYS)}) +{_TIME}", wanted)
    return read and Weekly(_WEEKDAYS.index(read[0]["day"]), read[1])


def monthly(written: str) -> Monthly | None:
    """Read `08:00`, `08:00 nd09` (months of Decree 09), or `off`; raises Unclear."""
    wanted = _("Write a time between 07:00 and 20:59, for example 08:00 or 08:00 nd09, or off.")
    read = _read(written, rf"{_TIME}(?P<nd09> +nd09)?", wanted)
    return read and Monthly(read[1], Scheme.ND09 if read[0]["nd09"] else Scheme.CALENDAR)


def due(now: datetime, schedule: Schedule) -> tuple[Period, ...]:
    """Return the periods whose cards may go out at an instant, the one that is longest due first.

    1. In the quiet hours nothing is due.
    2. A week's card is due from its hour until the evening of the second day after (of a Friday:
       until Sunday evening).
    3. The card of the longest period that has just ended is due from its hour on the first day
       from Monday to Friday after the end, until the evening of the sixth day after.
    """
    here = now.astimezone(VIET_NAM)
    if not awake(now):
        return ()
    begun = [*_weeks(here, schedule.weekly), *_longer(here, schedule.monthly)]
    return tuple(period for _since, period in sorted(begun, key=lambda one: one[0]))


def awake(now: datetime) -> bool:
    """Tell whether an instant is outside the quiet hours."""
    return MORNING <= now.astimezone(VIET_NAM).time() < EVENING


def patient(now: datetime) -> bool:
    """Tell whether a card may still wait for somebody who is in the middle of something."""
    return now.astimezone(VIET_NAM).time() < LAST_CALL


def evening(now: datetime) -> datetime:
    """Return the instant at which the quiet hours of a local day begin."""
    return datetime.combine(now.astimezone(VIET_NAM).date(), EVENING, VIET_NAM)


def _weeks(here: datetime, wanted: Weekly | None) -> Iterator[tuple[datetime, Period]]:
    if wanted is None:
        return
    for day in _days_back(here, _DAYS_LATE["weekly"]):
        since = datetime.combine(day, wanted.at, VIET_NAM)
        if day.weekday() == wanted.weekday and since <= here:
            running = week(day)
            about = running if wanted.weekday >= _THIS_WEEK_FROM else previous(running)
            yield since, about


def _longer(here: datetime, wanted: Monthly | None) -> Iterator[tuple[datetime, Period]]:
    if wanted is None:
        return
    for day in _days_back(here, _DAYS_LATE["monthly"]):
        since = datetime.combine(day, wanted.at, VIET_NAM)
        ended = _ended_before(day, wanted.scheme)
        if ended and since <= here:
            yield since, ended


def _ended_before(day: date, scheme: Scheme) -> Period | None:
    """Return the longest period after whose end a day is the first from Monday to Friday."""
    if day.weekday() >= _SATURDAY:
        return None
    # On a Monday also what ended on the Saturday or Sunday before.
    for back in range(3 if day.weekday() == 0 else 1):
        end = day - timedelta(days=back)
        for kind in _LONG:
            beginning = around(end, kind, scheme)
            if beginning.start == end:
                return previous(beginning)
    return None


def _days_back(here: datetime, most: int) -> Iterator[date]:
    return (here.date() - timedelta(days=back) for back in range(most + 1))


def _read(written: str, shape: str, wanted: Phrase) -> tuple[re.Match[str], time] | None:
    """Read an hour in its shape; None for `off`. Raises Unclear, saying what is `wanted`."""
    words = written.lower().strip()
    if words == OFF:
        return None
    found = re.fullmatch(shape, words, re.ASCII)
    at = _time(found["hour"], found["minute"]) if found else None
    if found is None or at is None:
        raise Unclear(wanted)
    return found, at


def _time(hour: str, minute: str) -> time | None:
    """Return a time of day outside the quiet hours."""
    try:
        read = time(int(hour), int(minute))
    except ValueError:
        return None
    return read if MORNING <= read < EVENING else None
