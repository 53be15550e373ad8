"""Tables of a report: rates of rows, total rows, and columns that are the sum of others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from bot.domain.claims import Printed, holds
from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.figure import number
from bot.reading.draft.pages import Pages, spelled
from bot.reading.draft.text import Item

_WIDE = 14  # columns; a wider table is not searched for sums
_LONG = 400  # rows
_MOST = Fraction(3, 5)  # so many rows must agree before one that does not is wrong
_TOTAL = re.compile(r"(?:tổng(?: (?:cộng|số|toàn xã))?|cộng|toàn xã|chung)\W*$", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"^\W*(?:tt|stt|số tt|năm)\W*$|bình quân|tỷ lệ|tỉ lệ|%|\bđiểm\b|ghi chú", re.IGNORECASE
)
# Rows of what there is at one moment: these are not added up over months.
_STOCK = re.compile(
    r"\b(?:chưa|còn|tồn|cuối (?:kỳ|tháng|quý)|lũy kế|luỹ kế|hiện có|bình quân|cao nhất|thấp nhất"
    r"|tỷ lệ|tỉ lệ|điểm)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?:[IVX]{1,4}|[A-H]|\d{1,2}\.\d{1,2})\.?$|trong đó|(?:^|\s)[-+*] ?\w")


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


def tables(pages: Pages) -> Iterable[Correction]:
    """Check every table of a report."""
    for head, rows in _tables(pages):
        width = len(rows[0].cells)
        if width > _WIDE or len(rows) > _LONG:
            continue
        counted = [nth for nth in range(width) if _counts(rows, nth, head)]
        wrong = dict(_across(rows, counted))
        for (nth, column), right in wrong.items():
            yield _sum(rows[nth], column, right)
        yield from _down(rows, counted, wrong)
        yield from _rates(rows, counted)


def _tables(pages: Pages) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
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
    total = any(_TOTAL.match(text.strip()) for text in texts[:2])
    if len(texts) < width:
        # A total row has no number of its own, or one cell spans two columns.
        texts = ("",) * (width - len(texts)) + texts
    return Row(item, tuple(_cell(text) for text in texts), total)


def _cell(text: str) -> Cell | None:
    words = text.strip().rstrip("%").rstrip().rstrip(",")
    known = number(words)
    return Cell(*known, rate="%" in text) if known else None


def _counts(rows: Sequence[Row], nth: int, head: tuple[str, ...]) -> bool:
    """Tell whether a column holds counts: not the row's own number, no rates, no years."""
    if nth < len(head) and _NO_COUNT.search(head[nth]):
        return False
    cells = [row.cells[nth] for row in rows if row.cells[nth]]
    values = [cell.value for cell in cells if cell and not cell.rate]
    if not nth or len(values) < len(cells) or not values:
        return False
    return values[: len(rows)] != [Decimal(at) for at in range(1, len(values) + 1)]


def _value(row: Row, column: int) -> Decimal:
    cell = row.cells[column]
    return cell.value if cell else Decimal(0)


def _across(rows: Sequence[Row], counted: list[int]) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Find cells that are not the sum of their row where most rows have it so."""
    filled = [nth for nth, row in enumerate(rows) if all(row.cells[at] for at in counted)]
    if len(counted) < 3 or len(filled) < 3:
        return
    for whole in counted:
        rest = [column for column in counted if column != whole]
        groups = [tuple(rest), *combinations(rest, 2)] if len(rest) > 2 else [tuple(rest)]
        for group in groups:
            sums = {nth: sum(_value(rows[nth], column) for column in group) for nth in filled}
            off = [nth for nth in filled if sums[nth] != _value(rows[nth], whole)]
            plain = all(_value(rows[nth], group[-1]) == 0 for nth in filled)
            if off and not plain and len(off) <= len(filled) * (1 - _MOST):
                for nth in off:
                    if not any(_STOCK.search(text) for text in rows[nth].item.cells[:2]):
                        yield (nth, whole), Decimal(sums[nth])
                return


def _down(
    rows: Sequence[Row], counted: list[int], wrong: dict[tuple[int, int], Decimal]
) -> Iterator[Correction]:
    """Find total rows that are not the sum of the rows above (or below) them."""
    totals = [nth for nth, row in enumerate(rows) if row.total]
    if len(totals) != 1 or totals[0] not in {0, len(rows) - 1} or len(rows) < 3:
        return
    total = totals[0]
    parts = [nth for nth in range(len(rows)) if nth != total]
    if any(_LEVEL.search(text) for nth in parts for text in rows[nth].item.cells[:2]):
        return
    off: list[tuple[int, Decimal]] = []
    for column in counted:
        if not rows[total].cells[column]:
            continue
        summed = sum(
            (wrong.get((nth, column), _value(rows[nth], column)) for nth in parts), Decimal(0)
        )
        if summed != _value(rows[total], column):
            off.append((column, summed))
    # Where nothing adds up the rows are no parts of the whole.
    if len(off) > 1 and len(off) * 2 > len(counted):
        return
    for column, summed in off:
        if (total, column) not in wrong and _near(summed, _value(rows[total], column)):
            yield _sum(rows[total], column, summed)


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) * 2 <= max(one, other)


def _rates(rows: Sequence[Row], counted: list[int]) -> Iterator[Correction]:
    """Find rates that are not the quotient of their row where most rows have it so."""
    for column in range(len(rows[0].cells)):
        rated = [nth for nth, row in enumerate(rows) if (cell := row.cells[column]) and cell.rate]
        best = max(
            ((_off(rows, rated, column, part, whole), part, whole)
             for part in counted for whole in counted if part != whole),
            key=lambda found: -len(found[0]), default=None,
        )  # fmt: skip
        if not rated or not best:
            continue
        off, part, whole = best
        agreed = len(rated) - len(off)
        if agreed >= 2 and agreed >= len(rated) * _MOST:
            for nth in off:
                yield _rate(rows[nth], column, _value(rows[nth], part), _value(rows[nth], whole))


def _off(rows: Sequence[Row], rated: list[int], column: int, part: int, whole: int) -> list[int]:
    return [
        nth
        for nth in rated
        if not _fits(rows[nth].cells[column], _value(rows[nth], part), _value(rows[nth], whole))
    ]


def _fits(rate: Cell | None, part: Decimal, whole: Decimal) -> bool:
    if not rate or not whole:
        return False
    return holds(part, whole, Printed(rate.value, rate.decimals)).should == rate.value


def _rate(row: Row, column: int, part: Decimal, whole: Decimal) -> Correction:
    cell = row.cells[column]
    decimals = cell.decimals if cell else 0
    if not whole:
        expected, right = Plain("—"), "—"
    else:
        right = f"{spelled(holds(part, whole, Printed(Decimal(0), decimals)).should)}%"
        expected = Plain(f"{right} ({spelled(part)}/{spelled(whole)})")
    line, quote = _quoted(row, column)
    why = _(
        "{part} of {whole} is {right} in this row of the table.",
        part=spelled(part),
        whole=spelled(whole),
        right=right,
    )
    return Correction(line, quote, Fault.RATIO, quote, expected, why)


def _sum(row: Row, column: int, right: Decimal) -> Correction:
    line, quote = _quoted(row, column)
    said = spelled(_value(row, column))
    why = _("The parts add up to {right}, the table has {said}.", right=spelled(right), said=said)
    return Correction(line, quote, Fault.SUM, quote, Plain(spelled(right)), why)


def _quoted(row: Row, column: int) -> tuple[int, str]:
    """Quote the cell where it has a line of its own, otherwise the row."""
    item = row.item
    if len(item.lines) > 1:
        nth = column - (len(row.cells) - len(item.lines))
        line = item.lines[max(0, min(nth, len(item.lines) - 1))]
        return line.number, line.text
    return item.quote(0, len(item.text))
