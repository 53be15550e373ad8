"""How far a period is: who has looked, who has not, and what came after a look."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.facts import PeriodSeen
from bot.domain.people import Person, Role
from bot.domain.periods import period
from bot.domain.sheets import Look, State, Status
from bot.store import facts, looks
from bot.store.closed import Closings
from bot.store.db import Database
from tests.store.maps import merge, now
from tests.store.people import NOW, People, helped, keep, signed, voided, western
from tests.store.sealed import close, look, status, texts
from tests.store.tables import rows

WEEK, LAST = period("2026-W47"), period("2026-W46")
EAST = Look("Tổ Đông", NOW, 0)


@pytest.fixture
async def other_leader(database: Database, people: People) -> Person:
    """A leader of the other team, who has joined."""
    return await western(database, people, Role.LEADER)


async def test_a_period_is_a_draft_until_every_leader_has_looked(
    database: Database, people: People, other_leader: Person
) -> None:
    both = ("Tổ Đông", "Tổ Tây")
    assert await status(database, people, WEEK) == Status(State.DRAFT, (), both)
    await look(database, people.leader, "A0001", WEEK)
    assert await status(database, people, WEEK) == Status(State.DRAFT, (EAST,), ("Tổ Tây",))
    assert await status(database, people, LAST) == Status(State.DRAFT, (), both)
    await look(database, other_leader, "A0002", WEEK, minutes=5)
    west = Look("Tổ Tây", NOW + timedelta(minutes=5), 0)
    assert await status(database, people, WEEK) == Status(State.SEEN, (EAST, west))


async def test_a_team_without_a_leader_holds_nothing_up(database: Database, people: People) -> None:
    assert (await status(database, people, WEEK)).missing == ("Tổ Đông",)
    await look(database, people.leader, "A0001", WEEK)
    assert await status(database, people, WEEK) == Status(State.SEEN, (EAST,))


async def test_without_any_leader_it_stays_a_draft(database: Database, people: People) -> None:
    async with database.read() as tx:
        commune = people.outside_official.commune
        found = await Closings(tx, people.outside_official).looked(WEEK)
        assert found is None
    outside = replace(people, official=people.outside_official)
    assert commune.name == "Xã Suối Đá"
    assert await status(database, outside, WEEK) == Status(State.DRAFT)


async def test_what_comes_after_a_look_is_counted_and_a_new_look_clears_it(
    database: Database, people: People
) -> None:
    before = helped("A0001", people.member, "an_toan_so", 1)
    await keep(database, before)
    await look(database, people.leader, "A0002", WEEK)
    await keep(
        database,
        helped("A0003", people.member, "an_toan_so", 2),
        voided("A0004", people.member, before),
        # Another team's, and another week's, are not theirs.
        helped("A0005", people.neighbour, "an_toan_so", 4),
        helped("A0006", people.member, "an_toan_so", 8, date(2026, 11, 15)),
    )
    assert (await status(database, people, WEEK)).looks == (replace(EAST, since=2),)
    async with database.read() as tx:
        assert await Closings(tx, people.leader).looked(WEEK) == replace(EAST, since=2)
        assert await Closings(tx, people.neighbour).looked(WEEK) is None
    await look(database, people.leader, "A0007", WEEK, minutes=1)
    again = Look("Tổ Đông", NOW + timedelta(minutes=1), 0)
    assert (await status(database, people, WEEK)).looks == (again,)
    assert len(await rows(database, "SELECT id FROM looks")) == 2


async def test_the_newest_entry_is_that_of_the_own_team_and_period(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0001", people.member, "an_toan_so", 1),
        helped("A0002", people.neighbour, "an_toan_so", 1),
        helped("A0003", people.member, "an_toan_so", 1, date(2026, 11, 15)),
        signed("A0004", people.leader, PeriodSeen(WEEK)),
    )
    numbered = dict(await rows(database, "SELECT code, id FROM facts"))
    async with database.read() as tx:
        leader = Closings(tx, people.leader)
        assert await leader.newest(WEEK) == numbered["A0001"]
        assert await leader.newest(LAST) == numbered["A0003"]
        assert await leader.newest(period("2026-W45")) == 0
        assert await Closings(tx, people.official).newest(WEEK) == 0
        assert await Closings(tx, None).newest(WEEK) == 0


async def test_a_team_that_came_later_has_nothing_to_look_at(
    database: Database, people: People
) -> None:
    early = period("2024-W10")
    assert await status(database, people, early) == Status(State.DRAFT)


async def test_nothing_of_a_closed_periods_state_changes(
    database: Database, people: People
) -> None:
    await close(database, people, "A0001", LAST)
    closed = await status(database, people, LAST)
    assert closed.state is State.CLOSED
    assert closed.seal
    assert (closed.seal.catalogue, closed.seal.closed_at) == ("7", NOW)
    await look(database, people.leader, "A0002", LAST)
    assert await status(database, people, LAST) == closed


async def test_who_has_no_team_cannot_look(database: Database, people: People) -> None:
    with pytest.raises(LookupError):
        await keep(database, signed("A0001", people.official, PeriodSeen(WEEK)))
    assert await rows(database, "SELECT id FROM facts") == []


async def test_practice_is_no_look(database: Database, people: People) -> None:
    async with database.write() as tx:
        await facts.add(tx, signed("A0001", people.leader, PeriodSeen(WEEK)), None, practising=True)
    assert await rows(database, "SELECT id FROM facts") == []
    assert await rows(database, "SELECT id FROM looks") == []


async def test_what_merged_communes_have_closed_is_told_of_the_new_one(
    database: Database, people: People
) -> None:
    await close(database, people, "A0001", LAST)
    ((fingerprint, __),) = await texts(database)
    await merge(database, "Xã Mới", "Xã Hoà Bình", "Xã Suối Đá")
    official = await now(database, people.official)
    async with database.read() as tx:
        found = await looks.status(tx, official.commune.id, LAST)
    (former,) = found.former
    assert (found.state, found.seal) == (State.DRAFT, None)
    assert (former.commune, former.seal and former.seal.fingerprint) == ("Xã Hoà Bình", fingerprint)
    assert (await status(database, people, LAST)).former == ()
