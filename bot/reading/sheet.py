"""Reads rows of the sheet "Số liệu" into figures, with everything that is wrong, row by row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias, TypeVar

from bot.domain.errors import Unclear
from bot.domain.figures import Figure
from bot.domain.places import Place
from bot.domain.quantities import Quantity
from bot.domain.text import Phrase, _, fold
from bot.reading import sheet_cells as cells
from bot.reading.sheet_cells import Cell
from bot.reading.sources import document as read_document
from bot.reading.sources import giver as read_giver

Read = TypeVar("Read")
Row: TypeAlias = Sequence[Cell]

# The sheet is found by this name.
NAME = "Số liệu"
# How far down the head may stand, below a title.
_HEAD_BY = 10


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
_NEEDED = (Column.VALUE, Column.UNIT, Column.PLACE, Column.AS_OF, Column.GIVER)
_EMPTY = Cell(None)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something wrong in a row (from 1), and in which column."""

    row: int
    column: Column | None
    text: Phrase


@dataclass(frozen=True, slots=True)
class Found:
    """A figure of a row and the place it is for."""

    row: int
    figure: Figure
    place: Place


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet came to; `blank`: rows without a value; `strange`: unknown columns, from 1."""

    found: tuple[Found, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    blank: int = 0
    strange: tuple[int, ...] = ()


def read(
    rows: Sequence[Row], quantities: Mapping[str, Quantity], places: Sequence[Place], today: date
) -> Sheet:
    """Read the rows of a sheet; `places` are the commune and then its villages."""
    head = next((nth for nth, row in enumerate(rows[:_HEAD_BY]) if _is_head(row)), None)
    if head is None:
        missing = _("The head is missing: a row with “Mã” or “Tên”, “Giá trị” and the others.")
        return Sheet(wrong=(Wrong(1, None, missing),))
    columns = _columns(rows[head])
    lacking = [column for column in _NEEDED if column not in columns]
    if lacking:
        absent = _("These columns are missing: {names}.", names=", ".join(lacking))
        return Sheet(wrong=(Wrong(head + 1, None, absent),))
    table = _Table(columns, quantities, places, today)
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        table.take(number, row)
    strange = [
        nth for nth, cell in enumerate(rows[head]) if not cell.empty and nth not in columns.values()
    ]
    return Sheet(
        tuple(table.found), tuple(table.wrong), table.blank, tuple(nth + 1 for nth in strange)
    )


@dataclass(slots=True)
class _Table:
    """The rows below a head, as they are read."""

    columns: Mapping[Column, int]
    quantities: Mapping[str, Quantity]
    places: Sequence[Place]
    today: date
    found: list[Found] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    seen: dict[tuple[object, ...], int] = field(default_factory=dict)
    blank: int = 0

    def take(self, number: int, row: Row) -> None:
        """Read one row; one without a value is left for later, and says so."""
        at = {
            column: row[place] if place < len(row) else _EMPTY
            for column, place in self.columns.items()
        }
        if all(cell.empty for cell in at.values()):
            return
        if at[Column.VALUE].empty:
            self.blank += 1
            return
        before = len(self.wrong)
        found = self._figure(number, at)
        if found is None or len(self.wrong) > before:
            return
        one = found.figure
        above = self.seen.setdefault((one.name, found.place.id, one.since, one.as_of), number)
        if above != number:
            twice = _("This figure stands in row {row} already.", row=above)
            self.wrong.append(Wrong(number, None, twice))
            return
        self.found.append(found)

    def _figure(self, number: int, at: Mapping[Column, Cell]) -> Found | None:
        """Return the figure of a row; None, with every reason in `wrong`, where it is none."""

        def take(column: Column, reading: Callable[[Cell], Read]) -> Read | None:
            try:
                return reading(at.get(column, _EMPTY))
            except Unclear as unclear:
                self.wrong.append(Wrong(number, column, unclear.text))
                return None

        title = at.get(Column.TITLE, _EMPTY)
        wanted = take(Column.ID, lambda cell: cells.quantity(cell, title, self.quantities))
        if wanted is None:
            return None
        value = take(Column.VALUE, lambda cell: cells.count(cell, wanted.unit))
        take(Column.UNIT, lambda cell: cells.same_unit(cell, wanted))
        place = take(Column.PLACE, lambda cell: cells.place(cell, self.places))
        as_of = take(Column.AS_OF, lambda cell: _needed(cells.day(cell, self.today)))
        since = take(Column.SINCE, lambda cell: _since(cells.day(cell, self.today), wanted, as_of))
        giver = take(Column.GIVER, lambda cell: read_giver(cells.words(cell)))
        document = take(Column.DOCUMENT, _document)
        if value is None or place is None or as_of is None or giver is None:
            return None
        unit = wanted.unit.value
        figure = Figure(wanted.id, Decimal(value), unit, as_of, giver, document, since)
        return Found(number, figure, place)


def _is_head(row: Row) -> bool:
    named = _columns(row)
    return Column.VALUE in named and (Column.ID in named or Column.TITLE in named)


def _columns(row: Row) -> dict[Column, int]:
    """Return where each column stands; of two with one head the first."""
    found: dict[Column, int] = {}
    for nth, cell in enumerate(row):
        if isinstance(cell.value, str) and (column := _HEADS.get(fold(cell.value))):
            found.setdefault(column, nth)
    return found


def _needed(day: date | None) -> date:
    if day is None:
        raise Unclear(_("Write the day of counting, for example 31/12/2024."))
    return day


def _since(day: date | None, wanted: Quantity, as_of: date | None) -> date | None:
    if wanted.flow and day is None:
        raise Unclear(_("This is counted over a time: write its first day, too."))
    if not wanted.flow and day is not None:
        raise Unclear(_("This is counted on one day: leave the first day empty."))
    if day and as_of and day > as_of:
        raise Unclear(_("The first day is after the last one."))
    return day


def _document(cell: Cell) -> str | None:
    said = cells.words(cell)
    return read_document(said) if said else None
