"""The receipt of several records made by one message: all kept, each can be corrected."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import Entry
from bot.domain.history import LOOKS_DOUBLE, Alike
from bot.domain.people import MEMBERS
from bot.domain.text import _, lines, listed
from bot.reports.entries import in_full, listed_as, repeated

flow = Flow("receipts", _("Receipt"), roles=MEMBERS)
RECORD = flow.door("record")
RECEIPT = flow.door("receipt")
UNDO = flow.door("undo")


@flow.step
async def shown(turn: Turn) -> Screen:
    """Say what was kept."""
    entries = await _entries(turn)
    if not entries:
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    names = await turn.records.village_names()
    activities, today = turn.library.activities, turn.today
    return Ask(
        text=lines(
            _("Recorded:"),
            listed(in_full(entry, activities, names, today) for entry in entries),
            *[repeated(double) for double in await _doubles(turn, entries)],
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
            return go(UNDO, entry=turn.answers["entries"])
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


async def _doubles(turn: Turn, entries: list[Entry]) -> list[Alike]:
    """Return what looks like the same help written down twice, right after it was recorded."""
    if not turn.answers.get("fresh"):
        return []
    found = [await turn.records.alike(one, turn.at - LOOKS_DOUBLE) for one in entries]
    return [double for double in found if double]


async def _entries(turn: Turn) -> list[Entry]:
    codes = str(turn.answers["entries"]).split()
    found = [await turn.find(code) for code in codes]
    return [entry for entry in found if entry]
