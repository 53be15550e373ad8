"""A deputy (tổ phó) may do whatever the leader of the team may, and nothing in another team."""

import pytest

from bot.domain.people import Person, Role
from bot.domain.periods import period
from bot.domain.sheets import State
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW, People, helped, keep, western
from tests.store.sealed import look, status

WEEK = period("2026-W47")


@pytest.fixture
async def deputy(database: Database, people: People) -> Person:
    """The deputy of the western team, which has no leader."""
    return await western(database, people, Role.DEPUTY)


async def test_a_deputy_may_correct_what_the_own_team_recorded(
    database: Database, people: People, deputy: Person
) -> None:
    await keep(
        database,
        helped("A0001", people.neighbour, "vneid_khac", 2),
        helped("A0002", people.member, "vneid_khac", 3),
    )
    async with database.read() as tx:
        ledger = Ledger(tx, deputy, NOW)
        found = await ledger.entry("A0001")
        assert found is not None
        assert found.member == people.neighbour.id
        assert await ledger.entry("A0002") is None


async def test_a_deputy_looks_where_there_is_no_leader(
    database: Database, people: People, deputy: Person
) -> None:
    assert (await status(database, people, WEEK)).missing == ("Tổ Đông", "Tổ Tây")
    await look(database, deputy, "A0001", WEEK)
    assert (await status(database, people, WEEK)).missing == ("Tổ Đông",)
    await look(database, people.leader, "A0002", WEEK)
    assert (await status(database, people, WEEK)).state is State.SEEN
