"""Adjustments: what is counted in a period although it is of days that were closed before."""

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.periods import Period
from bot.domain.tally import Adjustment
from bot.store.schema import facts


async def adjustments(
    tx: AsyncConnection, within: list[ColumnElement[bool]], period: Period
) -> tuple[Adjustment, ...]:
    """Return what of the facts `within` a period belongs to days outside of it, by day.

    In a longer period that holds both days, nothing is moved and nothing is told.
    """
    net = func.sum(facts.c["count"])
    found = await tx.execute(
        select(facts.c.activity, facts.c.adjusts, net)
        .where(
            *within,
            facts.c.adjusts.is_not(None),
            or_(facts.c.adjusts < period.start, facts.c.adjusts >= period.end),
            facts.c.activity.is_not(None),
        )
        .group_by(facts.c.activity, facts.c.adjusts)
        .having(net != 0)
        .order_by(facts.c.adjusts, facts.c.activity)
    )
    return tuple(Adjustment(row[0], int(row[2]), row[1]) for row in found)
