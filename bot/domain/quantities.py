"""Quantities (đại lượng): what an indicator is made of, where it comes from, and how much it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.domain.text import Words
from bot.domain.units import Unit


class Origin(StrEnum):
    """Where a quantity comes from."""

    REGISTER = "register"  # the roster of villages, teams and members
    EVENTS = "events"  # what members recorded
    SURVEY = "survey"  # the household survey
    FIGURE = "figure"  # somebody outside counted it
    SUM = "sum"  # other quantities, added up


class Counts(StrEnum):
    """How events are counted."""

    UNIT = "unit"  # what the activities count, in their own unit
    EACH = "each"  # each one counted is one of the quantity, whatever the activity calls it
    PEOPLE = "people"  # who came for the first time in the period: an estimate (Amount.most)
    ATTENDEES = "attendees"  # how many came to sessions


class Lack(StrEnum):
    """Why there is no number."""

    MISSING = "missing"  # nobody has given it, or asked for it
    EXPIRED = "expired"  # it was given too long ago to be a denominator
    ZERO = "zero"  # nothing can be a share of nothing
    SILENT = "silent"  # no team has reported: silence is not zero
    UNLIKE = "unlike"  # its parts were counted on different days, or in different units


@dataclass(frozen=True, slots=True)
class Quantity:
    """A declared quantity.

    `flow`: it is counted over a period and adds up; a stock is counted on a day and is replaced.
    `of`: what it is made of: activities (events), a question of the survey, a count of the
    register, or quantities (sum). `counts`: how activities are counted. `among`: of a survey
    question, the people (or households) it is counted out of, not those who said yes. `floor`: the
    age in years from which people count. `giver`: who usually gives a figure. `months`: how long a
    figure that is a stock is good, None for ever. `adds`: the activities with which the teams add
    to a stock.

    Of the survey, "households" is no question: it is the households that answered in a period.
    """

    id: str
    title: Words
    unit: Unit
    origin: Origin
    flow: bool = False
    of: tuple[str, ...] = ()
    among: bool = False
    floor: int | None = None
    giver: Words | None = None
    months: int | None = None
    adds: tuple[str, ...] = ()
    counts: Counts = Counts.UNIT


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many households answered, of how many there are (None: nobody knows)."""

    asked: int
    households: int | None


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a quantity there is, and why one may believe it.

    `as_of`: the day of a stock, or the last day of a flow; `since`: a flow's first day. `givers`,
    `documents`: of figures. `added`: what the teams added to a stock since its day. `most`: the
    upper end of an estimate of which `value` is the lower one. `expired`: too old to be relied on.
    """

    value: int
    unit: Unit
    origin: Origin
    as_of: date
    since: date | None = None
    givers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    coverage: Coverage | None = None
    added: int | None = None
    most: int | None = None
    expired: bool = False

    @property
    def estimate(self) -> int | None:
        """Return the opening stock plus what the teams added since; None where nothing adds."""
        return None if self.added is None else self.value + self.added


Amounts: TypeAlias = Mapping[str, Amount | Lack]
