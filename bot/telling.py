"""Has others told what a turn says to them, and what it says of nobody counted."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.dialogue.turn import Turn
from bot.domain.chat import Address, Letter, Notice
from bot.store import chats, gaps, letters, nudges
from bot.store.db import Tx
from bot.writing import Writer


class Telling:
    """Carries what was said in one chat to where it belongs."""

    def __init__(self, writer: Writer, channels: Collection[str]) -> None:
        self._writer = writer
        self._channels = channels

    async def written(self, tx: Tx, notices: Sequence[Notice]) -> list[Letter]:
        """Return the letters to others, each in every chat of theirs and in its language."""
        return [
            self._writer.notice(address, notice.text, language, title)
            for notice in notices
            for address, language, title in await chats.of(tx, notice.person)
        ]

    async def carry(
        self, tx: Tx, turn: Turn, told: Sequence[Letter], now: datetime
    ) -> Sequence[Address]:
        """Post them, count and remind; return the chats of others it reaches."""
        if turn.person and not turn.person.choosing:
            for gist in turn.missed:
                await gaps.count(tx, turn.person.commune.id, gist, turn.today)
        for notice in told:
            await letters.post(tx, notice, None, now)
        reminded = await nudges.remind(tx, turn.reminded, self._channels, now, turn.person)
        return [*(notice.address for notice in told), *reminded]
