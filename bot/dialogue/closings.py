"""What a step may see of closing: who has looked, what was closed before, what stays closed."""

from typing import Protocol

from bot.domain.periods import Period
from bot.domain.sheets import Look, Sheet


class Closings(Protocol):
    """Looks and closed periods, as far as the person of this turn may see them."""

    async def looked(self, period: Period) -> Look | None:
        """Return the newest look at the numbers of the person's own team, if there was one."""

    async def newest(self, period: Period) -> int:
        """Return the number of the newest entry of the person's own team in a period, else 0."""

    async def hold(self) -> None:
        """Let nobody record anything until this turn is over: what is read now is closed."""

    def fingerprint(self, sheet: Sheet) -> str:
        """Return the fingerprint with which a sheet is closed."""

    async def before(self, period: Period) -> Sheet | None:
        """Return the sheet with which a period was closed before it was opened again."""

    async def beside(self, period: Period) -> tuple[Period, ...]:
        """Return the other closed periods that share days with one."""
