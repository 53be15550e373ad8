"""`toso migrate`, `toso verify`, `toso backup`, `toso restore`: the database itself."""

import asyncio
from argparse import Namespace
from pathlib import Path

from bot.commands.context import Context
from bot.domain.clock import local_day
from bot.domain.text import _
from bot.library.shelves import load
from bot.store import copies, version
from bot.store import verify as recount
from bot.store.db import Database


async def migrate(context: Context, args: Namespace) -> int:
    """Bring the database to the newest schema."""
    database = Database(args.db or context.config.database)
    try:
        changed = await version.migrate(database)
    finally:
        await database.close()
    context.say(
        _("The database is now up to date.") if changed else _("The database was up to date.")
    )
    return 0


async def backup(context: Context, args: Namespace) -> int:
    """Write a consistent copy."""
    database = Database(args.db or context.config.database)
    try:
        await asyncio.to_thread(copies.back_up, database, Path(args.file))
    finally:
        await database.close()
    context.say(_("The copy is written: {file}", file=args.file))
    return 0


async def restore(context: Context, args: Namespace) -> int:
    """Put a copy in the place of the database, and keep the present one beside it."""
    database = Database(args.db or context.config.database)
    try:
        kept = await copies.restore(database, Path(args.file), context.clock.now())
    finally:
        await database.close()
    context.say(_("The copy is in place. Now run: toso verify"))
    if kept:
        context.say(_("The database of before is kept as {file}", file=str(kept)))
    return 0


async def verify(context: Context, args: Namespace) -> int:
    """Recount everything independently and compare."""
    library, problems = load(context.content, context.overlay)
    # Content that is not in order keeps nobody from recounting the rest.
    catalogue = None if problems else library.catalogue
    today = local_day(context.clock.now())
    async with context.database(args.db, make=False) as database:
        result = await recount.verify(database, context.progress, catalogue, today)
    if args.json:
        context.give(
            {
                "facts": result.facts,
                "totals": result.totals,
                "problems": [context.voice.say(problem) for problem in result.problems],
            }
        )
    else:
        for problem in result.problems:
            context.warn(problem)
        context.say(
            _("{facts} facts, {totals} totals recounted.", facts=result.facts, totals=result.totals)
        )
        if not result.problems:
            context.say(_("Everything agrees."))
    return 1 if result.problems else 0
