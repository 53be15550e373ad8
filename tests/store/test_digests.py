"""Cards that came by themselves: to whom, once, together with their message or not at all."""

import asyncio
import json
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from bot.domain.chat import Address, Due, Incoming
from bot.domain.facts import CardsChosen, MemberLeft
from bot.domain.places import PlaceKind
from bot.domain.session import Frame, Session
from bot.store import chats, digests, inbox, roster, schema
from bot.store.db import Database
from bot.store.digests import Awaiting
from tests.store.people import NOW, TODAY, People, keep, open_chat, place, signed
from tests.store.tables import rows

WEEK = "2026-W47"
LAN, NI = Address("telegram", "13"), Address("telegram", "14")
DUE = Due("card", WEEK, NOW + timedelta(hours=5))
_SENT = "SELECT chat_id, period FROM digests ORDER BY chat_id"
_TOLD = "SELECT chat, said, state FROM inbox ORDER BY id"


@pytest.fixture
async def lan(database: Database, people: People) -> int:
    """The official's chat; a member and a stranger have one too."""
    await open_chat(database, "11", people.member)
    await open_chat(database, "12", people.leader)
    await open_chat(database, "10")
    return await open_chat(database, LAN.chat, people.official)


async def waiting(database: Database, period: str = WEEK) -> tuple[Awaiting, ...]:
    async with database.read() as tx:
        return await digests.awaiting(tx, period, ("telegram",))


async def put(database: Database, *to: Awaiting) -> list[bool]:
    async with database.write() as tx:
        return [await digests.put(tx, one, DUE, NOW) for one in to]


async def test_only_officials_wait_for_a_card_each_in_every_chat(
    database: Database, people: People, lan: int
) -> None:
    assert await waiting(database) == (Awaiting(lan, LAN, busy=False),)
    second = await open_chat(database, "15", people.official)
    there = await open_chat(database, NI.chat, people.outside_official)
    assert [one.chat for one in await waiting(database)] == [lan, second, there]
    async with database.read() as tx:
        assert await digests.awaiting(tx, WEEK, ("zalo",)) == ()


async def test_a_card_that_was_put_is_not_put_again_but_that_of_another_week_is(
    database: Database, lan: int
) -> None:
    (one,) = await waiting(database)
    assert [await put(database, one), await put(database, one)] == [[True], [False]]
    assert await waiting(database) == ()
    assert [one.chat for one in await waiting(database, "2026-W48")] == [lan]
    assert await rows(database, _SENT) == [(lan, WEEK)]
    ((chat, said, state),) = await rows(database, _TOLD)
    assert (chat, state, json.loads(said)[0]) == (
        LAN.chat,
        "waiting",
        {"due": ["card", WEEK, DUE.until.isoformat()]},
    )


async def test_ten_who_put_one_card_at_once_put_it_once(database: Database, lan: int) -> None:
    (one,) = await waiting(database)
    done = await asyncio.gather(*(put(database, one) for _task in range(10)))
    assert sorted(made for (made,) in done) == [False] * 9 + [True]
    assert await rows(database, _SENT) == [(lan, WEEK)]
    assert len(await rows(database, _TOLD)) == 1


async def test_what_is_cut_off_leaves_neither_a_row_nor_a_message(
    database: Database, lan: int
) -> None:
    (one,) = await waiting(database)

    async def half() -> None:
        async with database.write() as tx:
            assert await digests.put(tx, one, DUE, NOW)
            raise EOFError

    with pytest.raises(EOFError):
        await half()
    assert (await rows(database, _SENT), await rows(database, _TOLD)) == ([], [])
    assert await waiting(database) == (Awaiting(lan, LAN, busy=False),)


async def test_the_message_says_what_it_said_when_it_is_read_again(
    database: Database, lan: int
) -> None:
    assert lan
    await put(database, *await waiting(database))
    async with database.read() as tx:
        read = await inbox.oldest(tx, LAN)
    assert read is not None
    assert read.incoming.said == DUE


async def test_a_card_whose_evening_has_come_waits_for_another_day(
    database: Database, lan: int
) -> None:
    await put(database, *await waiting(database))
    for later, missed in ((0, False), (4.99, False), (5, True)):
        async with database.write() as tx:
            assert await digests.missed(tx, lan, DUE, NOW + timedelta(hours=later)) is missed
    assert await waiting(database) == (Awaiting(lan, LAN, busy=False),)
    async with database.write() as tx:
        # At night neither, whatever became of the clock in between.
        (one,) = await digests.awaiting(tx, WEEK, ("telegram",))
        assert await digests.put(tx, one, DUE, NOW + timedelta(days=1))
        assert await digests.missed(tx, lan, DUE, NOW - timedelta(hours=6))
    assert len(await rows(database, _TOLD)) == 2


async def test_who_wants_none_gets_none_until_they_do(
    database: Database, people: People, lan: int
) -> None:
    await keep(database, signed("A0001", people.official, CardsChosen(wanted=False)))
    assert await waiting(database) == ()
    async with database.write() as tx:
        assert (await chats.visit(tx, LAN)).cards is False
    await keep(database, signed("A0002", people.official, CardsChosen(wanted=True)))
    assert [one.chat for one in await waiting(database)] == [lan]
    async with database.write() as tx:
        assert (await chats.visit(tx, LAN)).cards is True
    facts = await rows(database, "SELECT kind, member_id, body FROM facts ORDER BY id")
    assert facts == [
        ("CardsChosen", people.official.id, '{"wanted": false}'),
        ("CardsChosen", people.official.id, '{"wanted": true}'),
    ]


async def test_who_has_left_gets_none(database: Database, people: People, lan: int) -> None:
    async with database.write() as tx:
        # Without another one nobody could let others in, and nobody would be let go.
        await roster.add_person(
            tx, title="anh", name="Hà Văn Bé", role=people.official.role,
            place=people.official.commune.id, consented_at=NOW,
        )  # fmt: skip
    assert len(await waiting(database)) == 1
    left = signed("A0001", people.official, MemberLeft(people.official.id))
    await keep(database, left, chat=lan)
    assert await waiting(database) == ()


async def test_a_commune_without_a_team_gets_none(database: Database, people: People) -> None:
    async with database.write() as tx:
        empty = await place(tx, PlaceKind.COMMUNE, "Xã Mới", None)
        await place(tx, PlaceKind.VILLAGE, "Thôn Mới", empty)
        number = await roster.add_person(
            tx, title="ông", name="A Mới", role=people.official.role, place=empty, consented_at=NOW
        )
        await chats.bind(tx, LAN, number)
    assert await waiting(database) == ()
    await open_chat(database, NI.chat, people.outside_official)
    (there,) = await waiting(database)
    assert there.address == NI
    async with database.write() as tx:
        team = schema.places.c.name == "Tổ Xa"
        await tx.execute(update(schema.places).where(team).values(valid_to=TODAY))
    assert await waiting(database) == ()


@pytest.mark.parametrize(
    ("session", "busy"),
    [
        (Session(), False),
        (Session(frames=(Frame("home.menu"),)), False),
        (Session(frames=(Frame("home.menu"), Frame("card.view")), resting=True), False),
        (Session(frames=(Frame("home.menu"), Frame("figures.value"))), True),
    ],
)
async def test_a_question_that_waits_for_its_answer_makes_a_chat_busy(
    database: Database, lan: int, session: Session, busy: bool
) -> None:
    async with database.write() as tx:
        await chats.keep(tx, lan, session)
    assert await waiting(database) == (Awaiting(lan, LAN, busy=busy),)


async def test_a_session_that_cannot_be_read_keeps_nobody_elses_card_back(
    database: Database, people: People, lan: int
) -> None:
    there = await open_chat(database, NI.chat, people.outside_official)
    async with database.write() as tx:
        await tx.execute(text("UPDATE chats SET session = '{' WHERE id = :id"), {"id": lan})
    assert [one.chat for one in await waiting(database)] == [lan, there]


async def test_lately_is_what_was_said_since_or_waits_for_an_answer(database: Database) -> None:
    async with database.write() as tx:
        said = [Incoming(address, name, "2", NOW) for address, name in ((LAN, "u1"), (NI, "u2"))]
        await inbox.add(tx, said, NOW)
        assert await digests.lately(tx, {LAN}, NOW + timedelta(hours=1)) == {LAN}
        await tx.execute(update(schema.inbox).values(state=inbox.DONE))
        before, at = NOW - timedelta(seconds=1), NOW
        assert await digests.lately(tx, {LAN, NI}, before) == {LAN, NI}
        assert await digests.lately(tx, {LAN}, before) == {LAN}
        assert await digests.lately(tx, {LAN, NI}, at) == frozenset()
        assert await digests.lately(tx, (), before) == frozenset()
