"""How a conversation moves: (session, what was said) -> (session, reply, facts); reads only."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.dialogue import answers as heard
from bot.dialogue.answers import Chosen, Command, Heard, Leave, Maybe, Missed
from bot.dialogue.flow import BACK, HOME, MORE, RESUME, Ask, Done, Flow, Goto, Screen, Step
from bot.dialogue.flows import Flows
from bot.dialogue.screens import old_button, screen_of
from bot.dialogue.turn import Turn
from bot.domain.chat import Answer, Press, Reply, Said, Unread
from bot.domain.facts import Entry, MemberLeft
from bot.domain.session import Frame, Session
from bot.domain.text import _, fold, paragraphs

# A conversation that runs through this many steps without asking anything goes in circles.
_STEPS_A_TURN = 20
# How far back "back" can go.
_FRAMES = 24
# From this many misses in a row on, a human is offered.
_MISSES_BEFORE_HELP = 3


class InCircles(Exception):
    """A flow's steps lead to each other without ever asking."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one message came to."""

    session: Session
    reply: Reply
    entries: tuple[Entry, ...]


class Dialogue:
    """The conversation over a set of flows."""

    def __init__(self, flows: Flows) -> None:
        self.flows = flows

    async def respond(self, turn: Turn, session: Session, said: Said) -> Outcome:
        """Answer one message; the turn collects what is said and recorded."""
        session = self._readable(turn, session)
        match said:
            case Unread.MEDIA:
                turn.say(_("I can only read typed words. Pictures, voice and files are not kept."))
                return await self._ask_again(turn, session)
            case Unread.EDIT:
                turn.say(
                    _(
                        "I do not read a message again after it was changed. To correct a record, "
                        "open “My book”."
                    )
                )
                return await self._ask_again(turn, session)
            case Press(screen, line) if screen != session.screen or line not in session.shown:
                turn.say(old_button())
                return await self._ask_again(turn, session)
            case Press(_, line):
                return await self._chosen(turn, session, session.shown[line], None)
            case str():
                return await self._typed(turn, session, said)

    async def _typed(self, turn: Turn, session: Session, said: str) -> Outcome:
        """Answer typed words."""
        if not session.frames:
            session = replace(session, frames=(Frame(self.flows.home.path),))
        if not fold(said):
            return await self._ask_again(turn, session)
        match heard.anyhow(said):
            case Command(word, argument):
                return await self._command(turn, session, word, argument)
            case Leave():
                return await self._home(turn, session, park=True)
        ask = await self._asked(turn, session)
        if not isinstance(ask, Ask):
            return await self._overtaken(turn, session, ask)
        if (flow := self._titled(turn, said)) and not heard.labelled(said, ask, turn.spoken):
            return await self._enter(turn, session, flow)
        understood = heard.hear(said, ask, session.shown, turn.spoken)
        if isinstance(understood, Missed) and ask.resting:
            at_home = replace(session, frames=(Frame(self.flows.home.path),), shown={})
            return await self._typed(turn, at_home, said)
        return await self._moved(turn, session, ask, understood)

    async def _moved(self, turn: Turn, session: Session, ask: Ask, to: Heard) -> Outcome:
        match to:
            case Chosen(value):
                return await self._chosen(turn, session, value, ask)
            case Leave(give_up):
                if give_up and len(session.frames) > 1 and not session.resting:
                    turn.say(_("Left off. Nothing was recorded."))
                return await self._home(turn, session, park=not give_up)
            case Maybe(choices):
                unsure = replace(
                    ask, text=_("Not sure I understood. Is it one of these?"), choices=choices
                )
                return self._show(turn, replace(session, page=0), unsure)
            case Missed(why):
                session = replace(session, misses=session.misses + 1)
                turn.say(why or _("I did not understand that."))
                if session.misses >= _MISSES_BEFORE_HELP:
                    turn.say(_("Stuck? Type 0 for the menu, or ask your team leader."))
                return self._show(turn, session, ask)

    async def _chosen(
        self, turn: Turn, session: Session, value: Answer, ask: Ask | None
    ) -> Outcome:
        """Take an answer, or one of the moves that stand on screens as choices."""
        match value:
            case str() if value == HOME:
                return await self._home(turn, session, park=True)
            case str() if value == BACK:
                frames = session.frames[:-1] or (Frame(self.flows.home.path),)
                return await self._ask_again(turn, replace(session, frames=frames, page=0))
            case str() if value == MORE:
                return await self._ask_again(turn, replace(session, page=session.page + 1))
            case str() if value == RESUME and session.parked:
                frames = (session.frames[0], *session.parked)
                return await self._ask_again(
                    turn, replace(session, frames=frames, parked=(), page=0)
                )
        here = session.frames[-1]
        step = self.flows.at(here.at) or self.flows.home
        screen = ask or await self._asked(turn, session)
        if not isinstance(screen, Ask):
            return await self._overtaken(turn, session, screen)
        return await self._run(turn, session, screen.then, {**here.answers, step.name: value})

    async def _command(
        self, turn: Turn, session: Session, word: str, argument: str | None
    ) -> Outcome:
        if word == "start" and argument and (flow := self.flows.started()):
            return await self._enter(turn, session, flow, **{str(flow.start_answer): argument})
        if word in {"start", "menu"}:
            return await self._home(turn, session, park=True)
        flow = self.flows.commanded(word)
        if flow:
            return await self._enter(turn, session, flow)
        turn.say(_("I do not know the command /{word}.", word=word[:32]))
        return await self._ask_again(turn, session)

    async def _enter(self, turn: Turn, session: Session, flow: Flow, **given: Answer) -> Outcome:
        """Open a flow from anywhere; what was begun is kept for later."""
        session = self._parked(session, besides=flow)
        session = replace(session, frames=(Frame(self.flows.home.path),))
        if turn.role not in flow.roles:
            turn.say(_("“{title}” is not for your role.", title=flow.title))
            return await self._ask_again(turn, session)
        return await self._run(turn, session, flow.first, given)

    async def _home(self, turn: Turn, session: Session, *, park: bool) -> Outcome:
        session = self._parked(session) if park else replace(session, parked=())
        session = replace(session, frames=(Frame(self.flows.home.path),))
        return await self._run(turn, session, self.flows.home, {})

    async def _ask_again(self, turn: Turn, session: Session) -> Outcome:
        """Show the present question (once more)."""
        if not session.frames:
            return await self._home(turn, session, park=False)
        screen = await self._asked(turn, session)
        if not isinstance(screen, Ask):
            return await self._overtaken(turn, session, screen)
        return self._show(turn, session, screen)

    async def _asked(self, turn: Turn, session: Session) -> Screen:
        """Return the question that the session stands at, made anew by its step."""
        frame = session.frames[-1]
        step = self.flows.at(frame.at) or self.flows.home
        return await self._call(step, turn, session, frame.answers)

    async def _overtaken(self, turn: Turn, session: Session, screen: Goto | Done) -> Outcome:
        """Go on from a question that no longer asks: what it was about was settled meanwhile.

        An entry was taken back from another chat, a code has run out, everybody has joined.
        """
        frame = session.frames[-1]
        step = self.flows.at(frame.at) or self.flows.home
        before = replace(session, frames=session.frames[:-1] or session.frames)
        return await self._run(turn, before, step, dict(frame.answers), screen)

    async def _run(
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
                    base = session.frames[:1] if turn.recorded else session.frames
                    frame = Frame(step.path, answers)
                    if frame.at != self.flows.home.path and frame != base[-1]:
                        base = (*base[:1], *base[1:][-_FRAMES:], frame)
                    return self._show(turn, replace(session, frames=base, page=0, misses=0), ask)
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

    async def _call(
        self, step: Step, turn: Turn, session: Session, answers: Mapping[str, Answer]
    ) -> Screen:
        """Run a step with what it may see at this very moment (joining changes the menu)."""
        turn.answers = answers
        turn.menu = self.flows.menu(turn.role)
        turn.parked = self._parked_flow(turn, session)
        return await step.run(turn)

    def _show(self, turn: Turn, session: Session, ask: Ask) -> Outcome:
        reply, session = screen_of(ask, session)
        # Numbered by the message as well, so that no number comes again after starting over.
        session = replace(session, screen=max(session.screen, turn.message))
        reply = replace(reply, screen=session.screen)
        if any(isinstance(entry.fact, MemberLeft) for entry in turn.recorded):
            session = replace(session, parked=())
        text = paragraphs(*turn.said, reply.text)
        return Outcome(session, replace(reply, text=text), tuple(turn.recorded))

    def _readable(self, turn: Turn, session: Session) -> Session:
        """Return a session whose place this version of the program, and this role, still knows."""
        if not all(self._may_stand(turn, frame) for frame in session.parked):
            session = replace(session, parked=())
        if not all(self._may_stand(turn, frame) for frame in session.frames):
            return replace(session, frames=(Frame(self.flows.home.path),), parked=(), shown={})
        return session

    def _may_stand(self, turn: Turn, frame: Frame) -> bool:
        step = self.flows.at(frame.at)
        return step is not None and turn.role in step.flow.roles

    def _parked(self, session: Session, besides: Flow | None = None) -> Session:
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

    def _parked_flow(self, turn: Turn, session: Session) -> Flow | None:
        """Return what can be taken up again; leaving a team, in this very turn, ends that too."""
        step = self.flows.at(session.parked[-1].at) if session.parked else None
        return step.flow if step and turn.role in step.flow.roles else None

    def _titled(self, turn: Turn, said: str) -> Flow | None:
        """Return the menu's flow that was called by its title (the lasting keys send words)."""
        words = fold(said)
        for flow in self.flows.menu(turn.role):
            titles = {fold(title) for title in turn.spoken(flow.title)}
            if words in titles or words.replace(" ", "") == flow.command:
                return flow
        return None
