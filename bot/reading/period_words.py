"""Reads periods named by number or by their days: "quý 3", "9 tháng", "15/10 đến 14/11"."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from bot.domain.errors import Unclear
from bot.domain.periods import Period, PeriodKind, Scheme, around, in_scheme, period

_LEAP_YEAR = 2000
# Around a century that is no leap year, eight years pass between two 29ths of February.
_YEARS_BETWEEN = 8
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_SPELLED = {
    "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5", "sau": "6", "bay": "7",
    "tam": "8", "chin": "9", "muoi": "10", "muoi mot": "11", "muoi hai": "12",
}  # fmt: skip
_ENGLISH = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
_YEAR = r"(?:\s*(?:cua |of )?(?:nam |year )?[/\- ]?\s*(?P<year>\d{4}))?"
_DECREE = re.compile(
    r"\(?\b(?:theo |by )?(?:nghi dinh|decree|nd) ?(?:so )?0?9(?: ?/ ?2019)?(?:/nd-cp)?\b\)?"
)
_AROUND = re.compile(r"\b(?:bao cao|so lieu|ky|theo|duong lich|calendar|in the scheme of)\b")
# Behind each form: the letter of the id before its number, and how often it comes in a year.
_FORMS = tuple(
    (re.compile(words + _YEAR), sign, most)
    for words, sign, most in (
        (r"(?:tuan|week)(?: thu| so)? (?P<n>\d{1,2})", "W", 53),
        (r"(?:(?:thang |month |t)(?P<n>\d{1,2})|thang (?P<said>[a-z]+(?: mot| hai)?))", "", 12),
        (rf"(?P<n>{'|'.join(_ENGLISH)})", "", 12),
        (r"(?:quy |quarter |q)(?P<n>[1-4]|iv|i{1,3}|mot|hai|ba|bon|tu)", "Q", 4),
        (r"(?:6|sau|six) (?:thang|months)(?P<n> dau| cuoi|)(?: nam)?", "H", 2),
        (r"nua (?:nam )?(?P<n>dau|cuoi)(?: nam)?", "H", 2),
        (r"(?P<n>first|second) half", "H", 2),
        (r"(?:9|chin|nine) (?:thang|months)(?P<n>)(?: dau)?(?: nam)?", "9M", 1),
    )
)
_WHOLE_YEAR = re.compile(r"(?:ca )?(?:nam|year) (\d{4})")
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})[/-](\d{4})")
_A_DAY = r"(?:ngay )?(\d{1,2})(?:(?:[/.\-]| thang )(\d{1,2})(?:(?:[/.\-]| nam )(\d{4}))?)?"
_DAYS = re.compile(rf"(?:tu |from )?{_A_DAY}\s*(?:den(?: het)?|toi|to|-|–|\.\.)\s*{_A_DAY}")


def decreed(words: str) -> tuple[str, Scheme]:
    """Return folded words without the scheme that they ask for, and that scheme."""
    rest, times = _DECREE.subn(" ", words, count=1)
    rest = " ".join(_AROUND.sub(" ", rest).split()).strip(" ,.;:")
    return rest, Scheme.ND09 if times else Scheme.CALENDAR


def named(rest: str, scheme: Scheme, today: date) -> Period | None:
    """Return the period that folded words name, None where they name none.

    Without a year it is the latest one that has begun. Raises Unclear where it does not exist.
    """
    if found := _DAYS.fullmatch(rest):
        return _between(found, scheme, today)
    if found := _WHOLE_YEAR.fullmatch(rest):
        return in_scheme(period(found[1]), scheme)
    if found := _MONTH_OF_YEAR.fullmatch(rest):
        return in_scheme(period(f"{found[2]}-{int(found[1]):02d}"), scheme)
    for form, sign, most in _FORMS:
        found = form.fullmatch(rest)
        if found and 1 <= (number := _number(found, sign)) <= most:
            return _latest(sign, number, found["year"], scheme, today)
    return None


def _number(found: re.Match[str], sign: str) -> int:
    """Return which of its kind a period is; 0 where the words are no number."""
    parts = found.groupdict()
    said = (parts["n"] or parts.get("said") or "").strip()
    if sign == "9M":
        return 1
    if sign == "H":
        return 2 if said in {"cuoi", "second"} else 1
    said = _SPELLED.get(said, _ROMAN.get(said, said))
    return int(said) if said.isdigit() else _ENGLISH.get(said, 0)


def _latest(sign: str, number: int, year: str | None, scheme: Scheme, today: date) -> Period:
    def of(which: int) -> Period:
        name = {"": f"{number:02d}", "W": f"W{number:02d}", "9M": "9M"}.get(sign, f"{sign}{number}")
        return in_scheme(period(f"{which}-{name}"), scheme)

    if year:
        return of(int(year))
    # The week, and in the other scheme the month, may belong to the year after today's.
    current = int(around(today, PeriodKind.WEEK if sign == "W" else PeriodKind.YEAR, scheme).id[:4])
    try:
        latest = of(current)
        return latest if latest.start <= today else of(current - 1)
    except Unclear:
        # Week 53: not every year has one.
        return of(current - 1)


def _between(found: re.Match[str], scheme: Scheme, today: date) -> Period | None:
    """Return the period of two days; the one with a name of its own, where there is such a one."""
    day, month, year, last_day, last_month, last_year = (
        int(one) if one else None for one in found.groups()
    )
    month = month or last_month
    if last_month is None or month is None or day is None or last_day is None:
        return None
    try:
        end = date(last_year, last_month, last_day) if last_year else None
        first = _before(end or today, month, day) if not year else date(year, month, day)
        last = end or _from(first, last_month, last_day)
    except ValueError:
        return None
    if last < first:
        return None
    spelled = period(f"{first}..{last}")
    same = (one for one in _beginning(first) if (one.start, one.end) == (first, spelled.end))
    return next(same, in_scheme(spelled, scheme))


def _beginning(first: date) -> Iterator[Period]:
    """Yield the periods that have a name and may begin on a day, the calendar's first."""
    yield around(first, PeriodKind.WEEK)
    for scheme in Scheme:
        for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR):
            yield around(first, kind, scheme)
        year = around(first, PeriodKind.YEAR, scheme).id[:4]
        yield in_scheme(period(f"{year}-9M"), scheme)


def _before(limit: date, month: int, day: int) -> date:
    """Return the latest such day up to a limit; 29 February may be years back."""
    return next(one for one in _days(limit.year, -1, month, day) if one <= limit)


def _from(first: date, month: int, day: int) -> date:
    """Return the first such day from a day on."""
    return next(one for one in _days(first.year, 1, month, day) if one >= first)


def _days(year: int, step: int, month: int, day: int) -> Iterator[date]:
    """Yield a day of the year in one year after the other; raises ValueError on 30 February."""
    date(_LEAP_YEAR, month, day)
    for one in range(year, year + _YEARS_BETWEEN * step + step, step):
        with suppress(ValueError):
            yield date(one, month, day)
