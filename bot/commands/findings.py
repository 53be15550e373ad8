"""`toso findings`: what is to be checked in a period, for people and for programs."""

from argparse import Namespace

from bot.app import countable
from bot.commands.context import Context
from bot.commands.tallying import how_far_as_json, refused
from bot.domain.checking import impersonal
from bot.domain.clock import local_day
from bot.domain.errors import Damaged, Refused, Unclear
from bot.domain.findings import Finding, Term
from bot.domain.periods import period
from bot.domain.text import Plain, lines, paragraphs
from bot.reports.findings import headline, summed_up
from bot.reports.findings import told as said
from bot.reports.periods import called
from bot.reports.states import closed, founded
from bot.store import frozen, looks


async def findings(context: Context, args: Namespace) -> int:
    """Print the findings of a period, without members' names; they stop nothing, and exit is 0."""
    declared = countable(context.content, context.overlay)
    try:
        wanted = period(args.period)
    except Unclear as unclear:
        raise Refused("TS-44", unclear.text) from None
    today = local_day(context.clock.now())
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            status = await looks.status(tx, commune.id, wanted)
            try:
                found = await frozen.findings(tx, commune, wanted, declared.catalogue, today)
            except Damaged as damaged:
                raise refused(damaged) from None
    shown = tuple(map(impersonal, found))
    if args.json:
        told = how_far_as_json(status)
        context.give([_as_json(one, context) | told for one in shown])
        return 0
    context.say(
        paragraphs(
            lines(Plain(commune.name), called(wanted), closed(status), founded(status)),
            summed_up(shown),
            *(said(one) for one in shown),
        )
    )
    return 0


def _as_json(finding: Finding, context: Context) -> dict[str, object]:
    say = context.voice.say
    answer = finding.answer
    return {
        "key": finding.key,
        "rule": finding.rule,
        "kind": finding.kind.value,
        "place": finding.place,
        "what": say(headline(finding)),
        "left": [_term(one, context) for one in finding.left],
        "right": [_term(one, context) for one in finding.right],
        "expected": None if finding.expected is None else float(finding.expected),
        "names": list(finding.names),
        "advice": say(finding.advice),
        "answer": {"why": answer.why, "day": answer.day.isoformat()} if answer else None,
    }


def _term(term: Term, context: Context) -> dict[str, object]:
    amount = term.amount
    return {
        "title": context.voice.say(term.title),
        "value": amount.value,
        "unit": amount.unit.value,
        "since": amount.since.isoformat() if amount.since else None,
        "as_of": amount.as_of.isoformat(),
        "givers": list(amount.givers),
        "documents": list(amount.documents),
    }
