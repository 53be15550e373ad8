"""`toso tally`: the tally of a period, as it is or as it was closed."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from bot.app import countable
from bot.commands.context import Context
from bot.commands.parsing import day
from bot.domain.codes import grouped
from bot.domain.errors import Damaged, Refused, Unclear
from bot.domain.periods import period, previous
from bot.domain.places import Scope
from bot.domain.sheets import Seal, Status
from bot.domain.tally import By, Tally
from bot.domain.text import Phrase, Plain, _, lines
from bot.library.declared import Declared
from bot.reports.states import founded, state
from bot.reports.text import span, tallied
from bot.store import frozen, looks


def declare(to: ArgumentParser, told: Callable[[Phrase], str], grammar: Phrase) -> None:
    """Say which words the command takes; `grammar`: how a period is written."""
    to.add_argument("--period", metavar="P", required=True, help=told(grammar))
    to.add_argument("--by", choices=[by.value for by in By], default=By.ACTIVITY.value)
    on = _("the day whose places it is told of, where places were merged; else the last one")
    to.add_argument("--map", metavar="D", help=told(on))
    to.set_defaults(run=tally)


async def tally(context: Context, args: Namespace) -> int:
    """Print the tally of a period."""
    by = By(args.by)
    declared = countable(context.content, context.overlay)
    try:
        asked = period(args.period)
        earlier = previous(asked)
    except Unclear as unclear:
        raise Refused("TS-44", unclear.text) from None
    on = day(args.map) if args.map else None
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            how_far = await looks.status(tx, commune.id, asked)
            try:
                counted = await frozen.tally(tx, Scope(commune), asked, by, on=on)
                before = await frozen.tally(tx, Scope(commune), earlier, by, on=on or asked.last)
            except Damaged as damaged:
                raise damaged.refused() from None
    if args.json:
        told = _tally(counted, commune.name, how_far, declared)
        context.give(told | ({"map": on.isoformat()} if on else {}))
        return 0
    context.say(
        lines(
            Plain(commune.name),
            _("Period {id}: {days}", id=asked.id, days=span(asked)),
            state(how_far),
            founded(how_far),
            _("Places as they were on {day}.", day=on) if on else None,
            tallied(counted, before, declared.activities),
        )
    )
    return 0


def _tally(counted: Tally, commune: str, how_far: Status, declared: Declared) -> dict[str, object]:
    """Return a tally as its JSON contract has it; both days of the period are inside it."""
    units = {one.id: one.unit.value for one in declared.activities.values()}
    # What the content no longer knows was recorded all the same; its unit is not known any more.
    order = [*units, *sorted(set(counted.totals) - set(units))]
    return {
        "commune": commune,
        "period": {
            "id": counted.period.id,
            "scheme": counted.period.scheme.value,
            "start": counted.period.start.isoformat(),
            "end": counted.period.last.isoformat(),
        },
        "totals": [
            {"activity": activity, "unit": units.get(activity), "count": counted.totals[activity]}
            for activity in order
            if activity in counted.totals
        ],
        "rows": [
            ({} if counted.by is By.ACTIVITY else {counted.by.value: row.name})
            | {"activity": row.activity, "unit": units.get(row.activity)}
            | {"count": row.count}
            for row in counted.rows
        ],
        # Silence is not zero: who told that there was nothing, and who has not reported.
        "quiet": [{counted.by.value: one.name, "told": one.told} for one in counted.quiet],
        "tried": {obstacle.value: number for obstacle, number in counted.tried.items()},
        # Part of the totals: what of them belongs to days of periods that were closed before.
        "adjustments": [
            {"activity": one.activity, "unit": units.get(one.activity), "count": one.count}
            | {"for_day": one.for_day.isoformat()}
            for one in counted.adjustments
        ],
    } | how_far_as_json(how_far)


def how_far_as_json(status: Status) -> dict[str, object]:
    """Return how far a period is, and what a closed one is known by; `seal` is null else."""
    former = [{"commune": one.commune, "seal": _seal(one.seal)} for one in status.former]
    told = {"state": status.state.value, "seal": _seal(status.seal)}
    return told | ({"former": former} if former else {})


def _seal(seal: Seal | None) -> dict[str, object] | None:
    if seal is None:
        return None
    return {
        "code": grouped(seal.fingerprint),
        "fingerprint": seal.fingerprint,
        "catalogue": seal.catalogue,
        "last_fact": seal.last_fact,
        "closed_at": seal.closed_at.isoformat(),
    }
