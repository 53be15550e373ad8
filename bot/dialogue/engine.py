"""How a conversation moves: (session, what was said) -> (session, reply, facts); reads only."""

from dataclasses import replace

from bot.dialogue import answers as heard
from bot.dialogue.answers import Chosen, Command, Heard, Leave, Maybe, Missed
from bot.dialogue.flow import BACK, FILE, HOME, MORE, RESUME, Ask, Flow
from bot.dialogue.flows import Flows
from bot.dialogue.frames import parked, readable
from bot.dialogue.handing import Handing
from bot.dialogue.runner import Outcome, Runner
from bot.dialogue.screens import old_button
from bot.dialogue.turn import Turn
from bot.domain.chat import Answer, Due, Press, Said, Unread
from bot.domain.errors import Unclear
from bot.domain.people import Role
from bot.domain.session import Frame, Session
from bot.domain.text import MARK, Phrase, _, fold

# From this many misses in a row on, a human is offered.
_MISSES_BEFORE_HELP = 3


class Dialogue:
    """The conversation over a set of flows."""

    def __init__(self, flows: Flows) -> None:
        self.flows = flows
        self._runner = Runner(flows)
        self.handing = Handing(flows, self._runner)

    async def respond(self, turn: Turn, session: Session, said: Said) -> Outcome:
        """Answer one message; the turn collects what is said and recorded."""
        session = readable(self.flows, turn.role, session)
        match said:
            case Unread.MEDIA if turn.file:
                return await self._chosen(turn, session, FILE, None)
            case Unread.MEDIA:
                turn.say(_("I can only read typed words. Pictures, voice and files are not kept."))
                return await self._runner.again(turn, session)
            case Unread.EDIT:
                turn.say(
                    _(
                        "I do not read a message again after it was changed. To correct a record, "
                        "open “My book”."
                    )
                )
                return await self._runner.again(turn, session)
            case Press(screen, line) if screen != session.screen or line not in session.shown:
                turn.say(old_button())
                return await self._runner.again(turn, session)
            case Press(_, line):
                return await self._chosen(turn, session, session.shown[line], None)
            case str():
                return await self._typed(turn, session, said)
            case Due(name, period):
                return await self._came(turn, session, name, period)

    def expects(self, role: Role, due: Due) -> bool:
        """Tell whether what time brought is still for this role."""
        flow = self.flows.named(due.flow)
        return flow is not None and role in flow.roles

    async def _came(self, turn: Turn, session: Session, name: str, period: str) -> Outcome:
        """Open a flow that nobody asked for; `begun` tells it that it came between something."""
        flow = self.flows.named(name)
        if flow is None:
            return await self._runner.again(turn, session)
        begun: dict[str, Answer] = {"begun": 1} if parked(session, flow) is not session else {}
        return await self._enter(turn, session, flow, period=period, **begun)

    def at_home(self, session: Session) -> bool:
        """Tell whether the menu is on the screen."""
        return bool(session.frames) and session.frames[-1].at == self.flows.home.path

    async def _typed(self, turn: Turn, session: Session, said: str) -> Outcome:
        """Answer typed words."""
        if not session.frames:
            session = replace(session, frames=(Frame(self.flows.home.path),))
        if not fold(said):
            return await self._nothing_left(turn, session, said)
        match heard.anyhow(said):
            case Command(word, argument):
                return await self._command(turn, session, word, argument)
            case Leave():
                return await self._runner.home(turn, session, park=True)
        ask = await self._runner.asked(turn, session)
        if not isinstance(ask, Ask):
            # What stood there was settled meanwhile; the words may be about something new.
            if session.resting and await self._read_at_home(turn, session, said):
                return await self._typed(turn, self._at_home(session), said)
            return await self._runner.overtaken(turn, session, ask)
        flow = None if ask.verbatim else self.flows.called(said, turn.role, turn.spoken)
        if flow and not heard.labelled(said, ask, turn.spoken):
            return await self._enter(turn, session, flow)
        understood = heard.hear(said, ask, session.shown, turn.spoken)
        if isinstance(understood, Missed) and ask.resting:
            return await self._typed(turn, self._at_home(session), said)
        return await self._moved(turn, session, ask, understood)

    async def _nothing_left(self, turn: Turn, session: Session, said: str) -> Outcome:
        """Answer words of which nothing is left; a question for a number says how it can be typed.

        A bare figure may look like somebody's number, and is hidden before anything reads it.
        """
        ask = await self._runner.asked(turn, session)
        if not isinstance(ask, Ask):
            return await self._runner.overtaken(turn, session, ask)
        if ask.numbers and ask.reads and MARK in said:
            try:
                ask.reads(said)
            except Unclear as unclear:
                turn.say(unclear.text)
        return self._runner.show(turn, session, ask)

    async def _read_at_home(self, turn: Turn, session: Session, said: str) -> bool:
        """Tell whether words would be an answer if they were said at home."""
        ask = await self._runner.asked(turn, self._at_home(session))
        return isinstance(ask, Ask) and isinstance(heard.hear(said, ask, {}, turn.spoken), Chosen)

    def _at_home(self, session: Session) -> Session:
        return replace(session, frames=(Frame(self.flows.home.path),), shown={}, resting=False)

    async def _moved(self, turn: Turn, session: Session, ask: Ask, to: Heard) -> Outcome:
        match to:
            case Chosen(value):
                return await self._chosen(turn, session, value, ask)
            case Leave(give_up):
                if give_up and len(session.frames) > 1 and not session.resting:
                    turn.say(_("Left off. Nothing was recorded."))
                return await self._runner.home(turn, session, park=not give_up)
            case Maybe(choices):
                unsure = replace(
                    ask, text=_("Not sure I understood. Is it one of these?"), choices=choices
                )
                return self._runner.show(turn, replace(session, page=0), unsure)
            case Missed(why):
                session = replace(session, misses=session.misses + 1)
                turn.say(why or _("I did not understand that."))
                if session.misses >= _MISSES_BEFORE_HELP:
                    turn.say(_whom_to_ask(turn.role))
                return self._runner.show(turn, session, ask)

    async def _chosen(
        self, turn: Turn, session: Session, value: Answer, ask: Ask | None
    ) -> Outcome:
        """Take an answer, or one of the moves that stand on screens as choices."""
        match value:
            case str() if value == HOME:
                return await self._runner.home(turn, session, park=True)
            case str() if value == BACK:
                frames = session.frames[:-1] or (Frame(self.flows.home.path),)
                return await self._runner.again(turn, replace(session, frames=frames, page=0))
            case str() if value == MORE:
                return await self._runner.again(turn, replace(session, page=session.page + 1))
            case str() if value == RESUME and session.parked:
                frames = (session.frames[0], *session.parked)
                return await self._runner.again(
                    turn, replace(session, frames=frames, parked=(), page=0)
                )
        here = session.frames[-1]
        step = self.flows.at(here.at) or self.flows.home
        screen = ask or await self._runner.asked(turn, session)
        if not isinstance(screen, Ask):
            return await self._runner.overtaken(turn, session, screen)
        return await self._runner.run(
            turn, session, screen.then, {**here.answers, step.name: value}
        )

    async def _command(
        self, turn: Turn, session: Session, word: str, argument: str | None
    ) -> Outcome:
        if word == "start" and argument and (flow := self.flows.started()):
            return await self._enter(turn, session, flow, **{str(flow.start_answer): argument})
        if word in {"start", "menu"}:
            return await self._runner.home(turn, session, park=True)
        flow = self.flows.commanded(word)
        if flow:
            return await self._enter(turn, session, flow)
        turn.say(_("I do not know the command /{word}.", word=word[:32]))
        return await self._runner.again(turn, session)

    async def _enter(self, turn: Turn, session: Session, flow: Flow, **given: Answer) -> Outcome:
        """Open a flow from anywhere; what was begun is kept for later."""
        session = parked(session, besides=flow)
        session = replace(session, frames=(Frame(self.flows.home.path),))
        if turn.role not in flow.roles:
            turn.say(_("“{title}” is not for your role.", title=flow.title))
            return await self._runner.again(turn, session)
        return await self._runner.run(turn, session, flow.first, given)


def _whom_to_ask(role: Role) -> Phrase:
    """Say where help is; an official is who the others ask."""
    if role is Role.OFFICIAL:
        return _("Stuck? Type 0 for the menu; nothing is lost.")
    return _("Stuck? Type 0 for the menu, or ask your team leader.")
