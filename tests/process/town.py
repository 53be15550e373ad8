"""A database with the demo commune in it, whose people have chats on Telegram."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.commands import demo
from bot.domain.chat import Address
from bot.domain.clock import Clock
from bot.domain.codes import join_digest
from bot.domain.facts import CodeIssued, Entry
from bot.store import chats, facts, roster, version
from bot.store.db import Database
from tests.house import CONTENT, NUMBERS


@dataclass(frozen=True, slots=True)
class Town:
    """The file, past everything that is tested."""

    path: Path

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Put a question straight to the tables."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as connection:
            return list(connection.execute(sql))

    def records(self) -> list[tuple[str, int]]:
        """Return activity and count of what messages put into the ledger, in order."""
        return [
            (activity, count)
            for activity, count in self.ask(
                "SELECT activity, count FROM facts"
                " WHERE kind = 'AssistanceGiven' AND code NOT LIKE 'M0%' ORDER BY id"
            )
        ]

    def states(self, table: str) -> dict[str, int]:
        """Return how many rows of the inbox or the out-tray are in each state."""
        return dict(self.ask(f"SELECT state, count(*) FROM {table} GROUP BY state"))  # noqa: S608 - a table's name of the test's own

    def holds(self, words: str) -> bool:
        """Tell whether words stand anywhere in the files of the database."""
        files = self.path.parent.glob(f"{self.path.name}*")
        return any(words.encode() in file.read_bytes() for file in files)


async def make(path: Path) -> Town:
    """Make the town; the demo's roles have the chats of `NUMBERS`, the stranger has none."""
    database = Database(str(path))
    try:
        await version.ready(database)
        await demo.make(database, CONTENT, Clock())
        async with database.write() as tx:
            for role in demo.ROLES:
                visit = await chats.visit(tx, Address("terminal", role))
                assert visit.person is not None
                address = Address("telegram", str(NUMBERS[role]))
                await chats.bind(tx, address, visit.person.id)
    finally:
        await database.close()
    return Town(path)


async def bind(town: Town, numbers: Sequence[int]) -> dict[int, int]:
    """Give as many members a chat each; return chat -> person."""
    database = Database(str(town.path))
    try:
        async with database.write() as tx:
            bound = dict(zip(numbers, await roster.members(tx), strict=False))
            for number, person in bound.items():
                await chats.bind(tx, Address("telegram", str(number)), person)
    finally:
        await database.close()
    return bound


async def issue(town: Town, code: str) -> str:
    """Issue a join code for somebody who has not joined yet; return the name."""
    database = Database(str(town.path))
    person, name = town.ask(
        "SELECT id, name FROM people WHERE consented_at IS NULL AND left_at IS NULL ORDER BY id"
    )[0]
    now = datetime.now(UTC)
    issued = CodeIssued(person, join_digest(code) or "", now + timedelta(days=7))
    try:
        async with database.write() as tx:
            await facts.add(tx, Entry("T0001", now, issued, None, None, None, None), None)
    finally:
        await database.close()
    return str(name)
