"""Who belongs: people moved, let go, added and given a charge; never half of it."""

import asyncio

import pytest
from sqlalchemy import select, update

from bot.domain.facts import (
    Fact,
    MemberAdded,
    MemberCutOff,
    MemberLeft,
    MemberMoved,
    RoleGiven,
)
from bot.domain.people import Role
from bot.domain.periods import period
from bot.domain.sheets import State
from bot.domain.tally import By
from bot.store import roster, schema
from bot.store.db import Database
from bot.store.ledger import Ledger
from bot.store.overtaken import Overtaken
from bot.store.schema import people as lines
from tests.store.maps import counts, merge, now
from tests.store.people import NOW, People, helped, keep, open_chat, person_at, signed
from tests.store.rostered import UNTIL, begun, listed, opened, session
from tests.store.sealed import look, status
from tests.store.tables import rows

WEEK = period("2026-W47")


async def test_who_moves_leaves_the_records_where_they_were_made(
    database: Database, people: People
) -> None:
    old, new = people.member.team, people.neighbour.team
    assert old
    assert new
    await keep(database, helped("A0001", people.member, "vneid_kich_hoat", 3))
    moved = MemberMoved(people.member.id, old.id, new.id)
    await keep(database, signed("M0001", people.official, moved))
    hoa = await now(database, people.member)
    assert (hoa.team, hoa.village) == (new, people.neighbour.village)
    await keep(database, helped("A0002", hoa, "vneid_kich_hoat", 4))
    async with database.read() as tx:
        whole = await Ledger(tx, people.official, NOW).tally(WEEK, By.TEAM)
        book = await Ledger(tx, hoa, NOW).entries(5)
    assert counts(whole) == {"Tổ Đông": 3, "Tổ Tây": 4}
    assert [one.code for one in book] == ["A0002", "A0001"]
    # The former leader corrects what was recorded there, and nothing that comes after.
    async with database.read() as tx:
        seen = [await Ledger(tx, people.leader, NOW).entry(code) for code in ("A0001", "A0002")]
    assert [one is not None for one in seen] == [True, False]


async def test_who_moves_goes_on_recording_but_not_with_a_household_of_the_former_list(
    database: Database, people: People
) -> None:
    old, new = people.member.team, people.neighbour.team
    assert old
    assert new
    one = await open_chat(database, "11", people.member)
    two = await open_chat(database, "111", people.member)
    await begun(database, one, "home.menu", "record.count", left="survey_questions.people_15")
    await begun(database, two, "home.menu", "survey_questions.people_15", left="search.words")
    moved = MemberMoved(people.member.id, old.id, new.id)
    await keep(database, signed("M0001", people.official, moved))
    first, second = await session(database, "11"), await session(database, "111")
    assert [frame.at for frame in first.frames] == ["home.menu", "record.count"]
    assert (first.parked, first.shown) == ((), {1: "x"})
    assert (second.frames, second.shown, second.screen) == ((), {}, 7)
    assert [frame.at for frame in second.parked] == ["search.words"]


async def test_nobody_leads_a_team_by_moving_there(database: Database, people: People) -> None:
    old, new = people.leader.team, people.neighbour.team
    assert old
    assert new
    moved = MemberMoved(people.leader.id, old.id, new.id)
    await keep(database, signed("M0001", people.official, moved))
    assert (await now(database, people.leader)).role is Role.MEMBER


async def test_nobody_moves_to_another_commune_or_from_where_they_are_not(
    database: Database, people: People
) -> None:
    old, far, west = people.member.team, people.outsider.team, people.neighbour.team
    assert old
    assert far
    assert west
    for before, to in ((old, far), (west, old), (old, people.member.commune)):
        moved = MemberMoved(people.member.id, before.id, to.id)
        with pytest.raises(Overtaken):
            await keep(database, signed("M0001", people.official, moved))
    assert await now(database, people.member) == people.member
    assert await rows(database, "SELECT code FROM facts") == []


async def test_somebody_of_a_merged_team_moves_on_from_the_new_one(
    database: Database, people: People
) -> None:
    old, west = people.member.team, people.neighbour.team
    assert old
    assert west
    await merge(database, "Thôn Mới", "Thôn Đông", commune=people.official.commune)
    present = await now(database, people.member)
    assert present.team
    assert present.team != old
    gone = MemberMoved(people.member.id, old.id, west.id)
    with pytest.raises(Overtaken):
        await keep(database, signed("M0001", people.official, gone))
    back = MemberMoved(people.neighbour.id, west.id, old.id)
    with pytest.raises(Overtaken):
        await keep(database, signed("M0002", people.official, back))
    moved = MemberMoved(people.member.id, present.team.id, west.id)
    await keep(database, signed("M0003", people.official, moved))
    assert (await now(database, people.member)).team == west


async def test_of_two_changes_of_one_person_at_once_the_second_is_read_again(
    database: Database, people: People
) -> None:
    old, west = people.member.team, people.neighbour.team
    assert old
    assert west
    moved = MemberMoved(people.member.id, old.id, west.id)
    said = await asyncio.gather(
        keep(database, signed("M0001", people.official, moved)),
        keep(database, signed("M0002", people.official, moved)),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in said) == ["NoneType", "Overtaken"]
    await keep(database, signed("L0001", people.leader, MemberLeft(people.member.id)))
    after: tuple[Fact, ...] = (
        MemberLeft(people.member.id),
        MemberCutOff(people.member.id),
        MemberMoved(people.member.id, west.id, old.id),
        RoleGiven(people.member.id, Role.MEMBER, Role.DEPUTY),
    )
    for fact in after:
        with pytest.raises(Overtaken):
            await keep(database, signed("X0001", people.official, fact))


async def test_who_is_let_go_is_erased_and_the_fact_says_by_whom(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    await keep(database, signed("L0001", people.leader, MemberLeft(people.member.id)))
    kept = await rows(database, "SELECT member_id, by_id FROM facts WHERE code = 'L0001'")
    assert kept == [(people.member.id, people.leader.id)]
    assert await person_at(database, "11") is None
    assert await listed(database, people.official) == {
        "Lê Văn Đức": True, "Nguyễn Văn Nam": True, "Phạm Thị Lan": True,
    }  # fmt: skip


async def test_who_is_added_joins_with_the_code_and_the_name_is_on_the_roster_alone(
    database: Database, people: People
) -> None:
    team = people.member.team
    assert team
    added = MemberAdded(Role.MEMBER, team.id, "anh", "Phan Văn Lộc", "d9", UNTIL)
    await keep(database, signed("N0001", people.leader, added))
    waiting = await opened(database, "d9")
    assert waiting
    assert (waiting.name, waiting.title, waiting.team) == ("Phan Văn Lộc", "anh", team)
    assert "Lộc" not in repr(added)
    async with database.read() as tx:
        for table in schema.metadata.sorted_tables:
            if table.name != "people":
                held = [tuple(row) for row in await tx.execute(select(table))]
                assert "Lộc" not in str(held), table.name


async def test_a_team_has_one_leader(database: Database, people: People) -> None:
    team = people.member.team
    assert team
    lead = RoleGiven(people.member.id, Role.MEMBER, Role.LEADER)
    with pytest.raises(Overtaken):
        await keep(database, signed("R0001", people.official, lead))
    another = MemberAdded(Role.LEADER, team.id, "anh", "Phan Văn Lộc", "d9", UNTIL)
    with pytest.raises(Overtaken):
        await keep(database, signed("R0002", people.official, another))
    step_back = RoleGiven(people.leader.id, Role.LEADER, Role.DEPUTY)
    await keep(
        database,
        signed("R0003", people.official, step_back),
        signed("R0004", people.official, lead),
    )
    roles = [(await now(database, one)).role for one in (people.member, people.leader)]
    assert roles == [Role.LEADER, Role.DEPUTY]


async def test_two_are_not_made_leaders_of_one_team_at_once(
    database: Database, people: People
) -> None:
    team = people.member.team
    assert team
    step_back = RoleGiven(people.leader.id, Role.LEADER, Role.MEMBER)
    await keep(database, signed("R0001", people.official, step_back))
    said = await asyncio.gather(
        *(
            keep(database, signed(code, people.official, RoleGiven(one, Role.MEMBER, Role.LEADER)))
            for code, one in (("R0002", people.member.id), ("R0003", people.leader.id))
        ),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in said) == ["NoneType", "Overtaken"]


async def test_a_deputy_sees_what_a_leader_sees_and_their_look_counts(
    database: Database, people: People
) -> None:
    await keep(database, helped("A0001", people.neighbour, "vneid_kich_hoat", 4))
    deputy = RoleGiven(people.neighbour.id, Role.MEMBER, Role.DEPUTY)
    await keep(database, signed("R0001", people.official, deputy))
    second = await now(database, people.neighbour)
    async with database.read() as tx:
        ledger = Ledger(tx, second, NOW)
        assert (await ledger.tally(WEEK, By.MEMBER)).totals == {"vneid_kich_hoat": 4}
        assert [one.name for one in await ledger.members()] == ["Lê Văn Đức"]
    await look(database, people.leader, "S0001", WEEK)
    assert (await status(database, people, WEEK)).missing == ("Tổ Tây",)
    await look(database, second, "S0002", WEEK)
    assert (await status(database, people, WEEK)).state is State.SEEN


async def test_the_last_official_stays(database: Database, people: People) -> None:
    gone = signed("L0001", people.official, MemberLeft(people.official.id))
    with pytest.raises(Overtaken):
        await keep(database, gone)
    async with database.write() as tx:
        waiting = await roster.add_person(
            tx, title="anh", name="Hà Văn Bé", role=Role.OFFICIAL,
            place=people.official.commune.id,
        )  # fmt: skip
    # Somebody who has yet to join lets nobody in.
    with pytest.raises(Overtaken):
        await keep(database, gone)
    async with database.write() as tx:
        await tx.execute(update(lines).where(lines.c.id == waiting).values(consented_at=NOW))
        other = await roster.person(tx, waiting)
    said = await asyncio.gather(
        keep(database, gone),
        keep(database, signed("L0002", other, MemberLeft(waiting))),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in said) == ["NoneType", "Overtaken"]
    left = "SELECT count(*) FROM people WHERE role = 'official' AND left_at IS NULL"
    # The one who stayed, and the other commune's.
    assert await rows(database, left) == [(2,)]
