"""The ledger as a member reads it: own totals, own entries, the own usual order."""

from datetime import date, datetime, timedelta

from bot.domain.facts import AssistanceGiven
from bot.domain.people import Person
from bot.domain.periods import period, week
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW, TODAY, People, helped, keep, signed, voided


async def own(database: Database, person: Person | None, asked: str) -> dict[str, int]:
    async with database.read() as tx:
        (found,) = await Ledger(tx, person, NOW).own(period(asked))
        return dict(found.given)


async def usual(database: Database, person: Person | None, now: datetime = NOW) -> tuple[str, ...]:
    async with database.read() as tx:
        return await Ledger(tx, person, now).usual()


async def codes(database: Database, person: Person | None, limit: int = 20) -> list[str]:
    async with database.read() as tx:
        return [entry.code for entry in await Ledger(tx, person, NOW).entries(limit)]


async def test_own_totals_are_by_activity_and_nobody_else_s(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0001", people.member, "vneid_kich_hoat", 3),
        helped("A0002", people.member, "vneid_kich_hoat", 2),
        helped("A0003", people.member, "dvc_huong_dan", 1),
        helped("A0004", people.leader, "dvc_huong_dan", 8),
    )
    assert await own(database, people.member, week(TODAY).id) == {
        "vneid_kich_hoat": 5,
        "dvc_huong_dan": 1,
    }
    assert await own(database, people.neighbour, week(TODAY).id) == {}
    assert await own(database, None, week(TODAY).id) == {}


async def test_the_first_and_the_last_day_count_and_the_days_beside_them_do_not(
    database: Database, people: People
) -> None:
    one = timedelta(days=1)
    counted = {}
    for asked, first, last in (
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("2026-11@nd09", date(2026, 10, 15), date(2026, 11, 14)),
        ("2026-W47", date(2026, 11, 16), date(2026, 11, 22)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-11-21..2026-11-21", date(2026, 11, 21), date(2026, 11, 21)),
    ):
        days = ((first - one, 1), (first, 10), (last, 100), (last + one, 1000))
        entries = [
            helped(f"{asked[5:]:.8}.{nth}", people.member, asked, count, day)
            for nth, (day, count) in enumerate(days)
        ]
        await keep(database, *entries)
        counted[asked] = (await own(database, people.member, asked))[asked]
    assert set(counted.values()) == {110}, counted


async def test_what_was_taken_back_is_in_no_total_and_in_no_list(
    database: Database, people: People
) -> None:
    first = helped("A0001", people.member, "vneid_kich_hoat", 3)
    second = helped("A0002", people.member, "vneid_kich_hoat", 2)
    third = helped("A0003", people.member, "dvc_huong_dan", 1)
    await keep(database, first, second, third)
    await keep(
        database, voided("A0004", people.member, first), voided("A0005", people.member, third)
    )
    assert await own(database, people.member, week(TODAY).id) == {"vneid_kich_hoat": 2}
    assert await codes(database, people.member) == ["A0002"]


async def test_entries_come_newest_first_and_no_more_than_asked_for(
    database: Database, people: People
) -> None:
    made = [helped(f"A000{nth}", people.member, "vneid_kich_hoat", 1) for nth in range(1, 6)]
    await keep(database, *made, helped("A0006", people.leader, "vneid_kich_hoat", 1))
    await keep(database, voided("A0007", people.member, made[4]))
    assert await codes(database, people.member) == ["A0004", "A0003", "A0002", "A0001"]
    assert await codes(database, people.member, limit=2) == ["A0004", "A0003"]
    assert await codes(database, people.official) == []
    assert await codes(database, None) == []


async def test_an_entry_comes_back_as_it_was_recorded(database: Database, people: People) -> None:
    given = AssistanceGiven("vneid_kich_hoat", 3, date(2026, 11, 20), service="vneid-muc-2")
    entry = signed("A0001", people.member, given, at=NOW - timedelta(minutes=7))
    await keep(database, entry)
    async with database.read() as tx:
        ledger = Ledger(tx, people.member, NOW)
        assert [await ledger.entry("A0001"), await ledger.entries(1)] == [entry, (entry,)]


async def test_an_entry_is_found_by_its_owner_and_those_above_and_only_while_it_counts(
    database: Database, people: People
) -> None:
    entry = helped("A0001", people.member, "vneid_kich_hoat", 3)
    await keep(database, entry)

    async def found_by(person: Person | None, code: str) -> object:
        async with database.read() as tx:
            return await Ledger(tx, person, NOW).entry(code)

    others = (people.neighbour, people.outsider, None)
    assert [await found_by(person, "A0001") for person in others] == [None] * 3
    above = (people.leader, people.official)
    assert [await found_by(person, "A0001") for person in above] == [entry] * 2
    assert [await found_by(people.member, code) for code in ("A0001", "A0009")] == [entry, None]
    await keep(database, voided("A0002", people.member, entry))
    assert [await found_by(people.member, code) for code in ("A0001", "A0002")] == [None, None]


async def test_the_usual_order_is_by_how_often_and_not_by_how_much(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0001", people.member, "dvc_huong_dan", 90),
        helped("A0002", people.member, "vneid_kich_hoat", 1),
        helped("A0003", people.member, "vneid_kich_hoat", 1),
        helped("A0004", people.leader, "an_toan_so", 1),
    )
    assert await usual(database, people.member) == ("vneid_kich_hoat", "dvc_huong_dan")
    assert await usual(database, people.neighbour) == ()
    assert await usual(database, None) == ()


async def test_taking_back_makes_nothing_more_usual(database: Database, people: People) -> None:
    slip = helped("A0001", people.member, "vneid_kich_hoat", 1)
    await keep(database, slip, helped("A0002", people.member, "dvc_huong_dan", 1))
    await keep(database, voided("A0003", people.member, slip))
    assert await usual(database, people.member) == ("dvc_huong_dan", "vneid_kich_hoat")


async def test_the_usual_order_forgets_after_sixty_days(database: Database, people: People) -> None:
    for nth, (activity, back) in enumerate((("dvc_huong_dan", 60), ("vneid_kich_hoat", 61))):
        day = TODAY - timedelta(days=back)
        await keep(database, helped(f"A000{nth}", people.member, activity, 1, day))
    assert await usual(database, people.member) == ("dvc_huong_dan",)
    # Nine in the evening at Greenwich is already the next day in Viet Nam.
    tonight = NOW.replace(hour=21)
    assert await usual(database, people.member, tonight) == ()
