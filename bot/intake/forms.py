"""Makes the sheet that an official fills in: the roster as it is, and the figures to be given."""

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.asking import asked
from bot.domain.enrolment import Known
from bot.domain.figures import Figure
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.quantities import Origin, Quantity
from bot.domain.text import Text, _
from bot.intake import form_help, sheet
from bot.intake.work import Of
from bot.reading.roll.cells import ROLES
from bot.reading.roll.heads import HEADS, Head, Page

# The figures that every village has: households, and people by the age from which they count.
_HOUSEHOLDS, _POPULATION, _FROM = "so_ho", "dan_so", re.compile(r"nguoi_tu_[0-9]+")
# Where the figure's place is the whole commune, and that has no name yet.
_EVERYWHERE = Place(0, "cả xã")
_WIDTHS: dict[str, int] = {
    Head.COMMUNE: 34, Head.SINCE: 14, Head.VILLAGE: 26, Head.TEAM: 30, Head.TITLE: 12,
    Head.NAME: 32, Head.ROLE: 16, Head.AS_OF: 14, Head.GIVER: 24, Head.DOCUMENT: 24,
}  # fmt: skip
_DAYS = (Head.SINCE, Head.AS_OF)
# So many rows get the list of roles and the form of days, filled in or not.
_ROOM = 500


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known: the roster, and of each village the newest figures that share their source."""

    known: Known = field(default_factory=Known)
    figures: Mapping[int, Mapping[str, Figure]] = field(default_factory=dict)


async def standing(known: Known, catalogue: Catalogue, of: Of) -> Standing:
    """Return a roster with the figures that stand on its page of villages."""
    wanted = _of_villages(catalogue)
    figures: dict[int, dict[str, Figure]] = {}
    for village in known.villages:
        every = [await of(one.id, village) for one in wanted]
        figures[village.id] = _together([some[0] for some in every if some])
    return Standing(known, figures)


def form(
    catalogue: Catalogue, standing: Standing, say: Callable[[Text], str], *, each: bool
) -> tuple[bytes, int]:
    """Return the sheet as an .xlsx, and how many rows of figures it has.

    `each`: rows for every village, too. A commune that is not set up yet gets an empty one.
    """
    known = standing.known
    wanted = [one for group in asked(catalogue).values() for one in group]
    places = [known.commune or _EVERYWHERE, *(known.villages if each else ())]
    book = Workbook()
    sentence = say(_("A whole number, please: how many were counted."))
    rows = sheet.figures(book, wanted, places, sentence)
    _pages(say, catalogue, standing, book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue(), rows


def _together(newest: Sequence[Figure]) -> dict[str, Figure]:
    """Return the figures that share the newest day, giver and document: a row has one of each."""
    if not newest:
        return {}
    last = max(newest, key=lambda one: one.as_of)
    shared = (last.as_of, last.giver, last.document)
    return {one.name: one for one in newest if (one.as_of, one.giver, one.document) == shared}


def _of_villages(catalogue: Catalogue) -> list[Quantity]:
    """Return the figures that stand on the page of villages."""
    figures = [
        one
        for one in catalogue.quantities.values()
        if one.origin is Origin.FIGURE
        and not one.flow
        and (one.id in {_HOUSEHOLDS, _POPULATION} or _FROM.fullmatch(one.id))
    ]
    order = (_HOUSEHOLDS, _POPULATION)
    return sorted(
        figures, key=lambda one: (one.id not in order, one.floor or 0, one.id != _HOUSEHOLDS)
    )


def _pages(
    say: Callable[[Text], str], catalogue: Catalogue, standing: Standing, book: Workbook
) -> None:
    """Add the pages of the roster in front of that of figures."""
    known, wanted = standing.known, _of_villages(catalogue)
    for nth, page in enumerate(Page):
        book.create_sheet(page.value, nth)
    form_help.write(say, book[Page.HELP])
    commune = [[known.commune.name, known.first]] if known.commune else []
    _fill(book[Page.COMMUNE], list(HEADS[Page.COMMUNE]), commune)
    villages = [_village(one, wanted, standing.figures.get(one.id, {})) for one in known.villages]
    heads = [Head.VILLAGE, *(one.title.of("vi") for one in wanted), *HEADS[Page.VILLAGES][1:]]
    _fill(book[Page.VILLAGES], heads, villages)
    names = {one.id: one.name for one in known.villages}
    teams = [[names[one.village], one.place.name] for one in known.teams]
    _fill(book[Page.TEAMS], list(HEADS[Page.TEAMS]), teams)
    people = [
        [
            one.team.name if one.team else None,
            one.village.name if one.village else None,
            one.title,
            one.name,
            ROLES[one.role],
        ]
        for one in known.people
    ]
    _fill(book[Page.PEOPLE], list(HEADS[Page.PEOPLE]), people)
    roles = DataValidation(type="list", formula1=f'"{",".join(ROLES.values())}"', allow_blank=True)
    roles.add(f"{get_column_letter(HEADS[Page.PEOPLE].index(Head.ROLE) + 1)}2:E{_ROOM}")
    book[Page.PEOPLE].add_data_validation(roles)
    book.active = 0


def _village(
    village: Place, wanted: Sequence[Quantity], figures: Mapping[str, Figure]
) -> list[str | int | date | None]:
    one = next(iter(figures.values()), None)
    counts = [int(figures[name].value) if (name := each.id) in figures else None for each in wanted]
    if one is None:
        usual = next((each.giver for each in wanted if each.giver), None)
        return [village.name, *counts, None, usual.of("vi") if usual else None, None]
    return [village.name, *counts, one.as_of, one.giver, one.document]


def _fill(
    sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[str | int | date | None]]
) -> None:
    """Write a head that stays and the rows below it; words are never taken for a formula."""
    for at, head in enumerate(heads, start=1):
        cell = sheet.cell(1, at, str(head))
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(head, 14)
    for number, row in enumerate(rows, start=2):
        for at, value in enumerate(row, start=1):
            cell = sheet.cell(number, at, value)
            if isinstance(value, str):
                cell.data_type = "s"
    for head in _DAYS:
        for number in range(2, _ROOM) if head in heads else ():
            sheet.cell(number, heads.index(head) + 1).number_format = "DD/MM/YYYY"
    sheet.freeze_panes = "A2"
