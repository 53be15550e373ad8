"""Provinces: places above communes, which have viewers and no numbers of their own."""

from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import Refused
from bot.domain.places import Place, PlaceKind
from bot.domain.text import _
from bot.store import roster
from bot.store.roster import NewPlace
from bot.store.schema import facts, places


async def open_communes(tx: AsyncConnection) -> tuple[Place, ...]:
    """Return the communes that there are now."""
    found = await tx.execute(
        select(places.c.id, places.c.name)
        .where(places.c.kind == PlaceKind.COMMUNE.value, places.c.valid_to.is_(None))
        .order_by(places.c.id)
    )
    return tuple(Place(*row) for row in found)


async def over(
    tx: AsyncConnection, name: str, communes: tuple[Place, ...], since: date
) -> tuple[Place, tuple[Place, ...]]:
    """Put communes under a province, made where it is new; return it and all that it has then.

    Raises Refused where a commune is under another province, or none would be under this one.
    """
    number = await tx.scalar(
        select(places.c.id).where(places.c.kind == PlaceKind.PROVINCE.value, places.c.name == name)
    )
    if number is None:
        new = NewPlace(PlaceKind.PROVINCE, name, None, since, demo=False)
        number = await roster.add_place(tx, new)
    taken = await tx.scalar(
        select(places.c.name).where(
            places.c.id.in_([one.id for one in communes]),
            places.c.parent_id.is_not(None),
            places.c.parent_id != number,
        )
    )
    if taken:
        raise Refused("TS-97", _("{commune} is under another province already.", commune=taken))
    await tx.execute(
        update(places).where(places.c.id.in_([one.id for one in communes])).values(parent_id=number)
    )
    province = Place(number, name)
    seen = await roster.communes_of(tx, province)
    if not seen:
        raise Refused("TS-97", _("{place} has no commune yet: name them.", place=name))
    return province, seen


async def code(tx: AsyncConnection) -> str:
    """Return the code of the next viewer; it holds 0, which codes of messages never do."""
    made = await tx.scalar(
        select(func.count()).select_from(facts).where(facts.c.code.startswith("V0"))
    )
    return f"V0{(made or 0) + 1:04d}"
