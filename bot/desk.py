"""The desk: one message -> one transaction; the reply goes out only after the commit."""

import logging
import secrets
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.dialogue.engine import Dialogue, Outcome
from bot.dialogue.turn import Shelves, Turn
from bot.domain.chat import Ability, Address, Incoming, Letter, Press
from bot.domain.clock import Clock
from bot.domain.codes import ALPHABET
from bot.domain.errors import Refused
from bot.domain.text import Text, _
from bot.lanes import Lanes
from bot.store import chats, facts, inbox, letters
from bot.store.chats import Unreadable, Visit
from bot.store.db import Database, Tx
from bot.store.inbox import Waiting
from bot.store.ledger import Ledger
from bot.store.surveys import Surveys
from bot.voices import Voices

log = logging.getLogger("toso.desk")

# Chats answered side by side: enough to hide waiting, few enough to keep the queue short.
_SIDE_BY_SIDE = 16
_INCIDENT_SIGNS = 5


class Desk:
    """Serves one person at a time, many people side by side."""

    def __init__(
        self,
        database: Database,
        dialogue: Dialogue,
        *,
        library: Shelves,
        voices: Voices,
        clock: Clock,
        abilities: Callable[[str], Ability],
        posted: Callable[[Address], None],
    ) -> None:
        self._database = database
        self._dialogue = dialogue
        self._library = library
        self._voices = voices
        self._clock = clock
        self._abilities = abilities
        self._posted = posted
        self.lanes = Lanes(self._answer_all, width=_SIDE_BY_SIDE)

    async def receive(
        self, messages: Sequence[Incoming], unreadable: Mapping[str, tuple[str, str]] | None = None
    ) -> None:
        """Store what came in; when this returns it may be acknowledged to the channel.

        `unreadable`: id of an update that could not be read -> its channel and its shape.
        """
        now = self._clock.now()
        async with self._database.write() as tx:
            await inbox.add(tx, messages, now)
            for external_id, (channel, shape) in (unreadable or {}).items():
                await inbox.set_aside(tx, channel, external_id, shape, now)
        for message in messages:
            self.lanes.wake(message.address)

    async def catch_up(self, channels: Sequence[str]) -> None:
        """Take up what a crash interrupted."""
        async with self._database.read() as tx:
            waiting = await inbox.chats_waiting(tx, channels)
        for address in waiting:
            self.lanes.wake(address)

    async def _answer_all(self, address: Address) -> None:
        while await self._answer_next(address):
            pass

    async def _answer_next(self, address: Address) -> bool:
        """Answer the oldest message of a chat; False where no other waits behind it.

        A fault of the program rolls everything back; then the person is told so, with a code, in
        a transaction of its own. The session stays as it was.
        """
        waiting: Waiting | None = None
        try:
            async with self._database.write() as tx:
                waiting = await inbox.oldest(tx, address)
                if waiting is None:
                    return False
                await self._answer(tx, waiting)
        except Refused:
            raise
        except Exception as error:
            if waiting is None:
                raise
            await self._apologise(waiting, error)
        self._posted(address)
        return waiting.more

    async def _answer(self, tx: Tx, waiting: Waiting) -> None:
        incoming, now = waiting.incoming, self._clock.now()
        visit = await chats.visit(tx, incoming.address)
        at = min(incoming.at, now)
        turn = Turn(
            address=incoming.address,
            message=waiting.id,
            at=at,
            person=visit.person,
            language=visit.language,
            ability=self._abilities(incoming.address.channel),
            records=Ledger(tx, visit.person, at),
            surveys=Surveys(tx, visit.person),
            library=self._library,
            spoken=self._voices.spoken,
        )
        outcome = await self._dialogue.respond(turn, visit.session, incoming.said)
        for entry in outcome.entries:
            await facts.add(tx, entry, visit.id)
        await chats.keep(tx, visit.id, outcome.session)
        await letters.post(tx, self._letter(turn, visit, incoming, outcome), waiting.id, now)
        await inbox.done(tx, waiting.id)

    def _letter(self, turn: Turn, visit: Visit, incoming: Incoming, outcome: Outcome) -> Letter:
        """Say the reply in the reader's language.

        A press on the present screen is answered in its place; one on an older screen is not,
        or the answer would appear far up in the chat.
        """
        person, reply = turn.person, outcome.reply
        voice = self._voices.voice(turn.language).addressing(person.title if person else None)
        said = incoming.said
        in_place = isinstance(said, Press) and said.screen == visit.session.screen
        return Letter(
            id=0,
            address=incoming.address,
            text=voice.say(reply.text),
            lines=tuple((line.digit, voice.say(line.label)) for line in reply.lines),
            screen=reply.screen,
            standing=reply.standing,
            typed_numbers=reply.typed_numbers,
            edits=incoming.message if in_place else None,
        )

    async def _apologise(self, waiting: Waiting, error: Exception) -> None:
        """Tell the person that we failed, and the operator where; nobody's words are logged."""
        incident = "SC-" + "".join(secrets.choice(ALPHABET) for _sign in range(_INCIDENT_SIGNS))
        where = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}"
            for frame in reversed(traceback.extract_tb(error.__traceback__)[-6:])
        )
        log.error("%s message=%s %s %s", incident, waiting.id, type(error).__name__, where)
        now = self._clock.now()
        async with self._database.write() as tx:
            language = await chats.language(tx, waiting.incoming.address)
            if isinstance(error, Unreadable):
                # Said aloud, never silently: without this every further message would fail.
                await chats.start_over(tx, waiting.incoming.address)
            letter = self._apology(waiting.incoming.address, language, _incident(incident))
            await letters.post(tx, letter, waiting.id, now)
            await inbox.failed(tx, waiting.id, incident)

    def _apology(self, address: Address, language: str, text: Text) -> Letter:
        words = self._voices.voice(language).say(text)
        return Letter(0, address, words, (), screen=0, standing=False, typed_numbers=False)


def _incident(code: str) -> Text:
    return _(
        "Something went wrong on my side, and nothing was recorded. What you did before is kept. "
        "Try again, or type 0 for the menu. If it happens again, tell the commune office the "
        "code {code}.",
        code=code,
    )
