"""Whether a leader may say that the numbers on the screen are right."""

from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import LEADERS
from bot.domain.periods import Period
from bot.domain.sheets import Look, State, Status
from bot.domain.text import _

# Before the number of the newest entry that was on the screen.
SEEN = "seen:"


async def sayable(
    turn: Turn, shown: Period, status: Status, look: Look | None
) -> tuple[Choice, ...]:
    """Offer a leader to say that the numbers are right: those that are shown, and no others."""
    leads = turn.role in LEADERS and turn.member.team is not None
    if not leads or turn.practising or status.state is State.CLOSED or (look and not look.since):
        return ()
    newest = await turn.closings.newest(shown)
    return (Choice(f"{SEEN}{newest}", _("I have looked, it is right")),)
