"""The tally (bảng tổng hợp): how much of each activity, by place or person, in a period."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.obstacles import Obstacle
from bot.domain.periods import Period


class By(StrEnum):
    """What the rows of a tally stand for."""

    ACTIVITY = "activity"
    VILLAGE = "village"
    TEAM = "team"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Row:
    """One count: `name` is the village, team or member, None where rows are activities."""

    name: str | None
    activity: str
    count: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """A place or person without a count: either they `told` that there was nothing, or not yet."""

    name: str
    told: bool


@dataclass(frozen=True, slots=True)
class Adjustment:
    """By how much what was recorded of a day in a closed period changed an activity later on."""

    activity: str
    count: int
    for_day: date


@dataclass(frozen=True, slots=True)
class Own:
    """What one member did in a period: `given` by activity; `tried`, in tries, by obstacle."""

    given: Mapping[str, int] = field(default_factory=dict)
    tried: Mapping[Obstacle, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Helped:
    """People helped, in people: `first` were told to be there for the first time in their month;
    of `unknown` more nobody said. An estimate, never exact.
    """

    first: int = 0
    unknown: int = 0

    @property
    def most(self) -> int:
        """Return how many there were at most."""
        return self.first + self.unknown


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a period in one scope; an activity's unit is in the library.

    `quiet`: who has no count. `tried`: help that could not be finished, in tries, by what stood in
    the way; it is in no total. `adjustments`: of the totals, what belongs to days outside of this
    period, which were closed when it was corrected.
    """

    period: Period
    by: By
    totals: dict[str, int]
    rows: tuple[Row, ...]
    quiet: tuple[Quiet, ...] = ()
    helped: Helped = Helped()
    tried: Mapping[Obstacle, int] = field(default_factory=dict)
    adjustments: tuple[Adjustment, ...] = ()


def summed(rows: tuple[Row, ...]) -> dict[str, int]:
    """Add rows up by activity; what is zero is left out."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row.activity] = totals.get(row.activity, 0) + row.count
    return {activity: count for activity, count in totals.items() if count}
