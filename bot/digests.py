"""Sends officials the cards that are due: each once, at an hour at which it disturbs nobody."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.domain import schedules
from bot.domain.chat import Address, Due
from bot.domain.clock import Clock
from bot.domain.schedules import Schedule
from bot.store import digests
from bot.store.db import Database

# The flow that opens by itself.
CARD = "card"
# Who has said something within this time is still at it.
_AT_IT = timedelta(minutes=10)


class Digests:
    """Looks for cards that are due, and puts them before the desk."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        schedule: Schedule,
        *,
        channels: Sequence[str],
        wake: Callable[[Address], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._schedule = schedule
        self._channels = channels
        self._wake = wake

    async def look(self) -> None:
        """Put every card that is due into the inbox of its chat; nothing due costs nothing."""
        for period in schedules.due(self._clock.now(), self._schedule):
            await self._send(period.id)

    async def _send(self, period: str) -> None:
        async with self._database.read() as tx:
            if not await digests.awaiting(tx, period, self._channels):
                return
        now = self._clock.now()
        due = Due(CARD, period, schedules.evening(now))
        async with self._database.write() as tx:
            # Looked up again: from here on nobody says anything in between.
            found = await digests.awaiting(tx, period, self._channels)
            busy = [one.address for one in found if one.busy and schedules.patient(now)]
            at_it = await digests.lately(tx, busy, now - _AT_IT)
            wanted = [one for one in found if one.address not in at_it]
            reached = [one.address for one in wanted if await digests.put(tx, one, due, now)]
        for address in reached:
            self._wake(address)
