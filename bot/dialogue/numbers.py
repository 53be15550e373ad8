"""The commune's numbers as a step may see them: sheets, figures, findings, how far a period is."""

from typing import Protocol

from bot.domain.figures import Figure
from bot.domain.findings import Finding
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.sheets import Sheet, Status


class Numbers(Protocol):
    """What a commune's numbers are, as far as the person of this turn may see them.

    A leader sees how far a period is; everything else is the official's, and empty for others.
    """

    async def sheet(self, period: Period) -> Sheet:
        """Return every number of a period: as it is now, or as it was when it was closed.

        Raises LookupError for whoever may not see it.
        """

    async def status(self, period: Period) -> Status:
        """Return how far a period is."""

    async def findings(self, period: Period) -> tuple[Finding, ...]:
        """Return what is to be checked in a period, unanswered first; answered ones with reason."""

    async def places(self) -> tuple[Place, ...]:
        """Return the commune and then its villages of today: where figures may be given for."""

    async def figures(self, quantity: str, place: Place) -> tuple[Figure, ...]:
        """Return every figure given of a quantity in a place, the one that counts first."""
