"""How many people of a record were helped for the first time: gives people helped, estimated."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceGiven, FirstTimeTold
from bot.domain.people import ROSTERED
from bot.domain.text import _
from bot.reading.count import count as read_count

flow = Flow("first", _("Helped for the first time?"), roles=ROSTERED)
RECEIPT = flow.door("receipt")


@flow.step
async def how_many(turn: Turn) -> Screen:
    """Ask how many of these people were helped for the first time this month."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None or not isinstance(given := entry.fact, AssistanceGiven):
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    if await turn.records.closed(given.day):
        turn.say(_("That period is closed; its estimate stays as it is."))
        return go(RECEIPT, entry=entry.code)
    month = given.day.strftime("%m/%Y")
    alone, all_of_them = _("First time"), _("All {n} for the first time", n=given.count)
    return Ask(
        text=_("How many of them did the team help for the first time in {month}?", month=month),
        choices=(
            Choice(given.count, alone if given.count == 1 else all_of_them),
            Choice(0, _("None, helped before")),
        ),
        reads=lambda said: read_count(said, most=given.count),
        numbers=given.count > 1,
        then=noted,
    )


@flow.step
async def noted(turn: Turn) -> Screen:
    """Keep the answer beside the entry."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None:
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    number = int(turn.answers["how_many"])
    turn.record(FirstTimeTold(entry, number))
    return go(RECEIPT, entry=entry.code)
