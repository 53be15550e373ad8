"""Joining: a code opens one roster line, once, in time; a newer code closes the older one."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from bot.domain.chat import Address
from bot.domain.facts import CodeIssued, MemberJoined, MemberLeft
from bot.domain.people import Person, Role
from bot.store import chats, roster
from bot.store.db import Database
from bot.store.ledger import Ledger
from bot.store.schema import join_codes
from tests.store.people import NOW, People, keep, open_chat, person_at, signed
from tests.store.tables import rows

UNTIL = NOW + timedelta(days=7)


@pytest.fixture
async def newcomer(database: Database, people: People) -> Person:
    """Mai is on the roster of Tổ Đông, and has yet to join."""
    team = people.member.team
    assert team
    async with database.write() as tx:
        number = await roster.add_person(
            tx, title="cô", name="Vũ Thị Mai", role=Role.MEMBER, place=team.id
        )
        return await roster.person(tx, number)


async def issue(database: Database, people: People, to: Person, digest: str, code: str) -> None:
    await keep(database, signed(code, people.leader, CodeIssued(to.id, digest, UNTIL)))


async def join(database: Database, who: Person, digest: str, chat: int) -> None:
    """Join as somebody does who was a stranger until this message."""
    entry = signed("J0001", who, MemberJoined(who.id, digest, "2026-11"))
    await keep(database, entry, chat=chat)


async def opened(database: Database, digest: str, now: datetime = NOW) -> Person | None:
    """Return whose line a stranger opens with a code."""
    async with database.read() as tx:
        return await Ledger(tx, None, now).invited(digest)


async def test_a_code_opens_the_roster_line_it_was_issued_for(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    assert await opened(database, "d1") == newcomer
    assert await opened(database, "d2") is None
    assert await opened(database, "") is None


async def test_a_code_opens_until_its_last_instant(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    just_before = UNTIL - timedelta(microseconds=1)
    assert [await opened(database, "d1", now) for now in (just_before, UNTIL)] == [newcomer, None]


async def test_a_newer_code_closes_the_older_one(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    await issue(database, people, newcomer, "d2", "C0002")
    assert [await opened(database, digest) for digest in ("d1", "d2")] == [None, newcomer]
    assert await rows(database, "SELECT digest, used_at FROM join_codes") == [("d2", None)]


async def test_joining_ties_the_chat_to_the_roster_line_and_uses_the_code_up(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    chat = await open_chat(database, "21")
    await open_chat(database, "22")
    await join(database, newcomer, "d1", chat)
    joined = Person(
        newcomer.id, "Vũ Thị Mai", "cô", Role.MEMBER,
        people.member.commune, people.member.village, people.member.team, NOW,
    )  # fmt: skip
    assert [await person_at(database, number) for number in ("21", "22")] == [joined, None]
    assert await opened(database, "d1") is None
    said = "2026-11-21T02:00:00.000000+00:00"
    assert await rows(database, "SELECT digest, used_at FROM join_codes") == [("d1", said)]
    asked = "SELECT consented_at, notice FROM people WHERE id = :id"
    assert await rows(database, asked, id=newcomer.id) == [(said, "2026-11")]


async def test_a_used_code_opens_nothing_though_its_line_is_still_open(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    async with database.write() as tx:
        await tx.execute(update(join_codes).values(used_at=NOW))
    assert await opened(database, "d1") is None


async def test_a_code_opens_nothing_for_somebody_who_has_joined_meanwhile(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    await join(database, newcomer, "d1", await open_chat(database, "21"))
    await issue(database, people, newcomer, "d2", "C0002")
    assert [await opened(database, digest) for digest in ("d1", "d2")] == [None, None]


async def test_of_two_who_use_one_code_at_once_one_joins(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    opening = [await open_chat(database, chat) for chat in ("21", "22")]

    async def use(nth: int) -> None:
        entry = signed(f"J000{nth}", newcomer, MemberJoined(newcomer.id, "d1", "2026-11"))
        await keep(database, entry, chat=opening[nth])

    said = await asyncio.gather(use(0), use(1), return_exceptions=True)
    assert sorted(type(one).__name__ for one in said) == ["LookupError", "NoneType"]
    known = [await person_at(database, chat) for chat in ("21", "22")]
    assert sorted(person is not None for person in known) == [False, True]
    joined = "SELECT count(*) FROM facts WHERE kind = 'MemberJoined'"
    assert await rows(database, joined) == [(1,)]


async def test_a_code_opens_nothing_for_somebody_who_left(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    await keep(database, signed("L0001", newcomer, MemberLeft(newcomer.id)))
    await issue(database, people, newcomer, "d2", "C0002")
    assert [await opened(database, digest) for digest in ("d1", "d2")] == [None, None]


async def test_the_ledger_never_holds_the_digest_of_a_code(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    assert await rows(database, "SELECT kind, member_id, body FROM facts") == [
        ("CodeIssued", people.leader.id, f'{{"person": {newcomer.id}}}')
    ]


async def test_those_who_have_yet_to_join_are_seen_by_their_leader_and_official(
    database: Database, people: People, newcomer: Person
) -> None:
    async def seen_by(person: Person | None) -> tuple[Person, ...]:
        async with database.read() as tx:
            return await Ledger(tx, person, NOW).unjoined()

    west = people.neighbour.team
    assert west
    async with database.write() as tx:
        number = await roster.add_person(
            tx, title="anh", name="Bùi Văn Ba", role=Role.LEADER, place=west.id
        )
        other = await roster.person(tx, number)
    assert await seen_by(people.official) == (newcomer, other)
    assert await seen_by(people.leader) == (newcomer,)
    assert await seen_by(other) == (other,)
    for nobody in (people.member, people.outside_official, people.outsider, None):
        assert await seen_by(nobody) == ()
    await issue(database, people, newcomer, "d1", "C0001")
    await join(database, newcomer, "d1", await open_chat(database, "21"))
    assert await seen_by(people.leader) == ()


async def test_a_chat_that_joined_is_known(
    database: Database, people: People, newcomer: Person
) -> None:
    await issue(database, people, newcomer, "d1", "C0001")
    chat = await open_chat(database, "21")
    address = Address("telegram", "21")
    async with database.read() as tx:
        assert await chats.known(tx, address) is False
    await join(database, newcomer, "d1", chat)
    async with database.read() as tx:
        assert await chats.known(tx, address) is True
