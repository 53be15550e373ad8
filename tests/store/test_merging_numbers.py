"""Merging places: whose numbers are whose."""

from datetime import date, timedelta
from decimal import Decimal

from bot.domain.facts import Entry, FigureGiven
from bot.domain.figures import Figure
from bot.domain.people import Person
from bot.domain.places import PlaceKind
from bot.domain.survey import Outcome
from bot.domain.units import Unit
from bot.store import facts, gaps, mergers
from bot.store.db import Database
from bot.store.objections import Wanted
from bot.store.surveys import Surveys
from tests.store.households import ONE as ALONE
from tests.store.households import asked, result, standing
from tests.store.maps import EAST, WEDNESDAY, WEST, ledger, merge, now
from tests.store.people import NOW, TODAY, People, helped, keep, signed
from tests.store.recounting import recount

ACTIVITY = "vneid_kich_hoat"


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
