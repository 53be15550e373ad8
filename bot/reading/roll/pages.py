"""Reads the pages of a roster sheet into lines, with everything that is wrong, row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

from bot.domain.enrolment import Amiss, CommuneLine, PersonLine, Roll, TeamLine, VillageLine
from bot.domain.errors import Unclear
from bot.domain.people import Role
from bot.domain.quantities import Quantity
from bot.domain.text import Phrase, _
from bot.reading.roll import cells
from bot.reading.roll.heads import NEEDED, Head, Layout, Page, layout
from bot.reading.roll.lines import Line
from bot.reading.workbook import cells as figures
from bot.reading.workbook.cells import Cell
from bot.reading.workbook.columns import Row


def read(
    pages: Mapping[Page, Sequence[Row]], quantities: Mapping[str, Quantity], today: date
) -> Roll:
    """Read every page that is there; a page whose head is missing is one error."""
    reader = _Reader(today)
    for page, rows in pages.items():
        if page is not Page.HELP:
            reader.page(page, rows, layout(page, rows, quantities))
    return Roll(
        frozenset(pages) - {Page.HELP},
        tuple(reader.communes),
        tuple(reader.villages),
        tuple(reader.teams),
        tuple(reader.people),
        tuple(reader.wrong),
        tuple(reader.strange),
    )


@dataclass(slots=True)
class _Reader:
    """The pages, as they are read."""

    today: date
    communes: list[CommuneLine] = field(default_factory=list)
    villages: list[VillageLine] = field(default_factory=list)
    teams: list[TeamLine] = field(default_factory=list)
    people: list[PersonLine] = field(default_factory=list)
    wrong: list[Amiss] = field(default_factory=list)
    strange: list[tuple[str, int]] = field(default_factory=list)

    def page(self, page: Page, rows: Sequence[Row], where: Layout | None) -> None:
        """Read a page below its head."""
        if where is None:
            names = ", ".join(f"“{head}”" for head in NEEDED[page])
            missing = _("The head is missing: a row with {names}.", names=names)
            self.wrong.append(Amiss(page, 1, None, missing))
            return
        for at in where.strange:
            if at not in where.personal:
                self.strange.append((page, at + 1))
        for at in where.personal:
            self.wrong.append(_personal(page, where.head + 1, at))
        absent = [head for head in NEEDED[page] if head not in where.columns]
        if absent:
            text = _("These columns are missing: {names}.", names=", ".join(absent))
            self.wrong.append(Amiss(page, where.head + 1, None, text))
            return
        for number, row in enumerate(rows[where.head + 1 :], start=where.head + 2):
            line = Line(page, number, row, where, self.wrong)
            if not line.empty:
                self._line(page, line)

    def _line(self, page: Page, line: Line) -> None:
        before = len(self.wrong)
        match page:
            case Page.COMMUNE:
                name = line.take(Head.COMMUNE, cells.needed) or ""
                since = line.take(Head.SINCE, lambda cell: figures.day(cell, self.today))
                if len(self.wrong) == before:
                    self.communes.append(CommuneLine(line.number, name, since))
            case Page.VILLAGES:
                name = line.take(Head.VILLAGE, cells.needed) or ""
                given = line.figures(self.today)
                if name:
                    # What else is wrong in its row does not make the village unknown elsewhere.
                    self.villages.append(VillageLine(line.number, name, given))
            case Page.TEAMS:
                village = line.take(Head.VILLAGE, _village) or ""
                name = line.take(Head.TEAM, cells.needed) or ""
                if len(self.wrong) == before:
                    self.teams.append(TeamLine(line.number, name, village))
            case Page.PEOPLE:
                self._person(line, before)

    def _person(self, line: Line, before: int) -> None:
        name = line.take(Head.NAME, cells.person) or ""
        title = line.take(Head.TITLE, cells.title) or ""
        role = line.take(Head.ROLE, cells.role)
        official = role is Role.OFFICIAL
        team = line.take(Head.TEAM, lambda cell: _team(cell, official=official)) or ""
        village = line.take(Head.VILLAGE, cells.name) or ""
        if role and len(self.wrong) == before:
            self.people.append(PersonLine(line.number, name, title, role, team, village))


def _personal(page: Page, row: int, at: int) -> Amiss:
    text: Phrase = _(
        "Column {letter} looks like telephone numbers, ID cards, birthdays or addresses. The "
        "program keeps none of them: delete the column, save, and try again.",
        letter=get_column_letter(at + 1),
    )
    return Amiss(page, row, None, text)


def _village(cell: Cell) -> str:
    if cell.empty:
        raise Unclear(_("A team belongs to a village: write which one."))
    return cells.name(cell)


def _team(cell: Cell, *, official: bool) -> str:
    said = cells.name(cell)
    if official and said:
        raise Unclear(_("An official belongs to the whole commune: leave the team empty."))
    if not official and not said:
        raise Unclear(_("Write the team, as it stands on the page of teams."))
    return said
