"""Refusals: a full disk, a file that is none, a server that is not there; nothing is lost."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.domain.errors import Refused
from bot.domain.places import PlaceKind
from bot.store import version
from bot.store.db import Database, Tx
from tests.postgres import Postgres
from tests.store.people import place
from tests.store.tables import inside, rows

NOT_ROOT = pytest.mark.skipif(
    os.geteuid() == 0, reason="nothing is forbidden to root: run these tests as another user"
)


async def refusal(where: str) -> str:
    """Return the code with which the program refuses to start on a database."""
    database = Database(where)
    with pytest.raises(Refused) as refused:
        await version.ready(database)
    await database.close()
    return refused.value.code


async def fill(tx: Tx, name: str) -> None:
    await place(tx, PlaceKind.COMMUNE, name * 200_000, None)


async def test_a_full_disk_refuses_the_write_and_loses_nothing(file: Database) -> None:
    async with file.write() as tx:
        await place(tx, PlaceKind.COMMUNE, "trước", None)
        pages = await tx.exec_driver_sql("PRAGMA page_count")
        await tx.exec_driver_sql(f"PRAGMA max_page_count = {pages.scalar_one()}")

    async def too_much() -> None:
        async with file.write() as tx:
            await place(tx, PlaceKind.COMMUNE, "giữa", None)
            await fill(tx, "x")

    for _try in range(2):
        with pytest.raises(Refused) as refused:
            await too_much()
        assert refused.value.code == "TS-11"
    assert await rows(file, "SELECT name FROM places") == [("trước",)]
    async with file.write() as tx:
        await tx.exec_driver_sql("PRAGMA max_page_count = 1000000")
        await fill(tx, "y")
    assert await rows(file, "SELECT length(name) FROM places ORDER BY id") == [(5,), (200_000,)]
    assert await rows(file, "PRAGMA integrity_check") == [("ok",)]


async def test_a_directory_is_no_database(tmp_path: Path) -> None:
    assert await refusal(str(tmp_path)) == "TS-12"
    assert inside(tmp_path) == []


async def test_a_file_in_a_folder_that_is_not_there_is_no_database(tmp_path: Path) -> None:
    assert await refusal(str(tmp_path / "nowhere" / "toso.db")) == "TS-12"


async def test_a_text_file_is_no_database_and_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Việc cần làm\n" * 500, encoding="utf-8")
    assert await refusal(str(path)) == "TS-12"
    assert path.read_text(encoding="utf-8") == "Việc cần làm\n" * 500


async def test_a_file_cut_off_by_a_bad_copy_is_refused(file: Database, tmp_path: Path) -> None:
    await file.close()
    path = tmp_path / "toso.db"
    path.write_bytes(path.read_bytes()[:5000])
    assert await refusal(str(path)) == "TS-12"


@NOT_ROOT
async def test_a_file_without_rights_is_refused(file: Database, tmp_path: Path) -> None:
    await file.close()
    (tmp_path / "toso.db").chmod(0o000)
    assert await refusal(str(tmp_path / "toso.db")) == "TS-12"


@NOT_ROOT
async def test_a_file_that_may_only_be_read_refuses_the_first_write(
    file: Database, tmp_path: Path
) -> None:
    await file.close()
    (tmp_path / "toso.db").chmod(0o444)
    assert await rows(file, "SELECT count(*) FROM places") == [(0,)]

    async def write() -> None:
        async with file.write() as tx:
            await place(tx, PlaceKind.COMMUNE, "một", None)

    with pytest.raises(Refused) as refused:
        await write()
    assert refused.value.code == "TS-12"


async def test_a_file_that_somebody_else_keeps_locked_is_refused_after_a_while(
    file: Database,
) -> None:
    async with file.write() as tx:
        # Milliseconds, on the one connection that writes: no test waits for long.
        await tx.exec_driver_sql("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(str(file.path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refused) as refused:
        async with file.write():
            pass
    assert refused.value.code == "TS-13"
    other.close()
    async with file.write() as tx:
        await place(tx, PlaceKind.COMMUNE, "sau", None)
    assert await rows(file, "SELECT name FROM places") == [("sau",)]


async def test_a_server_that_is_not_there_is_said_to_be_so() -> None:
    assert await refusal("postgresql://toso:secret@127.0.0.1:1/toso") == "TS-14"


@pytest.mark.parametrize(
    ("username", "name"), [("toso", "nowhere"), ("nobody", "postgres"), ("nobody", "nowhere")]
)
async def test_a_server_that_does_not_know_us_is_said_to_be_so(
    postgres: Postgres, username: str, name: str
) -> None:
    url = make_url(postgres.url(name)).set(username=username)
    assert await refusal(url.render_as_string(hide_password=False)) == "TS-14"


async def test_the_way_to_a_server_may_be_written_as_hosting_providers_do(
    postgres: Postgres,
) -> None:
    async with postgres.empty() as url:
        for scheme in ("postgres://", "postgresql+psycopg2://"):
            written = url.replace("postgresql://", scheme) + "&sslmode=disable"
            database = Database(written)
            await version.ready(database)
            assert await rows(database, "SELECT count(*) FROM facts") == [(0,)]
            await database.close()
