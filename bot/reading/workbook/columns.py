"""The columns of the table of figures, and which row names them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeAlias

from bot.domain.text import fold
from bot.reading.workbook.cells import Cell

Row: TypeAlias = Sequence[Cell]

# The table stands on the sheet of this name.
NAME = "Số liệu"


class Column(StrEnum):
    """The columns, as the template heads them."""

    ID = "Mã"
    TITLE = "Tên"
    VALUE = "Giá trị"
    UNIT = "Đơn vị"
    PLACE = "Nơi"
    SINCE = "Từ ngày"
    AS_OF = "Đến ngày (ngày chốt)"
    GIVER = "Người/cơ quan cho"
    DOCUMENT = "Số văn bản"


_HEADS = {fold(column): column for column in Column} | {
    "den ngay": Column.AS_OF,
    "ngay chot": Column.AS_OF,
    "nguoi cho": Column.GIVER,
    "co quan cho": Column.GIVER,
}
NEEDED = (Column.VALUE, Column.UNIT, Column.PLACE, Column.AS_OF, Column.GIVER)


def is_head(row: Row) -> bool:
    """Tell whether a row is the one that names the columns."""
    named = columns(row)
    return Column.VALUE in named and (Column.ID in named or Column.TITLE in named)


def columns(row: Row) -> dict[Column, int]:
    """Return where each column stands; of two with one head the first."""
    found: dict[Column, int] = {}
    for nth, cell in enumerate(row):
        if isinstance(cell.value, str) and (column := _HEADS.get(fold(cell.value))):
            found.setdefault(column, nth)
    return found
