"""Periods that are closed: what counts in them does not change any more."""

from datetime import date

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.periods import Period, period
from bot.domain.sheets import State, Status
from bot.store.schema import closings

_AROUND = (
    select(closings.c.period)
    .where(
        closings.c.commune_id == bindparam("commune"),
        closings.c.first <= bindparam("day"),
        closings.c.end > bindparam("day"),
        closings.c.reopened.is_(None),
    )
    .order_by(closings.c.id.desc())
    .limit(1)
)


async def closed(tx: AsyncConnection, commune: int, wanted: Period) -> bool:
    """Tell whether this very period of a commune is closed."""
    found = await tx.scalar(
        select(func.count()).where(
            closings.c.commune_id == commune,
            closings.c.period == wanted.id,
            closings.c.reopened.is_(None),
        )
    )
    return bool(found)


async def status(tx: AsyncConnection, commune: int, wanted: Period) -> Status:
    """Return how far a period of a commune is."""
    return Status(State.CLOSED if await closed(tx, commune, wanted) else State.DRAFT)


async def around(tx: AsyncConnection, commune: int, day: date) -> Period | None:
    """Return a closed period of a commune that a day lies in, the one closed last."""
    name = await tx.scalar(_AROUND, {"commune": commune, "day": day})
    return period(name) if name else None
