"""Holds a sheet against the roster and the figures there are; keeps nothing."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from bot.domain.enrolment import Amiss, Enrolment, Known, Roll
from bot.domain.figures import Figure
from bot.domain.giving import step
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.text import Phrase, _, fold
from bot.intake.previews import Row as Beside
from bot.intake.previews import short
from bot.intake.told import Told
from bot.reading.roll import pages, planning
from bot.reading.roll.heads import Page, page_of
from bot.reading.workbook.columns import NAME, Row
from bot.reading.workbook.rows import Found, Table, read

# The figures given of a quantity in a place, the one that counts first.
Of: TypeAlias = Callable[[str, Place], Awaitable[Sequence[Figure]]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file says, before it is held against anything; `figures`: None without that page."""

    roll: Roll
    figures: Sequence[Row] | None
    unknown: tuple[str, ...]


def has_roster(sheets: Mapping[str, Sequence[Row]]) -> bool:
    """Tell whether a file has pages of a roster."""
    return any(page_of(name) not in {None, Page.HELP} for name in sheets)


def sheet(sheets: Mapping[str, Sequence[Row]], catalogue: Catalogue, today: date) -> Sheet:
    """Read the pages of a file."""
    named = {page: rows for name, rows in sheets.items() if (page := page_of(name))}
    figures = next((rows for name, rows in sheets.items() if fold(name) == fold(NAME)), None)
    unknown = (name for name in sheets if not page_of(name) and fold(name) != fold(NAME))
    roll = pages.read(named, catalogue.quantities, today)
    return Sheet(roll, figures, tuple(map(short, unknown)))


async def hold(
    sheet: Sheet,
    known: Known,
    catalogue: Catalogue,
    today: date,
    of: Of,
    *,
    wrong: Sequence[Amiss] = (),
) -> Told:
    """Return what a file comes to beside what is `known` of its commune and the figures there.

    `wrong`: what is wrong with it already.
    """
    plan = planning.plan(sheet.roll, known, today)
    plan = replace(plan, wrong=(*wrong, *plan.wrong))
    places = (plan.commune, *plan.villages)
    table = read(sheet.figures, catalogue.quantities, places, today) if sheet.figures else Table()
    plan = _no_other(plan, table)
    return Told(
        plan,
        table,
        rows=await beside(table.found, of),
        villages=await beside([Found(*one) for one in plan.figures], of),
        strange=sheet.roll.strange,
        unknown=sheet.unknown,
        roster=bool(sheet.roll.pages - {Page.HELP}),
    )


async def beside(found: Sequence[Found], of: Of) -> list[Beside]:
    """Hold each figure against those that were given; a place that is new has none."""
    rows = []
    for one in found:
        old = await of(one.figure.name, one.place) if one.place.id > 0 else ()
        rows.append(Beside(one, *step(one.figure, old)))
    return rows


def _no_other(plan: Enrolment, table: Table) -> Enrolment:
    """Refuse a village's figure that the page of figures has otherwise."""

    def key(figure: Figure, place: Place) -> tuple[str, int, date]:
        return figure.name, place.id, figure.as_of

    there = {key(one.figure, one.place): one for one in table.found if not one.figure.since}
    wrong = [
        Amiss(Page.VILLAGES, row, None, _twice(there[key(figure, place)]))
        for row, figure, place in plan.figures
        if key(figure, place) in there and there[key(figure, place)].figure != figure
    ]
    return replace(plan, wrong=(*plan.wrong, *wrong))


def _twice(other: Found) -> Phrase:
    return _(
        "A figure of this village and day stands otherwise on the page “{page}”, row {row}. Leave "
        "it in one place.",
        page=NAME,
        row=other.row,
    )
