"""Practice in the store: a book of its own, which is forgotten."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.facts import AssistanceTried, Entry, FirstTimeTold, NothingToReport, PracticeChosen
from bot.domain.obstacles import Obstacle
from bot.domain.tally import Own
from bot.store import facts
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW, TODAY, People, helped, keep, signed, voided
from tests.store.recounting import recount
from tests.store.tables import rows
from tests.store.totals import ACTIVITY, WEEK, total


async def practise(database: Database, *entries: Entry) -> None:
    """Add entries as somebody who practises does."""
    async with database.write() as tx:
        for entry in entries:
            await facts.add(tx, entry, None, practising=True)


async def test_practice_is_a_book_of_its_own_and_is_forgotten(
    database: Database, people: People
) -> None:
    first = helped("A0002", people.member, ACTIVITY, 3, at=NOW - timedelta(days=3))
    second = replace(helped("A0004", people.member, ACTIVITY, 4), corrects="A0002")
    await practise(
        database,
        first,
        voided("A0003", people.member, first),
        second,
        signed("A0005", people.member, FirstTimeTold(second, 2)),
        signed("A0006", people.member, NothingToReport(WEEK.start)),
        signed("A0007", people.member, AssistanceTried(ACTIVITY, 1, TODAY, Obstacle.SIM)),
        signed("A0008", people.member, PracticeChosen(None)),
    )
    await keep(database, helped("A0009", people.member, ACTIVITY, 9))
    assert await total(database, WEEK.id, people.official) == 9
    async with database.read() as tx:
        real, book = (Ledger(tx, people.member, NOW, practising=on) for on in (False, True))
        assert [one.code for one in await real.entries(9)] == ["A0009"]
        assert [one.code for one in await book.entries(9)] == ["A0007", "A0004"]
        assert await real.own(WEEK) == (Own({ACTIVITY: 9}),)
        assert await book.own(WEEK) == (Own({ACTIVITY: 4}, {Obstacle.SIM: 1}),)
        assert await real.entry("A0004") is None
        assert await book.entry("A0009") is None
        assert (await real.told_nothing(WEEK.start), await book.told_nothing(WEEK.start)) == (
            False,
            True,
        )
        assert (await real.first_told(second), await book.first_told(second)) == (None, 2)
    # Taking back an entry of the other book takes nothing back.
    await practise(database, voided("A000B", people.member, helped("A0009", people.member, "x", 1)))
    assert await total(database, WEEK.id, people.official) == 9
    async with database.write() as tx:
        await facts.forget_practice(tx, NOW - timedelta(days=1))
    kept = await rows(database, "SELECT code, about, voids FROM practice ORDER BY id")
    assert [code for code, __, __voids in kept] == ["A0003", "A0004", "A0005", "A0006", "A0007"]
    assert [row[1:] for row in kept[:2]] == [(None, None)] * 2
    assert (await recount(database)).problems == ()
