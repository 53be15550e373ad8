"""Merging places: which rows are closed and made, what is refused, and what damage is found."""

from datetime import date, timedelta

import pytest

from bot.domain.errors import Refused
from bot.domain.facts import Entry, PlacesMerged
from bot.domain.places import Place, PlaceKind
from bot.store import mergers, places, roster
from bot.store.db import Database
from bot.store.objections import Wanted
from tests.store.maps import EAST, WEDNESDAY, WEST, merge, now
from tests.store.people import NOW, TODAY, People, keep, place
from tests.store.recounting import damage, recount, said
from tests.store.tables import rows

OPEN = "SELECT kind, name, valid_from FROM places WHERE valid_to IS NULL ORDER BY id"


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
         "The days of place 9 cannot be."),
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
