"""Chats: who is at the other end, with role and places, and where the conversation stands."""

import json

import pytest
from sqlalchemy import update

from bot.domain.chat import Address
from bot.domain.facts import LanguageChosen, MemberLeft
from bot.domain.people import Person, Role
from bot.domain.places import Place
from bot.domain.session import Frame, Session
from bot.store import chats, schema
from bot.store.chats import Unreadable, Visit
from bot.store.db import Database
from tests.store.people import NOW, People, keep, open_chat, person_at, signed
from tests.store.tables import rows

HOA = Address("telegram", "11")
HERE = Place(1, "Xã Hoà Bình")
EAST = Place(2, "Thôn Đông")
EAST_TEAM = Place(4, "Tổ Đông")


async def visit(database: Database, address: Address = HOA) -> Visit:
    async with database.write() as tx:
        return await chats.visit(tx, address)


async def test_the_first_message_opens_a_chat_and_the_next_one_finds_it(
    database: Database,
) -> None:
    fresh = Visit(1, None, "vi", Session())
    assert [await visit(database), await visit(database)] == [fresh, fresh]
    assert await rows(database, "SELECT id, channel, chat FROM chats") == [(1, "telegram", "11")]


async def test_the_same_number_on_another_channel_is_another_chat(database: Database) -> None:
    await visit(database)
    assert (await visit(database, Address("zalo", "11"))).id == 2


async def test_a_session_comes_back_as_it_was_kept(database: Database) -> None:
    session = Session(
        frames=(Frame("home.menu"), Frame("record.count", {"activity": "vneid", "count": 3})),
        parked=(Frame("guide.words", {"words": 'đăng ký "khai sinh" 🌾'}),),
        screen=41,
        shown={1: "undo", 2: 5, 10: ""},
        page=2,
        misses=1,
        resting=True,
    )
    number = (await visit(database)).id
    async with database.write() as tx:
        await chats.keep(tx, number, session)
    assert await visit(database) == Visit(number, None, "vi", session)


async def test_a_garbled_session_is_an_alarm_and_no_fresh_start(database: Database) -> None:
    await visit(database)
    whole = Session().to_json()
    pieces: list[dict[str, object]] = [
        {"frames": 1},
        {"parked": 1},
        {"frames": [["a"]]},
        {"screen": "x"},
        {"page": None},
        {"shown": [1]},
        {"shown": {"x": 1}},
    ]
    for garbled in ("{", "null", "[]", "{}", *(json.dumps(whole | piece) for piece in pieces)):
        async with database.write() as tx:
            await tx.execute(update(schema.chats).values(session=garbled, language="en"))
        with pytest.raises(Unreadable):
            await visit(database)
        assert await rows(database, "SELECT session FROM chats") == [(garbled,)]
    async with database.read() as tx:
        assert await chats.language(tx, HOA) == "en"


async def test_starting_over_forgets_the_conversation_of_this_chat_only(
    database: Database,
) -> None:
    other = Address("telegram", "111")
    session = Session(frames=(Frame("record.count"),), screen=4)
    for address in (HOA, other):
        number = (await visit(database, address)).id
        async with database.write() as tx:
            await chats.keep(tx, number, session)
    async with database.write() as tx:
        await chats.start_over(tx, HOA)
    assert (await visit(database)).session == Session()
    assert (await visit(database, other)).session == session


async def test_a_member_is_known_with_team_village_and_commune(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    assert await person_at(database, "11") == Person(
        id=people.member.id,
        name="Trần Thị Hoa",
        title="bà",
        role=Role.MEMBER,
        commune=HERE,
        village=EAST,
        team=EAST_TEAM,
        consented_at=NOW,
    )


async def test_a_leader_is_known_with_the_own_team(database: Database, people: People) -> None:
    await open_chat(database, "12", people.leader)
    assert await person_at(database, "12") == Person(
        people.leader.id, "Nguyễn Văn Nam", "bà", Role.LEADER, HERE, EAST, EAST_TEAM, NOW
    )


async def test_an_official_belongs_to_the_commune_alone(database: Database, people: People) -> None:
    await open_chat(database, "13", people.official)
    assert await person_at(database, "13") == Person(
        people.official.id, "Phạm Thị Lan", "bà", Role.OFFICIAL, HERE, None, None, NOW
    )


async def test_one_person_may_have_several_chats(database: Database, people: People) -> None:
    await open_chat(database, "11", people.member)
    await open_chat(database, "111", people.member)
    assert await person_at(database, "11") == await person_at(database, "111") == people.member


async def test_a_stranger_is_nobody(database: Database, people: People) -> None:
    await open_chat(database, "11", people.member)
    await open_chat(database, "15")
    assert await person_at(database, "15") is None
    async with database.read() as tx:
        asked = [await chats.known(tx, Address("telegram", chat)) for chat in ("11", "15", "16")]
    assert asked == [True, False, False]


async def test_someone_who_left_is_nobody(database: Database, people: People) -> None:
    number = await open_chat(database, "11", people.member)
    await keep(database, signed("A0001", people.member, MemberLeft(people.member.id)), chat=number)
    assert await visit(database) == Visit(number, None, "vi", Session())


async def test_a_chat_that_still_names_someone_who_left_is_nobody_s(
    database: Database, people: People
) -> None:
    await keep(database, signed("A0001", people.member, MemberLeft(people.member.id)))
    await open_chat(database, "11", people.member)
    assert await person_at(database, "11") is None


async def test_a_chosen_language_is_that_of_this_chat_only(
    database: Database, people: People
) -> None:
    number = await open_chat(database, "11", people.member)
    other = await open_chat(database, "111", people.member)
    await keep(database, signed("A0001", people.member, LanguageChosen("en")), chat=number)
    assert await visit(database) == Visit(number, people.member, "en", Session())
    assert (await visit(database, Address("telegram", "111"))) == Visit(
        other, people.member, "vi", Session()
    )
