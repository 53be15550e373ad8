"""Sees to it that nothing counts in a period that was closed while it was being recorded.

On a file one transaction writes at a time, and sees every closing before it. On a server two may
run side by side: closing waits for those that have begun to record, and those that waited for a
closing meanwhile find it here.
"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven, AssistanceTried, AssistanceVoided, Entry
from bot.store.schema import closings, facts


class Overtaken(Exception):
    """What a message builds on was changed under it: the message is to be read again.

    A period that it records in was closed, or somebody it is about has left, moved or changed.
    """


async def look_behind(tx: AsyncConnection, entry: Entry) -> None:
    """Raise Overtaken where the entry that was just added counts in a closed period."""
    if tx.dialect.name == "sqlite" or not isinstance(
        entry.fact, AssistanceGiven | AssistanceTried | AssistanceVoided
    ):
        return
    found = await tx.scalar(
        select(closings.c.id)
        .join_from(
            closings,
            facts,
            (closings.c.commune_id == facts.c.commune_id)
            & (closings.c.first <= facts.c.day)
            & (closings.c.end > facts.c.day),
        )
        .where(facts.c.code == entry.code, closings.c.reopened.is_(None))
        .limit(1)
    )
    if found is not None:
        raise Overtaken(entry.code)
