"""Merging places: which rows are closed and made, whose numbers are whose, who moves along."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.domain.chat import Address
from bot.domain.errors import Refused
from bot.domain.facts import Entry, FigureGiven, PeriodClosed, PlacesMerged
from bot.domain.figures import Figure
from bot.domain.people import Person
from bot.domain.periods import period
from bot.domain.places import Place, PlaceKind
from bot.domain.survey import Outcome
from bot.domain.units import Unit
from bot.store import chats, facts, gaps, mergers, places, roster
from bot.store.db import Database, Tx
from bot.store.ledger import Ledger
from bot.store.objections import Wanted
from bot.store.surveys import Surveys
from tests.store.households import ONE as ALONE
from tests.store.households import asked, result, standing
from tests.store.maps import WEDNESDAY, merge, now
from tests.store.people import NOW, TODAY, People, helped, keep, open_chat, place, signed
from tests.store.recounting import damage, recount, said
from tests.store.tables import rows

ACTIVITY = "vneid_kich_hoat"
EAST, WEST = "Thôn Đông", "Thôn Tây"
OPEN = "SELECT kind, name, valid_from FROM places WHERE valid_to IS NULL ORDER BY id"


def ledger(tx: Tx, person: Person) -> Ledger:
    return Ledger(tx, person, NOW)


async def test_old_rows_are_closed_and_new_ones_made(database: Database, people: People) -> None:
    here = people.official.commune
    await merge(database, "Thôn Mới", EAST, WEST, commune=here)
    assert await rows(database, OPEN) == [
        ("commune", "Xã Hoà Bình", "2025-07-01"),
        ("commune", "Xã Suối Đá", "2025-07-01"),
        ("village", "Thôn Xa", "2025-07-01"),
        ("team", "Tổ Xa", "2025-07-01"),
        ("village", "Thôn Mới", "2026-11-18"),
        ("team", "Tổ Đông", "2026-11-18"),
        ("team", "Tổ Tây", "2026-11-18"),
    ]
    closed = await rows(database, "SELECT name, valid_to FROM places WHERE valid_to IS NOT NULL")
    assert sorted(closed) == sorted(
        (name, "2026-11-18") for name in (EAST, WEST, "Tổ Đông", "Tổ Tây")
    )
    moved = await now(database, people.member)
    assert (moved.village, moved.role) == (Place(9, "Thôn Mới"), people.member.role)
    assert moved.team is not None
    assert moved.team.name == "Tổ Đông"
    assert moved.team != people.member.team
    assert await now(database, people.outsider) == people.outsider
    assert (await recount(database)).problems == ()


async def test_the_map_of_each_day(database: Database, people: People) -> None:
    here = people.official.commune
    east, west = people.member.village, people.neighbour.village
    assert east
    assert west
    await merge(database, "Thôn Mới", EAST, WEST, commune=here)
    friday = WEDNESDAY + timedelta(days=2)
    await merge(database, "Xã Mới", "Xã Hoà Bình", "Xã Suối Đá", day=friday)
    async with database.read() as tx:
        (new,) = [one for one in await roster.communes(tx) if one.name == "Xã Mới"]
        eve = WEDNESDAY - timedelta(days=1)
        maps = {
            day: {one.name for one in await places.villages_on(tx, new.id, day)}
            for day in (eve, WEDNESDAY, friday)
        }
        last = {one.name: one.id for one in await places.villages_on(tx, new.id, friday)}
        middle = {one.name: one.id for one in await places.villages_on(tx, new.id, WEDNESDAY)}
        onto = {day: await places.onto(tx, new.id, day) for day in maps}
        whole = await places.lineage(tx, last["Thôn Mới"])
        earlier = await places.lineage(tx, last["Thôn Mới"], WEDNESDAY)
        communes = await places.lineage(tx, new.id)
    assert maps == {
        eve: {EAST, WEST, "Thôn Xa"},
        WEDNESDAY: {"Thôn Mới", "Thôn Xa"},
        friday: {"Thôn Mới", "Thôn Xa"},
    }
    assert onto[eve][east.id] == east.id
    assert onto[WEDNESDAY][east.id] == onto[WEDNESDAY][west.id] == middle["Thôn Mới"]
    assert onto[friday][east.id] == onto[friday][middle["Thôn Mới"]] == last["Thôn Mới"]
    # What came to be later than the map stays itself.
    assert onto[eve][last["Thôn Mới"]] == last["Thôn Mới"]
    assert set(whole) == {last["Thôn Mới"], middle["Thôn Mới"], east.id, west.id}
    assert earlier == (last["Thôn Mới"],)
    assert set(communes) == {new.id, people.official.commune.id, people.outsider.commune.id}
    assert (await recount(database)).problems == ()


async def test_alike_names_say_where_they_came_from(database: Database, people: People) -> None:
    async with database.write() as tx:
        for village in (people.member.village, people.neighbour.village):
            assert village
            await place(tx, PlaceKind.TEAM, "Tổ 1", village.id)
        there = await place(tx, PlaceKind.VILLAGE, EAST, people.outsider.commune.id)
        await place(tx, PlaceKind.TEAM, "Tổ Đông", there)
    await merge(database, "Xã Mới", "Xã Hoà Bình", "Xã Suối Đá")
    names = [name for kind, name, __ in await rows(database, OPEN) if kind != "commune"]
    assert sorted(names) == sorted([
        "Thôn Đông (Xã Hoà Bình)", "Thôn Đông (Xã Suối Đá)", WEST, "Thôn Xa", "Tổ Tây", "Tổ Xa",
        "Tổ 1", "Tổ 1", "Tổ Đông (Xã Hoà Bình)", "Tổ Đông (Xã Suối Đá)",
    ])  # fmt: skip
    async with database.read() as tx:
        (new,) = [one for one in await roster.communes(tx) if one.name == "Xã Mới"]
    await merge(database, "Thôn Một", WEST, "thôn  xa", commune=new, day=TODAY)
    assert ("village", "Thôn Một", "2026-11-21") in await rows(database, OPEN)


@pytest.mark.parametrize(
    ("wanted", "code", "words"),
    [
        (("Thôn Mới", EAST, "Thôn Nam"), "TS-72", "Known are: Thôn Đông, Thôn Tây"),
        (("Thôn Mới", EAST, "thôn đông"), "TS-71", "named twice"),
        ((EAST, EAST), "TS-71", "Nothing would change"),
        (("Thôn Mới", EAST, "Thôn Xa"), "TS-73", "in another commune, Xã Suối Đá"),
        ((WEST, EAST), "TS-75", "Thôn Tây"),
    ],
)
async def test_what_cannot_be_is_refused_with_the_way_out(
    database: Database, people: People, wanted: tuple[str, ...], code: str, words: str
) -> None:
    with pytest.raises(Refused) as refused:
        await merge(database, *wanted, commune=people.official.commune)
    assert refused.value.code == code
    assert words in refused.value.text.message.format(**refused.value.text.values)


async def test_what_was_merged_cannot_be_merged_again(database: Database, people: People) -> None:
    here = people.official.commune
    await merge(database, "Thôn Mới", EAST, WEST, commune=here)
    with pytest.raises(Refused) as refused:
        await merge(database, "Thôn Khác", EAST, commune=here)
    assert (refused.value.code, refused.value.text.values["now"]) == ("TS-74", "Thôn Mới")
    with pytest.raises(Refused) as refused:
        await merge(database, "Thôn Khác", "Thôn Mới", commune=here, day=date(2026, 11, 17))
    assert (refused.value.code, refused.value.text.values["day"]) == ("TS-76", WEDNESDAY)
    # The same fact once more finds no place of those any more, and leaves nothing behind.
    before = await rows(database, "SELECT count(*) FROM facts")
    again = Entry("G09999", NOW, PlacesMerged((2, 3), "Thôn Khác", TODAY), commune=here.id)
    with pytest.raises(LookupError):
        await keep(database, again)
    assert await rows(database, "SELECT count(*) FROM facts") == before


async def test_a_village_may_keep_the_name_of_one_of_its_parts(
    database: Database, people: People
) -> None:
    here = people.official.commune
    await merge(database, EAST, EAST, WEST, commune=here)
    wanted = Wanted(PlaceKind.VILLAGE, here, (WEST, EAST), EAST, WEDNESDAY)
    async with database.read() as tx:
        assert await mergers.done(tx, wanted)
        other = Wanted(PlaceKind.VILLAGE, here, (EAST,), EAST, WEDNESDAY)
        assert not await mergers.done(tx, other)
        elsewhere = Wanted(
            PlaceKind.VILLAGE, people.outsider.commune, (WEST, EAST), EAST, WEDNESDAY
        )
        assert not await mergers.done(tx, elsewhere)


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


async def test_the_same_number_on_two_old_lists_is_two_households(
    database: Database, people: People
) -> None:
    first = NOW - timedelta(hours=2)
    await keep(
        database,
        asked("A0001", people.member, "12", ALONE, at=first),
        asked("A0002", people.neighbour, "12", ALONE, at=first),
        asked("A0003", people.member, "7", outcome=Outcome.ABSENT, at=first),
    )
    await merge(database, "Thôn Mới", EAST, WEST, commune=people.official.commune)
    member, neighbour, leader = [
        await now(database, one) for one in (people.member, people.neighbour, people.leader)
    ]
    one = await standing(database, member, "12")
    other = await standing(database, neighbour, "12")
    assert one
    assert other
    assert (one.code, other.code) == ("A0001", "A0002")
    # A round of the own team before the merger is still the own team's.
    assert leader.team
    assert one.team == leader.team.id
    async with database.read() as tx:
        assert await Surveys(tx, neighbour).round("A0001") is None
        assert [x.household for x in await Surveys(tx, member).waiting()] == ["7"]
        assert await Surveys(tx, neighbour).waiting() == ()
    assert (await result(database, people.official)).asked == 2
    # Called on again after the merger, it is the same household and no third one.
    await keep(database, asked("A0004", member, "12", {**ALONE, "smartphone": 1}))
    again = await standing(database, member, "12")
    assert again
    assert again.code == "A0004"
    whole = await result(database, people.official)
    assert (whole.asked, whole.rates["smartphone"].count) == (2, 1)
    assert (await result(database, leader)).asked == 1
    async with database.read() as tx:
        ((village, survey),) = await Surveys(tx, people.official).by_village()
    assert (village.name, survey.asked) == ("Thôn Mới", 2)
    assert (await recount(database)).problems == ()
    await merge(database, "Xã Mới", "Xã Hoà Bình", "Xã Suối Đá", day=TODAY)
    assert (await result(database, await now(database, people.official))).asked == 2
    assert (await recount(database)).problems == ()


def _households(code: str, person: Person, value: int, as_of: date = TODAY) -> Entry:
    figure = FigureGiven("so_ho", Decimal(value), Unit.HOUSEHOLD, as_of, "UBND xã")
    return signed(code, person, figure)


async def test_the_households_of_a_merged_village_are_those_of_its_parts(
    database: Database, people: People
) -> None:
    await keep(database, _households("A0001", people.member, 100))
    await merge(database, "Thôn Mới", EAST, WEST, commune=people.official.commune)
    member = await now(database, people.member)
    assert (await result(database, member)).total is None
    async with database.write() as tx:
        # The figure of the other half comes late, for the place that it was counted in.
        await facts.add(tx, _households("A0002", people.neighbour, 11, date(2026, 10, 1)), None)
    total = (await result(database, member)).total
    assert total
    assert (total.households, total.as_of) == (111, date(2026, 10, 1))
    await keep(database, _households("A0003", member, 120))
    total = (await result(database, member)).total
    assert total
    assert total.households == 120


async def test_figures_of_a_merged_commune_add_up_only_where_they_can(
    database: Database, people: People
) -> None:
    await keep(
        database,
        _households("A0001", people.official, 100),
        _households("A0002", people.outside_official, 11),
    )
    await merge(database, "Xã Mới", "Xã Hoà Bình", "Xã Suối Đá")
    official = await now(database, people.official)

    async def figures() -> list[Figure]:
        async with database.read() as tx:
            return list(await ledger(tx, official).figures())

    (both,) = await figures()
    assert (both.value, both.giver, both.as_of) == (Decimal(111), "UBND xã", TODAY)
    later = TODAY + timedelta(days=1)
    await keep(database, _households("A0003", people.outside_official, 12, later))
    assert await figures() == []
    await keep(database, _households("A0004", official, 130))
    assert [one.value for one in await figures()] == [130]


async def test_searches_of_both_communes_are_added_up(database: Database, people: People) -> None:
    async with database.write() as tx:
        for commune in (people.official.commune, people.outsider.commune):
            await gaps.count(tx, commune.id, "may cay", TODAY)
    await merge(database, "Xã Mới", "Xã Hoà Bình", "Xã Suối Đá")
    official = await now(database, people.official)
    async with database.read() as tx:
        assert [(one.words, one.times) for one in await ledger(tx, official).gaps(5)] == [
            ("may cay", 2)
        ]


async def test_records_made_late_for_the_old_village_are_announced(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0001", people.member, ACTIVITY, 1, WEDNESDAY),
        helped("A0002", people.member, ACTIVITY, 1, WEDNESDAY - timedelta(days=1)),
        helped("A0003", people.outsider, ACTIVITY, 1, WEDNESDAY),
    )
    wanted = Wanted(PlaceKind.VILLAGE, people.official.commune, (EAST, WEST), "Mới", WEDNESDAY)
    async with database.read() as tx:
        plan = await mergers.plan(tx, wanted)
    assert (plan.entries, plan.people) == (1, 3)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("UPDATE successions SET day = '2026-11-17' WHERE old_id = 2 AND new_id = 9",
         "Place 2 became part of 9 on 2026-11-18 by the ledger, on 2026-11-17 by the table."),
        ("DELETE FROM successions WHERE old_id = 2 AND new_id = 13",
         "Place 2 became part of 13 on 2026-11-21 by the ledger, on None by the table."),
        ("UPDATE places SET valid_to = NULL WHERE id = 3",
         "Place 3 ends on None on the map, on 2026-11-18 by the ledger."),
        ("UPDATE places SET valid_from = '2026-11-20' WHERE id = 9",
         "The days of place 10 cannot be."),
        ("UPDATE people SET place_id = 4 WHERE id = 1", "Person 1 is in a place that was merged."),
    ],
)  # fmt: skip
async def test_damage_to_the_map_is_found(
    database: Database, people: People, sentence: str, words: str
) -> None:
    await merge(database, "Thôn Mới", EAST, WEST, commune=people.official.commune)
    await merge(database, "Xã Mới", "Xã Hoà Bình", day=TODAY)
    assert (await recount(database)).problems == ()
    await damage(database, sentence)
    assert words in said(await recount(database))
