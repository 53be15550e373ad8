"""What a step may see of who recorded in which week, and whether somebody may be reminded."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.dossiers import Grid
from bot.domain.nudges import Reach
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.rolls import Roll
from bot.domain.tally import Own


class Rolls(Protocol):
    """Who recorded when, as far as the person of this turn may see it."""

    async def grid(self, period: Period) -> Grid:
        """Return which teams of the official's commune reported in which weeks."""

    async def teams(self, day: date) -> tuple[Place, ...]:
        """Return the teams in the person's scope on the map of a day, by name."""

    async def roll(self, team: int, weeks: Sequence[Period]) -> Roll | None:
        """Return who of a team recorded in some weeks; None where it is not in the scope."""

    async def did(self, member: int, period: Period) -> Own:
        """Return what somebody in the person's scope did in a period."""

    async def reach(self, member: int) -> Reach:
        """Tell whether somebody in the person's scope may be reminded now."""
