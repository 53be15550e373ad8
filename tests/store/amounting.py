"""Amounts as the official's sheet needs them, by the place's name."""

from datetime import date
from decimal import Decimal

from bot.domain.facts import Entry, FigureGiven
from bot.domain.people import Person
from bot.domain.periods import period
from bot.domain.places import Place
from bot.domain.quantities import Amount, Lack, Quantity
from bot.domain.units import Unit
from bot.store.amounts import amounts, ground
from bot.store.db import Database
from tests.store.people import TODAY, signed

HERE, EAST, WEST = "Xã Hoà Bình", "Thôn Đông", "Thôn Tây"


async def known(
    database: Database,
    official: Person,
    asked: str,
    *quantities: Quantity,
    today: date = TODAY,
) -> dict[str, dict[str, Amount | Lack]]:
    """Return every quantity of the official's commune and its villages, by place."""
    wanted = period(asked)
    async with database.read() as tx:
        where = await ground(tx, official.commune, wanted.last)
        declared = {one.id: one for one in quantities}
        found = await amounts(tx, where, wanted, declared, today)
    return {place.name: dict(found[place.id]) for place in where.places}


async def values(
    database: Database,
    official: Person,
    asked: str,
    quantity: Quantity,
    today: date = TODAY,
) -> dict[str, int | Lack]:
    """Return the plain values of one quantity, by place."""
    found = await known(database, official, asked, quantity, today=today)
    return {name: plain(amounts[quantity.id]) for name, amounts in found.items()}


def plain(amount: Amount | Lack) -> int | Lack:
    return amount if isinstance(amount, Lack) else amount.value


def told(
    code: str,
    official: Person,
    value: str,
    as_of: date,
    *,
    name: str = "cards",
    unit: Unit = Unit.PERSON,
    since: date | None = None,
    giver: str = "Công an xã",
    document: str | None = "12/BC-CAX",
    village: Place | None = None,
) -> Entry:
    """Return the entry of a figure of the official's commune, or of one of its villages."""
    figure = FigureGiven(name, Decimal(value), unit, as_of, giver, document, since)
    entry = signed(code, official, figure)
    return entry if village is None else _at(entry, village)


def _at(entry: Entry, village: Place) -> Entry:
    return Entry(
        code=entry.code,
        at=entry.at,
        fact=entry.fact,
        member=entry.member,
        commune=entry.commune,
        village=village.id,
    )
