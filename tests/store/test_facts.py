"""Facts: added and never edited; taking one back adds its opposite, once."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.facts import AssistanceGiven, FigureGiven, LanguageChosen
from bot.domain.units import Unit
from bot.store.db import Database
from tests.store.people import NOW, People, helped, keep, signed, voided
from tests.store.tables import rows

ALL = (
    "SELECT code, kind, at, member_id, commune_id, village_id, team_id, day, activity, count,"
    " service, voids, body FROM facts ORDER BY id"
)


async def test_help_given_is_one_row_with_place_day_and_count(
    database: Database, people: People
) -> None:
    given = AssistanceGiven("vneid_kich_hoat", 3, date(2026, 11, 20), service="vneid-muc-2")
    await keep(database, signed("A0001", people.member, given))
    assert await rows(database, ALL) == [
        (
            "A0001", "AssistanceGiven", "2026-11-21T02:00:00.000000+00:00", 1, 1, 2, 4,
            "2026-11-20", "vneid_kich_hoat", 3, "vneid-muc-2", None, None,
        )
    ]  # fmt: skip


async def test_a_void_has_the_place_and_day_of_the_original_whoever_voids_it(
    database: Database, people: People
) -> None:
    given = AssistanceGiven("vneid_kich_hoat", 3, date(2026, 11, 20), service="vneid-muc-2")
    entry = signed("A0001", people.neighbour, given, at=NOW - timedelta(days=1))
    await keep(database, entry, voided("A0002", people.official, entry))
    assert (await rows(database, ALL))[1] == (
        "A0002", "AssistanceVoided", "2026-11-21T02:00:00.000000+00:00", 3, 1, 3, 5,
        "2026-11-20", "vneid_kich_hoat", -3, "vneid-muc-2", 1, None,
    )  # fmt: skip


async def test_the_database_refuses_to_take_one_entry_back_twice(
    database: Database, people: People
) -> None:
    entry = helped("A0001", people.member, "vneid_kich_hoat", 3)
    await keep(database, entry, voided("A0002", people.member, entry))
    with pytest.raises(IntegrityError):
        await keep(database, voided("A0003", people.member, entry))
    assert await rows(database, "SELECT code, count FROM facts ORDER BY id") == [
        ("A0001", 3),
        ("A0002", -3),
    ]


async def test_a_void_itself_cannot_be_taken_back(database: Database, people: People) -> None:
    entry = helped("A0001", people.member, "vneid_kich_hoat", 3)
    void = voided("A0002", people.member, entry)
    await keep(database, entry, void, voided("A0003", people.member, void))
    assert await rows(database, "SELECT code FROM facts ORDER BY id") == [("A0001",), ("A0002",)]


async def test_the_database_refuses_one_code_for_two_facts(
    database: Database, people: People
) -> None:
    await keep(database, helped("A0001", people.member, "vneid_kich_hoat", 3))
    with pytest.raises(IntegrityError):
        await keep(database, helped("A0001", people.neighbour, "dvc_huong_dan", 2))
    assert await rows(database, "SELECT member_id, count FROM facts") == [(1, 3)]


async def test_the_database_refuses_a_fact_of_nobody_known(
    database: Database, people: People
) -> None:
    entry = helped("A0001", people.member, "vneid_kich_hoat", 3)
    async with database.write() as tx:
        await tx.exec_driver_sql("DELETE FROM people WHERE id = 1")
    with pytest.raises(IntegrityError):
        await keep(database, entry)
    assert await rows(database, "SELECT code FROM facts") == []


async def test_a_fact_that_counts_nothing_has_neither_day_nor_count(
    database: Database, people: People
) -> None:
    figure = FigureGiven("dan_so", Decimal(8120), Unit.PERSON, date(2024, 12, 31), "Công an xã")
    await keep(
        database,
        signed("A0001", people.member, LanguageChosen("en")),
        signed("A0002", people.official, figure),
    )
    said = "2026-11-21T02:00:00.000000+00:00"
    nothing = (None, None, None, None, None)
    given = {
        "name": "dan_so",
        "value": "8120",
        "unit": "người",
        "as_of": "2024-12-31",
        "giver": "Công an xã",
        "document": None,
        "since": None,
    }
    assert await rows(database, ALL) == [
        ("A0001", "LanguageChosen", said, 1, 1, 2, 4, *nothing, '{"language": "en"}'),
        ("A0002", "FigureGiven", said, 4, 1, None, None, *nothing, json.dumps(given)),
    ]
