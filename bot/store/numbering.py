"""Codes of facts that no message said: two signs, and a number that goes up."""

from collections.abc import Iterator
from itertools import count

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.schema import facts


async def following(tx: AsyncConnection, begin: str) -> Iterator[str]:
    """Return the next codes that begin so, within the transaction that uses them.

    `begin` holds 0 or 1, which codes of messages never do, so that nobody mistakes one for another.
    """
    last = await tx.scalar(select(func.max(facts.c.code)).where(facts.c.code.like(f"{begin}%")))
    first = int(last.removeprefix(begin)) + 1 if last else 1
    return (f"{begin}{nth:06d}" for nth in count(first))
