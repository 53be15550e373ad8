"""What happened: facts are added and never edited; every number is computed from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from bot.domain.obstacles import Obstacle
from bot.domain.periods import Period
from bot.domain.sheets import Sheet
from bot.domain.survey import Outcome
from bot.domain.units import Unit


@dataclass(frozen=True, slots=True)
class AssistanceGiven:
    """A member helped: `count` in the activity's own unit, on a local day.

    `service` is the id of the guide that was followed, where one was, or of a public service that
    has none; `attendees` how many came to an outreach session. `adjusts`: the day was in a period
    that is closed, so that this row counts as an adjustment on `day` instead.
    """

    activity: str
    count: int
    day: date
    service: str | None = None
    attendees: int | None = None
    adjusts: date | None = None


@dataclass(frozen=True, slots=True)
class AssistanceVoided:
    """An entry was taken back; the ledger keeps both, and they cancel out.

    `day`: where the entry's own day is in a closed period, the day on which the opposite counts.
    """

    entry: "Entry"
    day: date | None = None


@dataclass(frozen=True, slots=True)
class AssistanceTried:
    """A member tried to help and it could not be finished; never counted as help given."""

    activity: str
    count: int
    day: date
    obstacle: Obstacle
    service: str | None = None


@dataclass(frozen=True, slots=True)
class FirstTimeTold:
    """Of the people of an entry, so many were helped for the first time in that month."""

    entry: "Entry"
    first: int


@dataclass(frozen=True, slots=True)
class NothingToReport:
    """A member says that there was nothing in the week of this Monday: silence is not zero."""

    monday: date


@dataclass(frozen=True, slots=True)
class PracticeChosen:
    """A chat practises until an instant, or (None) no longer does."""

    until: datetime | None


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
    | AssistanceTried
    | FirstTimeTold
    | NothingToReport
    | PracticeChosen
    | PeriodSeen
    | PeriodClosed
    | PeriodReopened
    | CodeIssued
    | MemberJoined
    | MemberLeft
    | LanguageChosen
    | FigureGiven
    | FindingAnswered
    | PlacesMerged
    | HouseholdSurveyed
    | SurveyTakenBack
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its short code, whose it is, where they belonged, and when it was said.

    `by`: who said it, where that is somebody else. `corrects`: the code of the entry in whose
    place this one stands. `why`: the reason, where one must be given.
    """

    code: str
    at: datetime
    fact: Fact
    member: int | None = None
    commune: int | None = None
    village: int | None = None
    team: int | None = None
    by: int | None = None
    corrects: str | None = None
    why: str | None = None


def day_of(entry: Entry) -> date:
    """Return the day on which an entry counts; raises TypeError on a fact that has none."""
    if not isinstance(entry.fact, AssistanceGiven | AssistanceTried):
        raise TypeError(entry.code)
    return entry.fact.day
