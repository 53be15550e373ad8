"""`toso viewers`: puts somebody who may see totals on the roster, and prints their code."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from bot.commands.context import Context
from bot.domain.clock import local_day
from bot.domain.codes import CODE_GOOD_FOR, join_digest, new_join_code
from bot.domain.errors import Refused, Unclear
from bot.domain.facts import Entry, MemberAdded
from bot.domain.people import Role
from bot.domain.places import Place
from bot.domain.text import Phrase, _, lines
from bot.reading.names import person
from bot.store import facts, provinces
from bot.store.db import Tx


async def run(context: Context, args: Namespace) -> int:
    """Add a viewer of a commune, or of all communes of a province."""
    try:
        title, name = person(args.who)
    except Unclear as unclear:
        raise Refused("TS-95", unclear.text) from unclear
    code, now = new_join_code(), context.clock.now()
    async with context.database(args.db, make=False) as database, database.write() as tx:
        place, communes = await _place(tx, context, args)
        added = MemberAdded(
            Role.VIEWER, place.id, title, name, join_digest(code), now + CODE_GOOD_FOR
        )
        number = await provinces.code(tx)
        # Of a province no commune has the fact: it is about who may look, not about work.
        await facts.add(tx, Entry(code=number, at=now, fact=added), None)
    if args.json:
        context.give({"name": name, "sees": [one.name for one in communes], "code": code})
    else:
        context.say(
            lines(
                _(
                    "{name} may see the totals of: {names}",
                    title=title,
                    name=name,
                    names=", ".join(one.name for one in communes),
                ),
                _("Code for {name}: {code}", name=name, code=code),
                _("Pass it on to this person only. It works once, for seven days."),
            )
        )
    return 0


async def _place(tx: Tx, context: Context, args: Namespace) -> tuple[Place, tuple[Place, ...]]:
    """Return where the viewer belongs, and the communes that can be seen from there."""
    known = {one.name: one for one in await provinces.open_communes(tx)}
    wanted = [" ".join(one.split()) for one in args.communes]
    if not set(wanted) <= set(known):
        names = ", ".join(known)
        raise Refused("TS-41", _("There is no such commune. Known are: {names}", names=names))
    communes = tuple(known[one] for one in wanted)
    if args.province:
        since = local_day(context.clock.now())
        return await provinces.over(tx, " ".join(args.province.split()), communes, since)
    if len(communes) != 1:
        raise Refused(
            "TS-96", _("Name one commune, or give the province of several with --province.")
        )
    return communes[0], communes


def declare(to: ArgumentParser, told: Callable[[Phrase], str]) -> None:
    """Say what can be asked for on the command line."""
    to.add_argument("who", metavar="NAME", help=told(_("title and full name, in quotes")))
    seen = _("the communes to be seen; with --province they are put under it")
    to.add_argument("--communes", metavar="NAME", nargs="*", default=[], help=told(seen))
    above = _("the province (or the like) whose communes are all seen; made where it is new")
    to.add_argument("--province", metavar="NAME", help=told(above))
    to.set_defaults(run=run)
