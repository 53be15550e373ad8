"""What a chat holds of a sheet until it is kept or dropped, and the keeping of it.

It is not enciphered: the key would lie beside it, and once it is kept the same names and figures
stand in this database in the clear. It is there for an hour at most.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.enrolment import Known, Taking
from bot.domain.people import OFFICIALS, Person
from bot.store import enrolling, given
from bot.store.dialects import insert_into
from bot.store.schema import uploads

# How long a sheet waits for a yes.
KEEP = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Intake:
    """The sheet of one chat, in the transaction of one message."""

    tx: AsyncConnection
    chat: int
    person: Person | None
    now: datetime

    async def hold(self, content: str) -> None:
        """Hold what was read of a file, in the place of what was held before."""
        await self.drop()
        row = {"chat_id": self.chat, "content": content, "at": self.now}
        await self.tx.execute(insert_into(self.tx, uploads), [row])

    async def held(self) -> str | None:
        """Return what is held, for an hour at most."""
        found: str | None = await self.tx.scalar(
            select(uploads.c.content).where(
                uploads.c.chat_id == self.chat, uploads.c.at > self.now - KEEP
            )
        )
        return found

    async def drop(self) -> None:
        """Forget what is held."""
        await self.tx.execute(delete(uploads).where(uploads.c.chat_id == self.chat))

    async def known(self) -> Known:
        """Return the roster of the person's commune alone; raises LookupError for others."""
        if self.person is None or self.person.role not in OFFICIALS:
            raise LookupError(self.chat)
        return await enrolling.known(self.tx, self.person.commune)


async def keep(tx: AsyncConnection, taking: Taking, at: datetime, member: int | None = None) -> int:
    """Keep places, people and figures, also of places that are only founded by it.

    `member`: who said so in a chat. Return how many figures were new.
    """
    plan = taking.plan
    real = await enrolling.keep(tx, plan, at, member)
    commune = real.get(plan.commune.id, plan.commune)
    news = [(figure, real.get(place.id, place)) for figure, place in taking.figures]
    return len(await given.keep(tx, commune, news, at, member))


async def prune(tx: AsyncConnection, now: datetime) -> None:
    """Forget sheets that nobody said yes to."""
    await tx.execute(delete(uploads).where(uploads.c.at <= now - KEEP))
