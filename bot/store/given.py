"""Keeps figures that come from a sheet: all of them in one transaction, none of them twice."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import Entry, FigureGiven
from bot.domain.figures import Figure
from bot.domain.places import Place
from bot.store import facts
from bot.store.numbering import following
from bot.store.schema import figures

_CODE = "S0"


async def of(tx: AsyncConnection, name: str, place: Place) -> tuple[Figure, ...]:
    """Return every figure of a quantity in a place, the one that counts first."""
    found = await tx.execute(
        select(figures)
        .where(figures.c.name == name, figures.c.place_id == place.id)
        .order_by(figures.c.as_of.desc(), figures.c.id.desc())
    )
    return tuple(
        Figure(row.name, row.value, row.unit, row.as_of, row.giver, row.document, row.since)
        for row in found
    )


async def keep(
    tx: AsyncConnection,
    commune: Place,
    given: Sequence[tuple[Figure, Place]],
    at: datetime,
    member: int | None = None,
) -> list[str]:
    """Keep those figures that are not there already; return their codes.

    `member`: who said so in a chat; None at the command line.
    """
    numbers = await following(tx, _CODE)
    codes = []
    for figure, place in given:
        if figure in await of(tx, figure.name, place):
            continue
        entry = Entry(
            code=next(numbers),
            at=at,
            fact=FigureGiven(
                name=figure.name,
                value=figure.value,
                unit=figure.unit,
                as_of=figure.as_of,
                giver=figure.giver,
                document=figure.document,
                since=figure.since,
            ),
            member=member,
            commune=commune.id,
            village=place.id if place.id != commune.id else None,
        )
        await facts.add(tx, entry, None)
        codes.append(entry.code)
    return codes
