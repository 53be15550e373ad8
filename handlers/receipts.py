"""The receipt of several records made by one message: all kept, each can be corrected."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import Entry
from bot.domain.people import MEMBERS
from bot.domain.text import _, lines, listed
from bot.reports.entries import in_full, listed_as

flow = Flow("receipts", _("Receipt"), roles=MEMBERS)
RECORD = flow.door("record")
RECEIPT = flow.door("receipt")


@flow.step
async def shown(turn: Turn) -> Screen:
    """Say what was kept."""
    entries = await _entries(turn)
    if not entries:
        turn.say(_("That record was already taken back."))
        return Done()
    names = {place.id: place.name for place in await turn.records.villages()}
    activities, today = turn.library.activities, turn.today
    return Ask(
        text=lines(
            _("Recorded:"),
            listed(in_full(entry, activities, names, today) for entry in entries),
        ),
        choices=(
            Choice("again", _("Record more")),
            Choice("undo", _("Undo all")),
            Choice("one", _("Correct one of them")),
        ),
        then=after,
        resting=True,
    )


@flow.step
async def after(turn: Turn) -> Screen:
    """Do what was chosen below the receipt."""
    match turn.answers["shown"]:
        case "undo":
            for entry in await _entries(turn):
                await turn.take_back(entry)
            turn.say(_("All of that is taken back. It no longer counts."))
            return Done()
        case "one":
            return go(which)
        case _:
            return go(RECORD)


@flow.step
async def which(turn: Turn) -> Screen:
    """Ask which one is to be corrected."""
    activities, today = turn.library.activities, turn.today
    return Ask(
        text=_("Which one?"),
        choices=tuple(
            Choice(entry.code, listed_as(entry, activities, today))
            for entry in await _entries(turn)
        ),
        then=chosen,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show its own receipt, where it can be corrected."""
    return go(RECEIPT, entry=turn.answers["which"])


async def _entries(turn: Turn) -> list[Entry]:
    codes = str(turn.answers["entries"]).split()
    found = [await turn.find(code) for code in codes]
    return [entry for entry in found if entry]
