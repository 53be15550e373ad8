"""Every indicator of the catalogue, on the first and last days of periods and just outside them."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.indicators import Measure, Value
from bot.domain.periods import period
from bot.domain.quantities import Amount, Lack, Origin
from bot.domain.sheets import PlaceValues, Sheet
from bot.store import sheets, version
from bot.store.db import Database
from tests.house import LIBRARY
from tests.store.amounting import EAST, HERE, WEST
from tests.store.edges import NEW, PERIODS, Books, days
from tests.store.loading import load, load_merged, written
from tests.store.maps import WEDNESDAY as MERGED
from tests.store.oracle import Answer, Known, Oracle
from tests.store.people import People

CATALOGUE = LIBRARY.catalogue
LATER = date(2030, 1, 1)
# One of each that matters, for the server: a week across the merger and one across the year, 29
# February in either scheme, a year in either.
FEW = ("2026-W47", "2026-W53", "2028-02", "2028-03@nd09", "2026-Q1@nd09", "2026@nd09")


@dataclass(frozen=True, slots=True)
class Town:
    """A filled ledger, and what the commune had in some periods before its villages merged."""

    where: str
    books: Books
    people: People
    before: Mapping[str, Sheet]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """One file for all periods: to fill it takes longer than to ask."""
    path = tmp_path_factory.mktemp("edges") / "toso.db"
    path.touch()
    return asyncio.run(_built(path))


@pytest.fixture
async def filled(town: Town) -> AsyncIterator[Database]:
    """The town's ledger, to read in."""
    database = Database(town.where)
    yield database
    await database.close()


async def _built(path: Path) -> Town:
    database, books = Database(str(path)), written(PERIODS)
    await version.ready(database)
    people = await load(database, books)
    over = [name for name in PERIODS if days(name)[1] < MERGED]
    before = {name: await sheet(database, people, name) for name in over}
    await load_merged(database, books, people)
    await database.close()
    return Town(str(path), books, people, before)


@pytest.mark.parametrize("name", PERIODS)
async def test_every_indicator_holds_what_was_put_in_and_no_day_more(
    town: Town, filled: Database, name: str
) -> None:
    assert_as_written(await sheet(filled, town.people, name), town.books, name)


async def test_the_same_on_either_database(database: Database) -> None:
    books = written(FEW)
    people = await load(database, books)
    await load_merged(database, books, people)
    for name in FEW:
        assert_as_written(await sheet(database, people, name), books, name)


async def test_a_merger_changes_no_period_that_was_over_before_it(
    town: Town, filled: Database
) -> None:
    assert len(town.before) > 4
    for name, was in town.before.items():
        found = await sheet(filled, town.people, name)
        assert (found.whole, found.villages) == (was.whole, was.villages), name
        assert (found.by_village, found.by_team) == (was.by_village, was.by_team), name


def test_the_books_say_something_of_every_indicator() -> None:
    """Were all of them lacks or zeros, nothing would be seen."""
    assert {one.origin for one in CATALOGUE.quantities.values()} == set(Origin)
    books = written(FEW)
    for one in CATALOGUE.indicators.values():
        found = {
            _value(books, name, HERE, quantity)
            for name in FEW
            for quantity in (one.numerator, one.denominator)
            if quantity
        }
        assert any(told for told in found if isinstance(told, int)), one.id


async def sheet(database: Database, people: People, name: str) -> Sheet:
    """Return a sheet long after the period."""
    async with database.read() as tx:
        return await sheets.live(tx, people.official.commune, period(name), CATALOGUE, LATER)


def assert_as_written(found: Sheet, books: Books, name: str) -> None:
    """See that every value of every place is what the books say."""
    first, last = days(name)
    assert (found.period.start, found.period.last) == (first, last)
    villages = {EAST, WEST} if last < MERGED else {NEW}
    assert {one.name for one in found.villages} == villages
    for place in (found.whole, *found.villages):
        oracle = Oracle(books, CATALOGUE.quantities, first, last, place.name)
        assert [one.id for one in place.values] == list(CATALOGUE.indicators)
        for value in place.values:
            _assert_value(value, oracle, f"{name} {place.name} {value.id}")
        _assert_climbs(place, oracle)


def _assert_value(value: Value, oracle: Oracle, said: str) -> None:
    declared = CATALOGUE.indicators[value.id]
    over = oracle.amount(declared.numerator)
    under = oracle.amount(declared.denominator) if declared.denominator else None
    _assert_amount(value.numerator, over, said)
    _assert_amount(value.denominator, under, said)
    lack = over if isinstance(over, Lack) else _no_base(under)
    assert value.why is lack, said
    if lack or declared.measure is Measure.COUNT:
        assert value.rounded is None, said
        return
    assert isinstance(over, Known)
    assert isinstance(under, Known)
    # Half up at two decimals, in whole numbers.
    hundredths = (over.value * 20000 + under.value) // (2 * under.value)
    assert value.rounded == Decimal(hundredths).scaleb(-2), said


def _assert_amount(found: Amount | None, wanted: Answer | None, said: str) -> None:
    if not isinstance(wanted, Known):
        assert found is None, said
        return
    assert found, said
    told = Known(found.value, found.as_of, found.since, found.most, found.added, found.expired)
    assert told == wanted, said


def _assert_climbs(place: PlaceValues, oracle: Oracle) -> None:
    for ladder, climb in zip(CATALOGUE.ladders, place.climbs, strict=True):
        bases = [one for base in ladder.bases if not _no_base(one := oracle.amount(base))]
        _assert_amount(climb.base, bases[0] if bases else None, ladder.id)
        for rung, name in zip(climb.rungs, ladder.rungs, strict=True):
            _assert_amount(rung.amount, oracle.amount(name), name)


def _no_base(amount: Answer | None) -> Lack | None:
    if not isinstance(amount, Known):
        return amount
    if not amount.value:
        return Lack.ZERO
    return Lack.EXPIRED if amount.expired else None


def _value(books: Books, name: str, place: str, quantity: str) -> int | Lack:
    found = Oracle(books, CATALOGUE.quantities, *days(name), place).amount(quantity)
    return found.value if isinstance(found, Known) else found
