"""Reads looks and closed periods for one person; what they may not see is cut off here."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import OFFICIALS, Person
from bot.domain.periods import Period, period
from bot.domain.sheets import Look, Sheet
from bot.store import looks, sealing, sheet_text
from bot.store.schema import closings, facts


class Closings:
    """Looks and closed periods as one person may read them; nobody reads nothing."""

    def __init__(self, tx: AsyncConnection, person: Person | None) -> None:
        self._tx = tx
        self._person = person

    async def looked(self, period: Period) -> Look | None:
        """Return the newest look at the numbers of the person's own team, if there was one."""
        person = self._person
        if not person or not person.team:
            return None
        return await looks.newest(self._tx, person.commune.id, person.team.id, period)

    async def newest(self, period: Period) -> int:
        """Return the number of the newest entry of the person's own team in a period, else 0."""
        person = self._person
        if not person or not person.team:
            return 0
        found = await self._tx.scalar(
            select(func.max(facts.c.id)).where(
                facts.c.commune_id == person.commune.id,
                facts.c.team_id == person.team.id,
                facts.c.day >= period.start,
                facts.c.day < period.end,
                facts.c.activity.is_not(None),
            )
        )
        return found or 0

    async def hold(self) -> None:
        """Let nobody record anything until this turn is over: what is read now is closed."""
        await sealing.hold(self._tx)

    def fingerprint(self, sheet: Sheet) -> str:
        """Return the fingerprint with which a sheet is closed."""
        return sheet_text.fingerprint(sheet_text.written(sheet))

    async def before(self, period: Period) -> Sheet | None:
        """Return the sheet with which a period was closed before it was opened again.

        Raises Damaged.
        """
        person = self._person
        if not person or person.role not in OFFICIALS:
            return None
        return await sealing.before(self._tx, person.commune.id, period)

    async def beside(self, wanted: Period) -> tuple[Period, ...]:
        """Return the other closed periods that share days with one, the first to begin first."""
        if not self._person:
            return ()
        found = await self._tx.execute(
            select(closings.c.period)
            .where(
                closings.c.commune_id == self._person.commune.id,
                closings.c.period != wanted.id,
                closings.c.first < wanted.end,
                closings.c.end > wanted.start,
                closings.c.reopened.is_(None),
            )
            .order_by(closings.c.first, closings.c.end, closings.c.id)
        )
        return tuple(period(name) for name in found.scalars())
