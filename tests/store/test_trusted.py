"""What a record can be trusted for, in the store: whose it is, and what it counts."""

from dataclasses import replace
from datetime import date, timedelta

from alembic import command
from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from bot.domain.facts import (
    AssistanceGiven,
    AssistanceTried,
    AssistanceVoided,
    Entry,
    FirstTimeTold,
    NothingToReport,
    PeriodClosed,
    PeriodReopened,
    PracticeChosen,
)
from bot.domain.obstacles import Obstacle
from bot.domain.people import Person, Role
from bot.domain.periods import period
from bot.domain.tally import By, Helped, Own, Quiet
from bot.store import facts, roster, version
from bot.store.db import Database
from bot.store.ledger import Ledger
from bot.store.version import State
from tests.store.people import NOW, TODAY, People, helped, keep, settle, signed, voided
from tests.store.recounting import recount
from tests.store.tables import rows

WEEK, LAST = period("2026-W47"), period("2026-W46")
SUNDAY = date(2026, 11, 15)
ACTIVITY = "can_cuoc_van_dong"


async def total(database: Database, asked: str = WEEK.id, person: Person | None = None) -> int:
    """Return what the official, or somebody else, is told that an activity came to."""
    async with database.read() as tx:
        found = await Ledger(tx, person, NOW).tally(period(asked), By.ACTIVITY)
    return found.totals.get(ACTIVITY, 0)


async def practise(database: Database, *entries: Entry) -> None:
    """Add entries as somebody who practises does."""
    async with database.write() as tx:
        for entry in entries:
            await facts.add(tx, entry, None, practising=True)


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


async def test_a_database_of_the_first_version_keeps_every_row_and_total(where: str) -> None:
    database = Database(where)
    async with database.write() as tx:
        await tx.run_sync(_first_version)
    assert await version.state(database) is State.OLDER
    old = await _fill(database)
    before = {table: await rows(database, f"SELECT * FROM {table} ORDER BY 1") for table in old}  # noqa: S608
    sums = await rows(database, _SUMS)
    assert len(before["facts"]) == 5
    assert await version.migrate(database) is True
    assert await version.state(database) is State.CURRENT
    for table, columns in old.items():
        assert await rows(database, f"SELECT {columns} FROM {table} ORDER BY 1") == before[table]  # noqa: S608
    assert await rows(database, _SUMS) == sums == [("an_toan_so", 4), (ACTIVITY, 0)]
    assert (await recount(database)).problems == ()
    # What was recorded then can be corrected now, as if it had been recorded now.
    people = await _member(database)
    async with database.read() as tx:
        entry = await Ledger(tx, people, NOW).entry("A0004")
        assert entry is not None
        assert entry.fact == AssistanceGiven("an_toan_so", 4, TODAY)
    now = replace(helped("A0007", people, "an_toan_so", 7), corrects="A0004")
    await keep(database, voided("A0006", people, entry), now)
    async with database.read() as tx:
        assert [one.entry.code for one in await Ledger(tx, people, NOW).history(now)] == [
            "A0004",
            "A0007",
        ]
    assert await rows(database, _SUMS) == [("an_toan_so", 7), (ACTIVITY, 0)]
    assert (await recount(database)).problems == ()
    await database.close()


_SUMS = (
    "SELECT activity, sum(count) FROM facts WHERE activity IS NOT NULL"
    " GROUP BY activity ORDER BY activity"
)


def _first_version(connection: Connection) -> None:
    command.upgrade(version._config(connection), "0001")


# What a program of the first version had written: help, a slip that was taken back, a join.
_FIRST = """
    INSERT INTO inbox (id, channel, chat, external_id, written_at, received_at, state)
    VALUES (7, 'telegram', '1', '1', :at, :at, 'done');
    INSERT INTO letters (inbox_id, channel, chat, body, state, due_at, attempts, parts_done,
                         maybe_sent)
    VALUES (7, 'telegram', '1', '{}', 'sent', :at, 1, 1, :no);
    INSERT INTO chats (channel, chat, person_id) VALUES ('telegram', '1', 1);
    INSERT INTO join_codes (digest, person_id, expires_at) VALUES ('00', 1, :at);
    INSERT INTO figures (place_id, name, value, unit, as_of, giver, code)
    VALUES (1, 'x', '1', 'người', '2026-11-21', 'y', 'A0001');
    INSERT INTO facts (code, kind, at, member_id, commune_id, village_id, team_id, day, activity,
                       count, voids, body) VALUES
    ('A0001', 'FigureGiven', :at, 4, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('A0002', 'AssistanceGiven', :at, 1, 1, 2, 4, '2026-11-20', :activity, 3, NULL, NULL),
    ('A0003', 'AssistanceVoided', :at, 1, 1, 2, 4, '2026-11-20', :activity, -3, 2, NULL),
    ('A0004', 'AssistanceGiven', :at, 1, 1, 2, 4, '2026-11-21', 'an_toan_so', 4, NULL, NULL),
    ('A0005', 'LanguageChosen', :at, 1, 1, 2, 4, NULL, NULL, NULL, NULL, '{}')
"""


async def _fill(database: Database) -> dict[str, str]:
    """Fill a database of the first version; return its tables with the columns they have."""
    at = NOW.isoformat(timespec="microseconds")
    async with database.write() as tx:
        await settle(tx)
        for sentence in _FIRST.split(";"):
            wanted = {"at": at, "no": False, "activity": ACTIVITY}
            given = {name: value for name, value in wanted.items() if f":{name}" in sentence}
            await tx.execute(text(sentence), given)
        return await tx.run_sync(_columns)


def _columns(connection: Connection) -> dict[str, str]:
    found = inspect(connection)
    tables = set(found.get_table_names()) - {"alembic_version"}
    return {
        table: ", ".join(f'"{column["name"]}"' for column in found.get_columns(table))
        for table in tables
    }


async def _member(database: Database) -> Person:
    async with database.read() as tx:
        return await roster.person(tx, 1)
