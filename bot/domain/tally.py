"""The tally (bảng tổng hợp): how much of each activity, by place or person, in a period."""

from dataclasses import dataclass
from enum import StrEnum

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
class Tally:
    """Counts of a period in one scope; an activity's unit is in the library."""

    period: Period
    by: By
    totals: dict[str, int]
    rows: tuple[Row, ...]


def summed(rows: tuple[Row, ...]) -> dict[str, int]:
    """Add rows up by activity; what is zero is left out."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row.activity] = totals.get(row.activity, 0) + row.count
    return {activity: count for activity, count in totals.items() if count}
