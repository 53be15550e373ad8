"""Periods named in words ("quý III năm 2025") and the days that each scheme gives them."""

import re
from datetime import date, timedelta

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MANY = {"ba": 3, "sáu": 6, "chín": 9}
_YEAR = r"(?:\s?(?:/|-|,? năm ))\s?(?P<year>\d{4})"
WORD = re.compile(
    rf"\bquý\s(?P<quarter>I{{1,3}}|IV|[1-4])\b(?:{_YEAR})?"
    rf"|\b(?P<many>\d{{1,2}}|ba|sáu|chín)\stháng\s(?P<half>đầu|cuối)\snăm(?:\s(?P<year2>\d{{4}}))?"
    rf"|\b(?P<months>0?[2-9]|1[01]|sáu|chín)\stháng,?\snăm\s(?P<year3>\d{{4}})"
    rf"|(?<!\d )(?<!\d\d )\btháng\s(?P<month>\d{{1,2}})(?!\d|[.,]\d|/\d{{1,2}}\b)"
    rf"(?:\s?[/-]\s?|,?\snăm\s)(?P<year4>\d{{4}})"
    rf"|\btuần\s(?:thứ\s|số\s)?(?P<week>\d{{1,2}})(?!\d| tháng| của tháng)"
    rf"(?:\s?(?:/|,? năm |\()\s?(?P<year5>\d{{4}}))?",
    re.IGNORECASE,
)


def windows_of(found: re.Match[str]) -> tuple[tuple[date, date], ...]:
    """Return the days of a period in the calendar and from the 15th; () without a year."""
    years = ("year", "year2", "year3", "year4", "year5")
    year = next((int(found[name]) for name in years if found[name]), None)
    if year is None or not 1990 <= year <= 2100:
        return ()
    if found["quarter"]:
        last = 3 * _QUARTERS[found["quarter"].lower()]
        return _months(year, last - 2, last)
    if found["many"] or found["months"]:
        said = (found["many"] or found["months"]).lower()
        many = _MANY.get(said) or (int(said) if said.isdigit() else 0)
        if not 1 < many < 13:
            return ()
        late = (found["half"] or "").lower() == "cuối"
        return _months(year, 13 - many, 12) if late else _months(year, 1, many)
    if found["month"]:
        return month_of(year, int(found["month"]))
    return _week(year, int(found["week"] or 0))


def is_week(first: date, last: date) -> bool:
    """Tell whether days are those of a week, from Monday on, however the weeks are numbered."""
    return first.weekday() == 0 and 4 <= (last - first).days <= 6


def _months(year: int, first: int, last: int) -> tuple[tuple[date, date], ...]:
    end = date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
    before = date(year - 1, 12, 15) if first == 1 else date(year, first - 1, 15)
    return (date(year, first, 1), end), (before, date(year, last, 14))


def _week(year: int, number: int) -> tuple[tuple[date, date], ...]:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return ()
    return ((monday, monday + timedelta(days=6)),)


def whole_year(year: int) -> tuple[tuple[date, date], ...]:
    """Return the days of a year in the calendar and from the 15th."""
    return _months(year, 1, 12)


def month_of(year: int, month: int) -> tuple[tuple[date, date], ...]:
    """Return the days of a month in the calendar and from the 15th; () where there is none."""
    return _months(year, month, month) if 1 <= month <= 12 else ()
