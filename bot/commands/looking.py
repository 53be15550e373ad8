"""`toso search`, `toso tally`, `toso check`: looking without changing anything."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from bot.app import sound
from bot.commands.context import Context
from bot.domain.clock import local_day
from bot.domain.errors import Refused, Unclear
from bot.domain.guides import Found, overdue
from bot.domain.periods import period, previous
from bot.domain.places import Scope
from bot.domain.tally import By, Tally
from bot.domain.text import Plain, _, lines
from bot.library.shelves import Library, load
from bot.reports.text import span, tallied
from bot.store import tallies, version
from bot.store.db import Database
from bot.store.version import State


async def search(context: Context, args: Namespace) -> int:
    """Find guides for one query, or for every line of standard input."""
    library = sound(context.content, context.overlay)
    for query in _queries(args.text):
        found = library.find(query)
        if args.json:
            context.give(_found(query, found, library, context))
            continue
        if not found.results:
            context.say(_("Nothing found. Try other words."))
        for result in found.results:
            title = context.voice.say(library.guides[result.id].title)
            context.say(Plain(f"{result.score:5.1f}  {result.id}  {title}"))
        if found.results and not found.sure:
            context.say(_("(not sure)"))
    return 0


async def tally(context: Context, args: Namespace) -> int:
    """Print the tally of a period."""
    by = By(args.by)
    library = sound(context.content, context.overlay)
    try:
        asked = period(args.period)
        earlier = previous(asked)
    except Unclear as unclear:
        raise Refused("TS-44", unclear.text) from None
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            counted = await tallies.tally(tx, Scope(commune), asked, by)
            before = await tallies.tally(tx, Scope(commune), earlier, by)
    if args.json:
        context.give(_tally(counted, commune.name, library))
        return 0
    context.say(
        lines(
            Plain(commune.name),
            _("Period {id}: {days}", id=asked.id, days=span(asked)),
            tallied(counted, before, library.activities),
        )
    )
    return 0


async def check(context: Context, args: Namespace) -> int:
    """Report everything that is wrong with settings, content and database, at once."""
    library, found_in_content = load(context.content, context.overlay)
    problems = (*context.problems, *found_in_content)
    context.list(problems)
    if not args.db and any(problem.file == "TOSO_DATABASE" for problem in problems):
        return 1
    database = Database(args.db or context.config.database)
    sentences: list[Refused] = []
    try:
        if database.path is None or database.path.exists():
            found = await version.state(database)
            if found is not State.CURRENT and found is not State.EMPTY:
                await version.ready(database)
        else:
            context.warn(_("There is no database yet; it is made at the first start."))
    except Refused as refused:
        sentences.append(refused)
    finally:
        await database.close()
    for sentence in sentences:
        context.refuse(sentence)
    if problems or sentences:
        return 1
    context.say(_("Settings, content and database are in order."))
    numbers = library.catalogue
    context.say(
        _(
            "Indicators: {n}, catalogue {version}.",
            n=len(numbers.indicators),
            version=numbers.version,
        )
    )
    if context.overlay:
        changed = sum(guide.local for guide in library.guides.values())
        context.say(
            _(
                "Laid over the content: {path}, which changes {n} guides.",
                path=str(context.overlay),
                n=changed,
            )
        )
    if late := len(overdue(library.guides.values(), local_day(context.clock.now()))):
        context.warn(_("Guides to be looked at again: {n}. See: toso guides check", n=late))
    return 0


def _queries(text: str) -> Iterator[str]:
    if text != "-":
        yield text
        return
    for line in sys.stdin or ():
        yield line.rstrip("\r\n")


def _found(query: str, found: Found, library: Library, context: Context) -> dict[str, object]:
    return {
        "query": query,
        "sure": found.sure,
        "results": [
            {
                "id": result.id,
                "title": context.voice.say(library.guides[result.id].title),
                "score": result.score,
            }
            for result in found.results
        ],
    }


def _tally(counted: Tally, commune: str, library: Library) -> dict[str, object]:
    """Return a tally as its JSON contract has it; both days of the period are inside it."""
    units = {one.id: one.unit.value for one in library.activities.values()}
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
    }
