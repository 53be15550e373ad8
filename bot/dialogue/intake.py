"""What a step may see and hold of a sheet that is being taken in."""

from typing import Protocol

from bot.domain.enrolment import Known


class Intake(Protocol):
    """The sheet that this chat holds from one step to the next, and what it is held against."""

    async def hold(self, content: str) -> None:
        """Hold what was read of a file, in the place of what was held before."""

    async def held(self) -> str | None:
        """Return what is held, for an hour at most."""

    async def drop(self) -> None:
        """Forget what is held."""

    async def known(self) -> Known:
        """Return the roster of the person's commune; raises LookupError for others."""
