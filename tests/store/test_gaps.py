"""What was looked for and not found: counted by commune and words, forgotten in time."""

from datetime import date, timedelta

from bot.domain.guides import Gap
from bot.store import gaps
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW, TODAY, People
from tests.store.tables import rows

YESTERDAY = TODAY - timedelta(days=1)


async def looked(database: Database, commune: int, *searches: tuple[str, date]) -> None:
    async with database.write() as tx:
        for words, day in searches:
            await gaps.count(tx, commune, words, day)


async def test_searches_are_counted_by_their_words_and_keep_the_last_day(
    database: Database, people: People
) -> None:
    ours, theirs = people.official.commune.id, people.outside_official.commune.id
    await looked(
        database,
        ours,
        ("may cay", TODAY),
        ("ban dat", YESTERDAY),
        ("may cay", YESTERDAY),
        ("nuoi ca", TODAY),
    )
    await looked(database, theirs, ("may cay", TODAY))
    async with database.read() as tx:
        found = await Ledger(tx, people.official, NOW).gaps(9)
        assert found == (
            Gap("may cay", 2, TODAY), Gap("nuoi ca", 1, TODAY), Gap("ban dat", 1, YESTERDAY)
        )  # fmt: skip
        assert await Ledger(tx, people.official, NOW).gaps(1) == found[:1]
        assert await Ledger(tx, people.outside_official, NOW).gaps(9) == (Gap("may cay", 1, TODAY),)
        for other in (people.member, people.leader, None):
            assert await Ledger(tx, other, NOW).gaps(9) == ()


async def test_what_is_old_or_one_too_many_is_forgotten(database: Database, people: People) -> None:
    commune = people.official.commune.id
    many = [(f"viec {nth}", YESTERDAY) for nth in range(gaps.MOST)]
    await looked(database, commune, ("cu", TODAY - timedelta(days=400)), *many, ("moi", TODAY))
    await looked(database, people.outside_official.commune.id, ("may cay", YESTERDAY))
    async with database.write() as tx:
        await gaps.prune(tx, TODAY - timedelta(days=365))
    kept = [words for (words,) in await rows(database, "SELECT words FROM gaps")]
    assert len(kept) == gaps.MOST + 1
    assert {"moi", "may cay"} < set(kept)
    assert "cu" not in kept
