"""One row of a page of a roster sheet: its cells, read one by one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypeVar

from bot.domain.enrolment import Amiss
from bot.domain.errors import Unclear
from bot.domain.figures import Figure
from bot.domain.text import _
from bot.reading.roll.heads import Head, Layout, Page
from bot.reading.sources import document, giver
from bot.reading.workbook import cells as figures
from bot.reading.workbook.cells import Cell
from bot.reading.workbook.columns import Row

Read = TypeVar("Read")
_EMPTY = Cell(None)


@dataclass(frozen=True, slots=True)
class Line:
    """A row below the head of a page."""

    page: Page
    number: int
    row: Row
    where: Layout
    wrong: list[Amiss]

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands in the columns that are known."""
        return all(self._at(at).empty for at in (*self.where.columns.values(), *self.where.figures))

    def take(self, head: Head, reading: Callable[[Cell], Read]) -> Read | None:
        """Read a cell; what is wrong with it is told with its column."""
        at = self.where.columns.get(head)
        return self._read(head, _EMPTY if at is None else self._at(at), reading)

    def figures(self, today: date) -> tuple[Figure, ...]:
        """Return the figures of a village; day and giver are needed only beside a figure."""
        filled = [(one, at) for at, one in self.where.figures.items() if not self._at(at).empty]
        if not filled:
            return ()
        given = [
            (
                one,
                self._read(one.title.of("vi"), self._at(at), partial(figures.count, unit=one.unit)),
            )
            for one, at in filled
        ]
        as_of = self.take(Head.AS_OF, lambda cell: _day(figures.day(cell, today)))
        who = self.take(Head.GIVER, lambda cell: giver(figures.words(cell)))
        paper = self.take(Head.DOCUMENT, _document)
        if as_of is None or who is None:
            return ()
        return tuple(
            Figure(one.id, Decimal(value), one.unit.value, as_of, who, paper)
            for one, value in given
            if value is not None
        )

    def _at(self, at: int) -> Cell:
        return self.row[at] if at < len(self.row) else _EMPTY

    def _read(self, column: str, cell: Cell, reading: Callable[[Cell], Read]) -> Read | None:
        try:
            return reading(cell)
        except Unclear as unclear:
            self.wrong.append(Amiss(self.page, self.number, column, unclear.text))
            return None


def _day(day: date | None) -> date:
    if day is None:
        raise Unclear(_("Write the day of counting, for example 31/12/2024."))
    return day


def _document(cell: Cell) -> str | None:
    said = figures.words(cell)
    return document(said) if said else None
