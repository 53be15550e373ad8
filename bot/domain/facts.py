"""What happened: facts are added and never edited; every number is computed from them.

Here stand the facts of help and what an entry is; other nouns bring their own facts.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from bot.domain.founding import PersonChanged, PlaceFounded
from bot.domain.membership import (
    CardsChosen,
    CodeIssued,
    CommuneChosen,
    LanguageChosen,
    MemberAdded,
    MemberCutOff,
    MemberJoined,
    MemberLeft,
    MemberMoved,
    PracticeChosen,
    RemindersChosen,
    RoleGiven,
)
from bot.domain.obstacles import Obstacle
from bot.domain.questions import AnswerJudged, QuestionAnswered, QuestionAsked
from bot.domain.reporting import (
    FigureGiven,
    FindingAnswered,
    PeriodClosed,
    PeriodReopened,
    PeriodSeen,
    PlacesMerged,
)
from bot.domain.survey import HouseholdSurveyed, SurveyTakenBack

# Whoever reads or writes facts finds every kind of them here.
__all__ = [
    "AnswerJudged",
    "AssistanceGiven",
    "AssistanceTried",
    "AssistanceVoided",
    "CardsChosen",
    "CodeIssued",
    "CommuneChosen",
    "Entry",
    "Fact",
    "FigureGiven",
    "FindingAnswered",
    "FirstTimeTold",
    "HouseholdSurveyed",
    "LanguageChosen",
    "MemberAdded",
    "MemberCutOff",
    "MemberJoined",
    "MemberLeft",
    "MemberMoved",
    "NothingToReport",
    "PeriodClosed",
    "PeriodReopened",
    "PeriodSeen",
    "PersonChanged",
    "PlaceFounded",
    "PlacesMerged",
    "PracticeChosen",
    "QuestionAnswered",
    "QuestionAsked",
    "RemindersChosen",
    "RoleGiven",
    "SurveyTakenBack",
    "day_of",
]


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
    """A member says that there was nothing in the week of this Monday: silence is not zero.

    `whole_team`: a leader says so for the team; then it is the team's and no member's own.
    """

    monday: date
    whole_team: bool = False


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
    | CommuneChosen
    | MemberJoined
    | MemberLeft
    | MemberAdded
    | MemberCutOff
    | MemberMoved
    | RoleGiven
    | LanguageChosen
    | CardsChosen
    | RemindersChosen
    | FigureGiven
    | FindingAnswered
    | PlacesMerged
    | PlaceFounded
    | PersonChanged
    | HouseholdSurveyed
    | SurveyTakenBack
    | QuestionAsked
    | QuestionAnswered
    | AnswerJudged
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
