"""Who sees which part of the survey, and of how many households: on both engines."""

from datetime import date
from decimal import Decimal

from bot.domain.facts import FigureGiven
from bot.domain.people import Role
from bot.domain.places import PlaceKind
from bot.domain.survey import Outcome, Survey, Total
from bot.domain.units import Unit
from bot.store import roster
from bot.store.db import Database
from bot.store.surveys import Surveys
from tests.store.households import FOUR, ONE, asked, result, standing, waiting
from tests.store.people import NOW, TODAY, People, keep, place, signed


async def test_each_sees_the_own_village_the_own_team_or_the_own_commune(
    database: Database, people: People
) -> None:
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR),
        asked("A0002", people.neighbour, "12", ONE),
        asked("A0003", people.outsider, "12", FOUR),
        asked("A0004", people.outsider, "13", outcome=Outcome.ABSENT),
    )
    seen = {
        name: (await result(database, getattr(people, name))).asked
        for name in ("member", "leader", "neighbour", "official", "outsider", "outside_official")
    }
    assert seen == {
        "member": 1, "leader": 1, "neighbour": 1, "official": 2, "outsider": 1,
        "outside_official": 1,
    }  # fmt: skip
    async with database.read() as tx:
        asked_there = {
            name: [
                (place.name, survey.asked)
                for place, survey in await Surveys(tx, getattr(people, name)).by_village()
            ]
            for name in ("official", "outside_official", "leader", "member")
        }
    assert asked_there == {
        "official": [("Thôn Đông", 1), ("Thôn Tây", 1)],
        "outside_official": [("Thôn Xa", 1)],
        "leader": [],
        "member": [],
    }
    assert await result(database, None) == Survey()
    here, there = people.member.village, people.outsider.village
    assert here
    assert there
    assert (await result(database, people.official, here.id)).asked == 1
    # Neither the neighbours' village nor another commune's, whoever asks.
    assert await result(database, people.official, there.id) == Survey()
    assert await result(database, people.neighbour, here.id) == Survey()
    for stranger in (people.outsider, people.neighbour):
        async with database.read() as tx:
            assert await Surveys(tx, stranger).round("A0001") is None
    found = await standing(database, people.neighbour, "12")
    assert found
    assert found.code == "A0002"
    assert await waiting(database, people.member) == []
    for nobody in (None, people.official):
        assert await standing(database, nobody, "12") is None
        assert await waiting(database, nobody) == []


async def test_of_two_teams_in_a_village_a_leader_counts_the_own_one(
    database: Database, people: People
) -> None:
    village = people.member.village
    assert village
    async with database.write() as tx:
        team = await place(tx, PlaceKind.TEAM, "Tổ Đông 2", village.id)
        number = await roster.add_person(
            tx, title="anh", name="Mai Tùng", role=Role.MEMBER, place=team, consented_at=NOW
        )
        other = await roster.person(tx, number)
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR),
        asked("A0002", other, "13", ONE),
        asked("A0003", other, "14", outcome=Outcome.ABSENT),
    )
    assert (await result(database, people.leader)).households == {Outcome.ASKED: 1}
    whole = {Outcome.ASKED: 2, Outcome.ABSENT: 1}
    assert (await result(database, people.official)).households == whole
    # Whoever asks sees the whole village: the other team's 13 must be noticed.
    assert (await result(database, other)).households == whole
    assert await standing(database, people.leader, "13") is not None


async def test_villages_are_those_of_the_scope_by_name(database: Database, people: People) -> None:
    async with database.read() as tx:
        named = {
            who: [one.name for one in await Surveys(tx, person).villages()]
            for who, person in (
                ("official", people.official),
                ("leader", people.leader),
                ("nobody", None),
            )
        }
    assert named == {"official": ["Thôn Đông", "Thôn Tây"], "leader": ["Thôn Đông"], "nobody": []}


def counted(value: str, name: str = "so_ho", as_of: date = TODAY) -> FigureGiven:
    return FigureGiven(name, Decimal(value), Unit.HOUSEHOLD, as_of, "Thôn")


async def test_how_many_households_there_are_is_known_or_is_not_said(
    database: Database, people: People
) -> None:
    assert (await result(database, people.member)).total is None
    older = date(2025, 12, 31)
    await keep(
        database,
        # For a village it is given in that village's name.
        signed("F0001", people.member, counted("210", as_of=older)),
        signed("F0002", people.member, counted("21", name="so_ho_ngheo")),
        signed("F0003", people.member, FigureGiven("so_ho", Decimal(9), Unit.PERSON, TODAY, "?")),
        signed("F0004", people.member, counted("0.5")),
    )
    assert (await result(database, people.member)).total == Total(210, older)
    # One village is not the commune.
    assert (await result(database, people.official)).total is None
    await keep(database, signed("F0005", people.neighbour, counted("90")))
    assert (await result(database, people.official)).total == Total(300, older)
    await keep(database, signed("F0006", people.official, counted("305")))
    assert (await result(database, people.official)).total == Total(305, TODAY)
    assert people.member.village
    village = await result(database, people.official, people.member.village.id)
    assert village.total == Total(210, older)
