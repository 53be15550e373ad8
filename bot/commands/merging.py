"""`toso merge`: places become one from a day on; shown first, done only when told to."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from bot.commands.context import Context
from bot.commands.parsing import day
from bot.domain.clock import local_day
from bot.domain.errors import Refused
from bot.domain.facts import Entry
from bot.domain.places import PlaceKind
from bot.domain.text import Lines, Phrase, Plain, Text, _, lines, listed
from bot.store import facts, mergers
from bot.store.db import Database
from bot.store.mergers import Change, Plan
from bot.store.objections import Wanted


async def merge(context: Context, args: Namespace) -> int:
    """Show what a merger changes; with --yes, do it, once."""
    async with context.database(args.db, make=False) as database:
        wanted = await _wanted(context, args, database)
        if not args.yes:
            async with database.read() as tx:
                plan = None if await mergers.done(tx, wanted) else await mergers.plan(tx, wanted)
        else:
            async with database.write() as tx:
                plan = None if await mergers.done(tx, wanted) else await mergers.plan(tx, wanted)
                if plan:
                    code = await mergers.code(tx)
                    at = context.clock.now()
                    entry = Entry(code=code, at=at, fact=plan.fact, commune=plan.commune)
                    await facts.add(tx, entry, None)
    if args.json:
        context.give(_as_json(wanted, plan, done=args.yes or plan is None))
    else:
        context.say(_told(wanted, plan, done=args.yes))
    return 0


async def _wanted(context: Context, args: Namespace, database: Database) -> Wanted:
    """Return the merger that the command line asks for."""
    since = day(args.day)
    today = local_day(context.clock.now())
    if since > today:
        what = _("{day} is still to come. Run this on that day or later.", day=since)
        raise Refused("TS-70", what)
    commune = None if args.communes else await context.commune(database, args.commune)
    kind = PlaceKind.TEAM if args.teams else PlaceKind.VILLAGE
    return Wanted(
        PlaceKind.COMMUNE if args.communes else kind,
        commune,
        tuple(" ".join(name.split()) for name in args.places),
        " ".join(args.into.split()),
        since,
        {old: " ".join(new.split()) for old, new in args.rename or ()},
    )


def _told(wanted: Wanted, plan: Plan | None, *, done: bool) -> Text:
    if plan is None:
        return _("{into}: this was done already; nothing was changed.", into=wanted.into)
    changed = [one for one in plan.changes if one.place.name != one.into]
    kept = len(plan.changes) - len(changed)
    return lines(
        _("From {day} on:", day=wanted.day),
        listed(_became(one) for one in changed),
        _("Villages and teams in them that keep their names: {n}.", n=kept) if kept else None,
        _("People who move along: {n}.", n=plan.people),
        _(
            "Records since that day for the old names: {n}. They count for the new one.",
            n=plan.entries,
        )
        if plan.entries
        else None,
        _(
            "Done. Conversations go on; nobody has to do anything. Periods before {day} are still "
            "told of the old places.",
            day=wanted.day,
        )
        if done
        else _("Nothing was changed yet. To do it, run the same command with --yes."),
    )


def _became(one: Change) -> Text:
    return Lines((Plain(one.place.name), Plain(one.into)), gap=" → ")


def _as_json(wanted: Wanted, plan: Plan | None, *, done: bool) -> dict[str, object]:
    """Return what was done, or would be; without a plan it had been done before."""
    return {
        "into": wanted.into,
        "kind": wanted.kind.value,
        "day": wanted.day.isoformat(),
        "done": done,
        "before": plan is None,
        "changes": [
            {"kind": one.kind.value, "old": one.place.name, "new": one.into}
            for one in (plan.changes if plan else ())
        ],
        "people": plan.people if plan else 0,
        "records": plan.entries if plan else 0,
    }


def declare(to: ArgumentParser, told: Callable[[Phrase], str]) -> None:
    """Say what can be asked for on the command line."""
    to.add_argument("--into", metavar="NAME", required=True, help=told(_("the new name")))
    old = _("the places that become one; a single one gets another name")
    to.add_argument(
        "--from", metavar="NAME", dest="places", nargs="+", required=True, help=told(old)
    )
    since = _("the day from which it holds, like 2026-11-21")
    to.add_argument("--day", metavar="D", required=True, help=told(since))
    kinds = to.add_mutually_exclusive_group()
    kinds.add_argument(
        "--communes", action="store_true", help=told(_("communes become one, not villages"))
    )
    kinds.add_argument(
        "--teams", action="store_true", help=told(_("teams of one village become one"))
    )
    to.add_argument(
        "--commune", metavar="NAME", help=told(_("whose villages, where there are several"))
    )
    to.add_argument(
        "--rename",
        metavar=("NAME", "NEW"),
        nargs=2,
        action="append",
        help=told(_("call a village or team otherwise than it would be; may be repeated")),
    )
    to.add_argument("--yes", action="store_true", help=told(_("do it; otherwise it is only shown")))
    to.set_defaults(run=merge)
