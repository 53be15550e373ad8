"""The real program over a database of its own, both channels; only wire and clock are fakes."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text
from telegram import Bot

import handlers
from bot.app import App, sound
from bot.channels.telegram.channel import Telegram
from bot.channels.terminal import Terminal, typed
from bot.commands import demo
from bot.dialogue.flows import Flows, discover
from bot.domain.chat import Address
from bot.domain.clock import VIET_NAM, FixedClock
from bot.domain.dossiers import Form
from bot.forms import FORMS, Maker
from bot.library.shelves import Library
from bot.store import chats, version
from bot.store.db import Database
from bot.voices import Voices
from tests.botapi import BotApi, Person, Wire

CONTENT = Path(__file__).resolve().parents[1] / "content"
# A Saturday morning; the week is 2026-W47.
NOW = datetime(2026, 11, 21, 9, tzinfo=VIET_NAM)
# Chats of Telegram, for the people of the tests; none of these numbers can be somebody's.
NUMBERS = {"member": 11, "leader": 12, "official": 13, "outsider": 14, "stranger": 15, "viewer": 16}


# The library is only read: one for all houses of a test run.
LIBRARY = sound(CONTENT)


class House:
    """One program that can be stopped and started again over the same database."""

    def __init__(
        self,
        where: str,
        *,
        flows: Flows | None = None,
        library: Library = LIBRARY,
        forms: Mapping[Form, Maker] = FORMS,
    ) -> None:
        self._forms = forms
        self.where = where
        # What the terminal is handed lies beside the database; a server's has no such place.
        self.files = None if "://" in where else Path(where).parent
        self.library = library
        self.clock = FixedClock(NOW)
        self.api = BotApi(now=self.clock.now, clock=self.clock.seconds)
        self.people: dict[str, Person] = {
            role: self.api.person(number, role.title()) for role, number in NUMBERS.items()
        }
        self.shown: dict[str, list[str]] = {role: [] for role in NUMBERS}
        self._flows = flows or discover(handlers)
        self._voices = Voices(CONTENT / "words")
        self._said = 0

    async def open(self) -> None:
        """Make the database ready on the first start, and start the program."""
        self.database = Database(self.where)
        await version.ready(self.database)
        if await demo.make(self.database, CONTENT, self.clock):
            await self._lend_telegram()
        self.bot = Bot(self.api.token, request=Wire(self.api), get_updates_request=Wire(self.api))
        telegram = Telegram(self.bot, self.clock, {"vi": [("ghi", "Ghi")]})
        self.app = App(
            self.database,
            [Terminal(self._print, folder=self.files), telegram],
            clock=self.clock,
            content=CONTENT,
            flows=self._flows,
            voices=self._voices,
            library=self.library,
            forms=self._forms,
        )
        await self.app.desk.catch_up(["terminal", "telegram"])
        await self.app.post.catch_up()
        self._polling = asyncio.create_task(telegram.run(self.app.desk.receive))
        await self.api.until(lambda: self.api.updates.polling)

    async def close(self) -> None:
        """Stop the program as a power cut between two messages would."""
        self._polling.cancel()
        with suppress(asyncio.CancelledError):
            await self._polling
        await self.app.settle()
        await self.bot.shutdown()
        await self.database.close()

    async def restart(self) -> None:
        """Stop and start again."""
        await self.close()
        await self.open()

    async def type(self, role: str, line: str) -> None:
        """Type a line in the terminal, and wait for the answer."""
        self._said += 1
        address = Address("terminal", role)
        message = typed(address, line, nth=self._said, at=self.clock.now())
        await self.app.desk.receive([message])
        await self.app.settle()

    async def telegram_settles(self) -> None:
        """Wait until every update is stored, answered, and every answer is out."""
        await self.api.until(lambda: not self.api.updates.pending)
        await self.app.settle()

    def _print(self, chat: str, text: str) -> None:
        self.shown[chat].append(text)

    async def _lend_telegram(self) -> None:
        """Give the demo's people a chat on Telegram too."""
        async with self.database.write() as tx:
            for role in demo.ROLES:
                person = await chats.visit(tx, Address("terminal", role))
                if person.person:
                    address = Address("telegram", str(NUMBERS[role]))
                    await chats.bind(tx, address, person.person.id)

    async def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Put a question straight to the tables, past everything that is tested."""
        async with self.database.read() as tx:
            return [tuple(row) for row in await tx.execute(text(sql))]


def prepared(folder: Path) -> Path:
    """Make a database with the demo commune and its people's chats, once for many tests."""

    async def make() -> None:
        house = House(str(folder / "ready.db"))
        await house.open()
        await house.close()

    asyncio.run(make())
    return folder / "ready.db"
