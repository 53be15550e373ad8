"""Reads days and periods as people say them: "hôm qua", "thứ hai", "15/11", "tháng trước"."""

import re
from datetime import date, timedelta

from bot.domain.errors import Unclear
from bot.domain.periods import Period, month, period, previous, quarter, week
from bot.domain.text import _, fold

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
    now = {
        "tuan nay": week(today), "this week": week(today),
        "thang nay": month(today), "this month": month(today),
        "quy nay": quarter(today), "this quarter": quarter(today),
        "nam nay": period(str(today.year)), "this year": period(str(today.year)),
    }  # fmt: skip
    before = {
        "tuan truoc": "tuan nay", "tuan roi": "tuan nay", "last week": "tuan nay",
        "thang truoc": "thang nay", "thang roi": "thang nay", "last month": "thang nay",
        "quy truoc": "quy nay", "quy roi": "quy nay", "last quarter": "quy nay",
        "nam ngoai": "nam nay", "nam truoc": "nam nay", "last year": "nam nay",
    }  # fmt: skip
    words = fold(said)
    if words in now:
        return now[words]
    if words in before:
        return previous(now[before[words]])
    return period(said)


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
