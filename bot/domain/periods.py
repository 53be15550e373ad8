"""Periods (kỳ): half-open runs of local days, in the calendar scheme or that of NĐ 09/2019."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.errors import Unclear
from bot.domain.text import Phrase, _

_GRAMMAR = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d{2})|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)"
    r"|(?P<month>\d{2})))?",
    re.ASCII,
)
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", re.ASCII)
# Nothing was recorded in other years; within these, every period has one before it.
_YEARS = range(1900, 3000)


class Scheme(StrEnum):
    """Where months, quarters, halves and years are cut.

    NĐ 09/2019/NĐ-CP, article 12: the 15th of the month before to the 14th; it has no week.
    """

    CALENDAR = "calendar"
    ND09 = "nd09"


class PeriodKind(StrEnum):
    """How long a period is; all but nine months and ranges lie side by side without a gap."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Period:
    """A run of local days, `start <= day < end`; `id` is what it is asked for by."""

    id: str
    start: date
    end: date
    scheme: Scheme = Scheme.CALENDAR

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def last(self) -> date:
        """Return the last day of the period."""
        return self.end - timedelta(days=1)

    @property
    def kind(self) -> PeriodKind:
        """Return how long the period is, as the sign behind the year of its id says."""
        sign = ".." if ".." in self.id else self.id.removesuffix("@nd09")[5:6]
        return _KINDS.get(sign, PeriodKind.MONTH)


_KINDS = {
    "": PeriodKind.YEAR, "W": PeriodKind.WEEK, "Q": PeriodKind.QUARTER, "H": PeriodKind.HALF,
    "9": PeriodKind.NINE_MONTHS, "..": PeriodKind.RANGE,
}  # fmt: skip


def period(asked: str) -> Period:
    """Return the period of an id: `2026-W47`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`, `D..D`.

    `2026-9M` are nine months; each may end in `@nd09`. Raises Unclear where the words are none of
    these, or no such day exists.
    """
    found = _read(asked)
    if found.start.year not in _YEARS or found.last.year not in _YEARS:
        raise Unclear(_unknown())
    return found


def _read(asked: str) -> Period:
    words = asked.strip()
    scheme = Scheme.CALENDAR
    base = words
    if words.lower().endswith("@nd09"):
        base, scheme = words[: -len("@nd09")], Scheme.ND09
    try:
        if span := _RANGE.fullmatch(base):
            first, last = (date.fromisoformat(day) for day in span.groups())
            if last < first:
                raise Unclear(_unknown())
            return Period(_id(base, scheme), first, last + timedelta(days=1), scheme)
        found = _GRAMMAR.fullmatch(base.upper())
        if not found:
            raise Unclear(_unknown())
        return _named(found, scheme)
    except (ValueError, OverflowError):
        raise Unclear(_unknown()) from None


def week(day: date) -> Period:
    """Return the Monday-to-Sunday week of a day, by its ISO number."""
    start = day - timedelta(days=day.weekday())
    year, number, _weekday = day.isocalendar()
    return Period(f"{year}-W{number:02d}", start, start + timedelta(days=7))


def month(day: date) -> Period:
    """Return the calendar month of a day."""
    return around(day, PeriodKind.MONTH)


def quarter(day: date) -> Period:
    """Return the calendar quarter of a day."""
    return around(day, PeriodKind.QUARTER)


def around(day: date, kind: PeriodKind, scheme: Scheme = Scheme.CALENDAR) -> Period:
    """Return the period of a kind and scheme that a day lies in.

    Raises ValueError for kinds that do not hold every day (nine months, ranges).
    """
    # NĐ 09 counts the 15th of a month and what follows into the next month.
    months = day.year * 12 + day.month - 1 + (scheme is Scheme.ND09 and day.day >= 15)
    year, number = months // 12, months % 12 + 1
    named = {
        PeriodKind.WEEK: week(day).id,
        PeriodKind.MONTH: f"{year}-{number:02d}",
        PeriodKind.QUARTER: f"{year}-Q{(number + 2) // 3}",
        PeriodKind.HALF: f"{year}-H{(number + 5) // 6}",
        PeriodKind.YEAR: str(year),
    }
    if kind not in named:
        raise ValueError(kind)
    return _read(_id(named[kind], scheme))


def in_scheme(given: Period, scheme: Scheme) -> Period:
    """Return the period of the same name in a scheme, as in November of either."""
    return _read(_id(given.id.removesuffix("@nd09"), scheme))


def previous(given: Period) -> Period:
    """Return the period of the same kind just before; of a free range, as many days before it.

    Before nine months come those of the year before.
    """
    before = given.start - timedelta(days=1)
    match given.kind:
        case PeriodKind.RANGE:
            first = given.start - (given.end - given.start)
            return Period(_id(f"{first}..{before}", given.scheme), first, given.start, given.scheme)
        case PeriodKind.NINE_MONTHS:
            return _read(_id(f"{int(given.id[:4]) - 1}-9M", given.scheme))
        case kind:
            return around(before, kind, given.scheme)


def _named(found: re.Match[str], scheme: Scheme) -> Period:
    year = int(found["year"])
    if found["week"]:
        start = date.fromisocalendar(year, int(found["week"]), 1)
        return Period(_id(found[0], scheme), start, start + timedelta(days=7), scheme)
    first, months = 1, 12
    if found["month"]:
        first, months = int(found["month"]), 1
    elif found["quarter"]:
        first, months = int(found["quarter"]) * 3 - 2, 3
    elif found["half"]:
        first, months = int(found["half"]) * 6 - 5, 6
    elif found["nine"]:
        months = 9
    start, end = _cut(year, first, scheme), _cut(year, first + months, scheme)
    return Period(_id(found[0], scheme), start, end, scheme)


def _cut(year: int, month_number: int, scheme: Scheme) -> date:
    """Return the day on which a month (1 to 13) begins in a scheme."""
    if month_number > 13 or month_number < 1:
        raise ValueError(month_number)
    if scheme is Scheme.CALENDAR:
        return date(year + (month_number == 13), (month_number - 1) % 12 + 1, 1)
    if month_number == 1:
        return date(year - 1, 12, 15)
    return date(year, month_number - 1, 15)


def _id(base: str, scheme: Scheme) -> str:
    return f"{base}@nd09" if scheme is Scheme.ND09 else base


def _unknown() -> Phrase:
    return _(
        "I do not know this period. Write it as 2026-W47, 2026-11, 2026-Q4, 2026-H2, "
        "2026-9M, 2026 or 2026-11-01..2026-11-30."
    )
