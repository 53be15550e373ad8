"""Take a record back: at once, or in a closed period with a reason; the member is told."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import day_of
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
    """Take back the record that is meant; asked for by itself, show the latest one first."""
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
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None:
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    return go(why) if await turn.records.closed(day_of(entry)) else go(taken)


@flow.step
async def why(turn: Turn) -> Screen:
    """Ask why, where the period is closed."""
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
    """Take it back."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None:
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    reason = turn.answers.get("why")
    await turn.take_back(entry, why=str(reason) if reason else None)
    said = told(entry, turn.library.activities)
    turn.say(_("Taken back: {what}. It no longer counts.", what=said))
    if entry.member and entry.member != turn.member.id:
        who = turn.member.name
        turn.tell(entry.member, _("{who} took back your record: {what}.", who=who, what=said))
    return Done()
