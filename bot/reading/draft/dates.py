"""Days and spans of days as reports write them: "06/02/2024", "ngày 6 tháng 2 năm 2024"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_SHORT = r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?![\d/])"
_LONG = r"\d{1,2} tháng \d{1,2}(?:,? ?năm \d{4})?"
DAY = rf"(?:{_LONG}|{_SHORT})"
_PARTS = re.compile(r"(\d{1,2})\D+?(\d{1,2})(?:\D+?(\d{4}))?$")
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?\s"
_SPAN = re.compile(
    rf"(?P<lead>từ\s(?:hết\s)?(?:{_WEEKDAY})?(?:ngày\s)?|\(\s?(?:ngày\s)?|kỳ báo cáo:?\s|ngày\s|\s)"
    rf"(?P<first>{DAY})(?P<mid>\s?(?:[-–—]|đến|tới)\s?)(?:hết\s|cuối\s)?(?:{_WEEKDAY})?(?:ngày\s)?(?P<last>{DAY})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included, and where that stands."""

    first: date
    last: date
    start: int
    end: int


def day(words: str, year: int | None = None) -> date | None:
    """Read a day; `year` is taken where none is written. None where there is no such day."""
    found = _PARTS.match(words.strip())
    if not found:
        return None
    written = int(found[3]) if found[3] else year
    if written is None:
        return None
    try:
        return date(written, int(found[2]), int(found[1]))
    except ValueError:
        return None


def spans(text: str, year: int | None = None) -> Iterator[Span]:
    """Find spans of days; a year that is written once serves both ends."""
    for found in _SPAN.finditer(text):
        if not found["lead"].strip() and "/" not in found["first"]:
            continue
        last = day(found["last"], year)
        if last is None:
            continue
        first = day(found["first"], last.year)
        if first and first > last and not re.search(r"\d{4}", found["first"]):
            first = day(found["first"], last.year - 1)
        if first and first <= last:
            start = found.start() + len(found["lead"]) - len(found["lead"].lstrip())
            yield Span(first, last, start, found.end())
