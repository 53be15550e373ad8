"""What the tests of a roster ask: who is on it, what a code opens, where a chat stands."""

from datetime import timedelta

from bot.domain.chat import Address
from bot.domain.people import Person
from bot.domain.session import Frame, Session
from bot.store import chats
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW

UNTIL = NOW + timedelta(days=7)


async def opened(database: Database, digest: str) -> Person | None:
    async with database.read() as tx:
        return await Ledger(tx, None, NOW).invited(digest)


async def listed(database: Database, by: Person) -> dict[str, bool]:
    """Return who is on somebody's roster, and whether they have joined."""
    async with database.read() as tx:
        return {one.name: one.joined for one in await Ledger(tx, by, NOW).roster()}


async def begun(database: Database, chat: int, *frames: str, left: str = "") -> None:
    """Have a chat stand in the middle of something, with something else left for later."""
    parked = (Frame(left, {"n": 1}),) if left else ()
    async with database.write() as tx:
        kept = Session(frames=tuple(map(Frame, frames)), parked=parked, screen=7, shown={1: "x"})
        await chats.keep(tx, chat, kept)


async def session(database: Database, chat: str) -> Session:
    async with database.write() as tx:
        return (await chats.visit(tx, Address("telegram", chat))).session
