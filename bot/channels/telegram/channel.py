"""The Telegram window: reads updates into the inbox before it confirms them, and sends letters.

PTB's Updater confirms updates before they are handled, so that a crash loses them; this poller
stores what it fetched, and only the next request, with a higher offset, confirms it.
"""

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from telegram import Bot, BotCommand
from telegram.error import (
    Conflict,
    EndPointNotFound,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.channels import Receive
from bot.channels.render import draw
from bot.channels.telegram.links import joining
from bot.channels.telegram.reading import ALLOWED, NAME, read, shape
from bot.channels.telegram.sending import delete, seconds, send
from bot.domain.chat import Ability, Address, Incoming, Letter, Part
from bot.domain.clock import Clock
from bot.domain.errors import Refused
from bot.domain.text import _

log = logging.getLogger("toso.telegram")

# Messages of at most so many characters; Telegram's limit is 4096 after it has parsed entities.
_LONGEST = 4000
# Telegram allows 30 messages a second in all and about one a second to a chat.
_A_SECOND = 25
_A_SECOND_PER_CHAT = 1
_POLL_SECONDS = 25
_BATCH = 100
_LONGEST_WAIT = 30

Answer = TypeVar("Answer")


def make_bot(token: str, api: str) -> Bot:
    """Make a client; `api` is the address of the Bot API server.

    Raises Refused where the token has not the form of one.
    """
    try:
        return Bot(
            token,
            base_url=f"{api.rstrip('/')}/bot",
            base_file_url=f"{api.rstrip('/')}/file/bot",
            request=HTTPXRequest(connection_pool_size=32),
            get_updates_request=HTTPXRequest(connection_pool_size=2),
        )
    except InvalidToken:
        raise bad_token() from None


class Telegram:
    """One bot on Telegram."""

    name = NAME

    def __init__(
        self, bot: Bot, clock: Clock, commands: Mapping[str, Sequence[tuple[str, str]]]
    ) -> None:
        self._bot = bot
        self._clock = clock
        self._commands = commands
        self._username = ""
        self._thanks: set[asyncio.Task[None]] = set()

    @property
    def ability(self) -> Ability:
        """Say what Telegram can show, and the address that opens this bot with a join code."""
        link = joining(self._username) if self._username else None
        return Ability(
            buttons=True,
            edits=True,
            longest=_LONGEST,
            a_second=_A_SECOND,
            a_second_per_chat=_A_SECOND_PER_CHAT,
            join_link=link,
            deletes=True,
        )

    def parts(self, letter: Letter) -> Sequence[Part]:
        """Cut a letter to Telegram's length."""
        return draw(letter, self.ability)

    async def send(self, address: Address, part: Part) -> None:
        """Send one message; raises Undelivered."""
        await send(self._bot, address, part)

    async def delete(self, address: Address, message: str) -> None:
        """Take a message of the person out of the chat; raises Undelivered."""
        await delete(self._bot, address, message)

    async def close(self) -> None:
        """Close the connections."""
        await self._bot.shutdown()

    async def run(self, receive: Receive) -> None:
        """Fetch updates for ever; raises Refused where the token is not accepted."""
        await self._persist(self._open)
        await self._publish_commands()
        offset: int | None = None
        while True:
            updates = await self._persist(partial(self._fetch, offset))
            if updates:
                await self._take_in(updates, receive)
                offset = max(_number(update) for update in updates) + 1

    async def _open(self) -> None:
        """Learn the bot's name; a webhook left from elsewhere would keep updates from us."""
        await self._bot.initialize()
        self._username = self._bot.username
        await self._bot.delete_webhook(drop_pending_updates=False)

    async def _token_refused(self) -> bool:
        try:
            await self._bot.get_me()
        except InvalidToken:
            return True
        except TelegramError:
            return False
        return False

    async def _publish_commands(self) -> None:
        """Publish the commands; without them everything still works, so it is tried once."""
        try:
            await self._set_commands()
        except TelegramError as error:
            log.warning("the commands were not published: %s", type(error).__name__)

    async def _set_commands(self) -> None:
        for language, commands in self._commands.items():
            listed = [BotCommand(word, title) for word, title in commands]
            await self._bot.set_my_commands(listed, language_code=language)
        default = [BotCommand(word, title) for word, title in self._commands["vi"]]
        await self._bot.set_my_commands(default)

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

    async def _persist(self, call: Callable[[], Awaitable[Answer]]) -> Answer:
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
