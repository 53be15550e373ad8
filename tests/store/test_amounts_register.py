"""The roster as amounts, as it was at the end of a period."""

from datetime import UTC, date, datetime

from sqlalchemy import update

from bot.domain.facts import AssistanceGiven, AssistanceTried, AssistanceVoided, MemberLeft
from bot.domain.obstacles import Obstacle
from bot.domain.people import Role
from bot.domain.places import PlaceKind
from bot.domain.quantities import Amount, Lack, Origin, Quantity
from bot.domain.units import Unit
from bot.store import roster
from bot.store.amounts.register import COUNTS
from bot.store.db import Database
from bot.store.schema import people as people_table
from bot.store.schema import places
from tests.declared import quantity
from tests.store.amounting import EAST, HERE, WEST, known, plain
from tests.store.people import NOW, TODAY, People, helped, keep, place, signed, voided


def declared() -> list[Quantity]:
    units = {"villages": Unit.VILLAGE, "villages_with_team": Unit.VILLAGE}
    units |= {"members": Unit.PERSON, "active_members": Unit.PERSON}
    return [
        quantity(
            word,
            units.get(word, Unit.TEAM),
            Origin.REGISTER,
            of=(word,),
            flow=word == "active_members",
        )
        for word in COUNTS
    ]


async def counts(
    database: Database, people: People, asked: str = "2026-W47"
) -> dict[str, tuple[int | Lack, ...]]:
    """Return what the roster counts, in the order of its words, by place."""
    found = await known(database, people.official, asked, *declared())
    return {name: tuple(map(plain, amounts.values())) for name, amounts in found.items()}


async def test_teams_villages_and_members_are_counted(database: Database, people: People) -> None:
    assert await counts(database, people) == {
        HERE: (2, 2, 2, 2, 3, 0),
        EAST: (1, 1, 1, 1, 2, 0),
        WEST: (1, 1, 1, 1, 1, 0),
    }
    found = await known(database, people.official, "2026-W47", *declared())
    assert found[HERE]["members"] == Amount(3, Unit.PERSON, Origin.REGISTER, TODAY)
    assert found[HERE]["active_members"] == Amount(
        0, Unit.PERSON, Origin.REGISTER, TODAY, since=date(2026, 11, 16)
    )


async def test_a_village_without_a_team_and_a_team_of_the_commune(
    database: Database, people: People
) -> None:
    async with database.write() as tx:
        await place(tx, PlaceKind.VILLAGE, "Thôn Mới", people.official.commune.id)
        team = await place(tx, PlaceKind.TEAM, "Tổ xã", people.official.commune.id)
        east = people.member.village
        assert east
        await place(tx, PlaceKind.TEAM, "Tổ Đông 2", east.id)
        await roster.add_person(
            tx, title="ông", name="Ai", role=Role.MEMBER, place=team, consented_at=NOW
        )
        # On the roster, but has not joined yet.
        await roster.add_person(tx, title="ông", name="Đợi", role=Role.MEMBER, place=team)
    assert await counts(database, people) == {
        HERE: (4, 3, 3, 2, 4, 0),
        EAST: (2, 2, 1, 1, 2, 0),
        WEST: (1, 1, 1, 1, 1, 0),
        "Thôn Mới": (0, 0, 1, 0, 0, 0),
    }


async def test_the_roster_is_that_of_the_periods_last_day(
    database: Database, people: People
) -> None:
    west = people.neighbour.village
    assert west
    assert people.neighbour.team
    async with database.write() as tx:
        await tx.execute(
            update(places)
            .where(places.c.id.in_([west.id, people.neighbour.team.id]))
            .values(valid_to=date(2026, 11, 10))
        )
        await tx.execute(
            update(people_table)
            .where(people_table.c.id == people.leader.id)
            # Midnight in Viet Nam, of 31 October to 1 November.
            .values(consented_at=datetime(2026, 10, 31, 17, tzinfo=UTC))
        )
    assert (await counts(database, people))[HERE] == (1, 1, 1, 1, 2, 0)
    assert WEST not in await counts(database, people)
    assert (await counts(database, people, "2026-11-01..2026-11-09"))[HERE] == (2, 2, 2, 2, 1, 0)
    assert (await counts(database, people, "2026-10"))[HERE] == (2, 2, 2, 2, 0, 0)
    assert await counts(database, people, "2024") == {HERE: (0, 0, 0, 0, 0, 0)}


async def test_who_has_left_was_a_member_until_then(database: Database, people: People) -> None:
    left = datetime(2026, 11, 30, 16, 59, tzinfo=UTC)
    await keep(database, signed("B0001", people.member, MemberLeft(people.member.id), at=left))
    assert (await counts(database, people, "2026-W47"))[EAST] == (1, 1, 1, 1, 2, 0)
    assert (await counts(database, people, "2026-11"))[EAST] == (1, 1, 1, 1, 1, 0)


async def test_a_member_is_active_with_one_entry_that_counts(
    database: Database, people: People
) -> None:
    slip = helped("B0001", people.leader, "vneid_kich_hoat", 3)
    old = helped("B0002", people.member, "vneid_kich_hoat", 9, date(2026, 11, 10))
    await keep(
        database,
        slip,
        old,
        voided("B0003", people.leader, slip),
        signed(
            "B0004",
            people.neighbour,
            AssistanceTried("dvc_huong_dan", 1, TODAY, Obstacle.SYSTEM),
        ),
        helped("B0005", people.neighbour, "dvc_huong_dan", 1, date(2026, 11, 15)),
        helped("B0006", people.outsider, "dvc_huong_dan", 1),
    )
    assert (await counts(database, people))[HERE][-1] == 0
    # Nine of a closed period were taken back this week; three were given all the same.
    await keep(
        database,
        signed("B0007", people.member, AssistanceVoided(old, day=TODAY)),
        signed("B0008", people.member, AssistanceGiven("vneid_kich_hoat", 3, TODAY)),
    )
    found = await counts(database, people)
    assert {name: one[-1] for name, one in found.items()} == {HERE: 1, EAST: 1, WEST: 0}
    month = await counts(database, people, "2026-11")
    assert {name: one[-1] for name, one in month.items()} == {HERE: 2, EAST: 1, WEST: 1}
