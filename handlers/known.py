"""What the office answered to the same question before, where no guide answers it."""

from functools import partial

from bot.dialogue import offers
from bot.dialogue.flow import Ask, Flow, Gone, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import ROSTERED
from bot.domain.text import _
from bot.reading.topics import refusal
from bot.reports.questions import known

flow = Flow("known", _("Answered before"), roles=ROSTERED)
GUIDE = flow.door("guide")
SEARCH = flow.door("search")


@flow.step
async def answer(turn: Turn) -> Screen:
    """Show the answer, marked as one that is no guide."""
    wanted = turn.answers.get("question")
    found = next((one for one in await turn.questions.known() if one.id == wanted), None)
    if found is None or found.answer is None:
        raise Gone
    guide = turn.library.guides.get(found.answer.guide or "")
    return Ask(
        text=known(found, guide.title if guide else None),
        choices=(
            *((Choice(f"guide:{guide.id}", _("Open the guide")),) if guide else ()),
            Choice("other", _("Not this one")),
        ),
        reads=partial(refusal, answer="other"),
        then=onward,
        resting=True,
    )


@flow.step
async def onward(turn: Turn) -> Screen:
    """Open the guide, or go on as if there had been no such answer."""
    chosen = str(turn.answers["answer"])
    if chosen.startswith("guide:"):
        return go(GUIDE, guide=chosen.removeprefix("guide:"))
    return go(SEARCH, wish="other", **offers.searched(turn))
