"""What findings are made from: a commune's numbers of a period, and how they came to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.figures import Figure
from bot.domain.findings import Answer
from bot.domain.indicators import Value
from bot.domain.periods import Period
from bot.domain.quantities import Amounts


@dataclass(frozen=True, slots=True)
class Spot:
    """The numbers of one place; `place` is the village's name, None for the commune."""

    place: str | None
    amounts: Amounts
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A village's counts of a quantity: of the period, and of those before it, the latest first.

    None where the village did not report at all: silence is not zero.
    """

    quantity: str
    place: str
    now: int | None
    before: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """The instants at which a member (None: they left) recorded help of one village and day."""

    number: int
    member: str | None
    place: str | None
    day: date
    at: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as it was given: to which place, when, and the code of the one it puts right."""

    figure: Figure
    place: str | None
    code: str
    at: datetime
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that rules look at; `day` is the day on which they look.

    `spots`: the commune first, then the villages of its map. `before`: the periods of the same
    kind that `series` goes back to, the latest first. `silent`: teams that did not report and did
    not say that there was nothing. `given`: every figure, the first one first. `answers`: by key.
    """

    period: Period
    day: date
    spots: tuple[Spot, ...]
    before: tuple[Period, ...] = ()
    series: tuple[Series, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    silent: tuple[str, ...] = ()
    given: tuple[Given, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
