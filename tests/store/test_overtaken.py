"""Closing while others record: whoever was first is in the sheet; whoever was not is asked anew."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.domain.facts import AssistanceGiven
from bot.domain.periods import period
from bot.domain.places import Scope
from bot.domain.tally import By
from bot.store import facts, sealing, tallies
from bot.store.db import Database
from bot.store.ledger import Ledger
from bot.store.overtaken import Overtaken, look_behind
from tests.postgres import Postgres
from tests.store.people import NOW, TODAY, People, helped, keep, settle, signed
from tests.store.sealed import close
from tests.store.tables import rows

LAST = period("2026-W46")
SUNDAY = date(2026, 11, 15)
ACTIVITY = "can_cuoc_van_dong"


@pytest.fixture
async def side(postgres: Postgres) -> AsyncIterator[tuple[Database, People]]:
    """What only a server has: transactions side by side."""
    async with postgres.migrated() as url:
        database = Database(url)
        async with database.write() as tx:
            people = await settle(tx)
        yield database, people
        await database.close()


async def test_closing_waits_for_whoever_is_recording(side: tuple[Database, People]) -> None:
    database, people = side
    begun = asyncio.Event()

    async def counted() -> dict[str, int]:
        async with database.write() as tx:
            begun.set()
            await sealing.hold(tx)
            scope = Scope(people.official.commune)
            return (await tallies.tally(tx, scope, LAST, By.VILLAGE)).totals

    async with database.write() as tx:
        await facts.add(tx, helped("A0001", people.member, ACTIVITY, 5, SUNDAY), None)
        closing = asyncio.create_task(counted())
        await begun.wait()
        # So long as the record is not committed, nothing can be counted past it.
        done, __ = await asyncio.wait([closing], timeout=0.3)
        assert not done
    assert await closing == {ACTIVITY: 5}


async def test_a_record_that_a_closing_overtook_is_not_kept(side: tuple[Database, People]) -> None:
    database, people = side
    late = helped("A0001", people.member, ACTIVITY, 5, SUNDAY)

    async def record() -> None:
        async with database.write() as tx:
            assert await Ledger(tx, people.member, NOW).closed(SUNDAY) is None
            await close(database, people, "B0001", LAST)
            await facts.add(tx, late, None)
            await look_behind(tx, late)

    with pytest.raises(Overtaken):
        await record()
    assert await rows(database, "SELECT code FROM facts") == [("B0001",)]


async def test_what_counts_on_an_open_day_is_kept(database: Database, people: People) -> None:
    await close(database, people, "B0001", LAST)
    entries = (
        helped("A0001", people.member, ACTIVITY, 5),
        signed("A0002", people.member, AssistanceGiven(ACTIVITY, 4, TODAY, adjusts=SUNDAY)),
        helped("A0003", people.outsider, ACTIVITY, 5, SUNDAY),
    )
    await keep(database, *entries)
    async with database.write() as tx:
        for entry in entries:
            await look_behind(tx, entry)
