"""Reads the figures from outside: a newer one replaces an older one, and both stay."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.figures import Figure
from bot.domain.places import Place
from bot.store.schema import figures


async def newest(tx: AsyncConnection, place: Place) -> tuple[Figure, ...]:
    """Return the newest of each figure of a place."""
    found = await tx.execute(
        select(figures)
        .where(figures.c.place_id == place.id)
        .order_by(figures.c.as_of.desc(), figures.c.id.desc())
    )
    latest: dict[str, Figure] = {}
    for row in found:
        figure = Figure(
            row.name, row.value, row.unit, row.as_of, row.giver, row.document, row.since
        )
        latest.setdefault(row.name, figure)
    return tuple(latest.values())
