"""`toso search`, `toso check`: looking without changing anything."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from bot.app import sound
from bot.commands.context import Context
from bot.domain.clock import local_day
from bot.domain.errors import Refused
from bot.domain.guides import Found, overdue
from bot.domain.text import Plain, _
from bot.library import templates
from bot.library.shelves import Library, load
from bot.store import version
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


async def check(context: Context, args: Namespace) -> int:
    """Report everything that is wrong with settings, content and database, at once."""
    library, found_in_content = load(context.content, context.overlay)
    in_templates = templates.check(
        context.content, context.overlay, library.activities, library.catalogue
    )
    problems = (*context.problems, *found_in_content, *in_templates)
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
