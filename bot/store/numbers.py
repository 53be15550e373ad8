"""Reads a commune's numbers for one person; what that person may not see is cut off here."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clock import local_day
from bot.domain.figures import Figure
from bot.domain.findings import Finding
from bot.domain.indicators import Catalogue
from bot.domain.people import OFFICIALS, OVERSEERS, VIEWERS, WATCHERS, Person
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.sheets import Sheet, State, Status
from bot.domain.tally import By, Tally
from bot.store import frozen, looks
from bot.store.amounts import ground
from bot.store.schema import figures


class Numbers:
    """A commune's numbers as one person may read them at one instant; nobody reads nothing."""

    def __init__(
        self, tx: AsyncConnection, person: Person | None, catalogue: Catalogue, now: datetime
    ) -> None:
        self._tx = tx
        self._person = person
        self._catalogue = catalogue
        self._today = local_day(now)

    async def sheet(self, period: Period) -> Sheet:
        """Return every number of a period of the official's commune; raises LookupError.

        A viewer's has the values and the villages, without remarks or teams.
        """
        person = self._person
        if not person or person.role not in WATCHERS or person.choosing:
            raise LookupError(period.id)
        sheet = await frozen.sheet(self._tx, person.commune, period, self._catalogue, self._today)
        if person.role in OFFICIALS:
            return sheet
        return replace(sheet, findings=(), by_team=Tally(period, By.TEAM, {}, ()))

    async def status(self, period: Period) -> Status:
        """Return how far a period of the person's commune is; a plain member sees a draft.

        A viewer is not told which teams have looked.
        """
        person = self._person
        if not person or person.role not in OVERSEERS | VIEWERS or person.choosing:
            return Status(State.DRAFT)
        status = await looks.status(self._tx, person.commune.id, period)
        return replace(status, looks=(), missing=()) if person.role in VIEWERS else status

    async def findings(self, period: Period) -> tuple[Finding, ...]:
        """Return what is to be checked in a period; of a closed one, what was when it closed."""
        commune = self._official_of
        if not commune:
            return ()
        return await frozen.findings(self._tx, commune, period, self._catalogue, self._today)

    async def places(self) -> tuple[Place, ...]:
        """Return the official's commune, and its villages of today."""
        commune = self._official_of
        return (await ground(self._tx, commune, self._today)).places if commune else ()

    async def figures(self, quantity: str, place: Place) -> tuple[Figure, ...]:
        """Return every figure given of a quantity in a place of the official's commune.

        The one that counts comes first: the newest day, and of one day the one given last.
        """
        if place not in await self.places():
            return ()
        found = await self._tx.execute(
            select(figures)
            .where(figures.c.place_id == place.id, figures.c.name == quantity)
            .order_by(figures.c.as_of.desc(), figures.c.id.desc())
        )
        return tuple(
            Figure(row.name, row.value, row.unit, row.as_of, row.giver, row.document, row.since)
            for row in found
        )

    @property
    def _official_of(self) -> Place | None:
        """Return the commune whose every number the person may see."""
        person = self._person
        return person.commune if person and person.role in OFFICIALS else None
