"""What a record was before: who wrote what, when, and why it was changed."""

from bot.dialogue.flow import Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.people import ROSTERED
from bot.domain.text import _
from bot.reports.entries import versions

flow = Flow("history", _("What it was before"), roles=ROSTERED)
RECEIPT = flow.door("receipt")


@flow.step
async def shown(turn: Turn) -> Screen:
    """Show every version, the first one first, above the receipt of the present one."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None:
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    known = await turn.records.history(entry)
    villages = await turn.records.village_names()
    turn.say(versions(known, turn.library.activities, villages, turn.today))
    return go(RECEIPT, entry=entry.code)
