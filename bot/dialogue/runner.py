"""Runs the steps of flows until one of them asks, and shows what it asks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.dialogue.flow import Ask, Done, Gone, Goto, Screen, Step
from bot.dialogue.flows import Flows
from bot.dialogue.frames import parked, parked_flow
from bot.dialogue.practised import CannotBeTried
from bot.dialogue.screens import screen_of
from bot.dialogue.turn import Turn
from bot.domain.chat import Answer, Reply
from bot.domain.errors import Damaged
from bot.domain.facts import Entry, MemberLeft
from bot.domain.periods import period
from bot.domain.session import Frame, Session
from bot.domain.text import Phrase, _, paragraphs

# A conversation that runs through this many steps without asking anything goes in circles.
_STEPS_A_TURN = 20
# How far back "back" can go.
_FRAMES = 24


class InCircles(Exception):
    """A flow's steps lead to each other without ever asking."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one message came to."""

    session: Session
    reply: Reply
    entries: tuple[Entry, ...]


class Runner:
    """What stands behind every answer: a step that is run, and the screen it comes to."""

    def __init__(self, flows: Flows) -> None:
        self.flows = flows

    async def run(
        self,
        turn: Turn,
        session: Session,
        step: Step,
        answers: dict[str, Answer],
        screen: Screen | None = None,
    ) -> Outcome:
        """Run steps until one of them asks.

        A question whose answer is known already (given at the door) is not asked. After a fact
        was recorded there is no way back behind it: the same answer would be recorded twice.
        """
        for _nth in range(_STEPS_A_TURN):
            onto, screen = screen or await self._call(step, turn, session, answers), None
            match onto:
                case Ask() as ask if step.name in answers:
                    step = ask.then
                case Ask() as ask:
                    alone = turn.recorded or ask.forgets
                    base = session.frames[:1] if alone else session.frames
                    frame = Frame(step.path, answers)
                    if frame.at != self.flows.home.path and frame != base[-1]:
                        base = (*base[:1], *base[1:][-_FRAMES:], frame)
                    return self.show(turn, replace(session, frames=base, page=0, misses=0), ask)
                case Goto(target, changes):
                    onward = self.flows.behind(target)
                    known = {} if onward.flow is not step.flow else dict(answers)
                    known.pop(onward.name, None)
                    known.update((name, value) for name, value in changes if value is not None)
                    for name, value in changes:
                        if value is None:
                            known.pop(name, None)
                    step, answers = onward, known
                case Done():
                    session = replace(session, frames=(Frame(self.flows.home.path),))
                    step, answers = self.flows.home, {}
        raise InCircles(step.path)

    async def home(self, turn: Turn, session: Session, *, park: bool) -> Outcome:
        """Go to the menu; with `park`, what was begun can be taken up again."""
        session = parked(session) if park else replace(session, parked=())
        session = replace(session, frames=(Frame(self.flows.home.path),))
        return await self.run(turn, session, self.flows.home, {})

    async def again(self, turn: Turn, session: Session) -> Outcome:
        """Show the present question (once more)."""
        if not session.frames:
            return await self.home(turn, session, park=False)
        screen = await self.asked(turn, session)
        if not isinstance(screen, Ask):
            return await self.overtaken(turn, session, screen)
        return self.show(turn, session, screen)

    async def asked(self, turn: Turn, session: Session) -> Screen:
        """Return the question that the session stands at, made anew by its step."""
        frame = session.frames[-1]
        step = self.flows.at(frame.at) or self.flows.home
        return await self._call(step, turn, session, frame.answers)

    async def overtaken(self, turn: Turn, session: Session, screen: Goto | Done) -> Outcome:
        """Go on from a question that no longer asks: what it was about was settled meanwhile.

        An entry was taken back from another chat, a code has run out, everybody has joined.
        """
        frame = session.frames[-1]
        step = self.flows.at(frame.at) or self.flows.home
        before = replace(session, frames=session.frames[:-1] or session.frames)
        return await self.run(turn, before, step, dict(frame.answers), screen)

    async def _call(
        self, step: Step, turn: Turn, session: Session, answers: Mapping[str, Answer]
    ) -> Screen:
        """Run a step with what it may see at this very moment (joining changes the menu)."""
        turn.answers = answers
        turn.menu = self.flows.menu(turn.role)
        turn.parked = parked_flow(self.flows, turn.role, session)
        try:
            return await step.run(turn)
        except Gone as gone:
            turn.say(gone.text or _("What you were looking at is no longer there."))
            return Done()
        except CannotBeTried:
            turn.say(_("That cannot be tried out. Stop practising first."))
            return Done()
        except Damaged as damaged:
            closed = period(damaged.period)
            turn.say(
                _(
                    "The figures closed for {start} – {end} were changed after closing, so I do "
                    "not show them. Please tell whoever runs this program: code TS-60.",
                    start=closed.start,
                    end=closed.last,
                )
            )
            return Done()

    def show(self, turn: Turn, session: Session, ask: Ask) -> Outcome:
        """Make the reply of a question, below what was said on the way to it."""
        reply, session = screen_of(ask, session)
        # Numbered by the message as well, so that no number comes again after starting over.
        session = replace(session, screen=max(session.screen, turn.message))
        reply = replace(reply, screen=session.screen)
        if any(isinstance(entry.fact, MemberLeft) for entry in turn.recorded):
            session = replace(session, parked=())
        text = paragraphs(_marked(turn), *turn.said, reply.text)
        return Outcome(session, replace(reply, text=text), tuple(turn.recorded))


def _marked(turn: Turn) -> Phrase | None:
    """Mark every message of practice, so that nobody takes it for the book."""
    return _("PRACTICE – this does not count") if turn.practising else None
