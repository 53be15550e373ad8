"""Numbers as one person reads them: the sheet, the figures' history, and who may not see them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import event

from bot.domain.facts import PeriodClosed
from bot.domain.figures import Figure
from bot.domain.indicators import Catalogue, Indicator, Ladder, Value
from bot.domain.people import Person
from bot.domain.periods import period
from bot.domain.places import PlaceKind
from bot.domain.quantities import Counts, Lack, Origin, Quantity
from bot.domain.sheets import PlaceValues, Sheet, State, Status
from bot.domain.units import Unit
from bot.store.db import Database
from bot.store.numbers import Numbers
from tests.declared import catalogue, indicator, quantity, target, words
from tests.store.amounting import EAST, HERE, WEST, told
from tests.store.households import FOUR, asked
from tests.store.people import NOW, TODAY, People, helped, keep, place, signed

END_2024 = date(2024, 12, 31)


def declared(more: int = 0) -> Catalogue:
    """Declare a bit of everything; and so many quantities and rates of each origin more."""
    some: list[Quantity] = []
    rates: list[Indicator] = []
    for nth in range(more + 1):
        mark = str(nth) if nth else ""
        some += [
            quantity(f"cards{mark}", Unit.CARD),
            quantity(f"active{mark}", Unit.ACCOUNT, adds=("vneid_kich_hoat",)),
            quantity(f"help{mark}", Unit.TIME, Origin.EVENTS, of=("dvc_huong_dan",), flow=True),
            quantity(
                f"people{mark}", origin=Origin.EVENTS, of=("dvc_huong_dan",), flow=True,
                counts=Counts.PEOPLE,
            ),
            quantity(
                f"came{mark}", Unit.TIME, Origin.EVENTS, of=("tuyen_truyen",), flow=True,
                counts=Counts.ATTENDEES,
            ),
            quantity(f"teams{mark}", Unit.TEAM, Origin.REGISTER, of=("teams",)),
            quantity(f"phones{mark}", origin=Origin.SURVEY, of=("smartphone",)),
            quantity(f"adults{mark}", origin=Origin.SURVEY, of=("smartphone",), among=True),
            quantity(
                f"both{mark}", origin=Origin.SUM, of=(f"phones{mark}", f"adults{mark}")
            ),
        ]  # fmt: skip
        rates += [
            indicator(f"activated{mark}", f"active{mark}", f"cards{mark}"),
            indicator(f"helped{mark}", f"help{mark}"),
            indicator(f"phone_share{mark}", f"phones{mark}", f"adults{mark}"),
        ]
    ladder = Ladder("ladder", words("ladder"), ("cards",), ("cards", "active"))
    targets = (target("activated", "95", date(2026, 12, 31)),)
    return catalogue(some, rates, ladders=(ladder,), targets=targets)


async def sheet(
    database: Database, person: Person | None, asked_for: str, known: Catalogue | None = None
) -> Sheet:
    async with database.read() as tx:
        return await Numbers(tx, person, known or declared(), NOW).sheet(period(asked_for))


@pytest.fixture
async def work(database: Database, people: People) -> None:
    await keep(
        database,
        told("A0001", people.official, "3009", END_2024, unit=Unit.CARD),
        told("A0002", people.official, "2495", END_2024, name="active", unit=Unit.ACCOUNT),
        helped("B0001", people.member, "vneid_kich_hoat", 7),
        helped("B0002", people.neighbour, "dvc_huong_dan", 4),
        asked("B0003", people.member, "1", FOUR),
    )


def printed(values: PlaceValues) -> dict[str, Decimal | int | Lack | None]:
    """Return what each indicator says: a rate, a count, or why there is none."""
    return {
        one.id: one.why or one.rounded if one.denominator_title else _count(one)
        for one in values.values
    }


def _count(value: Value) -> int | Lack | None:
    return value.numerator.value if value.numerator else value.why


@pytest.mark.usefixtures("work")
async def test_a_sheet_has_every_number_of_the_commune_and_of_each_village(
    database: Database, people: People
) -> None:
    found = await sheet(database, people.official, "2026-W47")
    assert (found.commune, found.period.id, found.catalogue) == (HERE, "2026-W47", "by hand")
    assert (found.map_day, found.day, found.findings) == (date(2026, 11, 22), TODAY, ())
    assert found.whole.name == HERE
    assert printed(found.whole) == {
        "activated": Decimal("82.92"),
        "helped": 4,
        "phone_share": Decimal("75.00"),
    }
    assert {one.name: printed(one) for one in found.villages} == {
        EAST: {"activated": Lack.MISSING, "helped": 0, "phone_share": Decimal("75.00")},
        WEST: {"activated": Lack.MISSING, "helped": 4, "phone_share": Lack.MISSING},
    }
    activated = found.whole.values[0]
    assert activated.target == target("activated", "95", date(2026, 12, 31))
    assert activated.numerator
    assert activated.numerator.estimate == 2502
    (climb,) = found.whole.climbs
    assert [rung.amount.value for rung in climb.rungs if rung.amount] == [3009, 2495]
    assert climb.base
    assert climb.base.value == 3009
    assert found.by_village.totals == {"vneid_kich_hoat": 7, "dvc_huong_dan": 4}
    assert {row.name for row in found.by_village.rows} == {EAST, WEST}
    assert {row.name for row in found.by_team.rows} == {"Tổ Đông", "Tổ Tây"}


@pytest.mark.usefixtures("work")
async def test_only_an_official_sees_a_sheet_and_only_the_own_communes(
    database: Database, people: People
) -> None:
    for person in (people.member, people.leader, people.outsider, None):
        with pytest.raises(LookupError):
            await sheet(database, person, "2026-W47")
    found = await sheet(database, people.outside_official, "2026-W47")
    assert found.commune == "Xã Suối Đá"
    assert [one.name for one in found.villages] == ["Thôn Xa"]
    assert printed(found.whole) == {
        "activated": Lack.MISSING,
        "helped": Lack.SILENT,
        "phone_share": Lack.MISSING,
    }
    assert found.by_village.totals == {}


async def test_figures_are_told_with_their_history_the_one_that_counts_first(
    database: Database, people: People
) -> None:
    here, east = people.official.commune, people.member.village
    assert east
    await keep(
        database,
        told("A0001", people.official, "1", date(2025, 12, 31)),
        told("A0002", people.official, "2", date(2025, 12, 31), document=None),
        told("A0003", people.official, "3", END_2024),
        told("A0004", people.official, "4", END_2024, village=east, since=date(2024, 1, 1)),
        told("A0005", people.official, "5", END_2024, name="other"),
    )

    async def values(person: Person | None, at: str) -> list[str]:
        async with database.read() as tx:
            numbers = Numbers(tx, person, declared(), NOW)
            where = {HERE: here, EAST: east}[at]
            return [str(one.value) for one in await numbers.figures("cards", where)]

    assert await values(people.official, HERE) == ["2", "1", "3"]
    assert await values(people.official, EAST) == ["4"]
    for person in (people.outside_official, people.leader, people.member, None):
        assert await values(person, HERE) == await values(person, EAST) == []
    async with database.read() as tx:
        (found,) = await Numbers(tx, people.official, declared(), NOW).figures("cards", east)
    assert found == Figure(
        "cards", Decimal(4), "người", END_2024, "Công an xã", "12/BC-CAX", date(2024, 1, 1)
    )


async def test_figures_may_be_given_for_the_commune_and_its_villages_of_today(
    database: Database, people: People
) -> None:
    async def names(person: Person | None) -> list[str]:
        async with database.read() as tx:
            return [one.name for one in await Numbers(tx, person, declared(), NOW).places()]

    assert await names(people.official) == [HERE, EAST, WEST]
    assert await names(people.outside_official) == ["Xã Suối Đá", "Thôn Xa"]
    for person in (people.leader, people.member, None):
        assert await names(person) == []


async def test_who_oversees_sees_how_far_a_period_is(database: Database, people: People) -> None:
    await keep(database, signed("A0001", people.official, PeriodClosed(period("2026-W46"))))

    async def state(person: Person | None, asked_for: str) -> Status:
        async with database.read() as tx:
            return await Numbers(tx, person, declared(), NOW).status(period(asked_for))

    for person in (people.official, people.leader):
        assert (await state(person, "2026-W46")).state is State.CLOSED
        assert (await state(person, "2026-W47")).state is State.DRAFT
    for stranger in (people.member, people.outside_official, None):
        assert await state(stranger, "2026-W46") == Status(State.DRAFT)


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """Write down every question that the database is asked."""
    said: list[str] = []
    engine = database._reader.sync_engine

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        said.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield said
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.usefixtures("work")
async def test_questions_do_not_grow_with_indicators_or_villages(
    database: Database, people: People
) -> None:
    with counted(database) as few:
        await sheet(database, people.official, "2026")
    async with database.write() as tx:
        for nth in range(12):
            village = await place(tx, PlaceKind.VILLAGE, f"Thôn {nth}", people.official.commune.id)
            await place(tx, PlaceKind.TEAM, f"Tổ {nth}", village)
    with counted(database) as many:
        found = await sheet(database, people.official, "2026", declared(more=20))
    assert len(found.villages) == 14
    assert len(found.whole.values) == 63
    assert len(many) == len(few) < 30
