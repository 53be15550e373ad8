"""Who is told something unasked: each once a week, together with their message or not at all."""

import asyncio
import json
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.domain.chat import Address, Due
from bot.domain.clock import VIET_NAM
from bot.domain.facts import (
    AssistanceTried,
    Entry,
    HouseholdSurveyed,
    MemberCutOff,
    MemberLeft,
    MemberMoved,
    NothingToReport,
    PracticeChosen,
    RemindersChosen,
    RoleGiven,
)
from bot.domain.nudges import SETTLING_IN, Kind, Reach
from bot.domain.obstacles import Obstacle
from bot.domain.people import Person, Role
from bot.domain.periods import period
from bot.domain.schedules import evening
from bot.domain.survey import Outcome
from bot.store import chats, nudges, schema
from bot.store.db import Database
from bot.store.nudges import Untold
from tests.store.people import People, helped, keep, open_chat, signed, voided
from tests.store.tables import rows

# The people joined on Saturday 21 November: two weeks later nobody is new.
FRIDAY = datetime(2026, 12, 4, 11, 30, tzinfo=VIET_NAM)
MONDAY = datetime(2026, 12, 7, 8, tzinfo=VIET_NAM)
WEEK, BEGUN, TUESDAY = period("2026-W49"), date(2026, 11, 30), date(2026, 12, 1)
HOA, NAM, DUC = (Address("telegram", name) for name in ("11", "12", "14"))
_SENT = "SELECT person_id, week, kind, by_id FROM nudges ORDER BY person_id, week"
_TOLD = "SELECT chat, said, state FROM inbox ORDER BY id"


@pytest.fixture
async def there(database: Database, people: People) -> None:
    """Chats of all but the outsider, who has none."""
    await open_chat(database, "10")
    for address, person in ((HOA, people.member), (NAM, people.leader), (DUC, people.neighbour)):
        await open_chat(database, address.chat, person)
    await open_chat(database, "13", people.official)


async def untold(
    database: Database, kind: Kind = Kind.REMINDER, now: datetime = FRIDAY
) -> list[str]:
    async with database.read() as tx:
        found = await nudges.awaiting(tx, kind, WEEK, ("telegram",), now)
    return [one.address.chat for one in found]


async def put(database: Database, person: Person, at: Address, now: datetime = FRIDAY) -> bool:
    async with database.write() as tx:
        return await nudges.put(tx, Untold(person.id, at, busy=False), Kind.REMINDER, WEEK, now)


async def reach(database: Database, person: Person, now: datetime = FRIDAY) -> Reach:
    async with database.read() as tx:
        return await nudges.reach(tx, person.id, ("telegram",), now)


@pytest.mark.usefixtures("there")
async def test_members_and_leaders_are_reminded_and_nobody_else(database: Database) -> None:
    assert await untold(database) == ["11", "12", "14"]
    async with database.read() as tx:
        assert await nudges.awaiting(tx, Kind.REMINDER, WEEK, ("zalo",), FRIDAY) == ()


@pytest.mark.usefixtures("there")
async def test_of_several_chats_the_one_opened_last_is_told(
    database: Database, people: People
) -> None:
    await open_chat(database, "21", people.member)
    assert await untold(database) == ["21", "12", "14"]


def _done(people: People) -> dict[str, list[Entry]]:
    """Return what makes Hoa no longer silent, each by itself."""
    hoa = people.member
    tried = AssistanceTried("vneid_khac", 1, TUESDAY, Obstacle.NO_PHONE)
    return {
        "helped": [helped("A0001", hoa, "vneid_khac", 2, TUESDAY)],
        "tried": [signed("A0001", hoa, tried)],
        "surveyed": [signed("A0001", hoa, HouseholdSurveyed("7", TUESDAY, Outcome.ABSENT))],
        "nothing": [signed("A0001", hoa, NothingToReport(BEGUN))],
        "stopped": [signed("A0001", hoa, RemindersChosen(wanted=False))],
    }


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize("what", ["helped", "tried", "surveyed", "nothing", "stopped"])
async def test_who_recorded_or_said_so_is_left_alone(
    database: Database, people: People, what: str
) -> None:
    await keep(database, *_done(people)[what])
    assert await untold(database) == ["12", "14"]


@pytest.mark.usefixtures("there")
async def test_what_was_taken_back_or_is_of_another_week_does_not_count(
    database: Database, people: People
) -> None:
    slip = helped("A0001", people.member, "vneid_khac", 2, TUESDAY)
    await keep(
        database,
        slip,
        voided("A0002", people.member, slip),
        helped("A0003", people.member, "vneid_khac", 2, date(2026, 11, 29)),
        helped("A0004", people.member, "vneid_khac", 2, date(2026, 12, 7)),
        signed("A0005", people.member, NothingToReport(date(2026, 11, 23))),
    )
    assert await untold(database) == ["11", "12", "14"]


@pytest.mark.usefixtures("there")
async def test_a_team_that_had_nothing_as_a_whole_is_not_reminded(
    database: Database, people: People
) -> None:
    whole = NothingToReport(BEGUN, whole_team=True)
    await keep(database, signed("A0001", people.leader, whole))
    assert await untold(database) == ["14"]
    assert await untold(database, Kind.MISSED, MONDAY) == []
    kept = await rows(database, "SELECT member_id, by_id, day FROM facts")
    assert kept == [(None, people.leader.id, "2026-11-30")]


@pytest.mark.usefixtures("there")
async def test_who_wants_reminders_again_gets_them(database: Database, people: People) -> None:
    for nth, wanted in enumerate((False, True)):
        await keep(database, signed(f"A000{nth}", people.member, RemindersChosen(wanted)))
    assert await untold(database) == ["11", "12", "14"]
    async with database.write() as tx:
        assert (await chats.visit(tx, HOA)).reminders is True


@pytest.mark.usefixtures("there")
async def test_who_is_new_practises_or_has_left_is_left_alone(
    database: Database, people: People
) -> None:
    joined = {"consented_at": FRIDAY - SETTLING_IN + timedelta(seconds=1)}
    async with database.write() as tx:
        new = schema.people.c.id == people.member.id
        await tx.execute(update(schema.people).where(new).values(joined))
        chat = (await chats.visit(tx, NAM)).id
    await keep(
        database,
        signed("A0001", people.leader, PracticeChosen(FRIDAY + timedelta(minutes=1))),
        chat=chat,
    )
    await keep(database, signed("A0002", people.neighbour, MemberLeft(people.neighbour.id)))
    assert await untold(database) == []
    assert await reach(database, people.member) is Reach.NEW
    assert await reach(database, people.leader) is Reach.AWAY
    # A second later she is not new any more, and two minutes later he practises no longer.
    assert await untold(database, now=FRIDAY + timedelta(minutes=2)) == ["11", "12"]


@pytest.mark.usefixtures("there")
async def test_what_was_put_is_not_put_again_in_that_week_whatever_it_is_about(
    database: Database, people: People
) -> None:
    assert await put(database, people.leader, NAM) is True
    for hours in (0, 24, -100, 57):
        now = FRIDAY + timedelta(hours=hours)
        assert await put(database, people.leader, NAM, now) is False
    assert await untold(database) == ["11", "14"]
    assert await rows(database, _SENT) == [(people.leader.id, "2026-11-30", "reminder", None)]
    ((chat, said, state),) = await rows(database, _TOLD)
    due = ["reminder", "2026-W49", evening(FRIDAY).isoformat()]
    assert (chat, json.loads(said)[0], state) == ("12", {"due": due}, "waiting")
    # In the next week, what is about this one is another message.
    assert await untold(database, Kind.MISSED, MONDAY) == ["12"]
    assert await put(database, people.leader, NAM, MONDAY) is True


@pytest.mark.usefixtures("there")
async def test_ten_who_put_one_at_once_put_it_once(database: Database, people: People) -> None:
    done = await asyncio.gather(*(put(database, people.member, HOA) for _task in range(10)))
    assert sorted(done) == [False] * 9 + [True]
    assert len(await rows(database, _TOLD)) == 1


@pytest.mark.usefixtures("there")
async def test_what_is_cut_off_leaves_neither_a_row_nor_a_message(
    database: Database, people: People
) -> None:
    async def half() -> None:
        async with database.write() as tx:
            to = Untold(people.member.id, HOA, busy=False)
            assert await nudges.put(tx, to, Kind.REMINDER, WEEK, FRIDAY)
            raise EOFError

    with pytest.raises(EOFError):
        await half()
    assert (await rows(database, _SENT), await rows(database, _TOLD)) == ([], [])


@pytest.mark.usefixtures("there")
async def test_it_is_taken_back_where_the_evening_came_or_the_work_did(
    database: Database, people: People
) -> None:
    due = Due("reminder", "2026-W49", evening(FRIDAY))
    await put(database, people.member, HOA)
    for hours, is_off in ((0, False), (9.49, False), (9.5, True)):
        async with database.write() as tx:
            now = FRIDAY + timedelta(hours=hours)
            assert await nudges.off(tx, people.member.id, due, now) is is_off
    assert await rows(database, _SENT) == []
    await put(database, people.member, HOA)
    await keep(database, helped("A0001", people.member, "vneid_khac", 2, TUESDAY))
    async with database.write() as tx:
        assert await nudges.off(tx, people.member.id, due, FRIDAY) is True
    assert await rows(database, _SENT) == []


@pytest.mark.usefixtures("there")
async def test_a_leader_reminds_once_and_is_told_why_not(
    database: Database, people: People
) -> None:
    night = FRIDAY + timedelta(hours=9, minutes=30)
    assert await reach(database, people.member, night) is Reach.NIGHT
    assert await reach(database, people.member) is Reach.FREE
    assert await reach(database, people.outsider) is Reach.AWAY
    async with database.write() as tx:
        asked = (tx, [people.member.id, people.outsider.id], ("telegram",))
        assert await nudges.remind(*asked, night, people.leader) == []
        assert await nudges.remind(*asked, FRIDAY, people.leader) == [HOA]
        assert await nudges.remind(*asked, FRIDAY, people.leader) == []
    assert await reach(database, people.member) is Reach.HAD
    sent = [(people.member.id, "2026-11-30", "reminder", people.leader.id)]
    assert await rows(database, _SENT) == sent
    assert await untold(database) == ["12", "14"]
    await keep(database, signed("A0001", people.member, RemindersChosen(wanted=False)))
    assert await reach(database, people.member, MONDAY) is Reach.STOPPED


@pytest.mark.usefixtures("there")
async def test_a_leader_is_told_of_the_silent_of_the_own_team_alone(
    database: Database, people: People
) -> None:
    assert await untold(database, Kind.MISSED, MONDAY) == ["12"]
    await keep(database, helped("A0001", people.member, "vneid_khac", 2, TUESDAY))
    # The leader is silent, and so is the other team, which has no leader.
    assert await untold(database, Kind.MISSED, MONDAY) == []


@pytest.mark.usefixtures("there")
async def test_a_deputy_is_told_where_nobody_leads(database: Database, people: People) -> None:
    east, by = people.leader, people.official
    assert east.team
    became = RoleGiven(east.id, Role.LEADER, Role.DEPUTY)
    await keep(database, signed("A0001", by, became))
    assert await untold(database, Kind.MISSED, MONDAY) == ["12"]
    assert people.neighbour.team
    moved = MemberMoved(people.neighbour.id, people.neighbour.team.id, east.team.id)
    leads = RoleGiven(people.neighbour.id, Role.MEMBER, Role.LEADER)
    await keep(database, signed("A0002", by, moved), signed("A0003", by, leads))
    assert await untold(database, Kind.MISSED, MONDAY) == ["14"]


@pytest.mark.usefixtures("there")
async def test_who_has_lost_the_phone_is_not_called_silent(
    database: Database, people: People
) -> None:
    await keep(database, signed("A0001", people.leader, MemberCutOff(people.member.id)))
    assert await untold(database) == ["12", "14"]
    assert await untold(database, Kind.MISSED, MONDAY) == []


@pytest.mark.usefixtures("there")
async def test_who_joined_in_the_week_is_not_silent_in_it(
    database: Database, people: People
) -> None:
    async with database.write() as tx:
        new = schema.people.c.id == people.member.id
        begun = datetime(2026, 11, 30, tzinfo=VIET_NAM)
        await tx.execute(update(schema.people).where(new).values(consented_at=begun))
    assert await untold(database, Kind.MISSED, MONDAY) == []


@pytest.mark.usefixtures("there")
async def test_leaving_erases_what_one_was_told(database: Database, people: People) -> None:
    await put(database, people.member, HOA)
    await keep(database, signed("A0001", people.member, MemberLeft(people.member.id)))
    assert await rows(database, _SENT) == []
