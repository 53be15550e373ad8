"""The questions before a guide's first step: the citizen's own case decides the way."""

from bot.dialogue import offers
from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.guides import Way
from bot.domain.text import _, paragraphs

flow = Flow("cases", _("The citizen's own case"))
GUIDE = flow.door("guide")
READING = flow.door("reading")


@flow.step
async def question(turn: Turn) -> Screen:
    """Ask the next question, or begin with the first step where none is left."""
    guide, nth = offers.guide(turn), int(turn.answers.get("nth", 0))
    if nth >= len(guide.cases):
        return go(READING, guide=guide.id, place=1)
    case = guide.cases[nth]
    return Ask(
        text=paragraphs(guide.title, case.ask),
        choices=tuple(Choice(place, way.say) for place, way in enumerate(case.ways)),
        then=decided,
    )


@flow.step
async def decided(turn: Turn) -> Screen:
    """Go where the answer leads."""
    way, guide = _way(turn), offers.guide(turn)
    if way is None:
        return go(question, nth=0)
    if way.guide:
        turn.say(_("For that case there is another guide:"))
        return go(GUIDE, guide=way.guide)
    if way.step:
        return go(READING, guide=guide.id, place=way.step)
    if way.advice:
        return go(advice)
    return go(question, nth=int(turn.answers.get("nth", 0)) + 1)


@flow.step
async def advice(turn: Turn) -> Screen:
    """Say what comes first in that case; the guide can be gone through all the same."""
    way = _way(turn)
    if way is None or way.advice is None:
        return go(question, nth=0)
    return Ask(
        text=way.advice,
        choices=(Choice("on", _("Go on all the same")), Choice("stop", _("Stop here"))),
        then=advised,
        resting=True,
    )


@flow.step
async def advised(turn: Turn) -> Screen:
    """Go on, or leave it."""
    if turn.answers["advice"] == "stop":
        return Done()
    return go(question, nth=int(turn.answers.get("nth", 0)) + 1, advice=None)


def _way(turn: Turn) -> Way | None:
    """Return the answer that was given; the guide may have been changed since it was asked."""
    cases, nth = offers.guide(turn).cases, int(turn.answers.get("nth", 0))
    place = int(turn.answers["question"])
    return cases[nth].ways[place] if nth < len(cases) and place < len(cases[nth].ways) else None
