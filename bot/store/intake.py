"""Keeps what a sheet came to, roster and figures, in one transaction; nothing of it twice."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.enrolment import Enrolment
from bot.domain.figures import Figure
from bot.domain.places import Place
from bot.store import enrolling, given


async def keep(
    tx: AsyncConnection,
    plan: Enrolment,
    figures: Sequence[tuple[Figure, Place]],
    at: datetime,
) -> int:
    """Keep places, people and figures, also of places that are only founded by it.

    Return how many figures were new.
    """
    real = await enrolling.keep(tx, plan, at)
    commune = real.get(plan.commune.id, plan.commune)
    news = [(figure, real.get(place.id, place)) for figure, place in figures]
    return len(await given.keep(tx, commune, news, at))
