"""Columns of rates: each the quotient of two others of its row."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.domain.claims import Printed, holds
from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.pages import spelled
from bot.reading.draft.tables.rows import MOST, Cell, Row, quoted, value

_FULL = 100  # percent


def rates(rows: Sequence[Row], counted: list[int]) -> Iterator[Correction]:
    """Find rates that are not the quotient of their row where most rows have it so."""
    for column in range(len(rows[0].cells)):
        rated = [nth for nth, row in enumerate(rows) if _rated(row.cells[column])]
        best = max(
            ((_off(rows, rated, column, part, whole), part, whole)
             for part in counted for whole in counted if part != whole),
            key=lambda found: -len(found[0]), default=None,
        )  # fmt: skip
        if not rated or not best:
            continue
        off, part, whole = best
        agreed = len(rated) - len(off)
        if agreed >= 2 and agreed >= len(rated) * MOST:
            for nth in off:
                yield _rate(rows[nth], column, value(rows[nth], part), value(rows[nth], whole))


def _rated(cell: Cell | None) -> bool:
    """Tell whether a cell may be a rate: its sign may stand in the heading of the column."""
    return bool(cell and (cell.rate or (cell.decimals and cell.value <= _FULL)))


def _off(rows: Sequence[Row], rated: list[int], column: int, part: int, whole: int) -> list[int]:
    return [
        nth
        for nth in rated
        if not _fits(rows[nth].cells[column], value(rows[nth], part), value(rows[nth], whole))
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
    line, quote = quoted(row, column)
    why = _(
        "{part} of {whole} is {right} in this row of the table.",
        part=spelled(part),
        whole=spelled(whole),
        right=right,
    )
    return Correction(line, quote, Fault.RATIO, quote, expected, why)
