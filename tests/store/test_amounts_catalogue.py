"""Every declared indicator over the ledger: with a figure of each part it is n over N."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.facts import Entry, FigureGiven
from bot.domain.indicators import Measure
from bot.domain.people import Person
from bot.domain.periods import Period, period
from bot.domain.quantities import Lack, Origin, Quantity
from bot.store.db import Database
from bot.store.numbers import Numbers
from tests.house import LIBRARY
from tests.store.households import FOUR, asked
from tests.store.people import NOW, People, helped, keep, signed

CATALOGUE = LIBRARY.catalogue
FIGURES = [one for one in CATALOGUE.quantities.values() if one.origin is Origin.FIGURE]
QUARTERS = ("2026-Q3", "2026-Q3@nd09")


def given(nth: int, quantity: Quantity, official: Person, of: Period) -> Entry:
    """Return a figure of a quantity for a period: each has a value of its own."""
    since = of.start if quantity.flow else None
    value = Decimal(1000 + nth)
    fact = FigureGiven(quantity.id, value, quantity.unit, of.last, "Ai đó", None, since)
    return signed(f"F{nth:04}", official, fact)


async def test_every_indicator_is_its_numerator_over_its_denominator(
    database: Database, people: People
) -> None:
    for number, name in enumerate(QUARTERS):
        of = period(name)
        await keep(
            database,
            *(
                given(nth + 500 * number, one, people.official, of)
                for nth, one in enumerate(FIGURES)
            ),
            helped(f"B{number}", people.member, "an_toan_so", 1, of.last),
        )
    await keep(database, asked("C0001", people.member, "1", FOUR, day=date(2026, 6, 20)))
    for name in QUARTERS:
        async with database.read() as tx:
            sheet = await Numbers(tx, people.official, CATALOGUE, NOW).sheet(period(name))
        assert [one.id for one in sheet.whole.values] == list(CATALOGUE.indicators)
        for one in sheet.whole.values:
            told, declared = one.numerator, CATALOGUE.indicators[one.id]
            assert one.why is None or one.why is Lack.ZERO, one.id
            assert told, one.id
            assert told.unit is CATALOGUE.quantities[declared.numerator].unit
            if one.measure is Measure.COUNT:
                assert (one.denominator, one.rounded) == (None, None)
            elif one.why is None:
                assert one.denominator
                share = Decimal(told.value * 100) / one.denominator.value
                digits = Decimal(1).scaleb(-CATALOGUE.decimals)
                assert one.rounded == share.quantize(digits, ROUND_HALF_UP), one.id
        for climb in sheet.whole.climbs:
            assert climb.base
            assert all(rung.amount for rung in climb.rungs)


async def test_an_empty_ledger_has_no_number_but_those_of_the_roster(
    database: Database, people: People
) -> None:
    async with database.read() as tx:
        sheet = await Numbers(tx, people.official, CATALOGUE, NOW).sheet(period("2026-W53"))
    for place in (sheet.whole, *sheet.villages):
        for one in place.values:
            origin = CATALOGUE.quantities[CATALOGUE.indicators[one.id].numerator].origin
            if origin is Origin.REGISTER:
                assert one.numerator
            else:
                assert one.why in {Lack.SILENT, Lack.MISSING}, one.id
                assert one.rounded is None
