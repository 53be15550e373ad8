"""Who belongs: phones cut off, people moved, let go, added and given a charge; never half of it."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.domain.chat import Address, Letter
from bot.domain.facts import (
    CodeIssued,
    Fact,
    MemberAdded,
    MemberCutOff,
    MemberJoined,
    MemberLeft,
    MemberMoved,
    RoleGiven,
)
from bot.domain.people import Person, Role
from bot.domain.periods import period
from bot.domain.session import Frame, Session
from bot.domain.sheets import State
from bot.domain.tally import By
from bot.store import chats, letters, roster, schema
from bot.store.db import Database
from bot.store.ledger import Ledger
from bot.store.overtaken import Overtaken
from bot.store.schema import people as lines
from tests.store.maps import counts, merge, now
from tests.store.people import NOW, People, helped, keep, open_chat, person_at, signed
from tests.store.sealed import look, status
from tests.store.tables import rows

UNTIL = NOW + timedelta(days=7)
WEEK = period("2026-W47")
HERS = Address("telegram", "11")


async def cut(database: Database, people: People, code: str = "K0001") -> None:
    """Cut a member's chats off, and issue the code with which she joins again."""
    await keep(
        database,
        signed(code, people.leader, MemberCutOff(people.member.id)),
        signed(f"{code}C", people.leader, CodeIssued(people.member.id, "d1", UNTIL)),
    )


async def opened(database: Database, digest: str) -> Person | None:
    async with database.read() as tx:
        return await Ledger(tx, None, NOW).invited(digest)


async def listed(database: Database, by: Person) -> dict[str, bool]:
    """Return who is on somebody's roster, and whether they have joined."""
    async with database.read() as tx:
        return {one.name: one.joined for one in await Ledger(tx, by, NOW).roster()}


async def begun(database: Database, chat: int, *frames: str, left: str = "") -> None:
    """Have a chat stand in the middle of something, with something else left for later."""
    parked = (Frame(left, {"n": 1}),) if left else ()
    async with database.write() as tx:
        kept = Session(frames=tuple(map(Frame, frames)), parked=parked, screen=7, shown={1: "x"})
        await chats.keep(tx, chat, kept)


async def session(database: Database, chat: str) -> Session:
    async with database.write() as tx:
        return (await chats.visit(tx, Address("telegram", chat))).session


async def test_a_lost_phone_sees_nothing_from_that_instant(
    database: Database, people: People
) -> None:
    for chat in ("11", "111"):
        number = await open_chat(database, chat, people.member)
        await begun(database, number, "home.menu", "book.latest")
    async with database.write() as tx:
        await tx.execute(update(schema.chats).values(practice_until=UNTIL))
        for deletes in (None, "77"):
            letter = Letter(0, HERS, "Sổ của bà Hoa", ((1, "Sửa"),), 1, standing=False,
                            typed_numbers=False, deletes=deletes)  # fmt: skip
            await letters.post(tx, letter, None, NOW)
    await cut(database, people)
    asked = "SELECT person_id, session, practice_until FROM chats"
    assert await rows(database, asked) == [(None, None, None)] * 2
    assert [await person_at(database, chat) for chat in ("11", "111")] == [None, None]
    bodies = [json.loads(str(row[0])) for row in await rows(database, "SELECT body FROM letters")]
    assert "Hoa" not in str(bodies)
    # What was personal in the chat is still taken away.
    assert [body.get("deletes") for body in bodies] == [None, "77"]
    async with database.read() as tx:
        found = await letters.oldest(tx, HERS)
    assert found
    assert (found[0].text, found[0].lines) == ("", ())


async def test_other_people_s_phones_and_letters_stay_as_they_were(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    await open_chat(database, "12", people.leader)
    async with database.write() as tx:
        his = Letter(0, Address("telegram", "12"), "Chào ông", (), 1, standing=False,
                     typed_numbers=False)  # fmt: skip
        await letters.post(tx, his, None, NOW)
    await cut(database, people)
    assert await person_at(database, "12") == people.leader
    body = await rows(database, "SELECT body FROM letters")
    assert json.loads(str(body[0][0]))["text"] == "Chào ông"


async def test_a_cut_off_member_joins_again_with_the_code_and_has_the_same_book(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    entry = helped("A0001", people.member, "vneid_kich_hoat", 3)
    await keep(database, entry)
    assert await opened(database, "d1") is None
    await cut(database, people)
    assert await listed(database, people.leader) == {"Nguyễn Văn Nam": True, "Trần Thị Hoa": False}
    waiting = await opened(database, "d1")
    assert waiting
    assert (waiting.id, waiting.joined) == (people.member.id, False)
    chat = await open_chat(database, "22")
    later = NOW + timedelta(days=2)
    joined = MemberJoined(people.member.id, "d1", "2026-12")
    await keep(database, signed("J0001", waiting, joined, at=later), chat=chat)
    again = await person_at(database, "22")
    # She belongs since she first did: months that are over count her still.
    assert again == people.member
    assert await person_at(database, "11") is None
    assert await opened(database, "d1") is None
    async with database.read() as tx:
        assert await Ledger(tx, again, NOW).entries(5) == (entry,)
    notice = await rows(database, "SELECT notice FROM people WHERE id = :id", id=people.member.id)
    assert notice == [("2026-12",)]


async def test_a_code_of_a_lost_phone_is_used_up_by_the_first(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    await cut(database, people)
    mine, theirs = await open_chat(database, "22"), await open_chat(database, "23")
    joined = MemberJoined(people.member.id, "d1", "2026-12")
    await keep(database, signed("J0001", people.member, joined), chat=mine)
    with pytest.raises(LookupError):
        await keep(database, signed("J0002", people.member, joined), chat=theirs)
    assert await person_at(database, "23") is None


async def test_of_two_who_cut_off_at_once_one_does_and_the_other_is_told(
    database: Database, people: People
) -> None:
    await open_chat(database, "11", people.member)
    said = await asyncio.gather(
        cut(database, people, "K0001"), cut(database, people, "K0002"), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in said) == ["NoneType", "Overtaken"]
    made = await rows(database, "SELECT count(*) FROM facts WHERE kind = 'CodeIssued'")
    assert made == [(1,)]


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
    added = MemberAdded(Role.MEMBER, team.id, "d9", UNTIL, "anh", "Phan Văn Lộc")
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
    another = MemberAdded(Role.LEADER, team.id, "d9", UNTIL, "anh", "Phan Văn Lộc")
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


async def test_two_officials_do_not_cut_each_other_off_at_once(
    database: Database, people: People
) -> None:
    async with database.write() as tx:
        number = await roster.add_person(
            tx, title="anh", name="Hà Văn Bé", role=Role.OFFICIAL,
            place=people.official.commune.id, consented_at=NOW,
        )  # fmt: skip
        other = await roster.person(tx, number)
    said = await asyncio.gather(
        keep(database, signed("K0001", people.official, MemberCutOff(number))),
        keep(database, signed("K0002", other, MemberCutOff(people.official.id))),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in said) == ["NoneType", "Overtaken"]
    # Whoever runs the program may: the code is in their hands.
    alone = people.outside_official
    nobody = replace(signed("P0001", alone, MemberCutOff(alone.id)), member=None)
    await keep(database, nobody)
    assert not (await now(database, alone)).joined
