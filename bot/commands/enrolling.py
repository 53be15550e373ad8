"""A roster sheet, looked at first and then kept with its figures: all of it, or nothing."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.commands import forms
from bot.commands.context import Context
from bot.commands.roll_values import as_json
from bot.domain.enrolment import Amiss, Known, Roll, Taking
from bot.domain.errors import Refused
from bot.domain.figures import Figure
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.text import Text, _, lines
from bot.intake import rolls, work
from bot.intake.told import Told
from bot.reading.roll import planning
from bot.reading.roll.heads import Head, Page
from bot.reading.roll.names import same_place
from bot.reading.workbook.columns import Row
from bot.store import enrolling, given, intake
from bot.store.db import Tx


async def run(
    context: Context, args: Namespace, catalogue: Catalogue, sheets: Mapping[str, Sequence[Row]]
) -> int:
    """Show what the pages hold beside the roster there is and, where asked, keep it."""
    sheet = work.sheet(sheets, catalogue, context.today)
    if await forms.absent(context, args):
        # Nothing is made for a look, and nothing for a sheet in which something is wrong.
        told = await _work(context, args, catalogue, sheet, None)
        if not args.yes or told.wrong:
            return _say(context, args, catalogue, told)
    async with (
        context.database(args.db, make=args.yes) as database,
        database.write() if args.yes else database.read() as tx,
    ):
        told = await _work(context, args, catalogue, sheet, tx)
        if args.yes and not told.wrong:
            told = await _keep(context, tx, told)
    return _say(context, args, catalogue, told)


async def _work(
    context: Context, args: Namespace, catalogue: Catalogue, sheet: work.Sheet, tx: Tx | None
) -> Told:
    """Hold a file against the roster and the figures there are (without `tx`: none)."""
    known = await enrolling.known(tx) if tx else Known()
    place, wrong = planning.commune(sheet.roll, known, new=args.new_commune)
    if not sheet.roll.communes:
        place = _only(known, args.commune or context.config.commune, sheet.roll)
    if place and tx:
        known = await enrolling.known(tx, place)

    async def of(name: str, place: Place) -> Sequence[Figure]:
        return await given.of(tx, name, place) if tx else ()

    wrong = (*_other(sheet.roll, args.commune), *wrong)
    return await work.hold(sheet, known, catalogue, context.today, of, wrong=wrong)


async def _keep(context: Context, tx: Tx, told: Told) -> Told:
    taking = Taking(told.plan, told.figures)
    return replace(told, kept=await intake.keep(tx, taking, context.clock.now()))


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


def _say(context: Context, args: Namespace, catalogue: Catalogue, told: Told) -> int:
    """Print everything; return the command's exit."""
    for remark in rolls.remarks(told):
        context.warn(remark)
    if args.json:
        context.give(as_json(context, args, told))
    else:
        context.say(rolls.preview(catalogue, told))
        context.say(_end(args, told))
    return 1 if told.wrong else 0


def _end(args: Namespace, told: Told) -> Text:
    """Say how much was kept, or (None) how it would be."""
    if told.wrong:
        return _("Nothing was kept. Mend the rows named above, then try again.")
    if not told.news:
        return _("There is nothing new to keep.")
    if told.kept is None:
        return _("Nothing was kept yet. To keep it: toso import {file} --yes", file=args.file)
    codes = _("To print the join codes: toso codes -o codes.docx") if told.plan.listed else None
    return lines(rolls.kept(told), codes)
