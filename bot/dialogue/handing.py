"""Files in a conversation: which question takes one, and when a file that is held is let go."""

from bot.dialogue.flow import Ask
from bot.dialogue.flows import Flows
from bot.dialogue.frames import readable
from bot.dialogue.runner import Runner
from bot.dialogue.turn import Turn
from bot.domain.handed import FileRef
from bot.domain.people import OFFICIALS
from bot.domain.session import Session


class Handing:
    """What files mean to a conversation."""

    def __init__(self, flows: Flows, runner: Runner) -> None:
        self._flows = flows
        self._runner = runner

    async def question(self, turn: Turn, session: Session, file: FileRef) -> Ask | None:
        """Return the question that a file answers; None where nobody asked this person for one."""
        session = readable(self._flows, turn.role, session)
        if turn.role not in OFFICIALS or not session.frames:
            return None
        ask = await self._runner.asked(turn, session)
        return ask if isinstance(ask, Ask) and ask.opens and file.ending in ask.files else None

    def let_go(self, before: Session, after: Session) -> bool:
        """Tell whether a flow that may hold a file was left by an answer."""
        return any(flow.holds for flow in map(self._flows.named, _in(before) - _in(after)) if flow)


def _in(session: Session) -> set[str]:
    """Return the names of the flows that a session is in, or can go back to."""
    return {frame.at.partition(".")[0] for frame in (*session.frames, *session.parked)}
