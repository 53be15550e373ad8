"""No safe record was typed: the other ways, step by step or by the guide it may be about."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import MEMBERS
from bot.domain.text import _, lines
from bot.reports.readings import doubted

flow = Flow("unclear", _("A quick entry"), roles=MEMBERS)
RECORD = flow.door("record")
GUIDE = flow.door("guide")


@flow.step
async def ways(turn: Turn) -> Screen:
    """Offer the other ways: step by step, or the guide that the words may have been about."""
    guide = turn.library.guides.get(str(turn.answers.get("guide", "")))
    return Ask(
        text=lines(
            doubted(turn.answers.get("doubt")),
            _("Nothing is recorded yet. What would you like to do?"),
        ),
        choices=(
            Choice("record", _("Record it step by step")),
            *((Choice("guide", guide.title),) if guide else ()),
            Choice("drop", _("Do not record")),
        ),
        then=turned,
        resting=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Go the other way."""
    match turn.answers["ways"]:
        case "record":
            return go(RECORD)
        case "guide":
            return go(GUIDE, guide=turn.answers["guide"])
        case _:
            turn.say(_("Not recorded."))
            return Done()
