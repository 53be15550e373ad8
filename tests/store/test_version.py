"""Versions: what a database says of itself, and what the program does with each."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from bot.domain.errors import Refused
from bot.store import version
from bot.store.db import Database
from bot.store.schema import metadata
from bot.store.version import State
from tests.store.tables import inside, rows

STAMPS = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"
# One sentence each that makes a database what it is.
KINDS = {
    State.EMPTY: (),
    State.OLDER: (STAMPS,),
    State.NEWER: (STAMPS, "INSERT INTO alembic_version VALUES ('9999')"),
    State.FOREIGN: ("CREATE TABLE orders (id INTEGER PRIMARY KEY)",),
}
REFUSED = {State.OLDER: "TS-15", State.NEWER: "TS-16", State.FOREIGN: "TS-17"}


async def made(where: str, kind: State) -> Database:
    database = Database(where)
    async with database.write() as tx:
        for sentence in KINDS[kind]:
            await tx.execute(text(sentence))
    return database


def tables(connection: Connection) -> list[str]:
    return sorted(inspect(connection).get_table_names())


async def all_tables(database: Database) -> list[str]:
    async with database.read() as tx:
        return await tx.run_sync(tables)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_database_is_known_for_what_it_is(where: str, kind: State) -> None:
    database = await made(where, kind)
    assert await version.state(database) is kind
    await database.close()


async def test_a_migrated_database_is_current(where: str) -> None:
    database = Database(where)
    assert [await version.migrate(database), await version.migrate(database)] == [True, False]
    assert await version.state(database) is State.CURRENT
    await database.close()


async def test_an_empty_database_is_made_ready_and_stays_so(where: str) -> None:
    database = Database(where)
    for _start in range(2):
        await version.ready(database)
        assert await version.state(database) is State.CURRENT
    await database.close()


@pytest.mark.parametrize("kind", REFUSED)
async def test_what_needs_somebody_is_refused_and_left_as_it_was(where: str, kind: State) -> None:
    database = await made(where, kind)
    before = await all_tables(database)
    with pytest.raises(Refused) as refused:
        await version.ready(database)
    assert refused.value.code == REFUSED[kind]
    assert await all_tables(database) == before
    assert await version.state(database) is kind
    await database.close()


async def test_an_older_database_is_migrated_when_told_to(where: str) -> None:
    database = await made(where, State.OLDER)
    assert await version.migrate(database) is True
    assert await version.state(database) is State.CURRENT
    await database.close()


@pytest.mark.parametrize("kind", [State.NEWER, State.FOREIGN])
async def test_nobody_migrates_what_is_newer_or_not_ours(where: str, kind: State) -> None:
    database = await made(where, kind)
    with pytest.raises(Refused) as refused:
        await version.migrate(database)
    assert refused.value.code == REFUSED[kind]
    assert await version.state(database) is kind
    await database.close()


async def test_another_program_s_file_is_left_as_it_was_to_the_last_byte(tmp_path: Path) -> None:
    path = tmp_path / "orders.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY)")
    theirs.close()
    before = path.read_bytes()
    for use in (version.state, version.ready, version.migrate):
        database = Database(str(path))
        if use is version.state:
            assert await use(database) is State.FOREIGN
        else:
            with pytest.raises(Refused):
                await use(database)
        await database.close()
    assert path.read_bytes() == before
    assert inside(tmp_path) == ["orders.db"]


async def test_a_migration_that_stops_half_way_leaves_the_database_as_it_was(where: str) -> None:
    database = Database(where)

    async def half() -> None:
        async with database.write() as tx:
            await tx.run_sync(version._upgrade)
            assert await tx.run_sync(version._state) is State.CURRENT
            raise EOFError

    with pytest.raises(EOFError):
        await half()
    assert await version.state(database) is State.EMPTY
    await database.close()


async def test_migrations_make_exactly_the_tables_the_program_uses(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        options = {"compare_type": True, "compare_server_default": True}
        return list(
            compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
        )

    async with database.read() as tx:
        assert await tx.run_sync(differences) == []


async def test_migrations_make_the_same_indexes_and_columns_to_the_letter(
    database: Database, where: str
) -> None:
    """What Alembic does not compare: the conditions of indexes, AUTOINCREMENT, names."""
    asked = (
        "SELECT name, replace(sql, char(10), '') FROM sqlite_master WHERE sql IS NOT NULL"
        if database.is_file
        else "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    )
    straight = Database(where if "://" in where else f"{where}.straight")
    async with straight.write() as tx:
        await tx.run_sync(metadata.create_all)
    expected, migrated = dict(await rows(straight, asked)), dict(await rows(database, asked))
    await straight.close()
    for name in ("alembic_version", "alembic_version_pkc"):
        migrated.pop(name, None)
    assert {name: _bare(sql) for name, sql in migrated.items()} == {
        name: _bare(sql) for name, sql in expected.items()
    }


# A reference written behind its column, as a column added later has it.
_INLINE = re.compile(r"(\w+) (\w+(?:\(\d+\))?) CONSTRAINT (\w+) REFERENCES (\w+) \((\w+)\)")


def _bare(sql: str) -> list[str]:
    """Return a table's or an index's parts; the order of constraints in a table is free."""
    apart = _INLINE.sub(r"\1 \2, CONSTRAINT \3 FOREIGN KEY(\1) REFERENCES \4 (\5)", sql)
    return sorted(part.strip(" \t)(") for part in apart.replace("\t", "").split(", "))
