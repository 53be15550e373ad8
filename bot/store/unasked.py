"""What nobody asked for and time or somebody else brought: whether it is still to be said."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.chat import Due
from bot.domain.nudges import Kind
from bot.store import digests, nudges
from bot.store.chats import Visit


async def off(tx: AsyncConnection, visit: Visit, due: Due, now: datetime) -> bool:
    """Tell whether what came by itself into a chat is not to be answered, and take it back then."""
    if due.flow not in set(Kind):
        return await digests.missed(tx, visit.id, due, now)
    return visit.person is None or await nudges.off(tx, visit.person.id, due, now)
