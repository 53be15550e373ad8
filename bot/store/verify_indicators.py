"""Holds what indicators are made of against the recount: of closed sheets, and of this day's."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import PlacesMerged
from bot.domain.indicators import Catalogue
from bot.domain.periods import Period, month, week
from bot.domain.places import Place
from bot.domain.quantities import Amount, Lack, Origin, Quantity
from bot.domain.sheets import Sheet
from bot.domain.text import Phrase, _
from bot.store import roster, sheet_text, verify_survey
from bot.store.amounts import Ground, amounts, ground
from bot.store.places import present
from bot.store.schema import closings
from bot.store.verify_values import Fact, Recounted, recounted


async def recount(
    tx: AsyncConnection, facts: Sequence[Fact], catalogue: Catalogue, today: date
) -> tuple[int, list[Phrase]]:
    """Return how many numbers were compared, and what does not agree.

    1. Every sheet that was closed with this catalogue: its commune's numerators and denominators.
    2. Of every commune of today this week and this month: each quantity, village by village.
    """
    lists = await verify_survey.lists(tx)
    compared, problems = 0, list[Phrase]()
    for one, sheet in await _sheets(tx, catalogue):
        known = [row for row in facts if row.id <= (one.last_fact or 0)]
        where = await ground(tx, Place(one.commune_id, sheet.commune), sheet.map_day)
        ours = _recounted(known, sheet.period, where, lists)
        for name, theirs in _parts(sheet, catalogue):
            compared += 1
            problems += _differs(ours, catalogue, name, where.commune, theirs, sheet.period)
    for commune in await roster.communes(tx):
        if await present(tx, commune.id) != commune.id:
            continue
        for wanted in (week(today), month(today)):
            where = await ground(tx, commune, wanted.last)
            ours = _recounted(facts, wanted, where, lists)
            live = await amounts(tx, where, wanted, catalogue.quantities, today)
            for place in where.places:
                for name, theirs in live[place.id].items():
                    compared += 1
                    problems += _differs(ours, catalogue, name, place, theirs, wanted)
    return compared, problems


async def _sheets(tx: AsyncConnection, catalogue: Catalogue) -> list[tuple[Fact, Sheet]]:
    """Return the sound sheets of a catalogue; the others are found elsewhere."""
    found = await tx.execute(
        select(closings).where(closings.c.catalogue == catalogue.version).order_by(closings.c.id)
    )
    return [
        (row, sheet_text.read(row.sheet))
        for row in found
        if row.sheet and sheet_text.fingerprint(row.sheet) == row.fingerprint
    ]


def _recounted(
    facts: Sequence[Fact], wanted: Period, where: Ground, lists: Mapping[int, int]
) -> Recounted:
    became: dict[int, int] = {}
    for row in facts:
        if row.kind == PlacesMerged.__name__ and row.body:
            body = json.loads(row.body)
            # A commune has the records of all that became it, whatever the day of the map.
            if date.fromisoformat(body["day"]) <= where.day:
                became |= {int(old): int(new) for old, new in body["became"]}
    communes = {one: where.commune.id for one in where.communes if one != where.commune.id}
    below = tuple(village.id for village in where.villages)
    return recounted(facts, wanted, became | communes, lists, (where.commune.id, below))


def _parts(sheet: Sheet, catalogue: Catalogue) -> Iterator[tuple[str, Amount | Lack]]:
    """Yield every quantity that the commune's values are made of."""
    for value in sheet.whole.values:
        declared = catalogue.indicators.get(value.id)
        if declared is None:
            continue
        if value.numerator:
            yield declared.numerator, value.numerator
        if value.denominator and declared.denominator:
            yield declared.denominator, value.denominator


def _differs(
    ours: Recounted,
    catalogue: Catalogue,
    name: str,
    place: Place,
    theirs: Amount | Lack,
    wanted: Period,
) -> list[Phrase]:
    quantity = catalogue.quantities[name]
    number = ours.number(quantity, place.id, catalogue.quantities)
    if isinstance(theirs, Lack):
        # Silence is zero here; a sum may be refused for its days or units.
        same = not number or quantity.origin is Origin.SUM
    else:
        same = number == theirs.value or (number is None and not _recountable(quantity))
    if same:
        return []
    return [
        _(
            "{what} of {place} in {id} differs: {ours} fact by fact, {theirs} as an indicator has "
            "it.",
            what=name,
            place=place.name,
            id=wanted.id,
            ours=str(number),
            theirs=theirs.value if isinstance(theirs, Lack) else str(theirs.value),
        )
    ]


def _recountable(quantity: Quantity) -> bool:
    return quantity.origin in {Origin.EVENTS, Origin.SURVEY} or (
        quantity.origin is Origin.FIGURE and not quantity.flow
    )
