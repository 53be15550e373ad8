"""The receipt of several records made by one message: all kept, each can be corrected."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import Entry, day_of
from bot.domain.history import LOOKS_DOUBLE, Alike
from bot.domain.people import MEMBERS
from bot.domain.text import _, lines, listed
from bot.reading.reasons import reason as read_reason
from bot.reports.entries import in_full, listed_as, repeated

flow = Flow("receipts", _("Receipt"), roles=MEMBERS)
RECORD = flow.door("record")
RECEIPT = flow.door("receipt")


@flow.step
async def shown(turn: Turn) -> Screen:
    """Say what was kept."""
    entries = await _entries(turn)
    if not entries:
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    names = {place.id: place.name for place in await turn.records.villages()}
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
            closed = [await turn.records.closed(day_of(one)) for one in await _entries(turn)]
            return go(why) if any(closed) else go(taken)
        case "one":
            return go(which)
        case _:
            return go(RECORD)


@flow.step
async def why(turn: Turn) -> Screen:
    """Ask why, where one of them is in a closed period."""
    return Ask(
        text=_(
            "That period is closed: its numbers stay. The change counts today, as an adjustment. "
            "Why is it needed? Choose, or type a few words."
        ),
        choices=(
            Choice("ghi trùng", _("Recorded twice")),
            Choice("không có việc này", _("It did not happen")),
        ),
        reads=read_reason,
        then=taken,
    )


@flow.step
async def taken(turn: Turn) -> Screen:
    """Take all of them back."""
    reason = turn.answers.get("why")
    for entry in await _entries(turn):
        await turn.take_back(entry, why=str(reason) if reason else None)
    turn.say(_("All of that is taken back. It no longer counts."))
    return Done()


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
