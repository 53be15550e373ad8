"""Reads days and periods as people say them: "hôm qua", "thứ hai", "15/11", "tháng trước"."""

import re
from datetime import date, timedelta

from bot.domain.errors import Unclear
from bot.domain.periods import Period, PeriodKind, around, period, previous
from bot.domain.text import _, fold
from bot.reading.period_words import decreed, named

_AGO = {
    "hom nay": 0, "nay": 0, "today": 0,
    "hom qua": 1, "bua qua": 1, "yesterday": 1,
    "hom kia": 2,
}  # fmt: skip
_WEEKDAYS = {
    "hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
_NAMED = {
    "chu nhat": 6, "cn": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3,
    "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_WEEKDAY = re.compile(r"(?:thu |t)(hai|ba|tu|nam|sau|bay|[2-7])")
_DATE = re.compile(r"(?:ngay )?(\d{1,2})[/.\- ](?:thang )?(\d{1,2})(?:[/.\- ](?:nam )?(\d{4}))?")

_NOW = {
    "tuan nay": PeriodKind.WEEK, "this week": PeriodKind.WEEK,
    "thang nay": PeriodKind.MONTH, "this month": PeriodKind.MONTH,
    "quy nay": PeriodKind.QUARTER, "this quarter": PeriodKind.QUARTER,
    "nam nay": PeriodKind.YEAR, "this year": PeriodKind.YEAR,
}  # fmt: skip
_BEFORE = {
    "tuan truoc": PeriodKind.WEEK, "tuan roi": PeriodKind.WEEK, "tuan qua": PeriodKind.WEEK,
    "last week": PeriodKind.WEEK,
    "thang truoc": PeriodKind.MONTH, "thang roi": PeriodKind.MONTH, "thang qua": PeriodKind.MONTH,
    "last month": PeriodKind.MONTH,
    "quy truoc": PeriodKind.QUARTER, "quy roi": PeriodKind.QUARTER,
    "last quarter": PeriodKind.QUARTER,
    "nam ngoai": PeriodKind.YEAR, "nam truoc": PeriodKind.YEAR, "nam roi": PeriodKind.YEAR,
    "last year": PeriodKind.YEAR,
}  # fmt: skip


def day(said: str, today: date, *, back: int) -> date:
    """Return the day that was meant, today or up to `back` days before; raises Unclear otherwise.

    A weekday is the last such day that is not in the future; the day comes before the month.
    """
    words = fold(said)
    meant: date | None = None
    if words in _AGO:
        meant = today - timedelta(days=_AGO[words])
    elif words in _NAMED:
        meant = last_weekday(_NAMED[words], today)
    elif found := _WEEKDAY.fullmatch(words):
        meant = last_weekday(_WEEKDAYS[found[1]], today)
    elif found := _DATE.fullmatch(words):
        meant = _written(found, today)
    if meant is None:
        raise Unclear(_("Please send a day, for example 15/11 or “yesterday”."))
    if not timedelta(0) <= today - meant <= timedelta(days=back):
        raise Unclear(_("That day cannot be recorded: only today and the {n} days before.", n=back))
    return meant


def span(said: str, today: date) -> Period:
    """Return the period that was meant, in words or as the command line writes it.

    Raises Unclear where it is neither.
    """
    words, scheme = decreed(fold(said))
    if words in _NOW:
        return around(today, _NOW[words], scheme)
    if words in _BEFORE:
        return previous(around(today, _BEFORE[words], scheme))
    return named(words, scheme, today) or period(said)


def last_weekday(weekday: int, today: date) -> date:
    """Return the last such day that is not after today; Monday is 0."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def _written(found: re.Match[str], today: date) -> date | None:
    try:
        meant = date(int(found[3] or today.year), int(found[2]), int(found[1]))
        # In January, a day without a year may be one of last December.
        return meant if found[3] or meant <= today else meant.replace(year=today.year - 1)
    except ValueError:
        return None
