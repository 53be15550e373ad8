"""Guides: found by words or on a shelf, introduced, and handed over to be read."""

from functools import partial

from bot.dialogue import offers
from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.guides import Confidence
from bot.domain.text import Plain, _, lines, listed, n_, paragraphs
from bot.reading.topics import refusal
from bot.reports.services import told
from bot.reports.sources import cited

flow = Flow("guide", _("A guide"))
TROUBLE = flow.door("trouble")
CASES = flow.door("cases")
SEARCH = flow.door("search")
SERVICES = flow.door("services")


@flow.step
async def intro(turn: Turn) -> Screen:
    """Say for whom, what to bring, how long it takes, and what to beware of."""
    guide = offers.guide(turn)
    steps = n_("{n} step", "{n} steps", len(guide.steps))
    explains = any(one.guide == guide.id for one in turn.library.services.decisions)
    return Ask(
        text=paragraphs(
            guide.title,
            lines(
                guide.for_whom,
                _(
                    "Takes: {steps}, {time}. Fee: {fee}.",
                    steps=steps,
                    time=guide.time,
                    fee=guide.fee,
                ),
            ),
            lines(_("Have at hand:"), listed(guide.bring)) if guide.bring else None,
            listed(guide.safety, bullet="⚠ ") if guide.safety else None,
            _("Not everything here is certain: ask the commune office.")
            if guide.confidence is Confidence.LOW
            else None,
            _("Your own commune or province wrote this, or parts of it.") if guide.local else None,
            _("Checked on {day}.", day=guide.checked),
        ),
        choices=(
            Choice("start", _("Start")),
            *((Choice("trouble", _("What often goes wrong")),) if guide.troubles else ()),
            Choice("about", _("Whom to ask, sources")),
            *((Choice("services", _("See the list")),) if explains else ()),
            *offers.instead(turn),
        ),
        reads=partial(refusal, answer="other") if "found" in turn.answers else None,
        then=begun,
        resting=True,
    )


@flow.step
async def begun(turn: Turn) -> Screen:
    """Go where the introduction was left for."""
    match turn.answers["intro"]:
        case "trouble":
            return go(TROUBLE, guide=offers.guide(turn).id, place=0)
        case "about":
            return go(about)
        case "other" | "record" as wish:
            return go(SEARCH, wish=wish, **offers.searched(turn))
        case "services":
            return go(SERVICES)
        case _:
            return go(CASES, guide=offers.guide(turn).id)


@flow.step
async def about(turn: Turn) -> Screen:
    """Say whom to ask, which public service it is, and where the guide comes from."""
    guide, services = offers.guide(turn), turn.library.services
    return Ask(
        text=paragraphs(
            lines(_("Whom to ask:"), listed(guide.help)),
            *(
                lines(_("Public service:"), told(one, services))
                for one in services.behind(guide.id)
            ),
            lines(_("Legal basis:"), listed(Plain(one) for one in guide.legal))
            if guide.legal
            else None,
            cited(guide.sources),
        ),
        choices=(Choice("start", _("Start")),),
        then=from_about,
        resting=True,
    )


@flow.step
async def from_about(turn: Turn) -> Screen:
    """Begin: with the questions that decide the way, where there are any."""
    return go(CASES, guide=offers.guide(turn).id)
