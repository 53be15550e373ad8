"""Who at the commune knows what no guide says; members can send them a question."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import MEMBERS
from bot.domain.text import _, listed, paragraphs

flow = Flow("person", _("People who know"))
SEARCH = flow.door("search")
ASKING = flow.door("asking")


@flow.step
async def whom(turn: Turn) -> Screen:
    """Say who in the commune knows."""
    send = (Choice("send", _("Send the office a question")),) if turn.role in MEMBERS else ()
    return Ask(
        text=paragraphs(
            _("I do not know that one. People at the commune do:"),
            listed(
                (
                    _("VNeID, ID cards, residence: the commune police"),
                    _("Anything else: the commune's public service centre"),
                )
            ),
        ),
        choices=(*send, Choice("again", _("Search again"))),
        then=asked,
        resting=True,
    )


@flow.step
async def asked(turn: Turn) -> Screen:
    """Send a question, or search again as if for the first time."""
    return go(ASKING) if turn.answers["whom"] == "send" else go(SEARCH)
