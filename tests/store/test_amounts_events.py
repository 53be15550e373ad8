"""What the teams recorded, as amounts: a told zero is not silence, and an estimate is a range."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.facts import (
    AssistanceGiven,
    AssistanceTried,
    AssistanceVoided,
    Entry,
    FirstTimeTold,
    NothingToReport,
)
from bot.domain.obstacles import Obstacle
from bot.domain.quantities import Amount, Counts, Lack, Origin
from bot.domain.units import Unit
from bot.store.db import Database
from tests.declared import quantity
from tests.store.amounting import EAST, HERE, WEST, known, values
from tests.store.people import TODAY, People, helped, keep, signed, voided

ACCOUNTS = quantity("accounts", Unit.ACCOUNT, Origin.EVENTS, of=("vneid_kich_hoat",), flow=True)
TIMES = quantity(
    "times",
    Unit.TIME,
    Origin.EVENTS,
    of=("vneid_kich_hoat", "dvc_huong_dan"),
    flow=True,
    counts=Counts.EACH,
)
PEOPLE = replace(TIMES, id="people", unit=Unit.PERSON, counts=Counts.PEOPLE)
CAME = replace(TIMES, id="came", of=("tuyen_truyen",), counts=Counts.ATTENDEES)
WEEK, LAST = "2026-W47", "2026-W46"


async def test_help_is_added_up_in_each_village_and_in_the_commune(
    database: Database, people: People
) -> None:
    slip = helped("B0001", people.member, "vneid_kich_hoat", 500)
    from_the_commune = replace(
        helped("B0002", people.leader, "vneid_kich_hoat", 1000), village=None, team=None
    )
    await keep(
        database,
        helped("B0003", people.member, "vneid_kich_hoat", 1),
        helped("B0004", people.leader, "dvc_huong_dan", 20),
        helped("B0005", people.neighbour, "vneid_kich_hoat", 300),
        helped("B0006", people.outsider, "vneid_kich_hoat", 70000),
        helped("B0007", people.member, "vneid_kich_hoat", 70000, date(2026, 11, 15)),
        helped("B0008", people.member, "vneid_kich_hoat", 70000, date(2026, 11, 23)),
        slip,
        voided("B0009", people.member, slip),
        from_the_commune,
    )
    assert await values(database, people.official, WEEK, ACCOUNTS) == {
        HERE: 1301,
        EAST: 1,
        WEST: 300,
    }
    found = await known(database, people.official, WEEK, TIMES)
    assert found[EAST]["times"] == Amount(
        21, Unit.TIME, Origin.EVENTS, TODAY, since=date(2026, 11, 16)
    )
    # Once the period is over, it is its last day that numbers are of.
    later = await known(database, people.official, WEEK, TIMES, today=date(2027, 1, 1))
    assert later[EAST]["times"] == replace(
        Amount(21, Unit.TIME, Origin.EVENTS, date(2026, 11, 22)), since=date(2026, 11, 16)
    )


async def test_silence_is_not_zero(database: Database, people: People) -> None:
    silent = {HERE: Lack.SILENT, EAST: Lack.SILENT, WEST: Lack.SILENT}
    assert await values(database, people.official, WEEK, ACCOUNTS) == silent
    # Other help: the team was heard of, and this kind of help was none.
    await keep(database, helped("B0001", people.member, "an_toan_so", 1))
    assert await values(database, people.official, WEEK, ACCOUNTS) == {
        HERE: 0,
        EAST: 0,
        WEST: Lack.SILENT,
    }
    assert await values(database, people.official, LAST, ACCOUNTS) == silent


@pytest.mark.parametrize("counts", list(Counts))
async def test_zero_and_silence_are_two_things_however_events_are_counted(
    database: Database, people: People, counts: Counts
) -> None:
    await keep(database, helped("B0001", people.member, "an_toan_so", 1))
    counted = replace(ACCOUNTS, counts=counts)
    assert await values(database, people.official, WEEK, counted) == {
        HERE: 0,
        EAST: 0,
        WEST: Lack.SILENT,
    }


@pytest.mark.parametrize(
    "fact",
    [
        NothingToReport(date(2026, 11, 16)),
        AssistanceTried("dvc_huong_dan", 2, TODAY, Obstacle.SYSTEM),
    ],
)
async def test_who_told_that_there_was_nothing_or_tried_in_vain_is_not_silent(
    database: Database, people: People, fact: NothingToReport | AssistanceTried
) -> None:
    await keep(database, signed("B0001", people.neighbour, fact))
    for asked in (WEEK, "2026-11", "2026-11-20..2026-11-21"):
        assert await values(database, people.official, asked, ACCOUNTS) == {
            HERE: 0,
            EAST: Lack.SILENT,
            WEST: 0,
        }
    for asked in (LAST, "2026-W48", "2026-12"):
        assert (await values(database, people.official, asked, ACCOUNTS))[WEST] is Lack.SILENT


async def test_what_was_all_taken_back_leaves_silence(database: Database, people: People) -> None:
    slip = helped("B0001", people.member, "vneid_kich_hoat", 5)
    await keep(database, slip, voided("B0002", people.member, slip))
    assert (await values(database, people.official, WEEK, ACCOUNTS))[EAST] is Lack.SILENT


def first(code: str, entry: Entry, count: int) -> Entry:
    return replace(entry, code=code, fact=FirstTimeTold(entry, count))


async def test_people_are_an_estimate_from_those_told_to_be_new(
    database: Database, people: People
) -> None:
    one = helped("B0001", people.member, "vneid_kich_hoat", 5)
    two = helped("B0002", people.member, "dvc_huong_dan", 20)
    slip = helped("B0003", people.member, "dvc_huong_dan", 300)
    neighbours = helped("B0004", people.neighbour, "dvc_huong_dan", 1000)
    other = helped("B0005", people.member, "an_toan_so", 40000)
    await keep(database, one, two, slip, neighbours, other)
    await keep(
        database,
        first("C0001", one, 4),
        first("C0002", one, 3),
        first("C0003", slip, 300),
        voided("C0004", people.member, slip),
    )
    found = await known(database, people.official, WEEK, PEOPLE)
    amounts = {name: amount["people"] for name, amount in found.items()}
    spans = {
        name: (one.value, one.most) for name, one in amounts.items() if isinstance(one, Amount)
    }
    assert spans == {HERE: (3, 1023), EAST: (3, 23), WEST: (0, 1000)}


async def test_people_at_gatherings_are_those_who_came(database: Database, people: People) -> None:
    def session(code: str, came: int | None, day: date = TODAY) -> Entry:
        return signed(code, people.member, AssistanceGiven("tuyen_truyen", 1, day, attendees=came))

    slip, corrected = session("B0001", 500), session("B0002", 3, date(2026, 11, 10))
    await keep(
        database,
        slip,
        corrected,
        session("B0003", 40),
        session("B0004", None),
        session("B0005", 7000, date(2026, 11, 10)),
        voided("B0006", people.member, slip),
        # Taken back after its period was closed: it is taken off where it was taken back.
        replace(
            voided("B0007", people.member, corrected), fact=AssistanceVoided(corrected, day=TODAY)
        ),
    )
    assert await values(database, people.official, WEEK, CAME) == {
        HERE: 37,
        EAST: 37,
        WEST: Lack.SILENT,
    }
    assert (await values(database, people.official, LAST, CAME))[EAST] == 7003


async def test_gatherings_of_which_nobody_told_how_many_came_are_not_zero(
    database: Database, people: People
) -> None:
    gathered = AssistanceGiven("tuyen_truyen", 1, TODAY)
    await keep(database, signed("B0001", people.member, gathered))
    assert await values(database, people.official, WEEK, CAME) == {
        HERE: Lack.MISSING,
        EAST: Lack.MISSING,
        WEST: Lack.SILENT,
    }
    nobody = replace(gathered, attendees=0)
    await keep(database, signed("B0002", people.member, nobody))
    assert (await values(database, people.official, WEEK, CAME))[EAST] == 0


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("2026-W01", (date(2025, 12, 29), date(2026, 1, 4))),
        ("2026-W53", (date(2026, 12, 28), date(2027, 1, 3))),
        ("2028-02", (date(2028, 2, 1), date(2028, 2, 29))),
        ("2028-03@nd09", (date(2028, 2, 15), date(2028, 3, 14))),
        ("2026-Q4", (date(2026, 10, 1), date(2026, 12, 31))),
        ("2026-Q1@nd09", (date(2025, 12, 15), date(2026, 3, 14))),
        ("2026-H2@nd09", (date(2026, 6, 15), date(2026, 12, 14))),
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2026@nd09", (date(2025, 12, 15), date(2026, 12, 14))),
    ],
)
async def test_a_period_has_both_its_days_and_no_other(
    database: Database, people: People, asked: str, days: tuple[date, date]
) -> None:
    first_day, last_day = days
    edges = (first_day.toordinal() - 1, first_day.toordinal(), last_day.toordinal())
    every = [*map(date.fromordinal, edges), date.fromordinal(last_day.toordinal() + 1)]
    for nth, day in enumerate(every):
        await keep(database, helped(f"B000{nth}", people.member, "vneid_kich_hoat", 10**nth, day))
    assert (await values(database, people.official, asked, ACCOUNTS, date(2029, 1, 1)))[HERE] == 110
