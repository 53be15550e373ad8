"""Where a session stands, against the flows there are: what is still known, what can wait."""

from dataclasses import replace

from bot.dialogue.flow import Flow
from bot.dialogue.flows import Flows
from bot.domain.people import Role
from bot.domain.session import Frame, Session


def readable(flows: Flows, role: Role, session: Session) -> Session:
    """Return a session whose place this version of the program, and this role, still knows."""

    def known(frame: Frame) -> bool:
        step = flows.at(frame.at)
        return step is not None and role in step.flow.roles

    if not all(map(known, session.parked)):
        session = replace(session, parked=())
    if not all(map(known, session.frames)):
        return replace(session, frames=(Frame(flows.home.path),), parked=(), shown={})
    return session


def parked(session: Session, besides: Flow | None = None) -> Session:
    """Keep what was begun for later, if anything was answered and the matter is not closed."""
    way = session.frames[1:]
    if (
        way
        and way[-1].answers
        and not session.resting
        and (not besides or not way[-1].at.startswith(f"{besides.name}."))
    ):
        return replace(session, parked=way)
    return session


def parked_flow(flows: Flows, role: Role, session: Session) -> Flow | None:
    """Return what can be taken up again; leaving a team, in this very turn, ends that too."""
    step = flows.at(session.parked[-1].at) if session.parked else None
    return step.flow if step and role in step.flow.roles else None
