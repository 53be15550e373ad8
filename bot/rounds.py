"""The caretaker's rounds: what time brings, whether or not anybody writes."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from bot.desk import Desk
from bot.domain.clock import Clock, local_day
from bot.post import Post
from bot.store import asked, facts, gaps, inbox, intake, letters
from bot.store.db import Database

_EVERY = 1.0
# A message that nothing woke is found again within this many seconds.
_LOOK_AGAIN = 60
_TIDY = 3600
# A minute has this second for what comes by itself: by then what was said while the program was
# down is in.
_COMES_AT = 10
# Telegram repeats an update for a day; two days more cover a clock that is off.
_KEEP_MESSAGES = timedelta(days=3)
_KEEP_LETTERS = timedelta(days=30)
_KEEP_PRACTICE = timedelta(days=2)
_KEEP_GAPS = _KEEP_QUESTIONS = timedelta(days=365)


class Coming(Protocol):
    """What comes to people by itself."""

    async def look(self) -> None:
        """Put what is due into the inbox of its chat."""


class Rounds:
    """Sends again what is due, takes up what was missed, brings what comes by itself, tidies."""

    def __init__(
        self,
        database: Database,
        desk: Desk,
        post: Post,
        coming: Sequence[Coming],
        *,
        clock: Clock,
        channels: Sequence[str],
    ) -> None:
        self._database = database
        self._desk = desk
        self._post = post
        self._coming = coming
        self._clock = clock
        self._channels = channels

    async def go(self) -> None:
        """Make a round every second, for ever."""
        passed = 0
        while True:
            await self._post.catch_up()
            if passed % _LOOK_AGAIN == 0:
                await self._desk.catch_up(self._channels)
            if passed % _LOOK_AGAIN == _COMES_AT:
                for one in self._coming:
                    await one.look()
                await self.forget_sheets()
            if passed % _TIDY == 0:
                await self.tidy()
            await self._clock.sleep(_EVERY)
            passed += 1

    async def forget_sheets(self) -> None:
        """Forget what was handed over and nobody said yes to in time."""
        async with self._database.write() as tx:
            await intake.prune(tx, self._clock.now())

    async def tidy(self) -> None:
        """Forget messages and letters that are long done."""
        now = self._clock.now()
        async with self._database.write() as tx:
            await letters.prune(tx, now, keep=_KEEP_LETTERS)
            await inbox.prune(tx, now, keep=_KEEP_MESSAGES)
            await facts.forget_practice(tx, now - _KEEP_PRACTICE)
            await gaps.prune(tx, local_day(now) - _KEEP_GAPS)
            await asked.prune(tx, local_day(now) - _KEEP_QUESTIONS)
