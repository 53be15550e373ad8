"""What a member is told unasked (lời nhắc): at most one message a week, and when it may come.

Answers to what others did (a leader corrected a record) are none of these, and are not counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain import schedules
from bot.domain.clock import VIET_NAM
from bot.domain.errors import Unclear
from bot.domain.periods import Period, previous, week
from bot.domain.schedules import Weekly, awake
from bot.domain.text import _

# Who has just joined is left alone for so long, whoever would like to remind them.
SETTLING_IN = timedelta(days=7)
# What the program slept through still goes out on so many days after, in the same week.
_DAYS_LATE = 2
_WEDNESDAY = 2
# People look at their phones at noon, and what they record then is on the official's card at four.
_FRIDAY_NOON, _MONDAY_MORNING = Weekly(4, time(11, 30)), Weekly(0, time(8))


class Kind(StrEnum):
    """What it is about; the value is the flow that opens with it.

    REMINDER: to a member, that nothing is recorded in the running week. MISSED: to a leader, who
    of their team recorded nothing in the week before.
    """

    REMINDER = "reminder"
    MISSED = "missed"


class Reach(StrEnum):
    """Whether somebody may be reminded now, and why not."""

    FREE = "free"
    HAD = "had"  # this week's message was sent already
    STOPPED = "stopped"
    NEW = "new"
    AWAY = "away"  # no chat, or one that practises
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Nudging:
    """When members and leaders are told something by themselves; None: never."""

    reminder: Weekly | None = _FRIDAY_NOON
    missed: Weekly | None = _MONDAY_MORNING


def reminder(written: str) -> Weekly | None:
    """Read `fri 11:30`, from Wednesday to Sunday, or `off`; raises Unclear."""
    found = schedules.weekly(written)
    if found and found.weekday < _WEDNESDAY:
        raise Unclear(_("A reminder is about the running week: write a day from wed to sun."))
    return found


def missed(written: str) -> Weekly | None:
    """Read `mon 08:00`, Monday or Tuesday, or `off`; raises Unclear."""
    found = schedules.weekly(written)
    if found and found.weekday >= _WEDNESDAY:
        raise Unclear(_("This is about the week before: write mon or tue."))
    return found


def due(now: datetime, nudging: Nudging) -> tuple[tuple[Kind, Period], ...]:
    """Return what may be sent at an instant, and about which week.

    From its hour until the evening of the second day after, never in the quiet hours, and never
    in another week than that of its hour.
    """
    return tuple(_begun(now, nudging)) if awake(now) else ()


def _begun(now: datetime, nudging: Nudging) -> Iterator[tuple[Kind, Period]]:
    here = now.astimezone(VIET_NAM)
    running = week(here.date())
    hours = {
        Kind.REMINDER: (nudging.reminder, running),
        Kind.MISSED: (nudging.missed, previous(running)),
    }
    for kind, (wanted, about) in hours.items():
        if wanted is None:
            continue
        day = running.start + timedelta(days=wanted.weekday)
        since = datetime.combine(day, wanted.at, VIET_NAM)
        if since <= here and (here.date() - day).days <= _DAYS_LATE:
            yield kind, about
