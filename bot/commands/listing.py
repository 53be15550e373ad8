"""`toso services`: the essential public services, for people and for programs."""

from argparse import Namespace

from bot.app import sound
from bot.commands.context import Context
from bot.domain.services import Decision, Missing, Service
from bot.domain.text import Lines, Plain, _


async def services(context: Context, args: Namespace) -> int:
    """List what is known of every decision, and what is missing."""
    found = sound(context.content, context.overlay).services
    if args.json:
        context.give(
            {
                "decisions": [_decision(one, context) for one in found.decisions],
                "services": [_service(one, context) for one in found],
                "missing": [_missing(one, context) for one in found.missing],
            }
        )
        return 0
    for decision in found.decisions:
        context.say(decision.title)
        for one in found.under(decision):
            number = "–" if one.number is None else str(one.number)
            context.say(Lines((Plain(f"{number:>4}  {one.id:32} "), one.title), gap=""))
        for lack in found.missing:
            if lack.decision == decision.id:
                context.say(_("Missing: {n}. {who}", n=lack.rows, who=lack.who))
    return 0


def _decision(one: Decision, context: Context) -> dict[str, object]:
    return {
        "id": one.id,
        "title": context.voice.say(one.title),
        "count": one.count,
        "numbering": one.numbering.value,
        "checked": one.checked.isoformat(),
        "review_by": one.review_by.isoformat(),
    }


def _service(one: Service, context: Context) -> dict[str, object]:
    say = context.voice.say
    return {
        "id": one.id,
        "decision": one.decision,
        "number": one.number,
        "name": say(one.name),
        "owner": say(one.owner),
        "online": [way.value for way in one.online],
        "office": say(one.office),
        "codes": list(one.codes),
        "guides": list(one.guides),
        "confidence": one.confidence.value,
        "sources": [{"url": source.url, "date": source.date} for source in one.sources],
    }


def _missing(one: Missing, context: Context) -> dict[str, object]:
    say = context.voice.say
    return {"decision": one.decision, "rows": one.rows, "why": say(one.why), "who": say(one.who)}
