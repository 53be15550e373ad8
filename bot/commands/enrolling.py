"""A roster sheet, looked at first and then kept with its figures: all of it, or nothing."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.commands import forms, previews, rolls
from bot.commands.context import Context
from bot.commands.roll_values import Told
from bot.domain.enrolment import Amiss, Enrolment, Known, Roll
from bot.domain.errors import Refused
from bot.domain.figures import Figure
from bot.domain.giving import step
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.text import Phrase, _, fold
from bot.reading.roll import pages, planning
from bot.reading.roll.heads import Head, Page, page_of
from bot.reading.roll.names import same_place
from bot.reading.workbook.columns import NAME, Row
from bot.reading.workbook.rows import Found, Table, read
from bot.store import enrolling, given
from bot.store.db import Tx


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a file says, before it is held against anything."""

    roll: Roll
    figures: Sequence[Row] | None
    unknown: tuple[str, ...]


def holds(sheets: Mapping[str, Sequence[Row]]) -> bool:
    """Tell whether a file has pages of a roster."""
    return any(page_of(name) not in {None, Page.HELP} for name in sheets)


async def run(
    context: Context, args: Namespace, catalogue: Catalogue, sheets: Mapping[str, Sequence[Row]]
) -> int:
    """Show what the pages hold beside the roster there is and, where asked, keep it."""
    today = context.today
    named = {page: rows for name, rows in sheets.items() if (page := page_of(name))}
    figures = next((rows for name, rows in sheets.items() if fold(name) == fold(NAME)), None)
    unknown = (name for name in sheets if not page_of(name) and fold(name) != fold(NAME))
    roll = pages.read(named, catalogue.quantities, today)
    sheet = _Sheet(roll, figures, tuple(map(previews.short, unknown)))
    if await forms.absent(context, args):
        # Nothing is made for a look, and nothing for a sheet in which something is wrong.
        told = await _work(context, args, catalogue, sheet, None)
        if not args.yes or told.wrong:
            return rolls.say(context, args, catalogue, told)
    async with (
        context.database(args.db, make=args.yes) as database,
        database.write() if args.yes else database.read() as tx,
    ):
        told = await _work(context, args, catalogue, sheet, tx)
        if args.yes and not told.wrong:
            told = await _keep(context, tx, told)
    return rolls.say(context, args, catalogue, told)


async def _work(
    context: Context, args: Namespace, catalogue: Catalogue, sheet: _Sheet, tx: Tx | None
) -> Told:
    """Hold a file against the roster and the figures there are (without `tx`: none)."""
    today = context.today
    known = await enrolling.known(tx) if tx else Known()
    place, wrong = planning.commune(sheet.roll, known, new=args.new_commune)
    if not sheet.roll.communes:
        place = _only(known, args.commune or context.config.commune, sheet.roll)
    if place and tx:
        known = await enrolling.known(tx, place)
    plan = planning.plan(sheet.roll, known, today)
    plan = replace(plan, wrong=(*_other(sheet.roll, args.commune), *wrong, *plan.wrong))
    places = (plan.commune, *plan.villages)
    table = read(sheet.figures, catalogue.quantities, places, today) if sheet.figures else Table()
    plan = _no_other(plan, table)
    villages = [Found(*one) for one in plan.figures]
    return Told(
        plan,
        table,
        rows=await _beside(tx, table.found),
        villages=await _beside(tx, villages),
        strange=sheet.roll.strange,
        unknown=sheet.unknown,
    )


async def _keep(context: Context, tx: Tx, told: Told) -> Told:
    at = context.clock.now()
    real = await enrolling.keep(tx, told.plan, at)
    commune = real.get(told.plan.commune.id, told.plan.commune)
    news: list[tuple[Figure, Place]] = [
        (row.found.figure, real.get(row.found.place.id, row.found.place))
        for row in (*told.villages, *told.rows)
    ]
    return replace(told, kept=len(await given.keep(tx, commune, news, at)))


async def _beside(tx: Tx | None, found: Sequence[Found]) -> list[previews.Row]:
    """Hold each figure against what the ledger has; a place that is new has none."""
    rows = []
    for one in found:
        old = await given.of(tx, one.figure.name, one.place) if tx and one.place.id > 0 else ()
        rows.append(previews.Row(one, *step(one.figure, old)))
    return rows


def _only(known: Known, wanted: str, roll: Roll) -> Place | None:
    """Return the commune of a file that names none; raises Refused where it must."""
    found = [one for one in known.communes if not wanted or same_place(one.name, wanted)]
    if Page.COMMUNE in roll.pages and not found:
        # The page is there, and what is wrong on it is told.
        return None
    if not found and known.communes:
        names = ", ".join(place.name for place in known.communes)
        raise Refused("TS-41", _("There is no such commune. Known are: {names}", names=names))
    if not found:
        raise Refused(
            "TS-88",
            _("No commune is set up yet: fill in the page “{page}”, too.", page=Page.COMMUNE),
        )
    return found[0]


def _other(roll: Roll, wanted: str | None) -> tuple[Amiss, ...]:
    """Refuse a file of another commune than the command line names."""
    if not wanted or not roll.communes or same_place(roll.communes[0].name, wanted):
        return ()
    text = _("The command line says --commune {name}.", name=wanted)
    return (Amiss(Page.COMMUNE, roll.communes[0].row, Head.COMMUNE, text),)


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
