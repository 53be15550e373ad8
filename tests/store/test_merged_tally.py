"""Tallies over a merger: on the map of the period's end, on any other, and who was silent."""

from datetime import date, timedelta

from bot.domain.facts import NothingToReport
from bot.domain.places import PlaceKind
from bot.domain.tally import By
from bot.store.db import Database
from tests.store.maps import WEDNESDAY, counts, merge, now, silent, tally
from tests.store.people import People, helped, keep, signed, voided

MONDAY, LAST_MONDAY = date(2026, 11, 16), date(2026, 11, 9)
LAST = "2026-W46"
ONE = "vneid_kich_hoat"


async def test_what_was_done_before_a_merger_counts_for_the_new_village(
    database: Database, people: People
) -> None:
    """East and West become one on Wednesday: 1 and 10 came before, 100 comes after it."""
    await keep(
        database,
        helped("A0001", people.member, ONE, 1, MONDAY),
        helped("A0002", people.neighbour, ONE, 10, MONDAY),
        helped("A0003", people.member, ONE, 1000, LAST_MONDAY),
        helped("A0004", people.neighbour, ONE, 20000, LAST_MONDAY),
    )
    await merge(database, "Thôn Đoàn Kết", "Thôn Đông", "Thôn Tây", commune=people.official.commune)
    await keep(database, helped("A0005", await now(database, people.member), ONE, 100))
    official = people.official
    assert counts(await tally(database, official, By.VILLAGE)) == {"Thôn Đoàn Kết": 111}
    # Teams go on side by side: there may be more of them than villages.
    assert counts(await tally(database, official, By.TEAM)) == {"Tổ Đông": 101, "Tổ Tây": 10}
    # A period that was over before is told of the old villages, or of the new one on request.
    before = {"Thôn Đông": 1000, "Thôn Tây": 20000}
    assert counts(await tally(database, official, By.VILLAGE, LAST)) == before
    on_new = await tally(database, official, By.VILLAGE, LAST, on=WEDNESDAY)
    assert counts(on_new) == {"Thôn Đoàn Kết": 21000}
    # On the map of the day before, what was recorded for the new one stays with the new one.
    eve = WEDNESDAY - timedelta(days=1)
    assert counts(await tally(database, official, By.VILLAGE, on=eve)) == {
        "Thôn Đông": 1, "Thôn Tây": 10, "Thôn Đoàn Kết": 100,
    }  # fmt: skip
    whole = await tally(database, official, By.VILLAGE, "2026-11")
    assert (counts(whole), whole.totals) == ({"Thôn Đoàn Kết": 21111}, {ONE: 21111})


async def test_what_cancels_in_the_new_village_leaves_no_row(
    database: Database, people: People
) -> None:
    entry = helped("A0001", people.member, ONE, 3, MONDAY)
    other = helped("A0002", people.neighbour, ONE, 4, MONDAY)
    await keep(database, entry, other, voided("A0003", people.member, entry))
    await merge(database, "Thôn Mới", "Thôn Đông", "Thôn Tây", commune=people.official.commune)
    await keep(database, voided("A0004", await now(database, people.neighbour), other))
    told = await tally(database, people.official, By.VILLAGE)
    assert (told.rows, told.totals, silent(told)) == ((), {}, {"Thôn Mới": False})


async def test_a_merged_commune_is_told_of_the_old_ones_until_then(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0001", people.member, ONE, 1, MONDAY),
        helped("A0002", people.outsider, ONE, 10, MONDAY),
        helped("A0003", people.neighbour, ONE, 100, LAST_MONDAY),
        helped("A0004", people.outsider, ONE, 1000, LAST_MONDAY),
    )
    await merge(database, "Xã Đồng Tâm", "Xã Hoà Bình", "Xã Suối Đá")
    await keep(database, helped("A0005", await now(database, people.outsider), ONE, 20000))
    # The officials of both are the new one's, and see both.
    for official in (people.official, people.outside_official):
        assert (await now(database, official)).commune.name == "Xã Đồng Tâm"
        assert (await tally(database, official, By.ACTIVITY)).totals == {ONE: 20011}
        assert (await tally(database, official, By.ACTIVITY, LAST)).totals == {ONE: 1100}
        by_village = await tally(database, official, By.VILLAGE)
        assert counts(by_village) == {"Thôn Đông": 1, "Thôn Xa": 20010}
        assert silent(by_village) == {"Thôn Tây": False}
        last = await tally(database, official, By.VILLAGE, LAST)
        assert (counts(last), silent(last)) == (
            {"Thôn Tây": 100, "Thôn Xa": 1000},
            {"Thôn Đông": False},
        )
        assert len((await tally(database, official, By.MEMBER, LAST)).quiet) == 2


async def test_alike_names_of_two_communes_say_whose_they_are(
    database: Database, people: People
) -> None:
    await merge(database, "Thôn Đông", "Thôn Xa", commune=people.outsider.commune)
    await keep(
        database,
        helped("A0001", people.member, ONE, 1, LAST_MONDAY),
        helped("A0002", await now(database, people.outsider), ONE, 10, WEDNESDAY),
    )
    await merge(database, "Xã Đồng Tâm", "Xã Hoà Bình", "Xã Suối Đá", day=date(2026, 11, 20))
    named = {"Thôn Đông (Xã Hoà Bình)": 1, "Thôn Đông (Xã Suối Đá)": 10}
    assert counts(await tally(database, people.official, By.VILLAGE, "2026-11")) == named
    old = await tally(database, people.official, By.VILLAGE, "2026-11", on=date(2026, 11, 19))
    assert counts(old) == named


async def test_two_mergers_are_followed_through(database: Database, people: People) -> None:
    """East is renamed on Wednesday, joined with West on Thursday; then the communes merge."""
    here = people.official.commune
    await keep(
        database,
        helped("A0001", people.member, ONE, 1, MONDAY),
        helped("A0002", people.neighbour, ONE, 10, MONDAY),
        helped("A0003", people.outsider, ONE, 100, MONDAY),
    )
    thursday, friday = WEDNESDAY + timedelta(days=1), WEDNESDAY + timedelta(days=2)
    await merge(database, "Thôn Một", "Thôn Đông", commune=here)
    await merge(database, "Thôn Hai", "Thôn Một", "Thôn Tây", commune=here, day=thursday)
    await merge(database, "Xã Đồng Tâm", "Xã Hoà Bình", "Xã Suối Đá", day=friday)
    expected = {
        MONDAY: {"Thôn Đông": 1, "Thôn Tây": 10, "Thôn Xa": 100},
        WEDNESDAY: {"Thôn Một": 1, "Thôn Tây": 10, "Thôn Xa": 100},
        thursday: {"Thôn Hai": 11, "Thôn Xa": 100},
        friday: {"Thôn Hai": 11, "Thôn Xa": 100},
    }
    for day, found in expected.items():
        assert counts(await tally(database, people.official, By.VILLAGE, on=day)) == found
    assert counts(await tally(database, people.leader, By.TEAM)) == {"Tổ Đông": 1}
    assert counts(await tally(database, people.leader, By.MEMBER, on=MONDAY)) == {"Trần Thị Hoa": 1}


async def test_two_mergers_on_one_day_are_one(database: Database, people: People) -> None:
    here = people.official.commune
    await keep(database, helped("A0001", people.member, ONE, 1, MONDAY))
    await merge(database, "Thôn Một", "Thôn Đông", commune=here)
    await merge(database, "Thôn Hai", "Thôn Một", commune=here)
    assert counts(await tally(database, people.official, By.VILLAGE)) == {"Thôn Hai": 1}


async def test_a_merged_village_has_told_where_all_its_parts_have(
    database: Database, people: People
) -> None:
    for nth, monday in enumerate((LAST_MONDAY, MONDAY)):
        await keep(database, signed(f"A000{nth}", people.member, NothingToReport(monday)))
    await merge(database, "Thôn Mới", "Thôn Đông", "Thôn Tây", commune=people.official.commune)
    official = people.official
    assert silent(await tally(database, official, By.VILLAGE)) == {"Thôn Mới": False}
    assert silent(await tally(database, official, By.TEAM)) == {"Tổ Đông": True, "Tổ Tây": False}
    assert silent(await tally(database, official, By.VILLAGE, LAST)) == {
        "Thôn Đông": True, "Thôn Tây": False,
    }  # fmt: skip
    # The other half tells after the merger, under the new village's number.
    west = await now(database, people.neighbour)
    await keep(database, signed("A0003", west, NothingToReport(MONDAY)))
    assert silent(await tally(database, official, By.VILLAGE)) == {"Thôn Mới": True}
    assert silent(await tally(database, official, By.TEAM)) == {"Tổ Đông": True, "Tổ Tây": True}
    # Last week the west was silent, on either map.
    on_new = await tally(database, official, By.VILLAGE, LAST, on=WEDNESDAY)
    assert silent(on_new) == {"Thôn Mới": False}


async def test_both_halves_may_have_told_before_the_merger(
    database: Database, people: People
) -> None:
    await keep(
        database,
        signed("A0001", people.member, NothingToReport(MONDAY)),
        signed("A0002", people.neighbour, NothingToReport(MONDAY)),
    )
    await merge(database, "Thôn Mới", "Thôn Đông", "Thôn Tây", commune=people.official.commune)
    assert silent(await tally(database, people.official, By.VILLAGE)) == {"Thôn Mới": True}


async def test_a_village_with_work_in_one_half_is_not_silent(
    database: Database, people: People
) -> None:
    await keep(database, helped("A0001", people.member, ONE, 1, MONDAY))
    await merge(database, "Thôn Mới", "Thôn Đông", "Thôn Tây", commune=people.official.commune)
    told = await tally(database, people.official, By.VILLAGE)
    assert (counts(told), silent(told)) == ({"Thôn Mới": 1}, {})


async def test_merged_teams_are_one_row(database: Database, people: People) -> None:
    here = people.official.commune
    await keep(
        database,
        helped("A0001", people.member, ONE, 1, MONDAY),
        helped("A0002", people.neighbour, ONE, 10, MONDAY),
    )
    await merge(database, "Thôn Mới", "Thôn Đông", "Thôn Tây", commune=here)
    await merge(database, "Tổ Mới", "Tổ Đông", "Tổ Tây", commune=here, kind=PlaceKind.TEAM)
    assert counts(await tally(database, people.leader, By.TEAM)) == {"Tổ Mới": 11}
    assert counts(await tally(database, people.leader, By.MEMBER)) == {
        "Trần Thị Hoa": 1, "Lê Văn Đức": 10,
    }  # fmt: skip
