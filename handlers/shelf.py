"""The guides of one shelf."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.text import _

flow = Flow("shelf", _("Read a guide"))
GUIDE = flow.door("guide")


@flow.step
async def guides(turn: Turn) -> Screen:
    """Show the guides of one shelf."""
    group = turn.answers["group"]
    here = [one for one in turn.library.guides.values() if one.group == group]
    return Ask(
        text=_("Which guide?"),
        choices=tuple(Choice(one.id, one.title) for one in here),
        then=taken,
        resting=True,
    )


@flow.step
async def taken(turn: Turn) -> Screen:
    """Open what was taken from the shelf."""
    wanted = turn.answers["guides"]
    return go(GUIDE, guide=wanted) if wanted in turn.library.guides else Done()
