"""The periods that the title of a report names, in words or as a year alone."""

import re
from dataclasses import dataclass
from datetime import date

from bot.reading.draft.text import Item
from bot.reading.draft.windows import WORD, month_of, whole_year, windows_of

# "Two years 2024, 2025" is no year.
_BARE_YEAR = re.compile(
    r"\bnăm\s(?P<year>20\d\d)\b(?!\s?(?:,|-|–|và)\s?(?:năm )?20\d\d)", re.IGNORECASE
)
_MONTH_BESIDE = re.compile(r"\btháng\s(?P<month>\d{1,2})(?=\s(?:và|&)\s)", re.IGNORECASE)
AHEAD = re.compile(
    r"nhiệm vụ|phương hướng|thời gian tới|trong tới|tiếp theo|sắp tới|phấn đấu|dự kiến|kế hoạch|"
    r"cùng kỳ|so với|kỳ trước|trước đó|giải pháp|kiến nghị|chỉ tiêu|hoàn thành trước|sẽ\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A period in words: the windows that both schemes give it, and where it stands."""

    windows: tuple[tuple[date, date], ...]
    item: Item
    start: int
    end: int
    worded: bool = True


def first_of_title(called: tuple[Item, ...]) -> Named | None:
    """Return the period that the title names first; a year alone is one as well."""
    word = word_of_title(called)
    if word:
        item, start, end = word
        found = WORD.match(item.text, start)
        windows = windows_of(found) if found else ()
        beside = _beside(called, windows[0][1].year) if windows else ()
        return Named(windows + beside, item, start, end) if windows else None
    for item in called:
        for found in _BARE_YEAR.finditer(item.text):
            before = item.text[max(0, found.start() - 40) : found.start()]
            if re.search(
                r"(?i)đến\s$|giai đoạn|ngày\s.{0,16}$|định hướng|tầm nhìn|tháng\s\d+,?\s$", before
            ):
                continue
            if AHEAD.search(before):
                continue
            return Named(whole_year(int(found["year"])), item, *found.span())
    return None


def _beside(called: tuple[Item, ...], year: int) -> tuple[tuple[date, date], ...]:
    """Return the days of further periods of a title: "of month 9 and of the first 9 months"."""
    windows: list[tuple[date, date]] = []
    for item in called:
        for found in _MONTH_BESIDE.finditer(item.text):
            windows += month_of(year, int(found["month"]))
        for found in WORD.finditer(item.text):
            before = item.text[max(0, found.start() - 40) : found.start()]
            if not AHEAD.search(before):
                windows += windows_of(found)
    return tuple(windows)


def word_of_title(called: tuple[Item, ...]) -> tuple[Item, int, int] | None:
    for item in called:
        for found in WORD.finditer(item.text):
            before = item.text[max(0, found.start() - 40) : found.start()]
            if not AHEAD.search(before):
                return item, found.start(), found.end()
    return None
