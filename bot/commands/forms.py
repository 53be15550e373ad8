"""`toso import --template`: writes the sheet that an official fills in."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from bot.commands.context import Context
from bot.domain.errors import Refused
from bot.domain.figures import Figure
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.text import _
from bot.intake.forms import Standing, form, standing
from bot.store import enrolling, given
from bot.store.db import Database


async def run(context: Context, args: Namespace, catalogue: Catalogue) -> int:
    """Write the template; for a commune that is not set up yet, an empty one."""
    file = Path(args.template)
    there = await _standing(context, args, catalogue)
    if file.suffix.lower() != ".xlsx":
        raise Refused("TS-84", _("The template is an .xlsx file: give it such a name."))
    made, rows = form(catalogue, there, context.voice.say, each=args.villages)
    _write(file, made)
    if args.json:
        name = there.known.commune.name if there.known.commune else None
        context.give({"file": args.template, "commune": name, "rows": rows})
    else:
        context.say(_("The sheet is written: {file}, {n} rows.", file=args.template, n=rows))
    return 0


def _write(file: Path, made: bytes) -> None:
    """Write a new file; raises Refused where it cannot be written, or is there already."""
    try:
        with file.open("xb") as opened:
            opened.write(made)
    except FileExistsError:
        raise Refused(
            "TS-84", _("{file} is there already; nothing was changed.", file=str(file))
        ) from None
    except OSError:
        raise Refused("TS-84", _("{file} cannot be written.", file=str(file))) from None


async def _standing(context: Context, args: Namespace, catalogue: Catalogue) -> Standing:
    if await absent(context, args):
        return Standing()
    async with context.database(args.db, make=False) as database:
        async with database.read() as tx:
            known = await enrolling.known(tx)
        if not known.communes:
            return Standing(known)
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:

            async def of(name: str, place: Place) -> Sequence[Figure]:
                return await given.of(tx, name, place)

            return await standing(await enrolling.known(tx, commune), catalogue, of)


async def absent(context: Context, args: Namespace) -> bool:
    """Tell whether there is no file of a database yet."""
    database = Database(args.db or context.config.database)
    try:
        return database.path is not None and not database.path.exists()
    finally:
        await database.close()
