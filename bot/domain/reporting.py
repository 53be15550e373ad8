"""What happened to a commune's numbers: looks, closings, figures, reasons, merged places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.domain.periods import Period
from bot.domain.sheets import Sheet
from bot.domain.units import Unit


@dataclass(frozen=True, slots=True)
class PeriodSeen:
    """A leader looked at their team's numbers of a period and says that they are right."""

    period: Period


@dataclass(frozen=True, slots=True)
class PeriodClosed:
    """The official locked a period: its numbers stay as they are on this sheet, for ever."""

    period: Period
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class PeriodReopened:
    """The official opened a closed period again; the reason stands with the entry."""

    period: Period


@dataclass(frozen=True, slots=True)
class FigureGiven:
    """A number counted by someone else (số liệu ngoài); `name` is the id of its quantity.

    A stock of the day `as_of` replaces an older one; a flow has a window, from `since` to `as_of`.
    """

    name: str
    value: Decimal
    unit: Unit | str
    as_of: date
    giver: str
    document: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class FindingAnswered:
    """The official says why a finding of a period is right as it is; the reason stands with it."""

    key: str
    period: Period


@dataclass(frozen=True, slots=True)
class PlacesMerged:
    """Places of one kind became one on a day; one place alone gets another name.

    `into`: what it is called from then on. `names`: what the villages and teams in them are called
    from then on, by their old number; those left out keep their names.
    """

    places: tuple[int, ...]
    into: str
    day: date
    names: Mapping[int, str] = field(default_factory=dict)
