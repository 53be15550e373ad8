"""Indicators (chỉ tiêu): numerator over denominator, declared as data, never typed as a percent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from bot.domain.findings import Rule
from bot.domain.periods import Period
from bot.domain.quantities import Amount, Coverage, Lack, Quantity
from bot.domain.text import Words
from bot.domain.units import Unit


class Measure(StrEnum):
    """What an indicator says."""

    COUNT = "count"  # how many; it has no denominator
    SHARE = "share"  # of comparable units, in percent
    DENSITY = "density"  # per hundred of another unit, as in subscriptions per 100 people


@dataclass(frozen=True, slots=True)
class Source:
    """A law, decision or plan that asks for an indicator; `sure`: its wording was read."""

    document: str
    day: date | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Target:
    """What an indicator is to reach `by` a day; `above`: it must be more than that, not equal.

    A commune's own target names the document that set it, with its day; one of the whole country
    is only told for orientation. `commune`: whose target it is, None for every commune's. `sure`:
    the value was read in the document, or in what an office says of it.
    """

    indicator: str
    value: Decimal
    by: date
    above: bool
    document: str
    signed: date | None
    commune: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Indicator:
    """A declared indicator; numerator and denominator are ids of quantities."""

    id: str
    title: Words
    group: str
    measure: Measure
    numerator: str
    denominator: str | None
    floor: int | None
    sources: tuple[Source, ...]
    national: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """Stocks of which each is at most the one before, all set against one base.

    `bases`: quantities that may be the base; the first that is known is taken for every rung.
    """

    id: str
    title: Words
    bases: tuple[str, ...]
    rungs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a report is to be sent: so many days after the last one of its kind of period."""

    kind: str
    days: int
    document: str

    def of(self, period: Period) -> date:
        """Return the day on which the report of a period is to be sent."""
        return period.last + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All declarations, each by its id in the order of the reports.

    `version`: changes with every declaration (not with the targets). `decimals`: of every rate of
    a table. `groups`: the headings, by id.
    """

    version: str
    decimals: int
    groups: Mapping[str, Words]
    quantities: Mapping[str, Quantity]
    indicators: Mapping[str, Indicator]
    ladders: tuple[Ladder, ...]
    rules: Mapping[str, Rule]
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """What an indicator comes to; it stands by itself, so that it can be kept as it was.

    `why`: why there is no rate (or count). Numerator and denominator are there where they are
    known, also where no rate can be made of them; their units are those that were declared.
    """

    id: str
    title: Words
    group: str
    measure: Measure
    decimals: int
    numerator_title: Words
    denominator_title: Words | None
    numerator: Amount | None
    denominator: Amount | None
    why: Lack | None = None
    target: Target | None = None
    numerator_unit: Unit | None = None
    denominator_unit: Unit | None = None

    @property
    def percent(self) -> Decimal | None:
        """Return the rate in percent (or per hundred), exact; None where there is none."""
        if self.why or not self.numerator or not self.denominator:
            return None
        return Decimal(self.numerator.value) * 100 / self.denominator.value

    @property
    def rounded(self) -> Decimal | None:
        """Return the rate as it is printed, rounded half up once."""
        return None if self.percent is None else half_up(self.percent, self.decimals)

    @property
    def coverage(self) -> Coverage | None:
        """Return of how many households a rate of the survey speaks."""
        return self.numerator.coverage if self.numerator else None


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of a ladder: how much, None where nobody knows."""

    title: Words
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class Climb:
    """What a ladder comes to, all on one base."""

    title: Words
    base_title: Words | None
    base: Amount | None
    rungs: tuple[Rung, ...] = field(default_factory=tuple)
    decimals: int = 2


def half_up(number: Decimal, decimals: int) -> Decimal:
    """Round half up; 3/8 is 38 %, 1/32 is 3,13 %."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
