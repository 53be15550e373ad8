"""What flows may read of the household survey."""

from typing import Protocol

from bot.domain.places import Place
from bot.domain.survey import Round, Survey


class Surveys(Protocol):
    """The household survey, as far as the person of this turn may see it."""

    async def standing(self, household: str) -> Round | None:
        """Return the round that stands for a household of the person's own village."""

    async def round(self, code: str) -> Round | None:
        """Return a round of the own village that was not taken back, standing or not."""

    async def waiting(self) -> tuple[Round, ...]:
        """Return the households of the own village to come back to, longest waiting first."""

    async def villages(self) -> tuple[Place, ...]:
        """Return the villages of the person's scope, by name."""

    async def by_village(self) -> tuple[tuple[Place, Survey], ...]:
        """Return how many households each village of a commune asked, for its official."""

    async def result(self, village: int | None = None) -> Survey:
        """Return what the survey comes to in the person's scope, or in one village of it."""
