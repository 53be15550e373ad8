"""Figures from a table, looked at first and then kept, all of them or none."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl.utils import get_column_letter

from bot.app import countable
from bot.commands import enrolling, figure_values, forms
from bot.commands.context import Context
from bot.domain.errors import Refused
from bot.domain.figures import Figure
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.text import _, fold
from bot.intake import previews, work
from bot.reading.workbook.columns import NAME, Row
from bot.reading.workbook.files import MOST_BYTES, sheets
from bot.reading.workbook.rows import Table, read
from bot.store import given, roster
from bot.store.db import Database, Tx

_LISTS = frozenset({".csv", ".txt", ".tsv"})


async def run(context: Context, args: Namespace) -> int:
    """Write the template, or show what a sheet holds and, where asked, keep it."""
    catalogue = countable(context.content, context.overlay).catalogue
    if args.template:
        return await forms.run(context, args, catalogue)
    file = Path(args.file)
    pages = sheets(_bytes(file), listed=file.suffix.lower() in _LISTS)
    if work.has_roster(pages):
        return await enrolling.run(context, args, catalogue, pages)
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            places = (commune, *await roster.villages(tx, commune))
        return await _import(context, args, catalogue, database, pages, places)


async def _import(
    context: Context,
    args: Namespace,
    catalogue: Catalogue,
    database: Database,
    pages: Mapping[str, Sequence[Row]],
    places: Sequence[Place],
) -> int:
    name = next((name for name in pages if fold(name) == fold(NAME)), None)
    if name is None:
        raise Refused(
            "TS-85",
            _(
                "The file has no sheet “{name}” with anything in it. It has: {others}",
                name=NAME,
                others=", ".join(map(previews.short, pages)) or "–",
            ),
        )
    unknown = [previews.short(other) for other in pages if other != name]
    table = read(pages[name], catalogue.quantities, places, context.today)
    codes: list[str] = []
    if args.yes and not table.wrong:
        async with database.write() as tx:
            rows = await _beside(tx, table)
            news = [(row.found.figure, row.found.place) for row in rows]
            codes = await given.keep(tx, places[0], news, context.clock.now())
    else:
        async with database.read() as tx:
            rows = await _beside(tx, table)
    for other in unknown:
        context.warn(_("The sheet “{name}” is not one I know; it was not read.", name=other))
    for number in table.strange:
        letter = get_column_letter(number)
        context.warn(_("Column {letter} is not one I know; it was not read.", letter=letter))
    for wrong in table.wrong:
        context.warn(previews.wrong(wrong))
    if args.json:
        told = {"file": args.file, "commune": places[0].name, "unknown_sheets": unknown}
        context.give(
            told | figure_values.as_json(context.voice, table, rows) | {"written": len(codes)}
        )
    else:
        context.say(previews.preview(catalogue, places[0], table, rows))
        context.say(figure_values.end(args.file, table, rows, len(codes) if args.yes else None))
    return 1 if table.wrong else 0


async def _beside(tx: Tx, table: Table) -> list[previews.Row]:
    """Hold each figure against what the ledger has."""

    async def of(name: str, place: Place) -> Sequence[Figure]:
        return await given.of(tx, name, place)

    return await work.beside(table.found, of)


def _bytes(file: Path) -> bytes:
    """Return what a file holds, and no more of it than anybody reads; raises Refused."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError:
        absent = _("There is no file {file}, or it cannot be read.", file=str(file))
        raise Refused("TS-80", absent) from None
