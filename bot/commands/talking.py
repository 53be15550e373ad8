"""Measures conversations: how long until what was said is safe, beside bare inserts."""

import sqlite3
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from bot.app import App
from bot.channels.terminal import Terminal
from bot.commands import demo
from bot.commands.context import Context
from bot.domain.chat import Address, Incoming
from bot.domain.text import _
from bot.store import chats, roster, version
from bot.store.db import Database

MESSAGES = 2000
_CHATS = 50
_ALONE = 200
_BARE = 500
# What a member types to record three activations, look at the book and return: one record.
_TALK = ("ghi", "1", "3", "so", "menu")


async def measure(context: Context, folder: Path, messages: int) -> dict[str, float]:
    """Send messages of many chats through inbox and desk; time each from inbox to commit."""
    count = max(_CHATS, messages)
    database = Database(str(folder / "bench.db"))
    try:
        await version.migrate(database)
        await demo.make(database, context.content, context.clock)
        addresses = [Address("terminal", f"bench{nth}") for nth in range(_CHATS)]
        async with database.write() as tx:
            members = await roster.members(tx)
            for nth, address in enumerate(addresses):
                await chats.bind(tx, address, members[nth % len(members)])
        talk = _Talk(context, database)
        begun = time.perf_counter()
        together: list[float] = []
        rounds = range(count // _CHATS)
        for nth in context.progress(_("Measuring"), rounds, len(rounds)):
            together += await talk.all_say(addresses, nth)
        seconds = time.perf_counter() - begun
        alone = [(await talk.all_say(addresses[:1], nth))[0] for nth in range(_ALONE)]
    finally:
        await database.close()
    bare = _bare_inserts(folder / "bare.db")
    return {
        "messages": len(together),
        "messages_a_second": round(len(together) / seconds, 1),
        "p50_ms_one_at_a_time": _ms(statistics.median(alone)),
        "p99_ms_one_at_a_time": _ms(statistics.quantiles(alone, n=100)[98]),
        f"p50_ms_{_CHATS}_at_once": _ms(statistics.median(together)),
        f"p99_ms_{_CHATS}_at_once": _ms(statistics.quantiles(together, n=100)[98]),
        "bare_durable_insert_p50_ms": _ms(statistics.median(bare)),
        "bare_durable_inserts_a_second": round(len(bare) / sum(bare), 1),
    }


class _Talk:
    """Chats that say the same things, with the instant at which each was answered."""

    def __init__(self, context: Context, database: Database) -> None:
        app = App(
            database,
            [Terminal(print)],
            clock=context.clock,
            content=context.content,
            overlay=context.overlay,
            voices=context.voices,
        )
        # Nothing is sent: what is measured ends with the commit.
        self._desk = app.desk_posting_to(self._answered)
        self._clock = context.clock
        self._said = 0
        self._begun = 0.0
        self._taken: list[float] = []

    async def all_say(self, addresses: Sequence[Address], nth: int) -> list[float]:
        """Have every chat say its next line; return the seconds until each was committed."""
        self._said += 1
        now = self._clock.now()
        line = _TALK[nth % len(_TALK)]
        messages = [
            Incoming(address, f"{address.chat}:{self._said}", line, now) for address in addresses
        ]
        self._taken = []
        self._begun = time.perf_counter()
        await self._desk.receive(messages)
        await self._desk.lanes.idle()
        return self._taken

    def _answered(self, _address: Address) -> None:
        self._taken.append(time.perf_counter() - self._begun)


def _bare_inserts(file: Path) -> list[float]:
    """Insert rows with the bare driver, each durably on disk, in the same run."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, said TEXT)")
    taken = []
    for _nth in range(_BARE):
        begun = time.perf_counter()
        connection.execute("INSERT INTO bare (said) VALUES ('ghi 3')")
        taken.append(time.perf_counter() - begun)
    connection.close()
    return taken


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)
