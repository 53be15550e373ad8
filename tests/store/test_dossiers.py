"""The dossier of a period: gathered once, and of a closed period the same for ever."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from bot.domain.dossiers import Dossier
from bot.domain.errors import Damaged
from bot.domain.facts import NothingToReport
from bot.domain.findings import Kind, Rule
from bot.domain.periods import period
from bot.domain.sheets import State
from bot.domain.tally import Row
from bot.domain.text import Words
from bot.store import dossiers
from bot.store.db import Database
from tests.domain.checked import catalogue
from tests.store.people import NOW, People, helped, keep, signed, voided
from tests.store.sealed import close

WEEK = period("2026-W47")
MONDAY, BEFORE = date(2026, 11, 16), date(2026, 11, 10)


async def gather(
    database: Database,
    people: People,
    asked: str = "2026-W47",
    later: int = 0,
    rules: tuple[Rule, ...] = (),
) -> Dossier:
    """Gather as the program does, so many days later than the tests' today."""
    async with database.read() as tx:
        return await dossiers.gather(
            tx, people.official.commune, period(asked), catalogue(rules, ()),
            of_people=("can_cuoc_van_dong",), now=NOW + timedelta(days=later),
        )  # fmt: skip


async def test_everything_of_a_period_is_in_it(database: Database, people: People) -> None:
    await keep(
        database,
        helped("A0001", people.member, "vneid_khac", 2, MONDAY),
        helped("A0002", people.member, "can_cuoc_van_dong", 4, MONDAY),
        helped("A0003", people.neighbour, "vneid_khac", 5, BEFORE),
        signed("A0004", people.neighbour, NothingToReport(MONDAY)),
    )
    found = await gather(database, people)
    assert (found.sheet.commune, found.sheet.period) == ("Xã Hoà Bình", WEEK)
    assert found.status.state is State.DRAFT
    assert found.totals == {"vneid_khac": 2, "can_cuoc_van_dong": 4}
    assert found.before.rows == (Row("Thôn Tây", "vneid_khac", 5),)
    assert (found.helped.first, found.helped.unknown) == (0, 4)
    assert [one.totals for one in found.trend] == [*[{}] * 10, {"vneid_khac": 5}, found.totals]
    assert found.trend[0].period.id == "2026-W36"
    assert [name for name, __ in found.grid.rows] == ["Tổ Đông", "Tổ Tây"]
    assert [one.days for one in found.worked if one.days] == [(MONDAY,)]
    assert (found.made_at, found.demo) == (NOW, False)


async def test_a_closed_period_gives_the_same_for_ever(database: Database, people: People) -> None:
    first = helped("A0001", people.member, "vneid_khac", 2, MONDAY)
    await keep(database, first, helped("A0002", people.neighbour, "vneid_khac", 5, BEFORE))
    await close(database, people, "A0003", WEEK)
    closed = await gather(database, people)
    assert closed.status.state is State.CLOSED
    await keep(
        database,
        voided("A0004", people.member, first),
        helped("A0005", people.member, "vneid_khac", 9, MONDAY),
        helped("A0006", people.neighbour, "dvc_huong_dan", 7, BEFORE),
        helped("A0007", people.neighbour, "dvc_huong_dan", 7, date(2026, 10, 6)),
        signed("A0008", people.leader, NothingToReport(date(2026, 11, 9))),
    )
    again = await gather(database, people, later=30)
    assert replace(again, made_at=closed.made_at) == closed
    # An open period has it all.
    assert (await gather(database, people, "2026-11")).totals == {
        "vneid_khac": 14,
        "dvc_huong_dan": 7,
    }


async def test_a_sheet_that_was_changed_after_closing_is_not_shown(
    database: Database, people: People
) -> None:
    await keep(database, helped("A0001", people.member, "vneid_khac", 2, MONDAY))
    await close(database, people, "A0002", WEEK)
    async with database.write() as tx:
        await tx.execute(text("UPDATE closings SET sheet = replace(sheet, '2', '3')"))
    with pytest.raises(Damaged):
        await gather(database, people)


async def test_findings_name_nobody(database: Database, people: People) -> None:
    burst = Rule("burst", Kind.BURST, (), (), Decimal(12), Decimal(2), Words({"vi": "hỏi lại"}))
    at = [NOW + timedelta(seconds=nth) for nth in range(12)]
    await keep(
        database,
        *(
            helped(f"B{nth:04}", people.member, "vneid_khac", 1, MONDAY, at[nth])
            for nth in range(12)
        ),
    )
    found = await gather(database, people, rules=(burst,))
    assert [(one.rule, one.place) for one in found.findings] == [("burst", None)]
    await close(database, people, "A0002", WEEK)
    assert (await gather(database, people)).findings == ()
