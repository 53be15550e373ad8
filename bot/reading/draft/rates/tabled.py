"""What the tables of a report say that a rate is made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from bot.domain.claims import rate as percent
from bot.reading.draft.figure import Figure, Read, number
from bot.reading.draft.pages import Pages
from bot.reading.draft.tables.rows import TOTAL

_MOST = 400  # rows of a report that are looked at
_WIDE = 14  # cells of a row that are tried with each other
_NAME = 90  # characters before a rate in which a row may be named


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its name in small letters, its whole numbers, and its rates."""

    name: str
    counts: tuple[Decimal, ...]
    rates: tuple[Decimal, ...]
    total: bool


def rows(pages: Pages) -> list[TableRow]:
    """Read the rows of all tables that hold at least two whole numbers."""
    found: list[TableRow] = []
    for one in pages.reads:
        if one.item.cells and len(found) < _MOST:
            row = _row(one.item.cells[:_WIDE])
            if len(row.counts) > 1:
                found.append(row)
    return found


def _row(cells: tuple[str, ...]) -> TableRow:
    read = [number(cell.strip().rstrip("% ").rstrip(",")) for cell in cells]
    wholes = [
        known[0] for cell, known in zip(cells, read, strict=True)
        if known and not known[1] and "%" not in cell
    ]  # fmt: skip
    rates = [
        known[0] for cell, known in zip(cells, read, strict=True)
        if known and (known[1] or "%" in cell)
    ]  # fmt: skip
    name = next((cell.strip() for cell in cells if re.search(r"[^\W\d_]{2}", cell)), "")
    total = any(TOTAL.match(cell.strip()) for cell in cells[:2])
    return TableRow(name.lower(), tuple(wholes), tuple(rates), total)


def in_tables(table: list[TableRow], one: Read, rate: Figure) -> bool:
    """Tell whether a row has the counts of a rate.

    The row is that of the total, prints the same rate, or is named before the rate: "thôn Đông
    cao nhất (77,5%)".
    """
    said = one.text[max(0, rate.start - _NAME) : rate.start].lower()
    for row in table:
        named = len(row.name) > 2 and re.search(rf"\b{re.escape(row.name)}\b", said)
        if not (row.total or rate.value in row.rates or named):
            continue
        if any(_is(rate, part, whole) for part, whole in permutations(row.counts, 2)):
            return True
    return False


def totals(table: list[TableRow]) -> Iterator[Decimal]:
    """Go through the numbers of all rows of totals."""
    for row in table:
        if row.total:
            yield from row.counts


def _is(rate: Figure, part: Decimal, whole: Decimal) -> bool:
    return 0 < part <= whole and percent(part, whole, rate.decimals) == rate.value
