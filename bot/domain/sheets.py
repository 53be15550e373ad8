"""The sheet (bảng số) of a period: every number of a commune, as it is or as it was closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.findings import Finding
from bot.domain.indicators import Climb, Value
from bot.domain.periods import Period
from bot.domain.tally import Tally
from bot.domain.text import Words


class State(StrEnum):
    """How far a period is (trạng thái kỳ)."""

    DRAFT = "draft"  # nháp
    SEEN = "seen"  # đã xem: every team's leader has looked
    CLOSED = "closed"  # đã chốt


@dataclass(frozen=True, slots=True)
class Look:
    """A leader's look at their team's numbers; `since`: entries of the team that came after it."""

    team: str
    at: datetime
    since: int


@dataclass(frozen=True, slots=True)
class Seal:
    """What stands on every output of a closed period.

    `fingerprint`: SHA-256 of the figures, as hexadecimal digits. `catalogue`: the version of the
    declarations. `last_fact`: the number of the newest fact that was counted.
    """

    fingerprint: str
    catalogue: str
    last_fact: int
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class Former:
    """A merged commune that has closed a period; no `seal` where an earlier version did it."""

    commune: str
    seal: Seal | None


@dataclass(frozen=True, slots=True)
class Status:
    """How far a period is: who has looked, who has not, and the seal of a closed one.

    `former`: the communes that became this one and have closed the period.
    """

    state: State
    looks: tuple[Look, ...] = ()
    missing: tuple[str, ...] = ()
    seal: Seal | None = None
    former: tuple[Former, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceValues:
    """The values of one place: the commune (first), or a village of its map."""

    name: str
    values: tuple[Value, ...]
    climbs: tuple[Climb, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every number of a commune in a period, without anybody's name.

    `map_day`: the day whose map it is on (the period's last one). `day`: on which it was made, or,
    of a closed period, closed. `by_village`, `by_team`: the tallies. `groups`: the headings that
    the values stood under, by id, in their order.
    """

    commune: str
    period: Period
    map_day: date
    day: date
    catalogue: str
    whole: PlaceValues
    villages: tuple[PlaceValues, ...]
    by_village: Tally
    by_team: Tally
    findings: tuple[Finding, ...] = ()
    groups: tuple[tuple[str, Words], ...] = ()

    def headings(self, groups: Mapping[str, Words]) -> Mapping[str, Words]:
        """Return the headings of the sheet, or those of today's catalogue where it has none."""
        return dict(self.groups) or groups
