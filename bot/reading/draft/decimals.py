"""The decimal sign of a report: that of its majority; the few that differ are to be mended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.text import Draft, Item

# Units before which a number with a point and one or two digits is a decimal, no version or date.
_UNITS = (
    r"điểm(?! c)|triệu|tỷ đồng|tỉ đồng|km|ha|tấn|phút|giờ|ngày/|người/|lượt/|hộ/|m2|m²|"
    r"kg|lần|Mbps|GB"
)
_IN_TEXT = re.compile(
    rf"(?<![\d.,/-])\d{{1,3}}(?P<sign>[.,])\d{{1,2}}(?:\s?%|(?=\s(?:{_UNITS})))", re.IGNORECASE
)
_CELL = re.compile(r"\d{1,3}(?P<sign>[.,])\d{1,2}")
# "Version 3.5 GB": what is counted so is no decimal of the report.
_VERSION = re.compile(r"(?:phiên bản|version|mục|điều|khoản|bảng|biểu|phụ lục)\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Decimal:
    """A number with a decimal sign, and where it stands."""

    sign: str
    item: Item
    start: int
    end: int


def decimals(draft: Draft) -> Iterator[Correction]:
    """Point out decimals with another sign than the report's own.

    Vietnamese writes the comma; only a report that clearly writes points is one of points.
    """
    found = [one for item in draft.items for one in _decimals(item)]
    points = [one for one in found if one.sign == "."]
    commas = [one for one in found if one.sign == ","]
    if not points or not commas:
        return
    pointed = len(points) > 2 * len(commas)
    for one in commas if pointed else points:
        line, quote = one.item.quote(one.start, one.end)
        if pointed:
            why = _("Elsewhere this report writes decimals with a point, here with a comma.")
            mended = quote.replace(",", ".")
        else:
            why = _("Elsewhere this report writes decimals with a comma, here with a point.")
            mended = quote.replace(".", ",")
        yield Correction(line, quote, Fault.FORMAT, quote, Plain(mended), why)


def _decimals(item: Item) -> Iterator[_Decimal]:
    if item.cells:
        yield from _in_cells(item)
    for found in _IN_TEXT.finditer(item.text):
        if not _VERSION.search(item.text, max(0, found.start() - 12), found.start()):
            yield _Decimal(found["sign"], item, *found.span())


def _in_cells(item: Item) -> Iterator[_Decimal]:
    """Find cells that are a decimal and nothing else; the first one numbers the row."""
    at = 0
    for nth, cell in enumerate(item.cells):
        start = item.text.find(cell, at) if cell else at
        if start < 0:
            continue
        at = start + len(cell)
        found = _CELL.fullmatch(cell)
        if nth and found:
            yield _Decimal(found["sign"], item, start, at)
