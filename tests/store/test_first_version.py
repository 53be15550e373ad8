"""A database of the first version: every row and total survive, and may be corrected."""

import json
from dataclasses import replace

from alembic import command
from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from bot.domain.facts import AssistanceGiven
from bot.domain.people import Person
from bot.store import roster, version
from bot.store.db import Database
from bot.store.ledger import Ledger
from bot.store.version import State
from tests.store.people import NOW, TODAY, helped, keep, voided
from tests.store.recounting import recount
from tests.store.tables import rows
from tests.store.totals import ACTIVITY


async def test_a_database_of_the_first_version_keeps_every_row_and_total(where: str) -> None:
    database = Database(where)
    async with database.write() as tx:
        await tx.run_sync(_first_version)
    assert await version.state(database) is State.OLDER
    old = await _fill(database)
    before = {table: await rows(database, f"SELECT * FROM {table} ORDER BY 1") for table in old}  # noqa: S608 - tables the database itself names
    sums = await rows(database, _SUMS)
    assert len(before["facts"]) == 5
    assert await version.migrate(database) is True
    assert await version.state(database) is State.CURRENT
    for table, columns in old.items():
        kept = columns.replace('"body"', _BODY) if table == "facts" else columns
        assert await rows(database, f"SELECT {kept} FROM {table} ORDER BY 1") == [  # noqa: S608 - tables the database itself names
            tuple("dan_so" if value == "Dân số" else value for value in row)
            for row in before[table]
        ]
    # A figure is known by its quantity's id since the fifth version, and its fact says all of it.
    body = await rows(database, "SELECT body FROM facts WHERE code = 'A0001'")
    assert json.loads(str(body[0][0])) == {
        "name": "dan_so",
        "value": "1",
        "unit": "người",
        "as_of": "2026-11-21",
        "giver": "y",
        "document": None,
        "since": None,
    }
    assert await rows(database, _SUMS) == sums == [("an_toan_so", 4), (ACTIVITY, 0)]
    assert (await recount(database)).problems == ()
    # What was recorded then can be corrected now, as if it had been recorded now.
    people = await _member(database)
    async with database.read() as tx:
        entry = await Ledger(tx, people, NOW).entry("A0004")
        assert entry is not None
        assert entry.fact == AssistanceGiven("an_toan_so", 4, TODAY)
    now = replace(helped("A0007", people, "an_toan_so", 7), corrects="A0004")
    await keep(database, voided("A0006", people, entry), now)
    async with database.read() as tx:
        assert [one.entry.code for one in await Ledger(tx, people, NOW).history(now)] == [
            "A0004",
            "A0007",
        ]
    assert await rows(database, _SUMS) == [("an_toan_so", 7), (ACTIVITY, 0)]
    assert (await recount(database)).problems == ()
    await database.close()


_BODY = "CASE kind WHEN 'FigureGiven' THEN NULL ELSE body END"
_SUMS = (
    "SELECT activity, sum(count) FROM facts WHERE activity IS NOT NULL"
    " GROUP BY activity ORDER BY activity"
)


def _first_version(connection: Connection) -> None:
    command.upgrade(version._config(connection), "0001")


# What a program of the first version had written: help, a slip that was taken back, a join.
_FIRST = """
    INSERT INTO places (kind, name, parent_id, demo, valid_from) VALUES
    ('commune', 'Xã Hoà Bình', NULL, :no, '2025-07-01'),
    ('village', 'Thôn Đông', 1, :no, '2025-07-01'),
    ('village', 'Thôn Tây', 1, :no, '2025-07-01'),
    ('team', 'Tổ Đông', 2, :no, '2025-07-01'),
    ('team', 'Tổ Tây', 3, :no, '2025-07-01');
    INSERT INTO people (title, name, role, place_id, consented_at) VALUES
    ('bà', 'Trần Thị Hoa', 'member', 4, :at),
    ('ông', 'Nguyễn Văn Nam', 'leader', 4, :at),
    ('anh', 'Lê Văn Đức', 'member', 5, :at),
    ('bà', 'Phạm Thị Lan', 'official', 1, :at);
    INSERT INTO inbox (id, channel, chat, external_id, written_at, received_at, state)
    VALUES (7, 'telegram', '1', '1', :at, :at, 'done');
    INSERT INTO letters (inbox_id, channel, chat, body, state, due_at, attempts, parts_done,
                         maybe_sent)
    VALUES (7, 'telegram', '1', '{}', 'sent', :at, 1, 1, :no);
    INSERT INTO chats (channel, chat, person_id) VALUES ('telegram', '1', 1);
    INSERT INTO join_codes (digest, person_id, expires_at) VALUES ('00', 1, :at);
    INSERT INTO figures (place_id, name, value, unit, as_of, giver, code)
    VALUES (1, 'Dân số', '1', 'người', '2026-11-21', 'y', 'A0001');
    INSERT INTO facts (code, kind, at, member_id, commune_id, village_id, team_id, day, activity,
                       count, voids, body) VALUES
    ('A0001', 'FigureGiven', :at, 4, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('A0002', 'AssistanceGiven', :at, 1, 1, 2, 4, '2026-11-20', :activity, 3, NULL, NULL),
    ('A0003', 'AssistanceVoided', :at, 1, 1, 2, 4, '2026-11-20', :activity, -3, 2, NULL),
    ('A0004', 'AssistanceGiven', :at, 1, 1, 2, 4, '2026-11-21', 'an_toan_so', 4, NULL, NULL),
    ('A0005', 'LanguageChosen', :at, 1, 1, 2, 4, NULL, NULL, NULL, NULL, '{}')
"""


async def _fill(database: Database) -> dict[str, str]:
    """Fill a database of the first version; return its tables with the columns they have."""
    at = NOW.isoformat(timespec="microseconds")
    async with database.write() as tx:
        for sentence in _FIRST.split(";"):
            wanted = {"at": at, "no": False, "activity": ACTIVITY}
            given = {name: value for name, value in wanted.items() if f":{name}" in sentence}
            await tx.execute(text(sentence), given)
        return await tx.run_sync(_columns)


def _columns(connection: Connection) -> dict[str, str]:
    found = inspect(connection)
    tables = set(found.get_table_names()) - {"alembic_version"}
    return {
        table: ", ".join(f'"{column["name"]}"' for column in found.get_columns(table))
        for table in tables
    }


async def _member(database: Database) -> Person:
    async with database.read() as tx:
        return await roster.person(tx, 1)
