"""What was read of a workbook, as text that can be held until somebody says yes."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.reading.workbook.cells import Cell
from bot.reading.workbook.columns import Row
from bot.reading.workbook.files import sheets

# What an official has on a telephone.
ENDINGS = frozenset({"xlsx", "csv"})


def handed(data: bytes, ending: str) -> str:
    """Return what stands in a workbook or a list; raises Refused."""
    return written(sheets(data, listed=ending == "csv"))


def written(pages: Mapping[str, Sequence[Row]]) -> str:
    """Write the cells of each sheet down; nothing else of the file is there."""
    told = {name: [[_plain(cell) for cell in row] for row in rows] for name, rows in pages.items()}
    return json.dumps(told, ensure_ascii=False)


def read(text: str) -> dict[str, list[Row]]:
    """Return what `written` wrote down."""
    pages = json.loads(text)
    return {name: [[_cell(one) for one in row] for row in rows] for name, rows in pages.items()}


def _plain(cell: Cell) -> list[object]:
    value = cell.value
    kind = ""
    if isinstance(value, datetime):
        kind, value = "datetime", value.isoformat()
    elif isinstance(value, date):
        kind, value = "date", value.isoformat()
    return [value, kind, cell.percent, cell.formula]


def _cell(plain: list[Any]) -> Cell:
    value, kind, percent, formula = plain
    if kind:
        value = {"date": date, "datetime": datetime}[kind].fromisoformat(value)
    return Cell(value, percent=percent, formula=formula)
