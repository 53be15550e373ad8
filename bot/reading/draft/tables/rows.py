"""The rows of the tables of a report, and what their cells say in numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.reading.draft.figure import number
from bot.reading.draft.pages import Pages
from bot.reading.draft.text import Item

MOST = Fraction(3, 5)  # so many rows must agree before one that does not is wrong
TOTAL = re.compile(r"(?:tổng(?: (?:cộng|số|toàn xã))?|cộng|toàn xã|chung)\W*$", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"^\W*(?:tt|stt|số tt|năm)\W*$|bình quân|tỷ lệ|tỉ lệ|%|\bđiểm\b|ghi chú", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table; a rate has a percent sign."""

    value: Decimal
    decimals: int
    rate: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row with what its cells say in numbers, None where they say something else."""

    item: Item
    cells: tuple[Cell | None, ...]
    total: bool


def tables(pages: Pages) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """Go through runs of rows with the same number of cells, each below its heading row."""
    head: tuple[str, ...] = ()
    rows: list[Row] = []
    for one in pages.reads:
        cells = one.item.cells
        if cells and all(set(cell) <= set("-: ") for cell in cells):
            continue
        if rows and len(cells) not in {len(rows[0].cells), len(rows[0].cells) - 1}:
            yield head, rows
            head, rows = (), []
        if not cells:
            head = ()
            continue
        row = _row(one.item, len(rows[0].cells) if rows else len(cells))
        if any(row.cells[1:]):
            rows.append(row)
        elif not rows:
            head = cells
    if rows:
        yield head, rows


def _row(item: Item, width: int) -> Row:
    texts = item.cells
    total = any(TOTAL.match(text.strip()) for text in texts[:2])
    if len(texts) < width:
        # A total row has no number of its own, or one cell spans two columns.
        texts = ("",) * (width - len(texts)) + texts
    return Row(item, tuple(_cell(text) for text in texts), total)


def _cell(text: str) -> Cell | None:
    words = text.strip().rstrip("%").rstrip().rstrip(",")
    known = number(words)
    return Cell(*known, rate="%" in text) if known else None


def counts(rows: Sequence[Row], nth: int, head: tuple[str, ...]) -> bool:
    """Tell whether a column holds counts: not the row's own number, no rates, no years."""
    if nth < len(head) and _NO_COUNT.search(head[nth]):
        return False
    cells = [row.cells[nth] for row in rows if row.cells[nth]]
    values = [cell.value for cell in cells if cell and not cell.rate]
    if not nth or len(values) < len(cells) or not values:
        return False
    return values[: len(rows)] != [Decimal(at) for at in range(1, len(values) + 1)]


def value(row: Row, column: int) -> Decimal:
    """Return the number in a cell, nought where it has none."""
    cell = row.cells[column]
    return cell.value if cell else Decimal(0)


def quoted(row: Row, column: int) -> tuple[int, str]:
    """Quote the cell where it has a line of its own, otherwise the row."""
    item = row.item
    if len(item.lines) > 1:
        nth = column - (len(row.cells) - len(item.lines))
        line = item.lines[max(0, min(nth, len(item.lines) - 1))]
        return line.number, line.text
    return item.quote(0, len(item.text))
