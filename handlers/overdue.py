"""Guides whose day of review has passed, for the official: which they are, and each to open."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.guides import overdue
from bot.domain.people import OFFICIALS
from bot.domain.text import _, lines, n_

flow = Flow(
    "overdue",
    _("Guides to look at again"),
    command="xemlai",
    roles=OFFICIALS,
    called=frozenset({"xem lai", "bai can xem lai", "bai qua han", "huong dan qua han"}),
)
GUIDE = flow.door("guide")


@flow.step
async def due(turn: Turn) -> Screen:
    """List them, longest overdue first, each with the day by which it was to be looked at."""
    late = overdue(turn.library.guides.values(), turn.today)
    return Ask(
        text=lines(
            n_("{n} guide is past its day of review.", "{n} guides are past theirs.", len(late)),
            _("They can still be used; see whether what they say still holds."),
        )
        if late
        else _("No guide is overdue for review."),
        choices=tuple(
            Choice(one.id, _("{day}: {title}", day=one.review_by, title=one.title)) for one in late
        ),
        then=opened,
        resting=True,
    )


@flow.step
async def opened(turn: Turn) -> Screen:
    """Open the guide that was chosen."""
    return go(GUIDE, guide=turn.answers["due"])
