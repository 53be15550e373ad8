"""The commune's figures from outside, each with its unit, giver and day."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.figures import Figure
from bot.domain.people import OFFICIALS
from bot.domain.text import Text, _, lines, listed

flow = Flow("figures", _("The commune's figures"), roles=OFFICIALS)
TALLY = flow.door("tally")


@flow.step
async def figures(turn: Turn) -> Screen:
    """Show the commune's figures from outside, each with its unit, giver and day."""
    known = await turn.records.figures()
    return Ask(
        text=lines(
            _("Figures given to the commune:"),
            listed(_figure(one) for one in known) if known else _("– none yet"),
        ),
        choices=(Choice("back", _("Tally")),),
        then=to_tally,
        resting=True,
    )


@flow.step
async def to_tally(turn: Turn) -> Screen:
    """Go back to the tally."""
    return go(TALLY, period=turn.answers.get("period"))


def _figure(figure: Figure) -> Text:
    return _(
        "{name}: {value} {unit} ({giver}, {day})",
        name=figure.name,
        value=int(figure.value),
        unit=figure.unit,
        giver=figure.giver,
        day=figure.as_of,
    )
