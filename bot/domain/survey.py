"""The household survey (rà soát hộ): the rounds from door to door, and what they come to.

People and households are different units: no answer about people is ever set against households.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

# The quantity whose figure (số liệu ngoài) says how many households a place has.
HOUSEHOLDS = "so_ho"


class Outcome(StrEnum):
    """How a call on a household ended."""

    ASKED = "asked"
    ABSENT = "absent"
    REFUSED = "refused"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class HouseholdSurveyed:
    """A household was called on, under the number or short code that the team itself gave it.

    `answers`: what is known, by question, in the question's own unit. A newer round replaces.
    """

    household: str
    day: date
    outcome: Outcome
    answers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SurveyTakenBack:
    """A round of the survey was taken back by its code; the one before it stands again."""

    code: str


@dataclass(frozen=True, slots=True)
class Round:
    """One call on a household, as the ledger has it; `answers` holds what is known, by question."""

    code: str
    household: str
    day: date
    outcome: Outcome
    answers: Mapping[str, int] = field(default_factory=dict)
    member: int | None = None
    team: int | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` out of `among`, both in the question's unit, from so many households' answers."""

    count: int
    among: int
    households: int

    @property
    def percent(self) -> Decimal | None:
        """Return the share in percent, or None out of nothing."""
        return Decimal(self.count) * 100 / self.among if self.among else None


@dataclass(frozen=True, slots=True)
class Total:
    """How many households a place has, as somebody gave it, and for which day."""

    households: int
    as_of: date


@dataclass(frozen=True, slots=True)
class Survey:
    """What the rounds that stand come to in one place.

    `households`: how many, by outcome. `rates`: by question; one that nobody answered is missing.
    `first`, `last`: the days between which the answered rounds were asked.
    """

    households: Mapping[Outcome, int] = field(default_factory=dict)
    rates: Mapping[str, Rate] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    total: Total | None = None

    @property
    def asked(self) -> int:
        """Return how many households have answered."""
        return self.households.get(Outcome.ASKED, 0)
