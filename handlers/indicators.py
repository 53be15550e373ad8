"""The commune's indicators of a period: group by group, each line a door to all there is to it."""

from bot.dialogue.flow import Ask, Flow, Gone, Screen, go
from bot.dialogue.periods import another
from bot.dialogue.periods import chosen as taken
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import WATCHERS
from bot.domain.periods import Period, month, period
from bot.domain.text import Lines, Plain, Text, _, lines, paragraphs
from bot.reading.days import span as read_span
from bot.reports.indicators import brief
from bot.reports.ladders import climbed
from bot.reports.periods import called, offered
from bot.reports.sheets import grouped, headed, summed_up
from bot.reports.states import closed

flow = Flow(
    "indicators",
    _("Indicators"),
    command="chitieu",
    menu=20,
    roles=WATCHERS,
    called=frozenset({"cac chi tieu", "bang chi tieu", "xem chi tieu", "chi so", "indicators"}),
)
ONE, COMMUNE = flow.door("indicator"), flow.door("commune")

_GROUP, _LADDERS, _OTHER, _PERIOD = "group:", "ladders", "other", "period:"


@flow.step
async def groups(turn: Turn) -> Screen:
    """Show how far the period is, and its groups; a period may be typed here at once."""
    if turn.member.choosing:
        return go(COMMUNE)
    asked = _period(turn)
    sheet = await turn.numbers.sheet(asked)
    catalogue = turn.library.catalogue
    titles = sheet.headings(catalogue.groups)
    ladders = (Choice(_LADDERS, _("Step by step, on one base")),) if sheet.whole.climbs else ()
    return Ask(
        text=paragraphs(
            headed(sheet, await turn.numbers.status(asked), catalogue.deadlines),
            summed_up(sheet.whole.values),
        ),
        choices=(
            Choice(_OTHER, _("Another period")),
            *(
                Choice(f"{_GROUP}{group}", _("{title} ({n})", title=titles[group], n=len(values)))
                for group, values in grouped(sheet, titles).items()
            ),
            *ladders,
        ),
        reads=lambda said: f"{_PERIOD}{read_span(said, turn.today).id}",
        then=opened,
        resting=True,
    )


@flow.step
async def opened(turn: Turn) -> Screen:
    """Go where was pointed to."""
    match str(turn.answers["groups"]):
        case wanted if wanted.startswith(_PERIOD):
            return go(groups, period=wanted.removeprefix(_PERIOD))
        case wanted if wanted.startswith(_GROUP):
            return go(group, name=wanted.removeprefix(_GROUP))
        case wanted if wanted == _LADDERS:
            return go(ladders)
        case _:
            return go(other)


@flow.step
async def group(turn: Turn) -> Screen:
    """List the indicators of a group, each with its number, or why there is none."""
    name = str(turn.answers["name"])
    asked = _period(turn)
    sheet = await turn.numbers.sheet(asked)
    catalogue = turn.library.catalogue
    values = grouped(sheet, titles := sheet.headings(catalogue.groups)).get(name)
    if not values:
        raise Gone
    return Ask(
        text=lines(
            titles[name],
            called(asked),
            closed(await turn.numbers.status(asked)),
            summed_up(values),
        ),
        choices=tuple(Choice(one.id, _titled(one.title, brief(one, catalogue))) for one in values),
        reads=lambda said: f"{_PERIOD}{read_span(said, turn.today).id}",
        then=one,
        resting=True,
    )


@flow.step
async def one(turn: Turn) -> Screen:
    """Open an indicator, or show the group in another period."""
    wanted = str(turn.answers["group"])
    if wanted.startswith(_PERIOD):
        return go(group, period=wanted.removeprefix(_PERIOD))
    return go(ONE, indicator=wanted, period=_period(turn).id)


@flow.step
async def ladders(turn: Turn) -> Screen:
    """Show what is part of what, every rung on the same base."""
    asked = _period(turn)
    sheet = await turn.numbers.sheet(asked)
    return Ask(
        text=paragraphs(
            lines(called(asked), closed(await turn.numbers.status(asked))),
            *(climbed(each, each.decimals) for each in sheet.whole.climbs),
        ),
        choices=(Choice(_OTHER, _("All groups")),),
        then=again,
        resting=True,
    )


@flow.step
async def again(turn: Turn) -> Screen:
    """Go back to the groups."""
    return go(groups, ladders=None)


@flow.step
async def other(turn: Turn) -> Screen:
    """Ask for another period."""
    return another(turn, offered(turn.today, _period(turn)), chosen, reads=read_span)


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show the period that was chosen, or say why it could not be read."""
    found = taken(turn, "other", reads=read_span)
    return go(groups, period=found, other=None) if found else go(other)


def _titled(title: Text, said: Text) -> Text:
    return Lines((title, Plain(": "), said), gap="")


def _period(turn: Turn) -> Period:
    kept = turn.answers.get("period")
    return period(str(kept)) if kept else month(turn.today)
