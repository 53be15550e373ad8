"""What was looked for and not found (chỗ trống), counted by words, never by who looked."""

from datetime import date

from sqlalchemy import case, delete, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.guides import Gap
from bot.store.dialects import insert_into
from bot.store.places import is_part
from bot.store.schema import gaps

# Kept for each commune: more than anybody reads, and a bound for whoever types nonsense all day.
MOST = 1000


async def count(tx: AsyncConnection, commune: int, words: str, day: date) -> None:
    """Count one more search that found nothing."""
    new = insert_into(tx, gaps).values(commune_id=commune, words=words, times=1, last=day)
    latest = case((gaps.c.last > day, gaps.c.last), else_=literal(day, gaps.c.last.type))
    more = {"times": gaps.c.times + 1, "last": latest}
    await tx.execute(new.on_conflict_do_update(index_elements=["commune_id", "words"], set_=more))


async def most(tx: AsyncConnection, commune: int, limit: int) -> list[Gap]:
    """Return what a commune's people looked for most often, and of that the latest first."""
    times, last = func.sum(gaps.c.times), func.max(gaps.c.last)
    found = await tx.execute(
        select(gaps.c.words, times, last)
        .where(is_part(gaps.c.commune_id, commune))
        .group_by(gaps.c.words)
        .order_by(times.desc(), last.desc(), gaps.c.words)
        .limit(limit)
    )
    return [Gap(words, int(number), latest) for words, number, latest in found]


async def prune(tx: AsyncConnection, before: date) -> None:
    """Forget what was last looked for before a day, and in each commune what is one too many."""
    await tx.execute(delete(gaps).where(gaps.c.last < before))
    place = func.row_number().over(
        partition_by=gaps.c.commune_id, order_by=(gaps.c.last.desc(), gaps.c.times.desc())
    )
    ranked = select(gaps.c.id, place.label("place")).subquery()
    await tx.execute(
        delete(gaps).where(gaps.c.id.in_(select(ranked.c.id).where(ranked.c.place > MOST)))
    )
