"""The post: empties the out-tray after the commit, in order per chat, at least once."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.counters import Channel
from bot.domain.chat import Address, Letter
from bot.domain.clock import Clock
from bot.domain.dossiers import Document, Form, Wish
from bot.domain.errors import Undelivered
from bot.lanes import Lanes
from bot.pace import Pace, again_in
from bot.printing import Printer
from bot.store import letters
from bot.store.db import Database
from bot.writing import Writer

log = logging.getLogger("toso.post")

_SIDE_BY_SIDE = 24
# Deleting is tried a few times only: the answers behind it must not wait for long.
_TRIES_TO_DELETE = 6
# No channel asks for a longer wait; what is further ahead was put off by a clock that was wrong.
_LONGEST_HOLD = timedelta(hours=2)


class Post:
    """Delivers letters, each chat's in order, chats side by side, at the channel's pace."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Clock,
        printer: Printer,
        writer: Writer,
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._printer = printer
        self._writer = writer
        self._paces = {name: Pace(channel.ability, clock) for name, channel in channels.items()}
        self.lanes = Lanes(self._deliver_all, width=_SIDE_BY_SIDE)
        self._stopping = False

    def take_no_more(self) -> None:
        """Begin no further message; what is on its way is still seen through and settled."""
        self._stopping = True

    async def catch_up(self) -> None:
        """Deliver whatever is due: after a crash, or after a wait."""
        async with self._database.read() as tx:
            due = await letters.chats_waiting(tx, tuple(self._channels), self._clock.now())
        for address in due:
            self.lanes.wake(address)

    async def _deliver_all(self, address: Address) -> None:
        while await self._deliver_next(address):
            pass

    async def _deliver_next(self, address: Address) -> bool:
        """Deliver the oldest letter of a chat; False where none may go out now.

        The rounds come when a letter is due; whoever comes earlier has just written to us, so the
        network is back, and only a wait that the channel asked for still holds.
        """
        channel = self._channels.get(address.channel)
        if channel is None:
            return False
        async with self._database.read() as tx:
            found = await letters.oldest(tx, address)
        if found is None:
            return False
        letter, due_at = found
        if letter.held and _LONGEST_HOLD > due_at - self._clock.now() > timedelta(0):
            return False
        if self._stopping:
            return False
        still_there = await self._delete(channel, letter)
        try:
            if not await self._hand_over(channel, letter, wholly=still_there is not None):
                return False
        except Undelivered as undelivered:
            return await self._not_delivered(letter, undelivered)
        if still_there and letter.attempts + 1 < _TRIES_TO_DELETE:
            return await self._not_delivered(letter, still_there)
        if still_there:
            log.warning("letter=%s did not delete: %s", letter.id, still_there.why)
        async with self._database.write() as tx:
            await letters.sent(tx, letter.id, self._clock.now())
        return True

    async def _delete(self, channel: Channel, letter: Letter) -> Undelivered | None:
        """Take the person's message away before it is answered; return why it is still there.

        The answer goes out whatever comes of this, and then it is tried again. A message that was
        deleted before a crash is deleted twice, which is none the worse.
        """
        if letter.deletes is None:
            return None
        try:
            await channel.delete(letter.address, letter.deletes)
        except Undelivered as undelivered:
            return undelivered
        return None

    async def _hand_over(self, channel: Channel, letter: Letter, *, wholly: bool) -> bool:
        """Send a letter or, where it brings one, its file; False where the program stops before."""
        wish = letter.document
        if wish is None:
            return await self._send(channel, letter, wholly=wholly)
        if wish.form is not Form.TEXT and not channel.ability.documents:
            return await self._send(channel, self._writer.elsewhere(letter, wish), wholly=wholly)
        document = await self._made(channel, letter.address, wish)
        if document is None:
            # There is nobody left to be told why.
            return True
        if isinstance(document, str):
            sorry = self._writer.unmade(letter, wish, document)
            return await self._send(channel, sorry, wholly=wholly)
        if wish.form is Form.TEXT:
            # Words are to be copied out of the chat: a message of their own, on every channel.
            words = replace(letter, text=document.data.decode().strip())
            return await self._send(channel, words, wholly=wholly)
        await self._paces[channel.name].wait(letter.address)
        if self._stopping:
            return False
        await channel.send_document(letter.address, document, letter.text)
        return True

    async def _made(self, channel: Channel, address: Address, wish: Wish) -> Document | str | None:
        """Make a file beside the lanes, so that other chats' letters are not held up by it."""
        async with self.lanes.aside():
            __, made = await asyncio.gather(
                channel.preparing(address, wish.form), self._printer.attempt(wish, address)
            )
        return made

    async def _send(self, channel: Channel, letter: Letter, *, wholly: bool) -> bool:
        """Send what is left of a letter; False where the program stops before its end.

        `wholly`: note also the last part, because the letter is not settled with it.
        """
        parts = channel.parts(letter) if letter.text else ()
        for nth, part in enumerate(parts):
            if nth < letter.parts_done:
                continue
            await self._paces[channel.name].wait(letter.address)
            if self._stopping:
                return False
            await channel.send(letter.address, part)
            if wholly or nth + 1 < len(parts):
                async with self._database.write() as tx:
                    await letters.part_sent(tx, letter.id, nth + 1)
        return True

    async def _not_delivered(self, letter: Letter, undelivered: Undelivered) -> bool:
        """Put a letter off, or give it up; True where the next one may go out now."""
        now, wait = self._clock.now(), again_in(letter.attempts, undelivered)
        async with self._database.write() as tx:
            if wait is None:
                await letters.given_up(tx, letter.id, undelivered.why, now)
            else:
                await letters.put_off(
                    tx,
                    letter.id,
                    why=undelivered.why,
                    until=now + timedelta(seconds=wait),
                    maybe_sent=undelivered.unknown,
                )
        if wait is None:
            log.warning("letter=%s given up: %s", letter.id, undelivered.why)
        return wait is None
