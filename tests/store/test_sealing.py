"""A closed period answers for ever as it was closed, whatever is changed later."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from bot.domain.errors import Damaged
from bot.domain.facts import AssistanceGiven, AssistanceVoided, FirstTimeTold, PeriodClosed
from bot.domain.people import Person
from bot.domain.periods import Period, period
from bot.domain.tally import Adjustment, By, Helped, Tally
from bot.store.closed import Closings
from bot.store.db import Database
from bot.store.ledger import Ledger
from bot.store.sheet_text import written
from tests.store.people import NOW, TODAY, People, helped, keep, signed
from tests.store.recounting import damage
from tests.store.sealed import close, kept, reopen, sheet, status, texts
from tests.store.tables import rows

WEEK, LAST, MONTH = period("2026-W47"), period("2026-W46"), period("2026-11")
SUNDAY, MONDAY = date(2026, 11, 15), date(2026, 11, 9)
ACTIVITY = "can_cuoc_van_dong"


@pytest.fixture
async def work(database: Database, people: People) -> None:
    """Last week's work of two teams, and this week's."""
    await keep(
        database,
        helped("A0001", people.member, ACTIVITY, 5, SUNDAY),
        helped("A0002", people.neighbour, ACTIVITY, 3, MONDAY),
        helped("A0003", people.member, "an_toan_so", 2, SUNDAY),
        helped("A0004", people.member, ACTIVITY, 7),
        helped("A0005", people.outsider, ACTIVITY, 900, SUNDAY),
    )


async def tally(database: Database, person: Person, by: By, asked: Period = LAST) -> Tally:
    async with database.read() as tx:
        return await Ledger(tx, person, NOW).tally(asked, by)


@pytest.mark.usefixtures("work")
async def test_it_answers_as_before_and_as_it_was_closed(
    database: Database, people: People
) -> None:
    official, leader = people.official, people.leader
    before = [await tally(database, official, by) for by in By]
    theirs = [await tally(database, leader, by) for by in By]
    made = await close(database, people, "B0001", LAST)
    assert [await tally(database, official, by) for by in By] == before
    await damage(
        database,
        "UPDATE places SET name = 'Thôn Mới' WHERE name = 'Thôn Đông'",
        "UPDATE places SET name = 'Tổ Mới' WHERE name = 'Tổ Đông'",
        "UPDATE places SET valid_to = '2026-01-01' WHERE name = 'Tổ Tây'",
        "UPDATE people SET name = NULL, left_at = '2026-11-21T02:00:00.000000+00:00'"
        " WHERE name = 'Lê Văn Đức'",
    )
    # What no flow lets through, as if two programs had raced.
    await keep(
        database,
        helped("B0002", people.member, ACTIVITY, 100, SUNDAY),
        helped("B0003", people.neighbour, "an_toan_so", 100, MONDAY),
    )
    for by, earlier in zip(By, before, strict=True):
        if by is not By.MEMBER:
            assert await tally(database, official, by) == earlier
    members = await tally(database, official, By.MEMBER)
    assert members.totals == before[0].totals
    assert {row.name for row in members.rows} == {"Trần Thị Hoa", None}
    assert (await tally(database, leader, By.ACTIVITY)).totals == theirs[0].totals
    assert await kept(database, people, LAST) == made


@pytest.mark.usefixtures("work")
async def test_every_reading_is_the_same_bytes(database: Database, people: People) -> None:
    made = await close(database, people, "B0001", LAST)
    stored = await texts(database)
    assert stored == [(sealing_of(stored[0][1]), written(made))]
    await keep(database, helped("B0002", people.member, ACTIVITY, 100, SUNDAY))
    again = await kept(database, people, LAST)
    assert again
    assert written(again) == stored[0][1]
    assert await texts(database) == stored
    assert await sheet(database, people.official, LAST) != made


@pytest.mark.usefixtures("work")
async def test_the_estimate_of_people_stays_too(database: Database, people: People) -> None:
    entry = helped("A0001", people.member, ACTIVITY, 5, SUNDAY)
    await keep(database, signed("B0001", people.member, FirstTimeTold(entry, 2)))
    await close(database, people, "B0002", LAST)
    await keep(database, signed("B0003", people.member, FirstTimeTold(entry, 5)))
    async with database.read() as tx:
        found = await Ledger(tx, people.official, NOW).helped(LAST, (ACTIVITY,))
    assert found == Helped(2, 3)


@pytest.mark.usefixtures("work")
async def test_what_comes_later_is_told_as_an_adjustment(
    database: Database, people: People
) -> None:
    await close(database, people, "B0001", LAST)
    entry = helped("A0001", people.member, ACTIVITY, 5, SUNDAY)
    given = AssistanceGiven(ACTIVITY, 4, TODAY, adjusts=SUNDAY)
    await keep(
        database,
        signed("B0002", people.member, AssistanceVoided(entry, day=TODAY)),
        replace(signed("B0003", people.member, given), corrects="A0001", why="ghi nhầm"),
    )
    for by in By:
        found = await tally(database, people.official, by, WEEK)
        assert found.totals == {ACTIVITY: 6}
        assert found.adjustments == (Adjustment(ACTIVITY, -1, SUNDAY),)
        assert (await tally(database, people.official, by)).adjustments == ()
    # A longer period holds both days: nothing was moved.
    assert (await tally(database, people.official, By.VILLAGE, MONTH)).adjustments == ()
    # Of another team, nothing is told to a leader.
    assert (await tally(database, people.leader, By.ACTIVITY, WEEK)).adjustments != ()
    assert (await tally(database, people.outside_official, By.ACTIVITY, WEEK)).adjustments == ()
    # It is part of the next period's sheet, and stays there.
    await close(database, people, "B0004", WEEK)
    found = await tally(database, people.official, By.ACTIVITY, WEEK)
    assert found.adjustments == (Adjustment(ACTIVITY, -1, SUNDAY),)


@pytest.mark.usefixtures("work")
async def test_an_adjustment_that_is_taken_back_leaves_no_line(
    database: Database, people: People
) -> None:
    await close(database, people, "B0001", LAST)
    given = signed("B0002", people.member, AssistanceGiven(ACTIVITY, 4, TODAY, adjusts=SUNDAY))
    await keep(database, given, signed("B0003", people.member, AssistanceVoided(given)))
    assert (await tally(database, people.official, By.ACTIVITY, WEEK)).adjustments == ()


@pytest.mark.usefixtures("work")
async def test_reopening_keeps_the_sheet_and_closing_again_makes_another(
    database: Database, people: People
) -> None:
    first = await close(database, people, "B0001", LAST)
    await reopen(database, people, "B0002", LAST)
    assert await kept(database, people, LAST) is None
    await keep(database, helped("B0003", people.member, ACTIVITY, 2, SUNDAY))
    assert (await tally(database, people.official, By.ACTIVITY)).totals[ACTIVITY] == 10
    async with database.read() as tx:
        assert await Closings(tx, people.official).before(LAST) == first
        assert await Closings(tx, people.leader).before(LAST) is None
        assert await Closings(tx, people.outside_official).before(LAST) is None
        assert await Closings(tx, people.official).before(WEEK) is None
    second = await close(database, people, "B0004", LAST)
    assert await kept(database, people, LAST) == second
    assert [text for __, text in await texts(database)] == [written(first), written(second)]
    seen = await rows(database, "SELECT last_fact, catalogue FROM closings ORDER BY id")
    numbers = dict(await rows(database, "SELECT code, id FROM facts"))
    assert seen == [(numbers["A0004"], "7"), (numbers["B0003"], "7")]


@pytest.mark.usefixtures("work")
async def test_a_period_is_closed_once(database: Database, people: People) -> None:
    made = await close(database, people, "B0001", LAST)
    with pytest.raises(LookupError):
        await keep(database, signed("B0002", people.official, PeriodClosed(LAST, made)))
    assert len(await texts(database)) == 1
    assert await rows(database, "SELECT id FROM facts WHERE code = 'B0002'") == []


@pytest.mark.usefixtures("work")
async def test_periods_that_share_days_are_closed_each_by_itself(
    database: Database, people: People
) -> None:
    await close(database, people, "B0001", LAST)
    decree = period("2026-11@nd09")
    await close(database, people, "B0002", decree)
    async with database.read() as tx:
        official = Closings(tx, people.official)
        assert await official.beside(LAST) == (decree,)
        assert await official.beside(decree) == (LAST,)
        assert await official.beside(WEEK) == ()
        assert await Closings(tx, people.outside_official).beside(LAST) == ()
    await reopen(database, people, "B0003", LAST)
    async with database.read() as tx:
        ledger = Ledger(tx, people.member, NOW)
        assert await ledger.closed(MONDAY) == decree
        assert await ledger.closed(SUNDAY) is None
    assert (await tally(database, people.official, By.ACTIVITY, decree)).totals == {ACTIVITY: 3}


@pytest.mark.usefixtures("work")
async def test_a_period_closed_by_an_earlier_version_is_counted_from_the_facts(
    database: Database, people: People
) -> None:
    await keep(database, signed("B0001", people.official, PeriodClosed(LAST)))
    assert (await status(database, people, LAST)).seal is None
    assert await kept(database, people, LAST) is None
    await keep(database, helped("B0002", people.member, ACTIVITY, 2, SUNDAY))
    assert (await tally(database, people.official, By.ACTIVITY)).totals[ACTIVITY] == 10


@pytest.mark.usefixtures("work")
async def test_a_damaged_sheet_is_not_shown(database: Database, people: People) -> None:
    await close(database, people, "B0001", LAST)
    await damage(database, "UPDATE closings SET sheet = replace(sheet, 'Thôn Tây', 'Thôn Tấy')")
    with pytest.raises(Damaged):
        await tally(database, people.official, By.VILLAGE)


def sealing_of(text: str) -> str:
    """Return the fingerprint of a text."""
    return sha256(text.encode()).hexdigest()
