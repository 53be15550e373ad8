"""Fixtures: every test of the store runs on a file of SQLite and on a PostgreSQL server."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import version
from bot.store.db import Database
from tests.postgres import Postgres, postgres
from tests.store.people import People, settle

__all__ = ["postgres"]


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> Postgres | None:
    """The server of this run; None where the database is a file."""
    if request.param == "sqlite":
        return None
    running: Postgres = request.getfixturevalue("postgres")
    return running


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with nothing in it, which is migrated on first use and copied for every test."""
    path = tmp_path_factory.mktemp("template") / "toso.db"
    path.touch()
    return path


@pytest.fixture
async def where(server: Postgres | None, tmp_path: Path) -> AsyncIterator[str]:
    """Where a database without any table is."""
    if server is None:
        yield str(tmp_path / "toso.db")
        return
    async with server.empty() as url:
        yield url


@pytest.fixture
async def database(
    server: Postgres | None, template: Path, tmp_path: Path
) -> AsyncIterator[Database]:
    """A database with the newest schema and nothing in it."""
    if server is None:
        database = await _file(template, tmp_path)
        yield database
        await database.close()
        return
    async with server.migrated() as url:
        database = Database(url)
        yield database
        await database.close()


@pytest.fixture
async def file(template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """The same, for what only SQLite has: a file."""
    database = await _file(template, tmp_path)
    yield database
    await database.close()


@pytest.fixture
async def people(database: Database) -> People:
    """Two communes with their people, and no work yet."""
    async with database.write() as tx:
        return await settle(tx)


async def _file(template: Path, folder: Path) -> Database:
    made = Database(str(template))
    await version.ready(made)
    await made.close()
    shutil.copy(template, folder / "toso.db")
    return Database(str(folder / "toso.db"))
