"""The desk: one message -> one transaction; the reply goes out only after the commit."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from bot import incidents
from bot.dialogue.airlock import taken
from bot.dialogue.engine import Dialogue
from bot.dialogue.runner import Outcome
from bot.dialogue.turn import Turn
from bot.dialogue.views import Shelves
from bot.domain.chat import Ability, Address, Due, Incoming
from bot.domain.clock import Clock
from bot.domain.errors import Refused
from bot.domain.handed import Handed
from bot.domain.people import role_of
from bot.domain.text import _
from bot.fetching import Asked, Fetcher, asked_for
from bot.lanes import Lanes
from bot.store import asked, chats, facts, inbox, intake, letters, overtaken, unasked
from bot.store.chats import Unreadable, Visit
from bot.store.db import Database, Tx
from bot.store.inbox import Waiting
from bot.store.overtaken import Overtaken
from bot.telling import Telling
from bot.turns import Turns
from bot.voices import Voices
from bot.writing import Writer

log = logging.getLogger("toso.desk")

# Chats answered side by side: enough to hide waiting, few enough to keep the queue short.
_SIDE_BY_SIDE = 16
# How often a message is read again because a period was closed under it.
_AGAIN = 2


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
        channels: Collection[str],
        posted: Callable[[Address], None],
        fetcher: Fetcher,
    ) -> None:
        self._database = database
        self._dialogue = dialogue
        self._turns = Turns(library, voices.spoken, abilities, channels)
        self._writer = Writer(voices, abilities)
        self._clock = clock
        self._telling = Telling(self._writer, channels)
        self._posted = posted
        self._fetcher = fetcher
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

    async def _answer_next(
        self, address: Address, again: int = _AGAIN, file: Handed | None = None
    ) -> bool:
        """Answer the oldest message of a chat; False where no other waits behind it.

        A fault of the program rolls everything back; then the person is told so, with a code, in
        a transaction of its own. The session stays as it was.
        """
        waiting: Waiting | None = None
        told: Sequence[Address] = ()
        try:
            async with self._database.write() as tx:
                waiting = await inbox.oldest(tx, address)
                if waiting is None:
                    return False
                told = await self._answer(tx, waiting, file)
        except Refused:
            raise
        except Asked as asked:
            return await self._answer_next(address, file=await self._fetched(waiting, asked))
        except Exception as error:
            if again and isinstance(error, Overtaken):
                return await self._answer_next(address, again - 1, file)
            if waiting is None:
                raise
            await self._apologise(waiting, error)
        for reached in (address, *told):
            self._posted(reached)
        for reached in told:
            self.lanes.wake(reached)
        return waiting.more

    async def _fetched(self, waiting: Waiting | None, asked: Asked) -> Handed | None:
        """Fetch the file that was asked for, beside the lanes and outside of every transaction."""
        if waiting is None or waiting.incoming.file is None:
            return None
        async with self.lanes.aside():
            return await self._fetcher.handed(
                waiting.incoming.address, waiting.incoming.file, asked.opens
            )

    async def _answer(
        self, tx: Tx, waiting: Waiting, file: Handed | None = None
    ) -> Sequence[Address]:
        """Answer a message; return the chats of others that were told something by it.

        Raises Asked, with nothing done, where a `file` is to be fetched first.
        """
        incoming, now = waiting.incoming, self._clock.now()
        if not await inbox.is_first_of_album(tx, waiting):
            # The other pictures of an album are not answered: their letter only deletes them.
            return await self._say_nothing(tx, waiting, now)
        visit = await chats.visit(tx, incoming.address)
        if isinstance(due := incoming.said, Due) and (
            not self._dialogue.expects(role_of(visit.person), due)
            or await unasked.off(tx, visit, due, now)
        ):
            return await self._say_nothing(tx, waiting, now)
        turn = self._turns.of(tx, waiting, visit, now)
        turn.file = await asked_for(self._dialogue.handing, turn, visit.session, incoming, file)
        if visit.practised(now):
            await chats.end_practice(tx, visit.id)
            turn.say(_("Practice is over. From now on what you record counts."))
        outcome = await self._dialogue.respond(turn, visit.session, incoming.said)
        # Looked up before the facts change whose chats they are: who is let go is told so.
        told = [] if turn.practising else await self._telling.written(tx, turn.notices)
        await self._keep(tx, visit, turn, outcome)
        incoming = taken(incoming, turn) if turn.file else incoming
        letter = self._writer.reply(turn, visit.session.screen, incoming, outcome.reply)
        await letters.post(tx, letter, waiting.id, now)
        for wish in turn.wishes:
            await letters.post(tx, self._writer.parcel(turn, wish), None, now)
        await inbox.done(tx, waiting.id)
        if turn.practising:
            return []
        if turn.named and self._dialogue.at_home(outcome.session):
            await asked.name(tx, turn.named, turn.today)
        return await self._telling.carry(tx, turn, told, now)

    async def _keep(self, tx: Tx, visit: Visit, turn: Turn, outcome: Outcome) -> None:
        """Keep what was recorded, and where the conversation stands."""
        for entry in outcome.entries:
            await facts.add(tx, entry, visit.id, practising=turn.practising)
            if not turn.practising:
                await overtaken.look_behind(tx, entry)
        if not turn.practising:
            for taking in turn.takings:
                await intake.keep(tx, taking, self._clock.now(), turn.member.id)
        if self._dialogue.handing.let_go(visit.session, outcome.session):
            await turn.intake.drop()
        await chats.keep(tx, visit.id, outcome.session)

    async def _say_nothing(self, tx: Tx, waiting: Waiting, now: datetime) -> Sequence[Address]:
        await letters.post(tx, self._writer.bare(waiting.incoming, ""), waiting.id, now)
        await inbox.done(tx, waiting.id)
        return []

    async def _apologise(self, waiting: Waiting, error: Exception) -> None:
        """Tell the person that we failed, and the operator where; nobody's words are logged."""
        incident = incidents.new()
        log.error("%s message=%s %s", incident, waiting.id, incidents.where(error))
        now = self._clock.now()
        async with self._database.write() as tx:
            language = await chats.language(tx, waiting.incoming.address)
            if isinstance(error, Unreadable):
                # Said aloud, never silently: without this every further message would fail.
                await chats.start_over(tx, waiting.incoming.address)
            letter = self._writer.apology(waiting.incoming, incident, language)
            await letters.post(tx, letter, waiting.id, now)
            await inbox.failed(tx, waiting.id, incident)
