"""Leaving: what is the member's own is erased, what they did stays with the village."""

import pytest
from sqlalchemy import select

from bot.domain.chat import Address
from bot.domain.facts import CodeIssued, MemberLeft
from bot.domain.periods import period
from bot.domain.session import Frame, Session
from bot.domain.tally import By, Row
from bot.store import chats, roster, schema
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW, People, helped, keep, open_chat, signed
from tests.store.tables import rows

WEEK = period("2026-W47")


async def leave(database: Database, people: People, chat: int | None = None) -> None:
    await keep(database, signed("L0001", people.member, MemberLeft(people.member.id)), chat=chat)


async def test_name_title_chats_and_sessions_are_erased(database: Database, people: People) -> None:
    numbers = [await open_chat(database, chat, people.member) for chat in ("11", "111")]
    kept = await open_chat(database, "12", people.leader)
    async with database.write() as tx:
        for number in (*numbers, kept):
            await chats.keep(tx, number, Session(frames=(Frame("me.sure"),), screen=4))
    await leave(database, people, numbers[0])
    assert await rows(
        database, "SELECT chat, person_id, session IS NULL FROM chats ORDER BY id"
    ) == [
        ("11", None, True),
        ("111", None, True),
        ("12", people.leader.id, False),
    ]
    asked = "SELECT name, title, left_at FROM people WHERE id = :id"
    erased = (None, None, "2026-11-21T02:00:00.000000+00:00")
    assert await rows(database, asked, id=people.member.id) == [erased]


async def test_no_table_holds_the_name_of_somebody_who_left(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    await keep(database, helped("A0001", people.member, "vneid_kich_hoat", 3))
    await leave(database, people)
    async with database.read() as tx:
        for table in schema.metadata.sorted_tables:
            kept = [tuple(row) for row in await tx.execute(select(table))]
            assert "Trần Thị Hoa" not in str(kept), table.name


async def test_the_help_they_gave_still_counts_without_their_name(
    database: Database, people: People
) -> None:
    names = {By.VILLAGE: "Thôn Đông", By.TEAM: "Tổ Đông"}
    await keep(database, helped("A0001", people.member, "vneid_kich_hoat", 3))
    await leave(database, people)
    async with database.read() as tx:
        ledger = Ledger(tx, people.official, NOW)
        for by in By:
            row = Row(names.get(by), "vneid_kich_hoat", 3)
            counted = await ledger.tally(WEEK, by)
            assert (counted.totals, counted.rows) == ({"vneid_kich_hoat": 3}, (row,))


async def test_two_who_left_are_added_to_nobody(database: Database, people: People) -> None:
    """Each stays a row of their own, or one would be told about the other's work."""
    await keep(
        database,
        helped("A0001", people.member, "vneid_kich_hoat", 3),
        helped("A0002", people.neighbour, "vneid_kich_hoat", 4),
        signed("L0002", people.neighbour, MemberLeft(people.neighbour.id)),
    )
    await leave(database, people)
    async with database.read() as tx:
        found = await Ledger(tx, people.official, NOW).tally(WEEK, By.MEMBER)
    assert found.totals == {"vneid_kich_hoat": 7}
    assert sorted(row.count for row in found.rows) == [3, 4]
    assert {row.name for row in found.rows} == {None}


async def test_somebody_who_left_is_on_no_list_any_more(database: Database, people: People) -> None:
    await keep(database, signed("C0001", people.leader, CodeIssued(people.member.id, "d1", NOW)))
    await leave(database, people)
    assert await rows(database, "SELECT digest FROM join_codes") == []
    async with database.read() as tx:
        assert await roster.members(tx) == [
            people.leader.id,
            people.neighbour.id,
            people.outsider.id,
        ]
        with pytest.raises(LookupError):
            await roster.person(tx, people.member.id)
        assert await chats.known(tx, Address("telegram", "11")) is False


async def test_others_keep_their_names(database: Database, people: People) -> None:
    await leave(database, people)
    async with database.read() as tx:
        assert await roster.person(tx, people.leader.id) == people.leader
