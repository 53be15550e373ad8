"""Reads a commune's numbers for one person; what that person may not see is cut off here."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clock import local_day
from bot.domain.figures import Figure
from bot.domain.findings import Finding
from bot.domain.people import OFFICIALS, OVERSEERS, Person
from bot.domain.periods import Period
from bot.domain.places import Place, Scope
from bot.domain.sheets import PlaceValues, Sheet, State, Status
from bot.domain.tally import By
from bot.store import looks, sealing, tallies


class Numbers:
    """A commune's numbers as one person may read them at one instant; nobody reads nothing."""

    def __init__(self, tx: AsyncConnection, person: Person | None, now: datetime) -> None:
        self._tx = tx
        self._person = person
        self._today = local_day(now)

    async def sheet(self, period: Period) -> Sheet:
        """Return every number of a period of the official's commune; raises LookupError."""
        person = self._person
        if not person or person.role not in OFFICIALS:
            raise LookupError(period.id)
        if kept := await sealing.sheet(self._tx, person.commune.id, period):
            return kept
        scope = Scope(person.commune)
        return Sheet(
            commune=person.commune.name,
            period=period,
            map_day=period.last,
            day=self._today,
            catalogue="",
            whole=PlaceValues(person.commune.name, (), ()),
            villages=(),
            by_village=await tallies.tally(self._tx, scope, period, By.VILLAGE),
            by_team=await tallies.tally(self._tx, scope, period, By.TEAM),
        )

    async def status(self, period: Period) -> Status:
        """Return how far a period of the person's commune is; a plain member sees a draft."""
        person = self._person
        if not person or person.role not in OVERSEERS:
            return Status(State.DRAFT)
        return await looks.status(self._tx, person.commune.id, period)

    async def findings(self, period: Period) -> tuple[Finding, ...]:
        """Return what is to be checked in a period."""
        return (await self.sheet(period)).findings if self._person else ()

    async def places(self) -> tuple[Place, ...]:
        """Return the official's commune."""
        return (self._person.commune,) if self._person else ()

    async def figures(self, quantity: str, place: Place) -> tuple[Figure, ...]:
        """Return every figure given of a quantity in a place."""
        del quantity, place
        return ()
