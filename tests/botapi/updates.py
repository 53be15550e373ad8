"""What waits for the bot: updates, kept until their confirmation, as the official server does."""

import asyncio
from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .bell import Bell
from .refusal import Json, Refused

# A press is worthless after this, a message after a day; the server forgets both.
PRESS_KEPT = timedelta(seconds=150)
MESSAGE_KEPT = timedelta(hours=24)

# The server cuts longer polls short.
_LONGEST_POLL = 50
# An offset further than this beyond the newest update counts as none.
_OFFSET_SLACK = 10
# Not sent unless asked for by name.
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(order=True)
class _Waiting:
    update_id: int
    body: Json = field(compare=False)
    until: datetime | None = field(compare=False)


@dataclass
class _Poll:
    """A long poll that waits, and what ended it from outside."""

    ended: Exception | None = None


class Updates:
    """The queue of one bot."""

    def __init__(self, now: Callable[[], datetime], bell: Bell) -> None:
        self._now = now
        self._bell = bell
        self._next_id = 700_001
        self._waiting: list[_Waiting] = []
        self._again: list[_Waiting] = []
        self._known: dict[int, Json] = {}
        self._allowed: frozenset[str] = frozenset()
        self._poll: _Poll | None = None

    def push(self, body: Json, kept: timedelta | None = None) -> int:
        """Queue an update as it is, numbering it unless it is numbered; return its number."""
        given = body.get("update_id")
        update_id = given if isinstance(given, int) else self._next_id
        body = {"update_id": update_id} | body
        self._next_id = max(self._next_id, update_id + 1)
        self._known[update_id] = body
        insort(self._waiting, _Waiting(update_id, body, self._now() + kept if kept else None))
        self._bell.ring()
        return update_id

    def wanted(self, kind: str) -> bool:
        """Whether the bot has asked for updates of this kind."""
        return kind in self._allowed if self._allowed else kind not in _ON_REQUEST

    def redeliver(self, update_id: int) -> None:
        """Hand out once more an update that was handed out before, confirmed or not."""
        self._again.append(_Waiting(update_id, self._known[update_id], None))
        self._bell.ring()

    def ask_for(self, kinds: list[str] | None) -> None:
        """Set the kinds the bot wants; the setting stays, and an empty list means the usual."""
        if kinds is not None:
            self._allowed = frozenset(kinds)

    @property
    def allowed(self) -> list[str]:
        """The kinds the bot asked for by name."""
        return sorted(self._allowed)

    @property
    def pending(self) -> list[int]:
        """The numbers of what is not confirmed yet."""
        return [waiting.update_id for waiting in self._waiting]

    @property
    def polling(self) -> bool:
        """Whether somebody waits for updates now."""
        return self._poll is not None

    def forget(self) -> None:
        """Drop everything that waits."""
        self._waiting.clear()

    def end_polling(self, why: Exception) -> None:
        """End the long poll that waits, if one does."""
        if self._poll is not None:
            self._poll.ended = why
            self._bell.ring()

    async def poll(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """Confirm what is before the offset and return what follows, as soon as there is some."""
        self._confirm(offset)
        ready = self._ready(limit)
        if ready or seconds <= 0:
            return ready
        # As on the real server, it is the newcomer that stays and the older one that is told.
        self.end_polling(
            Refused(
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
                status=409,
            )
        )
        mine = self._poll = _Poll()
        self._bell.ring()
        try:
            async with asyncio.timeout(min(seconds, _LONGEST_POLL)):
                while not ready:
                    await self._bell.wait()
                    if mine.ended is not None:
                        raise mine.ended
                    ready = self._ready(limit)
        except TimeoutError:
            pass
        finally:
            if self._poll is mine:
                self._poll = None
        return ready

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            del self._waiting[:offset]
        elif offset <= self._next_id + _OFFSET_SLACK:
            self._waiting = [one for one in self._waiting if one.update_id >= offset]

    def _ready(self, limit: int) -> list[Json]:
        now = self._now()
        self._waiting = [one for one in self._waiting if one.until is None or now < one.until]
        bodies = [one.body for one in (*self._again, *self._waiting)][:limit]
        del self._again[: len(bodies)]
        return bodies
