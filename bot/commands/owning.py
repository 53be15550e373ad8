"""The closed numbers of a commune, as a draft report can be compared with them."""

from argparse import Namespace

from bot.app import sound
from bot.commands.context import Context
from bot.domain.clock import local_day
from bot.domain.errors import Damaged, Refused, Unclear
from bot.domain.periods import period
from bot.domain.sheets import State
from bot.domain.text import _
from bot.reading.draft.own import Known, book
from bot.reading.draft.period import reported
from bot.reading.draft.text import draft
from bot.store import frozen, looks


async def known_figures(context: Context, args: Namespace, text: str) -> tuple[Known, ...]:
    """Return the totals and rates of a closed period; raises Refused where it is not closed.

    A draft that names other days has nothing to be compared with.
    """
    library = sound(context.content, context.overlay)
    try:
        wanted = period(args.period)
    except Unclear as unclear:
        raise Refused("TS-44", unclear.text) from None
    days = reported(draft(text))
    if days and (wanted.start, wanted.last) not in days:
        other = _("The draft is about other days than {id}; nothing was compared.", id=wanted.id)
        context.warn(other)
        return ()
    today = local_day(context.clock.now())
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            status = await looks.status(tx, commune.id, wanted)
            if status.state is not State.CLOSED:
                what = _("The period {id} is not closed; its numbers may change.", id=wanted.id)
                raise Refused("TS-94", what)
            try:
                sheet = await frozen.sheet(tx, commune, wanted, library.catalogue, today)
            except Damaged as damaged:
                raise damaged.refused() from None
    return book(sheet, library.activities)
