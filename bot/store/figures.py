"""Reads the figures from outside: a newer one replaces an older one, and both stay."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.figures import Figure
from bot.domain.places import Place
from bot.store.places import direct, parts
from bot.store.schema import figures


async def newest(tx: AsyncConnection, place: Place) -> tuple[Figure, ...]:
    """Return the newest of each figure of a place.

    What nobody has given for a merged place is the sum of its parts', where those are of the same
    day and unit; nothing is guessed from different ones.
    """
    held = await parts(tx, [place.id])
    found = await tx.execute(
        select(figures)
        .where(figures.c.place_id.in_([place.id, *held.get(place.id, ())]))
        .order_by(figures.c.as_of.desc(), figures.c.id.desc())
    )
    latest: dict[int, dict[str, Figure]] = {}
    for row in found:
        figure = Figure(
            row.name, row.value, row.unit, row.as_of, row.giver, row.document, row.since
        )
        latest.setdefault(row.place_id, {}).setdefault(row.name, figure)
    return tuple(_of(place.id, latest, held).values())


def _of(
    place: int, given: dict[int, dict[str, Figure]], held: dict[int, frozenset[int]]
) -> dict[str, Figure]:
    """Return a place's figures by name: its own, else those of all that it was made of."""
    made_of = [_of(one, given, held) for one in direct(place, held)]
    shared = [
        name for name in (made_of[0] if made_of else {}) if all(name in one for one in made_of)
    ]
    sums = {name: _sum([one[name] for one in made_of]) for name in shared}
    return {name: one for name, one in sums.items() if one} | given.get(place, {})


def _sum(figures_of_parts: list[Figure]) -> Figure | None:
    """Add up what was counted in the same unit and on the same day (or in the same window)."""
    first = figures_of_parts[0]
    if len({(one.unit, one.as_of, one.since) for one in figures_of_parts}) > 1:
        return None
    documents = _joined(one.document for one in figures_of_parts if one.document)
    return Figure(
        first.name,
        sum((one.value for one in figures_of_parts[1:]), first.value),
        first.unit,
        first.as_of,
        _joined(one.giver for one in figures_of_parts),
        documents or None,
        first.since,
    )


def _joined(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(words))
