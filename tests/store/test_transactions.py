"""Transactions: all or nothing, whoever writes beside us and whatever cancels us."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.domain.errors import Refused
from bot.domain.places import PlaceKind
from bot.store.db import Database, Tx
from tests.store.people import place
from tests.store.tables import rows

PLACES = "SELECT name FROM places ORDER BY name"
# So many turns of the loop are enough to be cancelled at every await of a short transaction.
TURNS = 40
# A few tenths of a second on either engine.
LONG_WORK = """WITH RECURSIVE number(n) AS
    (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 1000000) SELECT max(n) FROM number"""


class Interrupted(Exception):
    """What goes wrong half-way."""


async def found(database: Database, name: str) -> None:
    """Put a commune and a village of the same name on the map."""
    async with database.write() as tx:
        commune = await place(tx, PlaceKind.COMMUNE, name, None)
        await place(tx, PlaceKind.VILLAGE, name, commune)


async def test_an_exception_leaves_nothing(database: Database) -> None:
    async def half() -> None:
        async with database.write() as tx:
            await place(tx, PlaceKind.COMMUNE, "một", None)
            raise Interrupted

    with pytest.raises(Interrupted):
        await half()
    assert await rows(database, PLACES) == []
    await found(database, "hai")
    assert await rows(database, PLACES) == [("hai",), ("hai",)]


async def test_what_the_database_refuses_leaves_nothing_of_the_rest(database: Database) -> None:
    async def wrong() -> None:
        async with database.write() as tx:
            await place(tx, PlaceKind.COMMUNE, "một", None)
            await place(tx, PlaceKind.VILLAGE, "hai", 999)

    with pytest.raises(IntegrityError):
        await wrong()
    assert await rows(database, PLACES) == []


async def test_many_writers_at_once_all_succeed(database: Database) -> None:
    await asyncio.gather(*(found(database, f"{nth:02d}") for nth in range(20)))
    assert await rows(database, PLACES) == [(f"{nth // 2:02d}",) for nth in range(40)]


async def test_two_programs_that_write_at_once_both_succeed(database: Database) -> None:
    other = Database(database.url)
    await asyncio.gather(
        *(found((database, other)[nth % 2], f"{nth:02d}") for nth in range(20)),
    )
    await other.close()
    assert await rows(database, PLACES) == [(f"{nth // 2:02d}",) for nth in range(40)]


async def test_two_programs_that_read_before_they_write_both_succeed(file: Database) -> None:
    """A reader that becomes a writer half-way would be told that its reading is out of date."""
    programs = (file, Database(file.url))

    async def count_on(program: Database) -> None:
        async with program.write() as tx:
            known = await tx.scalar(text("SELECT count(*) FROM places"))
            await place(tx, PlaceKind.COMMUNE, f"{known:02d}", None)

    await asyncio.gather(*(count_on(programs[nth % 2]) for nth in range(20)))
    await programs[1].close()
    assert await rows(file, PLACES) == [(f"{nth:02d}",) for nth in range(20)]


async def test_a_reader_neither_waits_for_a_writer_nor_sees_what_is_not_committed(
    database: Database,
) -> None:
    async with database.write() as tx:
        await place(tx, PlaceKind.COMMUNE, "một", None)
        assert await rows(database, PLACES) == []
    assert await rows(database, PLACES) == [("một",)]


async def test_a_task_cancelled_inside_leaves_nothing_and_the_next_write_works(
    database: Database,
) -> None:
    async def forever(_tx: Tx) -> None:
        await asyncio.Event().wait()

    await _cancel(database, forever, turns=0)
    await found(database, "hai")
    assert await rows(database, PLACES) == [("hai",), ("hai",)]


async def test_a_task_cancelled_while_the_database_works_keeps_no_lock(
    database: Database,
) -> None:
    async def long(tx: Tx) -> None:
        await tx.execute(text(LONG_WORK))

    await _cancel(database, long, turns=TURNS)
    await found(database, "hai")
    assert await rows(database, PLACES) == [("hai",), ("hai",)]


async def test_a_task_cancelled_anywhere_leaves_all_or_nothing(database: Database) -> None:
    cancelled = set()
    for turns in range(TURNS):
        task = asyncio.create_task(found(database, f"x{turns:02d}"))
        for _turn in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        cancelled.add(task.cancelled())
        await found(database, f"y{turns:02d}")
    assert True in cancelled
    kept = [name for (name,) in await rows(database, PLACES)]
    assert [name for name in kept if name[0] == "y"] == [f"y{nth // 2:02d}" for nth in range(80)]
    assert {kept.count(name) for name in kept} == {2}


async def test_tasks_cancelled_while_they_queue_hold_nobody_up(database: Database) -> None:
    tasks = [asyncio.create_task(found(database, f"{nth:02d}")) for nth in range(20)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert [task.cancelled() for task in tasks] == [True, False] * 10
    assert await rows(database, PLACES) == [(f"{nth // 2 * 2 + 1:02d}",) for nth in range(20)]


async def test_a_reader_of_a_file_cannot_write(file: Database) -> None:
    with pytest.raises(Refused) as refused:
        async with file.read() as tx:
            await place(tx, PlaceKind.COMMUNE, "một", None)
    assert refused.value.code == "TS-12"
    assert await rows(file, PLACES) == []


async def test_a_fault_of_the_program_is_not_blamed_on_the_server(database: Database) -> None:
    with pytest.raises(DBAPIError):
        async with database.read() as tx:
            await tx.execute(text("SELECT nothing FROM nowhere"))
    await found(database, "một")
    assert await rows(database, PLACES) == [("một",), ("một",)]


async def _cancel(database: Database, work: Callable[[Tx], Awaitable[None]], *, turns: int) -> None:
    """Cancel a task at its work inside a transaction, so many turns of the loop after it began."""
    inside = asyncio.Event()

    async def interrupted() -> None:
        async with database.write() as tx:
            await place(tx, PlaceKind.COMMUNE, "một", None)
            inside.set()
            await work(tx)

    task = asyncio.create_task(interrupted())
    await inside.wait()
    for _turn in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert task.cancelled()
