"""One indicator: how it came about, its target, the period before, and village by village."""

from bot.dialogue.flow import Ask, Flow, Gone, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.indicators import Value
from bot.domain.people import WATCHERS
from bot.domain.periods import Period, period, previous
from bot.domain.sheets import Sheet
from bot.domain.text import _, lines, paragraphs
from bot.reading.days import span as read_span
from bot.reports.indicators import detailed
from bot.reports.periods import called
from bot.reports.sheets import by_village, value_of
from bot.reports.states import briefly, closed, counted_so_far

flow = Flow("indicator", _("An indicator"), roles=WATCHERS)
GROUPS = flow.door("indicators")

_VILLAGES, _BEFORE, _GROUPS, _WHOLE, _PERIOD = "villages", "before", "groups", "whole", "period:"


@flow.step
async def view(turn: Turn) -> Screen:
    """Show all there is to an indicator, beside the period before."""
    asked = _period(turn)
    sheet = await turn.numbers.sheet(asked)
    value = _value(turn, sheet)
    status = await turn.numbers.status(asked)
    before = value_of(await turn.numbers.sheet(previous(asked)), value.id)
    return Ask(
        text=paragraphs(
            lines(called(asked), counted_so_far(asked, turn.today, status), briefly(status)),
            detailed(value, before, turn.library.catalogue),
        ),
        choices=(
            Choice(_VILLAGES, _("By village")),
            Choice(_BEFORE, _("The period before")),
            Choice(_GROUPS, _("All groups")),
        ),
        reads=lambda said: f"{_PERIOD}{read_span(said, turn.today).id}",
        then=turned,
        resting=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Show it another way."""
    match str(turn.answers["view"]):
        case wanted if wanted == _VILLAGES:
            return go(villages)
        case wanted if wanted.startswith(_PERIOD):
            return go(view, period=wanted.removeprefix(_PERIOD))
        case wanted if wanted == _BEFORE:
            return go(view, period=previous(_period(turn)).id)
        case _:
            return go(GROUPS, period=_period(turn).id)


@flow.step
async def villages(turn: Turn) -> Screen:
    """Show the villages of the map at the period's end, the highest first."""
    asked = _period(turn)
    sheet = await turn.numbers.sheet(asked)
    value = _value(turn, sheet)
    head = lines(value.title, called(asked), closed(await turn.numbers.status(asked)))
    return Ask(
        text=paragraphs(head, by_village(sheet, value.id, turn.library.catalogue)),
        choices=(Choice(_WHOLE, _("The whole commune")),),
        then=whole,
        resting=True,
    )


@flow.step
async def whole(turn: Turn) -> Screen:
    """Go back to the commune's number."""
    return go(view, villages=None)


def _value(turn: Turn, sheet: Sheet) -> Value:
    """Return the indicator that was chosen; raises Gone where the sheet has it no longer."""
    found = value_of(sheet, str(turn.answers.get("indicator")))
    if found is None:
        raise Gone
    return found


def _period(turn: Turn) -> Period:
    kept = turn.answers.get("period")
    if kept is None:
        raise Gone
    return period(str(kept))
