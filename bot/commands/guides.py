"""`toso guides`: what is in the library, whether it is in order, what it lacks or might take."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from bot.commands.context import Context
from bot.commands.parsing import day
from bot.domain.clock import local_day
from bot.domain.questions import Question
from bot.domain.text import Phrase, Plain, _
from bot.library.shelves import Library, load
from bot.store import gaps, questions

KINDS = ("list", "check", "gaps", "suggestions")


def declare(to: ArgumentParser, told: Callable[[Phrase], str]) -> None:
    """Say which words the command takes."""
    to.add_argument("what", nargs="?", choices=KINDS, default="list")
    on = _("for check: the day on which they are checked, like 2026-11-21")
    to.add_argument("--today", metavar="D", help=told(on))
    to.set_defaults(run=guides)


async def guides(context: Context, args: Namespace) -> int:
    """List the library, check it (also for reviews that are due), or show what it could take."""
    if args.what == "check":
        return _check(context, args)
    if args.what == "gaps":
        return await _gaps(context, args)
    if args.what == "suggestions":
        return await _suggestions(context, args)
    library, __ = load(context.content, context.overlay)
    if args.json:
        context.give(_as_json(library, context))
        return 0
    for guide in library.guides.values():
        context.say(Plain(f"{guide.id:32}  {context.voice.say(guide.title)}"))
    return 0


def _check(context: Context, args: Namespace) -> int:
    today = day(args.today) if args.today else local_day(context.clock.now())
    library, problems = load(context.content, context.overlay, today)
    context.list(problems)
    if args.json:
        context.give(
            [
                {"file": one.file, "line": one.line, "text": context.voice.say(one.text)}
                for one in problems
            ]
        )
    elif not problems:
        context.say(_("All {n} guides are in order.", n=len(library.guides)))
    return 1 if problems else 0


async def _gaps(context: Context, args: Namespace) -> int:
    """Show what a commune's people looked for and did not find."""
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            found = await gaps.most(tx, commune.id, gaps.MOST)
    if args.json:
        context.give(
            [{"words": one.words, "times": one.times, "last": str(one.last)} for one in found]
        )
        return 0
    for one in found:
        context.say(Plain(f"{one.times:5}  {one.last}  {one.words}"))
    if not found:
        context.say(_("Nobody has looked for anything that has no guide."))
    return 0


async def _suggestions(context: Context, args: Namespace) -> int:
    """Show what officials answered, as texts that a guide could take; nothing of who asked."""
    library, __ = load(context.content, context.overlay)
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            found = await questions.answers(tx, commune.id)
    told = [_suggestion(one, library) for one in found]
    if args.json:
        context.give(told)
        return 0
    for one in told:
        context.say(Plain("{times:5}  +{helped} -{not_helped}  {guide}  {question}".format(**one)))
        for row in str(one["answer"] or "").splitlines():
            context.say(Plain(f"       {row}"))
    if not told:
        context.say(_("No question has been answered yet."))
    return 0


def _suggestion(one: Question, library: Library) -> dict[str, object]:
    """Return an answer with the guide it belongs to.

    That is the one that the official named, else the one that was open, else the most alike.
    """
    answer = one.answer
    alike = (result.id for result in library.find(one.words).results)
    named = (answer.guide if answer else None) or one.about
    return {
        "question": one.words,
        "means": answer.means.value if answer else None,
        "answer": answer.words if answer else None,
        "guide": named or next(alike, None),
        "named": named is not None,
        "times": one.times,
        "helped": one.helped,
        "not_helped": one.not_helped,
        "first": one.first.isoformat(),
        "answered": one.answered_on.isoformat() if one.answered_on else None,
    }


def _as_json(library: Library, context: Context) -> list[dict[str, object]]:
    return [
        {
            "id": guide.id,
            "title": context.voice.say(guide.title),
            "group": guide.group,
            "steps": len(guide.steps),
            "activity": guide.activity,
            "confidence": guide.confidence.value,
            "checked": guide.checked.isoformat(),
            "review_by": guide.review_by.isoformat(),
        }
        for guide in library.guides.values()
    ]
