"""How many households there are: given as a figure, or those of all parts of a merged place."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.survey import HOUSEHOLDS, Total
from bot.domain.units import Unit
from bot.store.places import direct, parts
from bot.store.schema import figures


async def totals(tx: AsyncConnection, where: Iterable[int]) -> dict[int, Total]:
    """Return the newest number of households of each place that has one.

    A merged place that nobody has counted yet has those of all its parts, if they are known.
    """
    wanted = list(where)
    held = await parts(tx, wanted)
    found = await tx.execute(
        select(figures)
        .where(
            figures.c.place_id.in_({*wanted, *(part for one in held.values() for part in one)}),
            figures.c.name == HOUSEHOLDS,
            figures.c.unit == Unit.HOUSEHOLD.value,
        )
        .order_by(figures.c.as_of.desc(), figures.c.id.desc())
    )
    given: dict[int, Total] = {}
    for row in found:
        whole = row.value == row.value.to_integral_value() and row.value > 0
        if whole:
            given.setdefault(row.place_id, Total(int(row.value), row.as_of))
    known = {place: _of(place, given, held) for place in wanted}
    return {place: total for place, total in known.items() if total}


def added(totals_of_parts: Iterable[Total | None]) -> Total | None:
    """Add up what some places have, as of the oldest day; None where one is not known."""
    known = list(totals_of_parts)
    if not known or any(one is None for one in known):
        return None
    every = [one for one in known if one]
    return Total(sum(one.households for one in every), min(one.as_of for one in every))


def _of(place: int, given: Mapping[int, Total], held: Mapping[int, frozenset[int]]) -> Total | None:
    """Return what a place was given, else what those places come to that became it at once."""
    if place in given:
        return given[place]
    return added(_of(one, given, held) for one in direct(place, held))
