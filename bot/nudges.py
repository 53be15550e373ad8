"""Tells members and leaders what is due unasked: one message a week, when it disturbs nobody."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.domain import nudges as rules
from bot.domain.chat import Address
from bot.domain.clock import Clock
from bot.domain.nudges import Kind, Nudging
from bot.domain.periods import Period
from bot.domain.schedules import patient
from bot.store import digests, nudges
from bot.store.db import Database

# Who has said something within this time is still at it, and may be about to record.
_AT_IT = timedelta(minutes=10)


class Nudges:
    """Looks for who is to be told something, and puts it before the desk."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        nudging: Nudging,
        *,
        channels: Sequence[str],
        wake: Callable[[Address], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._nudging = nudging
        self._channels = channels
        self._wake = wake

    async def look(self) -> None:
        """Put everything that is due into the inbox of its chat; nothing due costs nothing."""
        for kind, about in rules.due(self._clock.now(), self._nudging):
            await self._send(kind, about)

    async def _send(self, kind: Kind, about: Period) -> None:
        now = self._clock.now()
        async with self._database.read() as tx:
            if not await nudges.awaiting(tx, kind, about, self._channels, now):
                return
        async with self._database.write() as tx:
            # Looked up again: from here on nobody says anything in between.
            found = await nudges.awaiting(tx, kind, about, self._channels, now)
            near = [one.address for one in found if patient(now)]
            at_it = await digests.lately(tx, near, now - _AT_IT)
            wanted = [one for one in found if one.address not in at_it]
            reached = [one.address for one in wanted if await nudges.put(tx, one, kind, about, now)]
        for address in reached:
            self._wake(address)
