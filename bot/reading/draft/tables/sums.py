"""Total rows, and columns that are the sum of others."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.pages import spelled
from bot.reading.draft.tables.rows import MOST, Row, quoted, value

# Rows of what there is at one moment: these are not added up over months.
_STOCK = re.compile(
    r"\b(?:chưa|còn|tồn|cuối (?:kỳ|tháng|quý)|lũy kế|luỹ kế|hiện có|bình quân|cao nhất|thấp nhất"
    r"|tỷ lệ|tỉ lệ|điểm)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?:[IVX]{1,4}|[A-H]|\d{1,2}\.\d{1,2})\.?$|trong đó|(?:^|\s)[-+*] ?\w")


def across(rows: Sequence[Row], counted: list[int]) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Find cells that are not the sum of their row where most rows have it so."""
    filled = [nth for nth, row in enumerate(rows) if all(row.cells[at] for at in counted)]
    if len(counted) < 3 or len(filled) < 3:
        return
    for whole in counted:
        rest = [column for column in counted if column != whole]
        groups = [tuple(rest), *combinations(rest, 2)] if len(rest) > 2 else [tuple(rest)]
        for group in groups:
            sums = {nth: sum(value(rows[nth], column) for column in group) for nth in filled}
            off = [nth for nth in filled if sums[nth] != value(rows[nth], whole)]
            plain = all(value(rows[nth], group[-1]) == 0 for nth in filled)
            if off and not plain and len(off) <= len(filled) * (1 - MOST):
                for nth in off:
                    if not any(_STOCK.search(text) for text in rows[nth].item.cells[:2]):
                        yield (nth, whole), Decimal(sums[nth])
                return


def down(
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
            (wrong.get((nth, column), value(rows[nth], column)) for nth in parts), Decimal(0)
        )
        if summed != value(rows[total], column):
            off.append((column, summed))
    # Where nothing adds up the rows are no parts of the whole.
    if len(off) > 1 and len(off) * 2 > len(counted):
        return
    for column, summed in off:
        if (total, column) not in wrong and _near(summed, value(rows[total], column)):
            yield unsummed(rows[total], column, summed)


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) * 2 <= max(one, other)


def unsummed(row: Row, column: int, right: Decimal) -> Correction:
    """Point at a cell that is not the sum that it ought to be."""
    line, quote = quoted(row, column)
    said = spelled(value(row, column))
    why = _("The parts add up to {right}, the table has {said}.", right=spelled(right), said=said)
    return Correction(line, quote, Fault.SUM, quote, Plain(spelled(right)), why)
