"""Phones that are cut off: what is seen there from then on, and how their people join again."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.domain.chat import Address, Letter
from bot.domain.facts import (
    CodeIssued,
    MemberCutOff,
    MemberJoined,
)
from bot.domain.people import Role
from bot.store import letters, roster, schema
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.maps import now
from tests.store.people import NOW, People, helped, keep, open_chat, person_at, signed
from tests.store.rostered import UNTIL, begun, listed, opened
from tests.store.tables import rows

HERS = Address("telegram", "11")


async def cut(database: Database, people: People, code: str = "K0001") -> None:
    """Cut a member's chats off, and issue the code with which she joins again."""
    await keep(
        database,
        signed(code, people.leader, MemberCutOff(people.member.id)),
        signed(f"{code}C", people.leader, CodeIssued(people.member.id, "d1", UNTIL)),
    )


async def test_a_lost_phone_sees_nothing_from_that_instant(
    database: Database, people: People
) -> None:
    for chat in ("11", "111"):
        number = await open_chat(database, chat, people.member)
        await begun(database, number, "home.menu", "book.latest")
    async with database.write() as tx:
        await tx.execute(update(schema.chats).values(practice_until=UNTIL))
        for deletes in (None, "77"):
            letter = Letter(0, HERS, "Sổ của bà Hoa", ((1, "Sửa"),), 1, standing=False,
                            typed_numbers=False, deletes=deletes)  # fmt: skip
            await letters.post(tx, letter, None, NOW)
    await cut(database, people)
    asked = "SELECT person_id, session, practice_until FROM chats"
    assert await rows(database, asked) == [(None, None, None)] * 2
    assert [await person_at(database, chat) for chat in ("11", "111")] == [None, None]
    bodies = [json.loads(str(row[0])) for row in await rows(database, "SELECT body FROM letters")]
    assert "Hoa" not in str(bodies)
    # What was personal in the chat is still taken away.
    assert [body.get("deletes") for body in bodies] == [None, "77"]
    async with database.read() as tx:
        found = await letters.oldest(tx, HERS)
    assert found
    assert (found[0].text, found[0].lines) == ("", ())


async def test_other_people_s_phones_and_letters_stay_as_they_were(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    await open_chat(database, "12", people.leader)
    async with database.write() as tx:
        his = Letter(0, Address("telegram", "12"), "Chào ông", (), 1, standing=False,
                     typed_numbers=False)  # fmt: skip
        await letters.post(tx, his, None, NOW)
    await cut(database, people)
    assert await person_at(database, "12") == people.leader
    body = await rows(database, "SELECT body FROM letters")
    assert json.loads(str(body[0][0]))["text"] == "Chào ông"


async def test_a_cut_off_member_joins_again_with_the_code_and_has_the_same_book(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    entry = helped("A0001", people.member, "vneid_kich_hoat", 3)
    await keep(database, entry)
    assert await opened(database, "d1") is None
    await cut(database, people)
    assert await listed(database, people.leader) == {"Nguyễn Văn Nam": True, "Trần Thị Hoa": False}
    waiting = await opened(database, "d1")
    assert waiting
    assert (waiting.id, waiting.joined) == (people.member.id, False)
    chat = await open_chat(database, "22")
    later = NOW + timedelta(days=2)
    joined = MemberJoined(people.member.id, "d1", "2026-12")
    await keep(database, signed("J0001", waiting, joined, at=later), chat=chat)
    again = await person_at(database, "22")
    # She belongs since she first did: months that are over count her still.
    assert again == people.member
    assert await person_at(database, "11") is None
    assert await opened(database, "d1") is None
    async with database.read() as tx:
        assert await Ledger(tx, again, NOW).entries(5) == (entry,)
    notice = await rows(database, "SELECT notice FROM people WHERE id = :id", id=people.member.id)
    assert notice == [("2026-12",)]


async def test_a_code_of_a_lost_phone_is_used_up_by_the_first(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    await cut(database, people)
    mine, theirs = await open_chat(database, "22"), await open_chat(database, "23")
    joined = MemberJoined(people.member.id, "d1", "2026-12")
    await keep(database, signed("J0001", people.member, joined), chat=mine)
    with pytest.raises(LookupError):
        await keep(database, signed("J0002", people.member, joined), chat=theirs)
    assert await person_at(database, "23") is None


async def test_of_two_who_cut_off_at_once_one_does_and_the_other_is_told(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    said = await asyncio.gather(
        cut(database, people, "K0001"), cut(database, people, "K0002"), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in said) == ["NoneType", "Overtaken"]
    made = await rows(database, "SELECT count(*) FROM facts WHERE kind = 'CodeIssued'")
    assert made == [(1,)]


async def test_two_officials_do_not_cut_each_other_off_at_once(
    database: Database, people: People
) -> None:
    async with database.write() as tx:
        number = await roster.add_person(
            tx, title="anh", name="Hà Văn Bé", role=Role.OFFICIAL,
            place=people.official.commune.id, consented_at=NOW,
        )  # fmt: skip
        other = await roster.person(tx, number)
    said = await asyncio.gather(
        keep(database, signed("K0001", people.official, MemberCutOff(number))),
        keep(database, signed("K0002", other, MemberCutOff(people.official.id))),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in said) == ["NoneType", "Overtaken"]
    # Whoever runs the program may: the code is in their hands.
    alone = people.outside_official
    nobody = replace(signed("P0001", alone, MemberCutOff(alone.id)), member=None)
    await keep(database, nobody)
    assert not (await now(database, alone)).joined
