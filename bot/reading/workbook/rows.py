"""Reads the rows of the table into figures, with everything that is wrong, row by row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from bot.domain.errors import Unclear
from bot.domain.figures import Figure
from bot.domain.places import Place
from bot.domain.quantities import Quantity
from bot.domain.text import Phrase, _
from bot.reading.sources import document as read_document
from bot.reading.sources import giver as read_giver
from bot.reading.workbook import cells
from bot.reading.workbook.cells import Cell
from bot.reading.workbook.columns import NEEDED, Column, Row, columns, is_head

Read = TypeVar("Read")
# How far down the head may stand, below a title.
_HEAD_BY = 10
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
class Table:
    """What a table came to; `blank`: rows without a value; `strange`: unknown columns, from 1."""

    found: tuple[Found, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    blank: int = 0
    strange: tuple[int, ...] = ()


def read(
    rows: Sequence[Row], quantities: Mapping[str, Quantity], places: Sequence[Place], today: date
) -> Table:
    """Read the rows of a sheet into a table; `places` are the commune and then its villages."""
    head = next((nth for nth, row in enumerate(rows[:_HEAD_BY]) if is_head(row)), None)
    if head is None:
        missing = _("The head is missing: a row with “Mã” or “Tên”, “Giá trị” and the others.")
        return Table(wrong=(Wrong(1, None, missing),))
    named = columns(rows[head])
    lacking = [column for column in NEEDED if column not in named]
    if lacking:
        absent = _("These columns are missing: {names}.", names=", ".join(lacking))
        return Table(wrong=(Wrong(head + 1, None, absent),))
    reader = _Reader(named, quantities, places, today)
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        reader.take(number, row)
    strange = [
        nth for nth, cell in enumerate(rows[head]) if not cell.empty and nth not in named.values()
    ]
    return Table(
        tuple(reader.found), tuple(reader.wrong), reader.blank, tuple(nth + 1 for nth in strange)
    )


@dataclass(slots=True)
class _Reader:
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

        title = take(Column.TITLE, cells.words)
        wanted = take(Column.ID, lambda cell: cells.quantity(cell, title or "", self.quantities))
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
