"""What happened: facts are added and never edited; every number is computed from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from bot.domain.activities import Unit
from bot.domain.survey import Outcome


@dataclass(frozen=True, slots=True)
class AssistanceGiven:
    """A member helped: `count` in the activity's own unit, on a local day.

    `service` is the guide that was followed, where one was.
    """

    activity: str
    count: int
    day: date
    service: str | None = None


@dataclass(frozen=True, slots=True)
class AssistanceVoided:
    """An entry was taken back; the ledger keeps both, and they cancel out."""

    entry: "Entry"


@dataclass(frozen=True, slots=True)
class CodeIssued:
    """A one-time code for a roster line was given out; only its digest is kept."""

    person: int
    digest: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class MemberJoined:
    """Someone read the notice, agreed, and tied this chat to a roster line."""

    person: int
    digest: str
    notice: str


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """A member left: their own data are erased, the help they gave stays with the village."""

    person: int


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """A chat is to be answered in this language."""

    language: str


@dataclass(frozen=True, slots=True)
class FigureGiven:
    """A stock counted by someone else (số liệu ngoài): it replaces an older one, never adds."""

    name: str
    value: Decimal
    unit: Unit | str
    as_of: date
    giver: str
    document: str | None = None


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


Fact: TypeAlias = (
    AssistanceGiven
    | AssistanceVoided
    | CodeIssued
    | MemberJoined
    | MemberLeft
    | LanguageChosen
    | FigureGiven
    | HouseholdSurveyed
    | SurveyTakenBack
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its short code, who gave it, where they belonged, and when it was said."""

    code: str
    at: datetime
    fact: Fact
    member: int | None = None
    commune: int | None = None
    village: int | None = None
    team: int | None = None
