"""The recount: it agrees on a sound ledger, and finds each damage that is planted."""

from datetime import date
from pathlib import Path

import pytest

from bot.commands import demo
from bot.domain.clock import FixedClock
from bot.store.db import Database
from bot.store.verify import Recount
from tests.house import CONTENT
from tests.store.people import NOW, TODAY, People, helped, keep, settle, voided
from tests.store.recounting import damage, recount, said, without
from tests.store.tables import rows

KEY = f"(1, 2, 4, 1, {date(2026, 11, 21)!r}, 'vneid_kich_hoat')"


@pytest.fixture
async def book(database: Database, people: People) -> Database:
    """Three entries, the first of which was taken back."""
    slip = helped("A0001", people.member, "vneid_kich_hoat", 30)
    await keep(
        database,
        slip,
        helped("A0002", people.member, "vneid_kich_hoat", 3),
        helped("A0003", people.neighbour, "dvc_huong_dan", 1),
        voided("A0004", people.member, slip),
    )
    return database


async def test_a_sound_ledger_agrees(book: Database) -> None:
    assert await recount(book) == Recount(facts=4, totals=2, problems=())


async def test_an_empty_ledger_agrees(database: Database) -> None:
    assert await recount(database) == Recount(facts=0, totals=0, problems=())


async def test_the_demo_agrees(database: Database) -> None:
    await demo.make(database, CONTENT, FixedClock(NOW))
    ((facts, voids),) = await rows(database, "SELECT count(*), count(voids) FROM facts")
    assert facts > 100
    assert voids > 0
    recounted = await recount(database)
    assert (recounted.facts, recounted.problems) == (facts, ())


async def test_a_changed_count_of_what_was_taken_back_is_found(book: Database) -> None:
    await damage(book, "UPDATE facts SET count = 31 WHERE code = 'A0001'")
    assert said(await recount(book)) == [
        "A0004 is not the opposite of A0001.",
        f"Totals differ for {KEY}: 3 fact by fact, 4 in the ledger.",
    ]


async def test_a_wrong_opposite_is_found(book: Database) -> None:
    await damage(book, "UPDATE facts SET count = -29 WHERE code = 'A0004'")
    assert said(await recount(book)) == [
        "A0004 is not the opposite of A0001.",
        f"Totals differ for {KEY}: 3 fact by fact, 4 in the ledger.",
    ]


async def test_an_opposite_on_another_day_is_found(book: Database) -> None:
    await damage(book, "UPDATE facts SET day = '2026-11-20' WHERE code = 'A0004'")
    other = KEY.replace(repr(TODAY), repr(date(2026, 11, 20)))
    assert said(await recount(book)) == [
        "A0004 is not the opposite of A0001.",
        f"Totals differ for {other}: 0 fact by fact, -30 in the ledger.",
        f"Totals differ for {KEY}: 3 fact by fact, 33 in the ledger.",
    ]


async def test_an_opposite_of_another_place_person_or_activity_is_found(book: Database) -> None:
    for change, back in (
        ("SET commune_id = 3", "SET commune_id = 1"),
        ("SET village_id = 3", "SET village_id = 2"),
        ("SET team_id = 5", "SET team_id = 4"),
        ("SET member_id = 2", "SET member_id = 1"),
        ("SET activity = 'an_toan_so'", "SET activity = 'vneid_kich_hoat'"),
    ):
        await damage(book, f"UPDATE facts {change} WHERE code = 'A0004'")
        assert said(await recount(book))[0] == "A0004 is not the opposite of A0001.", change
        await damage(book, f"UPDATE facts {back} WHERE code = 'A0004'")
    assert said(await recount(book)) == []


async def test_an_opposite_without_its_original_is_found(book: Database) -> None:
    first = None if book.is_file else without("fk_facts_voids")
    await damage(book, "DELETE FROM facts WHERE code = 'A0001'", first=first)
    dangling = ["A reference in facts leads nowhere."] if book.is_file else []
    assert said(await recount(book)) == [
        *dangling,
        "A0004 takes back something that is not there.",
        f"Totals differ for {KEY}: 3 fact by fact, -27 in the ledger.",
    ]


async def test_a_second_opposite_is_found(book: Database) -> None:
    again = (
        "INSERT INTO facts (code, kind, at, member_id, commune_id, village_id, team_id, day,"
        " activity, count, service, voids) SELECT 'A0005', kind, at, member_id, commune_id,"
        " village_id, team_id, day, activity, count, service, voids FROM facts"
        " WHERE code = 'A0004'"
    )
    await damage(book, again, first=without("uq_facts_voids"))
    assert said(await recount(book)) == [
        "A0005 takes back A0001 a second time.",
        f"Totals differ for {KEY}: 3 fact by fact, -27 in the ledger.",
    ]


async def test_an_opposite_of_an_opposite_is_found(book: Database) -> None:
    await damage(book, "UPDATE facts SET voids = 4 WHERE code = 'A0004'")
    assert said(await recount(book))[0] == "A0004 takes back something that is not there."


async def test_a_fact_of_nobody_is_found(file: Database) -> None:
    await damage(
        file,
        "INSERT INTO facts (code, kind, at, member_id) VALUES ('A0001', 'LanguageChosen',"
        " '2026-11-21T02:00:00.000000+00:00', 9)",
    )
    assert said(await recount(file)) == ["A reference in facts leads nowhere."]


async def test_a_damaged_index_of_a_file_is_found(file: Database, tmp_path: Path) -> None:
    """The page of an index that serves every tally is emptied, as by a bad disk."""
    async with file.write() as tx:
        people = await settle(tx)
    await keep(file, helped("A0001", people.member, "vneid_kich_hoat", 3))
    page = await rows(file, "SELECT rootpage FROM sqlite_master WHERE name = 'ix_facts_tally'")
    ((size,),) = await rows(file, "PRAGMA page_size")
    await file.close()
    path = tmp_path / "toso.db"
    bytes_before = path.read_bytes()
    start = (page[0][0] - 1) * size
    # A leaf of an index without cells: https://www.sqlite.org/fileformat.html#b_tree_pages
    empty = bytes([10, 0, 0, 0, 0, *size.to_bytes(2, "big"), 0]) + bytes(size - 8)
    path.write_bytes(bytes_before[:start] + empty + bytes_before[start + size :])
    damaged = Database(str(path))
    found = said(await recount(damaged))
    await damaged.close()
    assert found[:2] == [
        "The file is damaged: row 1 missing from index ix_facts_tally",
        "The file is damaged: wrong # of entries in index ix_facts_tally",
    ]
