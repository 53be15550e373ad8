"""Who was at work on which day, and which team reported in which week."""

from dataclasses import replace
from datetime import date

from bot.domain.dossiers import Grid, Report, Worked
from bot.domain.facts import (
    AssistanceGiven,
    AssistanceTried,
    HouseholdSurveyed,
    NothingToReport,
)
from bot.domain.obstacles import Obstacle
from bot.domain.periods import period, week
from bot.domain.places import Scope
from bot.domain.survey import Outcome
from bot.store import presence
from bot.store.db import Database
from tests.store.maps import WEDNESDAY, merge
from tests.store.people import TODAY, People, helped, keep, signed, voided

WEEK = period("2026-W47")
MONDAY, TUESDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 22)
NAMES = ["Trần Thị Hoa", "Nguyễn Văn Nam", "Lê Văn Đức"]


async def days(
    database: Database, people: People, asked: str = "2026-W47", until: int | None = None
) -> dict[str | None, tuple[date, ...]]:
    async with database.read() as tx:
        found = await presence.worked(tx, Scope(people.official.commune), period(asked), until)
    return {one.name: one.days for one in found}


async def reports(
    database: Database, people: People, asked: str = "2026-W47", until: int | None = None
) -> Grid:
    async with database.read() as tx:
        scope = Scope(people.official.commune)
        return await presence.grid(tx, scope, period(asked), TODAY, until)


async def test_a_day_counts_once_whatever_was_done_on_it(
    database: Database, people: People
) -> None:
    tried = AssistanceTried("vneid_khac", 1, MONDAY, Obstacle.NO_PHONE)
    await keep(
        database,
        helped("A0001", people.member, "vneid_khac", 2, TUESDAY),
        helped("A0002", people.member, "dvc_huong_dan", 5, TUESDAY),
        signed("A0003", people.member, tried),
        signed("A0004", people.neighbour, HouseholdSurveyed("7", SUNDAY, Outcome.ABSENT)),
    )
    assert await days(database, people) == {
        "Nguyễn Văn Nam": (),
        "Trần Thị Hoa": (MONDAY, TUESDAY),
        "Lê Văn Đức": (SUNDAY,),
    }


async def test_days_stand_by_team_and_name(database: Database, people: People) -> None:
    await keep(database, helped("A0001", people.outsider, "vneid_khac", 2, TUESDAY))
    async with database.read() as tx:
        found = await presence.worked(tx, Scope(people.official.commune), WEEK)
    assert found == (
        Worked("Nguyễn Văn Nam", "Tổ Đông", ()),
        Worked("Trần Thị Hoa", "Tổ Đông", ()),
        Worked("Lê Văn Đức", "Tổ Tây", ()),
    )


async def test_the_days_are_those_of_the_period(database: Database, people: People) -> None:
    outside = (date(2026, 11, 15), date(2026, 11, 23))
    for nth, day in enumerate((*outside, MONDAY, SUNDAY)):
        await keep(database, helped(f"A000{nth}", people.member, "vneid_khac", 1, day))
    assert (await days(database, people))["Trần Thị Hoa"] == (MONDAY, SUNDAY)


async def test_what_was_taken_back_is_no_day(database: Database, people: People) -> None:
    entry = helped("A0001", people.member, "vneid_khac", 2, TUESDAY)
    await keep(database, entry, voided("A0002", people.member, entry))
    assert (await days(database, people))["Trần Thị Hoa"] == ()
    assert (await reports(database, people)).rows[0][1][-1] is Report.SILENT
    # Seen from before it was taken back, it is one.
    assert (await days(database, people, until=1))["Trần Thị Hoa"] == (TUESDAY,)
    assert (await reports(database, people, until=1)).rows[0][1][-1] is Report.GIVEN


async def test_an_adjustment_is_work_of_the_day_it_was_done_on(
    database: Database, people: People
) -> None:
    first = helped("A0001", people.member, "vneid_khac", 2, TUESDAY)
    later = AssistanceGiven("vneid_khac", 3, date(2026, 12, 1), adjusts=TUESDAY)
    back = voided("A0002", people.member, first)
    back = replace(back, fact=replace(back.fact, day=date(2026, 12, 1)))  # type: ignore[arg-type]
    await keep(database, first, back, signed("A0003", people.member, later))
    assert (await days(database, people))["Trần Thị Hoa"] == (TUESDAY,)
    assert (await days(database, people, "2026-12"))["Trần Thị Hoa"] == ()


async def test_silence_is_not_nothing_and_a_week_to_come_is_neither(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0001", people.member, "vneid_khac", 2, date(2026, 11, 3)),
        signed("A0002", people.neighbour, NothingToReport(date(2026, 11, 9))),
    )
    found = await reports(database, people, "2026-11")
    assert [one.id for one in found.weeks] == [
        "2026-W44", "2026-W45", "2026-W46", "2026-W47", "2026-W48", "2026-W49",
    ]  # fmt: skip
    silent, ahead = Report.SILENT, Report.AHEAD
    assert found.rows == (
        ("Tổ Đông", (silent, Report.GIVEN, silent, silent, ahead, ahead)),
        ("Tổ Tây", (silent, silent, Report.NOTHING, silent, ahead, ahead)),
    )


async def test_who_says_nothing_and_then_records_has_reported(
    database: Database, people: People
) -> None:
    await keep(
        database,
        signed("A0001", people.member, NothingToReport(MONDAY)),
        helped("A0002", people.member, "vneid_khac", 2, SUNDAY),
    )
    assert (await reports(database, people)).rows[0] == (
        "Tổ Đông",
        (Report.SILENT, Report.SILENT, Report.SILENT, Report.GIVEN),
    )


async def test_of_one_week_the_three_before_it_are_told(database: Database, people: People) -> None:
    found = await reports(database, people, "2026-W02")
    assert found.weeks == tuple(map(week, (
        date(2025, 12, 15), date(2025, 12, 22), date(2025, 12, 29), date(2026, 1, 5),
    )))  # fmt: skip


async def test_a_merged_team_has_what_its_parts_reported(
    database: Database, people: People
) -> None:
    await keep(
        database,
        helped("A0001", people.member, "vneid_khac", 2, MONDAY),
        signed("A0002", people.neighbour, NothingToReport(date(2026, 11, 9))),
    )
    commune = people.official.commune
    await merge(database, "Thôn Mới", "Thôn Đông", "Thôn Tây", day=WEDNESDAY, commune=commune)
    found = await reports(database, people)
    marks = dict(found.rows)
    assert marks == {
        "Tổ Đông": (Report.SILENT, Report.SILENT, Report.SILENT, Report.GIVEN),
        "Tổ Tây": (Report.SILENT, Report.SILENT, Report.NOTHING, Report.SILENT),
    }
    assert set(await days(database, people)) == set(NAMES)


async def test_another_commune_is_in_neither(database: Database, people: People) -> None:
    await keep(database, helped("A0001", people.outsider, "vneid_khac", 2, TUESDAY))
    assert set(await days(database, people)) == set(NAMES)
    assert [name for name, __ in (await reports(database, people)).rows] == ["Tổ Đông", "Tổ Tây"]
