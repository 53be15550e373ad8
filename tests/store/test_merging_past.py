"""Merging places: what was closed or recorded before, and who may still see it."""

from datetime import date

import pytest

from bot.domain.chat import Address
from bot.domain.errors import Refused
from bot.domain.facts import PeriodClosed
from bot.domain.periods import period
from bot.domain.places import PlaceKind
from bot.store import chats, roster
from bot.store.db import Database
from tests.store.maps import EAST, WEST, ledger, merge, now
from tests.store.people import NOW, TODAY, People, helped, keep, open_chat, place, signed

ACTIVITY = "vneid_kich_hoat"


async def test_what_is_closed_stays_closed_for_the_new_commune(
    database: Database, people: People
) -> None:
    week = period("2026-W46")
    await keep(database, signed("A0001", people.official, PeriodClosed(week)))
    await open_chat(database, "1", people.outsider)
    await open_chat(database, "2", people.outside_official)
    async with database.write() as tx:
        before = await chats.visit(tx, Address("telegram", "1"))
    assert before.closed_until is None
    with pytest.raises(Refused) as refused:
        await merge(database, "Xã Mới", "Xã Suối Đá", "Xã Hoà Bình", day=date(2026, 11, 15))
    assert (refused.value.code, refused.value.text.values["day"]) == ("TS-77", week.end)
    # Another commune's merger changes nothing for anybody else.
    await merge(database, "Thôn Gần", "Thôn Xa", commune=people.outsider.commune)
    async with database.write() as tx:
        assert (await chats.visit(tx, Address("telegram", "1"))).closed_until is None
    await merge(database, "Xã Mới", "Xã Suối Đá", "Xã Hoà Bình")
    outsider = await now(database, people.outsider)
    async with database.write() as tx:
        third = await place(tx, PlaceKind.COMMUNE, "Xã Ba", None)
        number = await roster.add_person(
            tx, title="bà", name="Lý Thị Mai", role=people.official.role, place=third,
            consented_at=NOW,
        )  # fmt: skip
        await chats.bind(tx, Address("telegram", "3"), number)
        assert (await chats.visit(tx, Address("telegram", "3"))).closed_until is None
        visit = await chats.visit(tx, Address("telegram", "1"))
        officials = await chats.visit(tx, Address("telegram", "2"))
        told = ledger(tx, outsider)
        assert (visit.closed_until, officials.closed_until) == (week.end, week.end)
        assert await told.closed(week.last) == week
        assert await told.closed(week.end) is None
        assert await told.is_closed(week)


async def test_leaders_and_officials_may_correct_what_came_before(
    database: Database, people: People
) -> None:
    mine = helped("A0001", people.member, ACTIVITY, 1)
    west = helped("A0002", people.neighbour, ACTIVITY, 10)
    await keep(database, mine, west)
    await merge(database, "Thôn Mới", EAST, WEST, commune=people.official.commune)
    await merge(database, "Xã Mới", "Xã Hoà Bình", "Xã Suối Đá", day=TODAY)
    readers = {
        one: await now(database, one)
        for one in (people.leader, people.official, people.outside_official, people.outsider)
    }
    async with database.read() as tx:
        seen = {
            one.id: [
                await ledger(tx, reader).entry(code) is not None for code in ("A0001", "A0002")
            ]
            for one, reader in readers.items()
        }
        leader = ledger(tx, readers[people.leader])
        listed = await leader.entries(5, people.member.id)
        names = await leader.village_names()
        called = {name: one.name for name, one in (await leader.villages_called()).items()}
        before = await leader.village(people.member.village.id if people.member.village else 0)
    assert seen == {
        people.leader.id: [True, False],
        people.official.id: [True, True],
        people.outside_official.id: [True, True],
        people.outsider.id: [False, False],
    }
    assert [one.code for one in listed] == ["A0001"]
    # A record says where it happened, under the name of then.
    assert names[listed[0].village or 0] == EAST
    # What people still call by its old name is found.
    assert called == {
        "Thôn Mới": "Thôn Mới", EAST: "Thôn Mới", WEST: "Thôn Mới", "Thôn Xa": "Thôn Xa",
    }  # fmt: skip
    assert before is not None
    assert before.name == "Thôn Mới"
