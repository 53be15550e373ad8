"""Weeks that pass over a house: nobody is new any more, and each person has one chat."""

from datetime import datetime

from sqlalchemy import text

from bot.domain.clock import VIET_NAM
from tests.chat import Chat
from tests.house import House

# The second week after the house opens, when everybody of the demo joined.
FRIDAY = datetime(2026, 12, 4, 11, 30, tzinfo=VIET_NAM)
MONDAY = datetime(2026, 12, 7, 8, tzinfo=VIET_NAM)
NUDGED = (
    "SELECT p.name, n.week, n.kind FROM nudges n JOIN people p ON p.id = n.person_id ORDER BY 1, 2"
)


async def look(house: House, at: datetime) -> None:
    """Set the clock, and have it looked whether somebody is to be told something."""
    house.clock.move(at)
    await house.app.nudges.look()
    await house.telegram_settles()


async def only(chat: Chat) -> House:
    """Let people keep their chats of this channel alone: what comes unasked comes into one."""
    house = chat.house
    async with house.database.write() as tx:
        gone = text("UPDATE chats SET person_id = NULL WHERE channel <> :channel")
        await tx.execute(gone, {"channel": chat.channel})
    return house
