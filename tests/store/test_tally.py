"""The tally: every dimension adds up, what was taken back cancels, the days are cut exactly."""

from datetime import date

import pytest

from bot.domain.people import Person
from bot.domain.periods import period
from bot.domain.tally import By, Row, Tally
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW, People, helped, keep, voided

WEEK = period("2026-W47")


async def tally(database: Database, person: Person | None, by: By, asked: str = WEEK.id) -> Tally:
    async with database.read() as tx:
        return await Ledger(tx, person, NOW).tally(period(asked), by)


@pytest.fixture
async def work(database: Database, people: People) -> None:
    """A week of both communes, with two slips that were taken back."""
    slip = helped("A0001", people.member, "vneid_kich_hoat", 30)
    only = helped("A0002", people.neighbour, "an_toan_so", 4)
    await keep(
        database,
        slip,
        only,
        helped("A0003", people.member, "vneid_kich_hoat", 3),
        helped("A0004", people.member, "dvc_huong_dan", 1),
        helped("A0005", people.leader, "vneid_kich_hoat", 2),
        helped("A0006", people.neighbour, "vneid_kich_hoat", 5),
        helped("A0007", people.outsider, "vneid_kich_hoat", 700),
        voided("A0008", people.member, slip),
        voided("A0009", people.neighbour, only),
    )


TOTALS = {"vneid_kich_hoat": 10, "dvc_huong_dan": 1}
ROWS = {
    By.ACTIVITY: (Row(None, "dvc_huong_dan", 1), Row(None, "vneid_kich_hoat", 10)),
    By.VILLAGE: (
        Row("Thôn Đông", "dvc_huong_dan", 1),
        Row("Thôn Đông", "vneid_kich_hoat", 5),
        Row("Thôn Tây", "vneid_kich_hoat", 5),
    ),
    By.TEAM: (
        Row("Tổ Đông", "dvc_huong_dan", 1),
        Row("Tổ Đông", "vneid_kich_hoat", 5),
        Row("Tổ Tây", "vneid_kich_hoat", 5),
    ),
    By.MEMBER: (
        Row("Lê Văn Đức", "vneid_kich_hoat", 5),
        Row("Nguyễn Văn Nam", "vneid_kich_hoat", 2),
        Row("Trần Thị Hoa", "dvc_huong_dan", 1),
        Row("Trần Thị Hoa", "vneid_kich_hoat", 3),
    ),
}


@pytest.mark.usefixtures("work")
async def test_what_was_taken_back_cancels_in_every_dimension(
    database: Database, people: People
) -> None:
    for by in By:
        assert await tally(database, people.official, by) == Tally(WEEK, by, TOTALS, ROWS[by])


@pytest.mark.usefixtures("work")
async def test_the_official_of_one_commune_sees_nothing_of_another(
    database: Database, people: People
) -> None:
    names = {By.VILLAGE: "Thôn Xa", By.TEAM: "Tổ Xa", By.MEMBER: "Y Blô"}
    for by in By:
        assert await tally(database, people.outside_official, by) == Tally(
            WEEK, by, {"vneid_kich_hoat": 700}, (Row(names.get(by), "vneid_kich_hoat", 700),)
        )


@pytest.mark.usefixtures("work")
async def test_a_leader_sees_the_own_team_only(database: Database, people: People) -> None:
    assert await tally(database, people.leader, By.MEMBER) == Tally(
        WEEK,
        By.MEMBER,
        {"vneid_kich_hoat": 5, "dvc_huong_dan": 1},
        (
            Row("Nguyễn Văn Nam", "vneid_kich_hoat", 2),
            Row("Trần Thị Hoa", "dvc_huong_dan", 1),
            Row("Trần Thị Hoa", "vneid_kich_hoat", 3),
        ),
    )
    village = await tally(database, people.leader, By.VILLAGE)
    assert {row.name for row in village.rows} == {"Thôn Đông"}


@pytest.mark.usefixtures("work")
async def test_the_tally_of_a_member_and_of_a_stranger_is_empty(
    database: Database, people: People
) -> None:
    for by in By:
        for who in (people.member, people.outsider, None):
            assert await tally(database, who, by) == Tally(WEEK, by, {}, ())


async def test_a_period_begins_with_its_first_day_and_ends_with_its_last(
    database: Database, people: People
) -> None:
    expected = {
        "2026-10": 1000,
        "2026-11": 111,
        "2026-12": 10000,
        "2026-11@nd09": 1001,
        "2026-12@nd09": 110,
        "2026-11-01..2026-11-14": 1,
        "2026-11-15..2026-11-30": 110,
        "2026-Q4": 11111,
    }
    days = {
        date(2026, 10, 31): 1000,
        date(2026, 11, 1): 1,
        date(2026, 11, 15): 10,
        date(2026, 11, 30): 100,
        date(2026, 12, 15): 10000,
    }
    await keep(
        database,
        *(
            helped(f"A000{nth}", people.member, "vneid_kich_hoat", count, day)
            for nth, (day, count) in enumerate(days.items())
        ),
    )
    counted = {}
    for asked in expected:
        found = await tally(database, people.official, By.ACTIVITY, asked)
        counted[asked] = found.totals["vneid_kich_hoat"]
    assert counted == expected


async def test_help_and_its_void_in_the_same_period_leave_no_row(
    database: Database, people: People
) -> None:
    entry = helped("A0001", people.member, "vneid_kich_hoat", 3)
    await keep(database, entry, voided("A0002", people.member, entry))
    for by in By:
        counted = await tally(database, people.official, by)
        assert (counted.totals, counted.rows) == ({}, ())
