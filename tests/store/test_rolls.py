"""Who recorded in which week, as far as each role may see it."""

from datetime import date, timedelta

from bot.domain.dossiers import Grid, Report
from bot.domain.facts import MemberLeft, MemberMoved, NothingToReport
from bot.domain.nudges import Reach
from bot.domain.people import Person
from bot.domain.periods import previous, week
from bot.domain.rolls import Roll
from bot.domain.tally import Own
from bot.store.db import Database
from bot.store.rolls import Rolls
from tests.store.people import NOW, TODAY, People, helped, keep, signed

THIS = week(TODAY)
MONDAY = THIS.start


async def roll(database: Database, reader: Person | None, whose: Person) -> Roll | None:
    """Read the roll of somebody's team of last week, this one and the next."""
    assert whose.team is not None
    weeks = (previous(THIS), THIS, week(MONDAY + timedelta(days=7)))
    async with database.read() as tx:
        return await Rolls(tx, reader, NOW).roll(whose.team.id, weeks)


async def test_each_member_by_week_and_what_the_team_said_as_a_whole(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0001", people.member, "vneid_khac", 2, MONDAY),
        signed("A0002", people.leader, NothingToReport(MONDAY)),
        signed("A0003", people.leader, NothingToReport(previous(THIS).start, whole_team=True)),
    )
    found = await roll(database, people.official, people.member)
    assert found is not None
    # They joined this week, so that last week nobody was silent.
    assert {one.person.name: one.reports for one in found.members} == {
        "Nguyễn Văn Nam": (None, Report.NOTHING, Report.AHEAD),
        "Trần Thị Hoa": (None, Report.GIVEN, Report.AHEAD),
    }
    assert (found.whole, found.others) == ((True, False, False), (0, 0, 0))


async def test_who_has_left_is_counted_without_a_name(database: Database, people: People) -> None:
    worked = helped("A0001", people.member, "vneid_khac", 2, MONDAY)
    await keep(database, worked, signed("A0002", people.member, MemberLeft(people.member.id)))
    found = await roll(database, people.leader, people.leader)
    assert found is not None
    assert [one.person.name for one in found.members] == ["Nguyễn Văn Nam"]
    assert found.those(1, Report.SILENT) == (found.members[0].person,)
    assert found.others == (0, 1, 0)


async def test_who_was_moved_is_not_silent_in_the_weeks_they_recorded_for_the_former_team(
    database: Database, people: People
) -> None:
    west, hoa = people.neighbour.team, people.member
    assert hoa.team
    assert west
    await keep(
        database,
        helped("A0001", hoa, "vneid_khac", 2, MONDAY),
        signed("A0002", hoa, NothingToReport(previous(THIS).start)),
        signed("A0003", people.leader, NothingToReport(previous(THIS).start, whole_team=True)),
        signed("M0001", people.official, MemberMoved(hoa.id, hoa.team.id, west.id)),
    )
    found = await roll(database, people.official, people.neighbour)
    assert found is not None
    assert {one.person.name: one.reports for one in found.members} == {
        "Lê Văn Đức": (None, Report.SILENT, Report.AHEAD),
        "Trần Thị Hoa": (Report.NOTHING, Report.GIVEN, Report.AHEAD),
    }
    # That the former team had nothing is not said of this one, nor did anybody else record for it.
    assert (found.whole, found.others) == ((False, False, False), (0, 0, 0))
    former = await roll(database, people.official, people.leader)
    assert former is not None
    assert former.others == (0, 1, 0)


async def test_nobody_sees_what_is_not_theirs(database: Database, people: People) -> None:
    await keep(database, helped("A0001", people.neighbour, "vneid_khac", 2, MONDAY))
    for reader in (people.leader, people.member, people.outside_official, None):
        assert await roll(database, reader, people.neighbour) is None
        async with database.read() as tx:
            rolls = Rolls(tx, reader, NOW, ("telegram",))
            assert await rolls.did(people.neighbour.id, THIS) == Own()
            assert await rolls.reach(people.neighbour.id) is Reach.AWAY
            ours = [one.name for one in await rolls.teams(TODAY)]
            assert "Tổ Tây" not in ours
            names = [name for name, __ in (await rolls.grid(THIS)).rows]
            assert names == (["Tổ Xa"] if reader is people.outside_official else [])
    async with database.read() as tx:
        rolls = Rolls(tx, people.official, NOW)
        assert [one.name for one in await rolls.teams(TODAY)] == ["Tổ Đông", "Tổ Tây"]
        assert (await rolls.did(people.neighbour.id, THIS)).given == {"vneid_khac": 2}
        assert await Rolls(tx, people.leader, NOW).grid(THIS) == Grid((), ())
        assert await rolls.teams(date(2020, 1, 1)) == ()
