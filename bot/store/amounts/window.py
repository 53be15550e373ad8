"""When numbers are asked for: a period, as far as it has come."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.domain.clock import VIET_NAM
from bot.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Window:
    """A period as it is seen on a day."""

    period: Period
    today: date

    @property
    def until(self) -> date:
        """Return the last day that can have happened: of the period, or today."""
        return min(self.period.last, self.today)

    @property
    def end(self) -> datetime:
        """Return the instant at which the last day of the period is over in Viet Nam."""
        return datetime.combine(self.period.end, time.min, VIET_NAM).astimezone(UTC)
