"""Take records back: at once, or in a closed period with a reason; the member is told."""

from bot.dialogue import offers
from bot.dialogue.flow import Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import Entry, day_of
from bot.domain.people import ROSTERED
from bot.domain.text import _
from bot.reading.reasons import reason as read_reason
from bot.reports.entries import told

flow = Flow(
    "undo",
    _("Take a record back"),
    command="hoantac",
    roles=ROSTERED,
    called=frozenset({"hoan tac", "xoa", "xoa di", "nham", "nham roi", "ghi nham", "undo"}),
)
RECEIPT = flow.door("receipt")


@flow.step
async def which(turn: Turn) -> Screen:
    """Take back what is meant, one or several; asked for by itself, show the latest one first."""
    if "entry" in turn.answers:
        return go(begun)
    latest = await turn.records.entries(1)
    if not latest:
        turn.say(_("Nothing is recorded yet."))
        return Done()
    return go(RECEIPT, entry=latest[0].code)


@flow.step
async def begun(turn: Turn) -> Screen:
    """In a closed period nothing changes without a reason."""
    closed = [await turn.records.closed(day_of(one)) for one in await _entries(turn)]
    return go(why) if any(closed) else go(taken)


@flow.step
async def why(turn: Turn) -> Screen:
    """Ask why, where the period is closed."""
    return offers.why(
        Choice("ghi trùng", _("Recorded twice")),
        Choice("không có việc này", _("It did not happen")),
        reads=read_reason,
        then=taken,
    )


@flow.step
async def taken(turn: Turn) -> Screen:
    """Take it back."""
    entries = await _entries(turn)
    if not entries:
        turn.say(_("That record was already taken back or corrected."))
    reason = turn.answers.get("why")
    for entry in entries:
        await turn.take_back(entry, why=str(reason) if reason else None)
        said = told(entry, turn.library.activities)
        if len(entries) == 1:
            turn.say(_("Taken back: {what}. It no longer counts.", what=said))
        if entry.member and entry.member != turn.member.id:
            who = turn.member.name
            turn.tell(entry.member, _("{who} took back your record: {what}.", who=who, what=said))
    if len(entries) > 1:
        turn.say(_("All of that is taken back. It no longer counts."))
    return Done()


async def _entries(turn: Turn) -> list[Entry]:
    found = [await turn.find(code) for code in str(turn.answers["entry"]).split()]
    return [entry for entry in found if entry]
