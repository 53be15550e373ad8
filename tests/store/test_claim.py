"""The claim: one program runs on a database; the next one may when the first has let go."""

import pytest

from bot.domain.errors import Refused
from bot.domain.places import PlaceKind
from bot.store.db import Database
from tests.store.people import place
from tests.store.tables import rows


async def test_a_second_program_is_refused_until_the_first_lets_go(database: Database) -> None:
    first, second = Database(database.url), Database(database.url)
    await first.claim()
    for _try in range(2):
        with pytest.raises(Refused) as refused:
            await second.claim()
        assert refused.value.code == "TS-10"
    await first.close()
    await second.claim()
    with pytest.raises(Refused):
        await database.claim()
    await second.close()


async def test_the_claim_is_let_go_with_the_program_every_time(database: Database) -> None:
    for _start in range(20):
        program = Database(database.url)
        await program.claim()
        await program.close()


async def test_who_was_refused_changed_nothing_and_may_still_read(database: Database) -> None:
    running, other = Database(database.url), Database(database.url)
    await running.claim()
    with pytest.raises(Refused):
        await other.claim()
    async with running.write() as tx:
        await place(tx, PlaceKind.COMMUNE, "một", None)
    assert await rows(other, "SELECT name FROM places") == [("một",)]
    await other.close()
    with pytest.raises(Refused):
        await database.claim()
    await running.close()


async def test_two_databases_of_one_server_are_claimed_apart(
    database: Database, where: str
) -> None:
    other = Database(where if "://" in where else f"{where}.other")
    await database.claim()
    await other.claim()
    await other.close()


async def test_a_claim_leaves_no_transaction_open_on_the_server(database: Database) -> None:
    """Servers end connections that idle in a transaction, and the claim with them."""
    await database.claim()
    asked = "SELECT state FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks"
    asked += " WHERE locktype = 'advisory')"
    expected = [] if database.is_file else [("idle",)]
    assert ([] if database.is_file else await rows(database, asked)) == expected
