"""What one member did: sums of the member's own book, and weeks said to have nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import NothingToReport
from bot.domain.obstacles import Obstacle
from bot.domain.periods import Period
from bot.domain.tally import Own


async def totals(
    tx: AsyncConnection, book: Table, member: int, periods: Sequence[Period]
) -> tuple[Own, ...]:
    """Count what a member did in each of some periods, in one question."""
    days = {f"first{nth}": one.start for nth, one in enumerate(periods)}
    days |= {f"end{nth}": one.end for nth, one in enumerate(periods)}
    wanted = days | {
        "member": member,
        "first": min(one.start for one in periods),
        "end": max(one.end for one in periods),
    }
    found = (await tx.execute(_own(book, len(periods)), wanted)).all()
    return tuple(
        _sums([(row.activity, row.obstacle, *row[2 + 2 * nth : 4 + 2 * nth]) for row in found])
        for nth in range(len(periods))
    )


def _sums(rows: Sequence[tuple[str, str | None, int | None, int | None]]) -> Own:
    """Add up rows of activity, obstacle, count and tries; of the tries the most come first."""
    given: Counter[str] = Counter()
    tried: Counter[Obstacle] = Counter()
    for activity, obstacle, count, tries in rows:
        given[activity] += int(count or 0)
        if obstacle:
            tried[Obstacle(obstacle)] += int(tries or 0)
    return Own(
        {activity: total for activity, total in given.items() if total},
        {obstacle: total for obstacle, total in tried.most_common() if total},
    )


@cache
def _own(book: Table, periods: int) -> Select[Any]:
    """Select a member's counts and tries by activity and obstacle, a pair for each period."""
    sums = []
    for nth in range(periods):
        within = and_(book.c.day >= bindparam(f"first{nth}"), book.c.day < bindparam(f"end{nth}"))
        sums += [func.sum(one).filter(within) for one in (book.c["count"], book.c.tried)]
    return (
        select(book.c.activity, book.c.obstacle, *sums)
        .where(
            book.c.member_id == bindparam("member"),
            book.c.day >= bindparam("first"),
            book.c.day < bindparam("end"),
            book.c.activity.is_not(None),
        )
        .group_by(book.c.activity, book.c.obstacle)
        .order_by(book.c.obstacle)
    )


async def told_nothing(tx: AsyncConnection, book: Table, member: int, monday: date) -> bool:
    """Tell whether a member has said that a week has nothing to report."""
    found = await tx.scalar(
        select(func.count()).where(
            book.c.member_id == member,
            book.c.kind == NothingToReport.__name__,
            book.c.day == monday,
        )
    )
    return bool(found)
