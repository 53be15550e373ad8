"""A strict imitation of Telegram's Bot API for one bot: the state machine, without HTTP.

A front (`wire`, `http`) carries calls to it; people in tests act through `person`.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from .account import ACCOUNT
from .bell import Bell
from .calls import check, warm_up
from .chats import Chat
from .downloads import DOWNLOADS
from .faults import Dropped, Fault, Faults
from .messages import MESSAGES
from .pace import Pace
from .people import Person, Query
from .refusal import BadCall, Json, Refused
from .updates import Updates

_METHODS = ACCOUNT | MESSAGES | DOWNLOADS

# Invented; the number before the colon is the bot's own id.
TOKEN = "1000001:invented-for-tests"


@dataclass
class Call:
    """One call the bot made: its parameters as values, or as they came if it was a wrong call.

    The status is None while, or because, the call was not processed.
    """

    method: str
    params: Json
    at: datetime
    status: int | None = None


class NeverHappened(AssertionError):
    """What a test waited for did not come."""

    def __init__(self, within: float, recent: list[tuple[str, int | None]]) -> None:
        super().__init__(f"did not happen in {within} s; last calls: {recent}")


class BotApi:
    """The server's side of one bot."""

    def __init__(
        self,
        token: str = TOKEN,
        username: str = "to_so_bot",
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        # The calls' description takes seconds to import, which must not look like a slow answer.
        warm_up()
        self.token = token
        self.me: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Tổ Số",
            "username": username,
        }
        self.now = now
        self.calls: list[Call] = []
        self.complaints: list[str] = []
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.uploaded: dict[str, bytes] = {}
        self.webhook = ""
        self.paused = False
        self.enforce_limits = False
        self.bell = Bell()
        self.updates = Updates(now, self.bell)
        self.faults = Faults()
        self.pace = Pace(clock)

    async def answer(
        self, method: str, params: Mapping[str, Any], token: str | None = None
    ) -> tuple[int, Json]:
        """Answer one call; parameters may be text, as from a form, or values."""
        call = self.record(method, params)
        try:
            result = await self._perform(call, token)
        except Refused as refused:
            if isinstance(refused, BadCall):
                self.complaints.append(f"{method}: {refused.description}")
            call.status = refused.status
            return refused.status, refused.body()
        else:
            call.status = 200
            return 200, {"ok": True, "result": result}
        finally:
            self.bell.ring()

    async def _perform(self, call: Call, token: str | None) -> object:
        if token is not None and token != self.token:
            raise Refused("Unauthorized", status=401)
        call.params = check(call.method, call.params)
        perform = _METHODS.get(call.method)
        if perform is None:
            raise BadCall("Not Found: method not found in this imitation", status=404)
        return await perform(self, call.params)

    def record(self, method: str, params: Mapping[str, Any]) -> Call:
        """Write a call down, answered or not."""
        call = Call(method, dict(params), self.now())
        self.calls.append(call)
        return call

    def calls_to(self, method: str) -> list[Call]:
        """The calls of one method, oldest first."""
        return [call for call in self.calls if call.method == method]

    def person(
        self,
        id: int,  # noqa: A002 - the Bot API's own word
        first_name: str = "Mai",
        *,
        language_code: str = "vi",
        username: str | None = None,
    ) -> Person:
        """Introduce somebody, who is a stranger to the bot until the first message."""
        user = {"id": id, "is_bot": False, "first_name": first_name, "language_code": language_code}
        if username:
            user["username"] = username
        chat = self.chats.setdefault(id, Chat(user))
        return Person(chat, self.me, self.updates, self.queries, self.now, self.uploaded)

    def chat(self, chat_id: int | str) -> Chat:
        """A chat the bot may write to, or Telegram's refusal."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or not chat.opened:
            raise Refused("Bad Request: chat not found")
        if chat.blocked:
            raise Refused("Forbidden: bot was blocked by the user", status=403)
        return chat

    def push(self, update: Json) -> int:
        """Queue any update, however malformed; return its number."""
        return self.updates.push(update)

    def redeliver(self, update_id: int) -> None:
        """Deliver an update once more under the same number, confirmed or not."""
        self.updates.redeliver(update_id)

    def fault(
        self,
        method: str,
        *,
        status: int | None = None,
        retry_after: int | None = None,
        description: str | None = None,
        drop: Literal["before", "after"] | None = None,
        hang: float = 0,
    ) -> None:
        """Let the next call of a method (`*` for any) go wrong; see `Fault`."""
        self.faults.add(method, Fault(status, retry_after, description, drop, hang))

    def pause(self) -> None:
        """Go away: nothing is answered, and whoever waits for updates is cut off."""
        self.paused = True
        self.updates.end_polling(Dropped())

    def resume(self) -> None:
        """Come back."""
        self.paused = False

    async def until(self, happened: Callable[[], object], within: float = 5) -> None:
        """Wait until something is so, looking again after each call and each update."""
        try:
            async with asyncio.timeout(within):
                while not happened():
                    await self.bell.wait()
        except TimeoutError:
            recent = [(call.method, call.status) for call in self.calls[-8:]]
            raise NeverHappened(within, recent) from None
