"""What the household survey comes to: for the commune, for a team, village by village."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import LEADERS, MEMBERS, OFFICIALS
from bot.domain.places import Place
from bot.domain.text import Plain, Text, _, lines, paragraphs
from bot.reports.survey import asked_of, told

flow = Flow(
    "survey_results",
    _("Survey results"),
    command="ketquarasoat",
    menu=55,
    roles=MEMBERS | OFFICIALS,
    listed_for=OFFICIALS,
)
SURVEY = flow.door("survey")

_WHOLE, _NEXT = "whole", "next"


@flow.step
async def view(turn: Turn) -> Screen:
    """Show the rates of the person's scope, or of one village of it."""
    wanted = turn.answers.get("village")
    # It may have become part of another village since it was offered.
    today = await turn.records.village(int(wanted)) if wanted else None
    chosen = today if today in await turn.surveys.villages() else None
    survey = await turn.surveys.result(chosen.id if chosen else None)
    return Ask(
        text=paragraphs(lines(_place(turn, chosen), _("Household survey")), told(survey)),
        choices=await _choices(turn, chosen),
        then=turned,
        resting=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Show a village, the whole commune again, or go on asking."""
    wanted = turn.answers["view"]
    if wanted == _NEXT:
        return go(SURVEY)
    return go(view, village=None if wanted == _WHOLE else wanted)


def _place(turn: Turn, village: Place | None) -> Text:
    person = turn.member
    own = person.commune if person.role in OFFICIALS else person.village
    place = village or (person.team if person.role in LEADERS else own)
    return Plain(place.name if place else "")


async def _choices(turn: Turn, chosen: Place | None) -> tuple[Choice, ...]:
    if turn.role in MEMBERS:
        return (Choice(_NEXT, _("Ask a household")),)
    if chosen:
        return (Choice(_WHOLE, _("The whole commune")),)
    return tuple(
        Choice(one.id, _("{place}: {asked}", place=one.name, asked=asked_of(survey)))
        for one, survey in await turn.surveys.by_village()
    )
