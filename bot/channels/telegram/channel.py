"""The Telegram window: what it can show, letters out, and its commands; `polling` reads."""

import logging
from collections.abc import Mapping, Sequence

from telegram import Bot, BotCommand
from telegram.error import InvalidToken, TelegramError

from bot.channels import Receive
from bot.channels.render import draw
from bot.channels.telegram.fetching import Line, fetch
from bot.channels.telegram.files import preparing, send_document
from bot.channels.telegram.links import joining
from bot.channels.telegram.polling import Poller, bad_token
from bot.channels.telegram.reading import NAME
from bot.channels.telegram.sending import delete, send
from bot.domain.chat import Ability, Address, Letter, Part
from bot.domain.clock import Clock
from bot.domain.dossiers import Document, Form

log = logging.getLogger("toso.telegram")

# Messages of at most so many characters; Telegram's limit is 4096 after it has parsed entities.
_LONGEST = 4000
# Telegram allows 30 messages a second in all and about one a second to a chat.
_A_SECOND = 25
_A_SECOND_PER_CHAT = 1


def make_bot(token: str, api: str) -> Bot:
    """Make a client; `api` is the address of the Bot API server.

    Raises Refused where the token has not the form of one.
    """
    try:
        return Bot(
            token,
            base_url=f"{api.rstrip('/')}/bot",
            base_file_url=f"{api.rstrip('/')}/file/bot",
            request=Line(connection_pool_size=32),
            get_updates_request=Line(connection_pool_size=2),
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
        self._commands = commands
        self._username = ""
        self._poller = Poller(bot, clock)

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
            documents=True,
        )

    def parts(self, letter: Letter) -> Sequence[Part]:
        """Cut a letter to Telegram's length."""
        return draw(letter, self.ability)

    async def send(self, address: Address, part: Part) -> None:
        """Send one message; raises Undelivered."""
        await send(self._bot, address, part)

    async def preparing(self, address: Address, form: Form) -> None:
        """Show that a file is being made, where Telegram is reached just now."""
        await preparing(self._bot, address, form)

    async def send_document(self, address: Address, document: Document, caption: str) -> None:
        """Send a file; raises Undelivered."""
        await send_document(self._bot, address, document, caption)

    async def fetch(self, reference: str, most: int) -> bytes:
        """Return a file that somebody sent; raises Undelivered."""
        return await fetch(self._bot, reference, most)

    async def delete(self, address: Address, message: str) -> None:
        """Take a message of the person out of the chat; raises Undelivered."""
        await delete(self._bot, address, message)

    async def close(self) -> None:
        """Close the connections."""
        await self._bot.shutdown()

    async def run(self, receive: Receive) -> None:
        """Fetch updates for ever; raises Refused where the token is not accepted."""
        await self._poller.persist(self._open)
        await self._publish_commands()
        await self._poller.poll(receive)

    async def _open(self) -> None:
        """Learn the bot's name; a webhook left from elsewhere would keep updates from us."""
        await self._bot.initialize()
        self._username = self._bot.username
        await self._bot.delete_webhook(drop_pending_updates=False)

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
