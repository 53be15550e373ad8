"""Periods as their days, written out so that a wrong cut is seen, and a ledger as plain lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.domain.survey import Outcome

NEW = "Thôn Đoàn Kết"
DAY = timedelta(days=1)
# The first and the last day; East and West became one village on Wednesday, 18 November 2026.
PERIODS = {
    "2026-W01": ("2025-12-29", "2026-01-04"),
    "2026-W47": ("2026-11-16", "2026-11-22"),
    "2026-W53": ("2026-12-28", "2027-01-03"),
    "2026-W53@nd09": ("2026-12-28", "2027-01-03"),
    "2027-W01@nd09": ("2027-01-04", "2027-01-10"),
    "2028-W09": ("2028-02-28", "2028-03-05"),
    "2026-11": ("2026-11-01", "2026-11-30"),
    "2028-02": ("2028-02-01", "2028-02-29"),
    "2026-12@nd09": ("2026-11-15", "2026-12-14"),
    "2027-01@nd09": ("2026-12-15", "2027-01-14"),
    "2028-03@nd09": ("2028-02-15", "2028-03-14"),
    "2028-Q1": ("2028-01-01", "2028-03-31"),
    "2026-Q1@nd09": ("2025-12-15", "2026-03-14"),
    "2026-Q4@nd09": ("2026-09-15", "2026-12-14"),
    "2026-H1": ("2026-01-01", "2026-06-30"),
    "2026-H2@nd09": ("2026-06-15", "2026-12-14"),
    "2026-9M": ("2026-01-01", "2026-09-30"),
    "2028-9M@nd09": ("2027-12-15", "2028-09-14"),
    "2026": ("2026-01-01", "2026-12-31"),
    "2028": ("2028-01-01", "2028-12-31"),
    "2026@nd09": ("2025-12-15", "2026-12-14"),
    "2028-02-29..2028-02-29": ("2028-02-29", "2028-02-29"),
    "2026-11-17..2026-11-18": ("2026-11-17", "2026-11-18"),
    "2026-11-10..2026-11-17@nd09": ("2026-11-10", "2026-11-17"),
}


def days(name: str) -> tuple[date, date]:
    """Return the first and the last day of a period."""
    first, last = PERIODS[name]
    return date.fromisoformat(first), date.fromisoformat(last)


def edges(names: Iterable[str]) -> list[date]:
    """Return the first and last days of some periods, and the days just outside."""
    found: set[date] = set()
    for first, last in map(days, names):
        found |= {first - DAY, first, last, last + DAY}
    return sorted(found)


def midnight_after(day: date) -> datetime:
    """Return the instant at which a day is over in Viet Nam, seven hours before Greenwich."""
    return datetime(day.year, day.month, day.day, 17, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Done:
    """Help given; `village`: the one it was recorded in, under its name of then."""

    village: str
    day: date
    activity: str
    count: int
    attendees: int | None = None
    first: int | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a place; `since`: of a flow."""

    place: str
    name: str
    value: int
    as_of: date
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call on a household, on the list of a village of the old map."""

    village: str
    list: str
    household: str
    day: date
    answers: Mapping[str, int]
    outcome: Outcome = Outcome.ASKED


@dataclass(frozen=True, slots=True)
class Joined:
    """A member of a team of the old map, from an instant to another."""

    who: str
    village: str
    at: datetime
    left: datetime | None = None


@dataclass(slots=True)
class Books:
    """Everything that was put in, in the order in which it was said."""

    done: list[Done] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    _told_of: dict[tuple[str, str], list[Told]] = field(default_factory=dict)

    def of(self, place: str, name: str) -> list[Told]:
        """Return the figures of a place and quantity, in the order in which they were given."""
        if not self._told_of:
            for one in self.told:
                self._told_of.setdefault((one.place, one.name), []).append(one)
        return self._told_of.get((place, name), [])
