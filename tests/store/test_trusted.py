"""What a record can be trusted for, in the store: whose it is, and what it counts."""

from dataclasses import replace
from datetime import date

from bot.domain.facts import (
    AssistanceGiven,
    AssistanceTried,
    AssistanceVoided,
    FirstTimeTold,
    NothingToReport,
    PeriodClosed,
    PeriodReopened,
)
from bot.domain.obstacles import Obstacle
from bot.domain.people import Person, Role
from bot.domain.periods import period
from bot.domain.tally import By, Helped, Own, Quiet
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW, TODAY, People, helped, keep, signed, voided
from tests.store.recounting import recount
from tests.store.tables import rows
from tests.store.totals import ACTIVITY, LAST, WEEK, total

SUNDAY = date(2026, 11, 15)


async def test_who_may_correct_an_entry_is_decided_here(database: Database, people: People) -> None:
    hers = helped("A0002", people.member, ACTIVITY, 3)
    corrected = replace(
        helped("A0004", people.member, ACTIVITY, 2), by=people.official.id, corrects="A0002"
    )
    await keep(database, hers, replace(voided("A0003", people.member, hers), by=people.official.id))
    await keep(database, corrected)
    for person, sees in (
        (people.member, True),
        (people.leader, True),
        (people.official, True),
        (people.neighbour, False),
        # The leader of the other team of the same commune.
        (replace(people.neighbour, role=Role.LEADER), False),
        (people.outsider, False),
        (people.outside_official, False),
        (None, False),
    ):
        async with database.read() as tx:
            ledger = Ledger(tx, person, NOW)
            assert (await ledger.entry("A0004") is not None) is sees, person
            assert await ledger.entry("A0002") is None
            known = await ledger.history(corrected)
            assert [one.by for one in known] == (["Trần Thị Hoa", "Phạm Thị Lan"] if sees else [])
            listed = await ledger.entries(9, people.member.id)
            assert [one.code for one in listed] == (["A0004"] if sees else []), person
    assert (await recount(database)).problems == ()


async def test_an_adjustment_counts_on_its_day_and_leaves_the_other(
    database: Database, people: People
) -> None:
    entry = helped("A0002", people.member, ACTIVITY, 5, SUNDAY)
    await keep(database, entry, signed("A0003", people.official, PeriodClosed(LAST)))
    async with database.read() as tx:
        assert await Ledger(tx, people.member, NOW).closed(SUNDAY) == LAST
        assert await Ledger(tx, people.member, NOW).closed(LAST.end) is None
        assert await Ledger(tx, people.outsider, NOW).closed(SUNDAY) is None
    given = AssistanceGiven(ACTIVITY, 3, TODAY, adjusts=SUNDAY)
    await keep(
        database,
        signed("A0004", people.member, AssistanceVoided(entry, day=TODAY)),
        replace(signed("A0005", people.member, given), corrects="A0002", why="ghi nhầm số"),
    )
    assert await total(database, LAST.id, people.official) == 5
    assert await total(database, WEEK.id, people.official) == -2
    assert await total(database, "2026-11", people.official) == 3
    # The adjustment itself is taken back: five stay where they were, five are gone today.
    async with database.read() as tx:
        again = await Ledger(tx, people.member, NOW).entry("A0005")
    assert again is not None
    assert again.fact == given
    await keep(database, signed("A0006", people.member, AssistanceVoided(again)))
    assert await total(database, LAST.id, people.official) == 5
    assert await total(database, WEEK.id, people.official) == -5
    stood = await rows(database, "SELECT day, count, adjusts FROM facts WHERE code = 'A0006'")
    assert stood == [("2026-11-21", -3, "2026-11-15")]
    assert (await recount(database)).problems == ()
    reopened = replace(signed("A0007", people.official, PeriodReopened(LAST)), why="nộp muộn")
    await keep(database, reopened)
    async with database.read() as tx:
        assert await Ledger(tx, people.member, NOW).closed(SUNDAY) is None


async def test_a_try_is_in_no_sum_and_is_taken_back_like_help(
    database: Database, people: People
) -> None:
    entry = signed(
        "A0002", people.member, AssistanceTried(ACTIVITY, 1, TODAY, Obstacle.SIM, service="x")
    )
    other = signed("A0003", people.neighbour, AssistanceTried(ACTIVITY, 1, TODAY, Obstacle.CARD))
    await keep(database, entry, other, helped("A0004", people.member, ACTIVITY, 2))
    async with database.read() as tx:
        for by in By:
            found = await Ledger(tx, people.official, NOW).tally(WEEK, by)
            assert found.totals == {ACTIVITY: 2}
            assert found.tried == {Obstacle.CARD: 1, Obstacle.SIM: 1}
        assert await Ledger(tx, people.member, NOW).own(WEEK, LAST) == (
            Own({ACTIVITY: 2}, {Obstacle.SIM: 1}),
            Own(),
        )
        assert (await Ledger(tx, people.leader, NOW).tally(WEEK, By.TEAM)).tried == {
            Obstacle.SIM: 1
        }
        assert await Ledger(tx, people.member, NOW).helped(WEEK, (ACTIVITY,)) == Helped()
        assert await Ledger(tx, people.official, NOW).helped(WEEK, (ACTIVITY,)) == Helped(0, 2)
    await keep(database, voided("A0005", people.member, entry))
    async with database.read() as tx:
        assert (await Ledger(tx, people.official, NOW).tally(WEEK, By.ACTIVITY)).tried == {
            Obstacle.CARD: 1
        }
    assert (await recount(database)).problems == ()


async def test_people_helped_are_what_was_told_last_of_what_still_counts(
    database: Database, people: People
) -> None:
    one, two = (helped(code, people.member, ACTIVITY, 4) for code in ("A0002", "A0003"))
    await keep(
        database,
        one,
        two,
        helped("A0004", people.neighbour, ACTIVITY, 8),
        helped("A0005", people.member, "qr_ho_kinh_doanh", 16),
        signed("A0006", people.member, FirstTimeTold(one, 4)),
        signed("A0007", people.member, FirstTimeTold(one, 1)),
    )

    async def estimate(person: Person) -> Helped:
        async with database.read() as tx:
            return await Ledger(tx, person, NOW).helped(WEEK, (ACTIVITY,))

    assert await estimate(people.official) == Helped(1, 12)
    assert await estimate(people.leader) == Helped(1, 4)
    assert await estimate(people.outside_official) == Helped()
    await keep(database, voided("A0008", people.member, one))
    assert await estimate(people.official) == Helped(0, 12)
    assert await total(database, WEEK.id, people.official) == 12


async def test_silence_a_word_and_a_number_are_told_apart(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0002", people.leader, ACTIVITY, 1),
        signed("A0003", people.member, NothingToReport(WEEK.start)),
        signed("A0004", people.leader, NothingToReport(WEEK.start)),
    )
    wanted = {
        By.VILLAGE: ("Thôn Tây",),
        By.TEAM: ("Tổ Tây",),
        By.MEMBER: ("Lê Văn Đức",),
    }
    async with database.read() as tx:
        for by, silent in wanted.items():
            found = (await Ledger(tx, people.official, NOW).tally(WEEK, by)).quiet
            told = (Quiet("Trần Thị Hoa", told=True),) if by is By.MEMBER else ()
            assert found == (*told, *(Quiet(name, told=False) for name in silent))
            for other in (LAST, period("2026-W48")):
                found = (await Ledger(tx, people.official, NOW).tally(other, by)).quiet
                assert not any(one.told for one in found)
                assert len(found) == (3 if by is By.MEMBER else 2)


async def test_a_week_without_help_says_nothing_of_the_month(
    database: Database, people: People
) -> None:
    await keep(database, signed("A0002", people.member, NothingToReport(WEEK.start)))
    async with database.read() as tx:
        found = (await Ledger(tx, people.official, NOW).tally(period("2026-11"), By.MEMBER)).quiet
    assert not any(one.told for one in found)
