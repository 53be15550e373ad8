"""The only place that asks the time; instants are UTC, days are those of Viet Nam."""

import asyncio
import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Clock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return this instant in UTC."""
        return datetime.now(UTC)

    def seconds(self) -> float:
        """Return seconds that only ever grow, for measuring and pacing."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class FixedClock(Clock):
    """A clock that starts at a given instant and moves only when told to, or when slept on."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)
        self._start = self._at

    def now(self) -> datetime:
        """Return the instant the clock was set to."""
        return self._at

    def seconds(self) -> float:
        """Return the seconds since the clock was made."""
        return (self._at - self._start).total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Move the clock forward at once."""
        self.move(self._at.fromtimestamp(self._at.timestamp() + seconds, UTC))
        await asyncio.sleep(0)

    def move(self, at: datetime) -> None:
        """Set the clock to an instant."""
        self._at = at.astimezone(UTC)


def local_day(at: datetime) -> date:
    """Return the day in Viet Nam on which an instant falls."""
    return at.astimezone(VIET_NAM).date()
