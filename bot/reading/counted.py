"""Reads when a figure was counted: a day for a stock, a first and a last day for a flow."""

import re
import unicodedata
from datetime import date, timedelta

from bot.domain.errors import Unclear
from bot.domain.periods import Period, period
from bot.domain.text import _, fold
from bot.reading.days import span

# Communes report since then; an earlier year is a slip of the finger.
_EARLIEST = date(2000, 1, 1)
_AGO = {"hom nay": 0, "nay": 0, "today": 0, "hom qua": 1, "yesterday": 1, "hom kia": 2}
_DATE = re.compile(
    r"(?:ngay )?([0-9]{1,2})(?:[/.\-]| thang )([0-9]{1,2})(?:(?:[/.\-]| nam )([0-9]{4}))?"
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_END = re.compile(r"(?:ngay )?(?:cuoi|het|end of) (.+)")
_PART = re.compile(
    r"(thang|quy|nam|(?:6|sau) thang (?:dau|cuoi) nam|(?:9|chin) thang(?: dau nam)?)"
    r"(?: ?([0-9]{1,4}|iv|i{1,3}))?(?:(?: ?[/\-] ?| nam | )([0-9]{4}))?"
)
_BETWEEN = re.compile(r"(?:tu )?(.+?)(?:\s*(?:–|—|\.\.|→| den het | den ngay | den | toi )\s*)(.+)")
_HYPHEN = re.compile(r"(?:tu )?([0-9./]+(?:/[0-9]+)*) ?- ?([0-9./]+(?:/[0-9]+)*)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def day(said: str, today: date) -> date:
    """Return the day of counting: "31/12/2024", "hôm nay", "cuối tháng 10"; raises Unclear.

    Without a year it is the last such day that is not in the future.
    """
    words = _plain(said)
    found = _day(words, today)
    if found is None and (end := _END.fullmatch(words)):
        part = _part(end[1], today)
        found = part.last if part else None
    if found is None:
        raise Unclear(_("Type the day of counting, for example 31/12/2024 or “end of month 10”."))
    return _sensible(found, today)


def window(said: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of counting: "quý 3", "15/10–14/11"; raises Unclear.

    It may not end in the future: a figure of a period that is not over has its own last day.
    """
    words = _plain(said)
    first: date | None = None
    last: date | None = None
    if found := _part(words, today):
        first, last = found.start, found.last
    elif between := _BETWEEN.fullmatch(words) or _HYPHEN.fullmatch(words):
        last = _day(between[2], today)
        # The year may stand behind the second day only.
        first = _day(between[1], last) if last else None
    if first is None or last is None or last < first:
        raise Unclear(
            _("Type the first and the last day, for example 15/10/2024 – 14/11/2024, or quarter 3.")
        )
    if last > today:
        raise Unclear(
            _(
                "That period is not over yet. Type until which day it was counted, for example "
                "{first} – {last}.",
                first=first,
                last=today,
            )
        )
    return _sensible(first, today), last


def written(said: str, today: date) -> date:
    """Return a day that is written out with its year, as in a sheet; raises Unclear."""
    words = fold(unicodedata.normalize("NFKC", said)).strip()
    found = _day(words, today) if re.search(r"[0-9]{4}", words) else None
    if found is None:
        raise Unclear(_("Write the day with its year, for example 31/12/2024."))
    return _sensible(found, today)


def _plain(said: str) -> str:
    words = fold(unicodedata.normalize("NFKC", said)).strip(" .!,")
    return re.sub(r"^(?:tinh den|den het|den|chot|vao) ", "", " ".join(words.split()))


def _sensible(found: date, today: date) -> date:
    if found > today:
        raise Unclear(_("That day is still to come. A figure is counted on a day gone by."))
    if found < _EARLIEST:
        raise Unclear(_("That day is too long ago. Please look at the year again."))
    return found


def _day(words: str, today: date) -> date | None:
    if words in _AGO:
        return today - timedelta(days=_AGO[words])
    try:
        if found := _ISO.fullmatch(words):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DATE.fullmatch(words):
            meant = date(int(found[3] or today.year), int(found[2]), int(found[1]))
            # Without a year it is the last one that has been.
            return meant if found[3] or meant <= today else meant.replace(year=today.year - 1)
    except ValueError:
        pass
    return None


def _part(words: str, today: date) -> Period | None:
    """Return a part of a year: "tháng 10", "quý III/2024", "6 tháng đầu năm", or an id of ours."""
    words = re.sub(r"(?<=.) nam nay$", f" nam {today.year}", words)
    try:
        if found := _PART.fullmatch(words):
            return _named(found, today)
        return span(words, today)
    except Unclear:
        return None


def _named(found: re.Match[str], today: date) -> Period | None:
    """Return the period of a kind and its number.

    Without a year it is this year's, or last year's where that is wholly still to come.
    """
    kind, number, year = found.groups()
    if kind == "nam":
        return period(number) if number and not year else None
    if kind in {"thang", "quy"}:
        if number is None:
            return None
        number = str(_ROMAN.get(number, number))
    else:
        # Here a number behind the words can only be the year.
        year, number = year or number, ""
    made = _of_year(kind, number, year or str(today.year))
    if year is None and made.start > today:
        made = _of_year(kind, number, str(today.year - 1))
    return made


def _of_year(kind: str, number: str, year: str) -> Period:
    if kind == "thang":
        return period(f"{year}-{number:0>2}")
    if kind == "quy":
        return period(f"{year}-Q{number}")
    if kind.startswith(("9", "chin")):
        return period(f"{year}-01-01..{year}-09-30")
    return period(f"{year}-H{1 if 'dau' in kind else 2}")
