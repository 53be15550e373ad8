"""Fetches updates of Telegram into the inbox before it confirms them.

PTB's Updater confirms updates before they are handled, so that a crash loses them; this poller
stores what it fetched, and only the next request, with a higher offset, confirms it.
"""

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from telegram import Bot
from telegram.error import (
    Conflict,
    EndPointNotFound,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.warnings import PTBUserWarning

from bot.channels import Receive
from bot.channels.telegram.reading import ALLOWED, NAME, read, shape
from bot.channels.telegram.sending import seconds
from bot.domain.chat import Incoming
from bot.domain.clock import Clock
from bot.domain.errors import Refused
from bot.domain.text import _

log = logging.getLogger("toso.telegram")

_POLL_SECONDS = 25
_BATCH = 100
_LONGEST_WAIT = 30

Answer = TypeVar("Answer")


class Poller:
    """Asks for updates for ever, however often Telegram does not answer."""

    def __init__(self, bot: Bot, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._thanks: set[asyncio.Task[None]] = set()

    async def poll(self, receive: Receive) -> None:
        """Fetch updates for ever; raises Refused where the token is not accepted."""
        offset: int | None = None
        while True:
            updates = await self.persist(partial(self._fetch, offset))
            if updates:
                await self._take_in(updates, receive)
                offset = max(_number(update) for update in updates) + 1

    async def persist(self, call: Callable[[], Awaitable[Answer]]) -> Answer:
        """Make a call until it goes through; only a refused token is hopeless."""
        wait = 1.0
        while True:
            try:
                return await call()
            except (InvalidToken, EndPointNotFound) as error:
                # Any 404 looks like this, a restarting server's too: the token is asked about.
                if await self._token_refused():
                    raise bad_token() from None
                log.warning("Telegram does not answer (%s); trying again.", type(error).__name__)
            except Conflict:
                log.warning("TS-22 another program reads this bot's messages; stop that one.")
            except RetryAfter as error:
                wait = seconds(error)
            except (TelegramError, AttributeError, KeyError, TypeError, ValueError) as error:
                log.warning("Telegram does not answer (%s); trying again.", type(error).__name__)
            await self._clock.sleep(wait)
            wait = min(wait * 2, _LONGEST_WAIT)

    async def _fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """Ask for updates as they are: one that cannot be read must not block the others."""
        wanted: dict[str, Any] = {
            "timeout": _POLL_SECONDS,
            "limit": _BATCH,
            "allowed_updates": list(ALLOWED),
        }
        if offset is not None:
            wanted["offset"] = offset
        with warnings.catch_warnings():
            # PTB advises its own get_updates, which confirms before anything is stored.
            warnings.simplefilter("ignore", PTBUserWarning)
            answer: Any = await self._bot.do_api_request(
                "getUpdates", wanted, read_timeout=_POLL_SECONDS + 5
            )
        if not isinstance(answer, list):
            raise NetworkError(type(answer).__name__)
        return [update for update in answer if isinstance(update, dict)]

    async def _take_in(self, updates: list[dict[str, Any]], receive: Receive) -> None:
        """Store a batch in one transaction, then let the buttons that were pressed rest."""
        messages: list[Incoming] = []
        unreadable: dict[str, tuple[str, str]] = {}
        for update in updates:
            try:
                incoming = read(update, self._bot, self._clock.now())
            except Exception as error:
                number = f"{self._bot.id}:{_number(update)}"
                unreadable[number] = (NAME, shape(update))
                log.warning("update %s set aside: %s", number, type(error).__name__)
                continue
            if incoming:
                messages.append(incoming)
        await receive(messages, unreadable)
        for update in updates:
            pressed = update.get("callback_query")
            if isinstance(pressed, dict) and (query := pressed.get("id")):
                thanks = asyncio.create_task(self._let_rest(str(query)))
                self._thanks.add(thanks)
                thanks.add_done_callback(self._thanks.discard)

    async def _let_rest(self, query: str) -> None:
        """Stop the button's spinner; too late is not an error, and nothing depends on it."""
        try:
            await self._bot.answer_callback_query(query)
        except TelegramError as error:
            log.debug("press not acknowledged: %s", type(error).__name__)

    async def _token_refused(self) -> bool:
        try:
            await self._bot.get_me()
        except InvalidToken:
            return True
        except TelegramError:
            return False
        return False


def bad_token() -> Refused:
    """Say that Telegram does not know the token."""
    return Refused(
        "TS-21",
        _(
            "Telegram does not accept the token. Copy it again from @BotFather into "
            "TOSO_TELEGRAM_TOKEN (environment or .env)."
        ),
    )


def _number(update: dict[str, Any]) -> int:
    number = update.get("update_id")
    return number if isinstance(number, int) else 0
