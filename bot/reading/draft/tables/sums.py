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
_ADDED = 2  # rows that must truly add something up before another one can be wrong
_ODD = 2  # rows that may be wrong; where more differ the columns are no sum of each other
_FEW = 7  # columns among which three are tried as parts
_LEVEL = re.compile(r"^(?:[IVX]{1,4}|[A-H]|\d{1,2}\.\d{1,2})\.?$|trong đó|(?:^|\s)[-+*] ?\w")


def across(rows: Sequence[Row], counted: list[int]) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Find cells that are not the sum of their row where most rows have it so."""
    filled = [nth for nth, row in enumerate(rows) if all(row.cells[at] for at in counted)]
    if len(counted) < 3 or len(filled) < 3:
        return
    equations = [
        (whole, group, _unequal(rows, filled, whole, group)) for whole, group in _groups(counted)
    ]
    # Columns that hold in every row are explained: no part of them is another sum.
    explained = {whole for whole, _group, off in equations if not off}
    known = [{whole, *group} for whole, group, off in equations if not off]
    for whole, group, off in equations:
        if whole in explained or any({whole, *group} <= columns for columns in known):
            continue
        plain = _plain(rows, [nth for nth in filled if nth not in off], group)
        single = [nth for nth in off if not rows[nth].total]
        if not plain and len(off) <= len(filled) * (1 - MOST) and len(single) <= _ODD:
            for nth in off:
                if not any(_STOCK.search(text) for text in rows[nth].item.cells[:2]):
                    yield (nth, whole), _sum(rows[nth], group)
            return


def _groups(counted: list[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Go through every column with the others that may make it: all of them, or two or three."""
    for whole in counted:
        rest = [column for column in counted if column != whole]
        few = 3 if len(rest) <= _FEW else 2
        yield whole, tuple(rest)
        for size in range(2, min(few, len(rest) - 1) + 1):
            for group in combinations(rest, size):
                yield whole, group


def _plain(rows: Sequence[Row], held: list[int], group: tuple[int, ...]) -> bool:
    """Tell whether hardly any row adds up more than one number and noughts: that is chance."""
    added = [nth for nth in held if sum(value(rows[nth], column) > 0 for column in group) > 1]
    return len(added) < _ADDED


def _unequal(
    rows: Sequence[Row], filled: list[int], whole: int, group: tuple[int, ...]
) -> list[int]:
    return [nth for nth in filled if _sum(rows[nth], group) != value(rows[nth], whole)]


def _sum(row: Row, group: tuple[int, ...]) -> Decimal:
    return sum((value(row, column) for column in group), Decimal(0))


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
