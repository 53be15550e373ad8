"""Questions that no guide answered (câu hỏi): put to the official, answered, and judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# In characters.
LONGEST_QUESTION = 500
LONGEST_ANSWER = 1500
# How many questions of one person may wait at once, and how many they may put on one local day.
WAITING, A_DAY = 5, 20
# So many days the same words join the question that was put with them first.
DAYS_JOINED = 7
# Longer than so many working days nobody should wait for an answer.
WORKING_DAYS = 3
_SATURDAY = 5


class Means(StrEnum):
    """How a question was answered: in the official's own words, by a guide, or not at all."""

    WORDS = "words"
    GUIDE = "guide"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: `words` where they are the official's own, the id of the `guide` that answers."""

    means: Means
    words: str | None = None
    guide: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A member put a question to the commune; `about` is the guide that was open.

    The same words within a week join the question that was there first.
    """

    words: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """An official answered the question of this number."""

    question: int
    answer: Answered


@dataclass(frozen=True, slots=True)
class AnswerJudged:
    """A member says whether the answer to what they asked under a code helped."""

    code: str
    helped: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a commune, as one person may see it; who asked is never in it.

    `first`: the day it was first put; `since`: from which day on it waits, another one where an
    answer did not help. `times`: how often it was put; `helped` and `not_helped`: what was said of
    the answer. `open`: it waits for an answer; an `answer` it has all the same did not help.
    `named`: the day on which an official was last told that it waits too long. `teams`: whose
    members asked, for an official. `code`: under which the reader asked it, and `judged`: whether
    the reader has said if the answer helped.
    """

    id: int
    words: str
    first: date
    since: date
    about: str | None = None
    answer: Answered | None = None
    answered_on: date | None = None
    open: bool = True
    reopened: bool = False
    named: date | None = None
    times: int = 1
    helped: int = 0
    not_helped: int = 0
    teams: tuple[str, ...] = ()
    code: str | None = None
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Load:
    """How many of a person's questions wait, and how many they put on a day."""

    waiting: int = 0
    today: int = 0

    @property
    def full(self) -> bool:
        """Tell whether the person may put no further question for now."""
        return self.waiting >= WAITING or self.today >= A_DAY


def working_days(since: date, today: date) -> int:
    """Count the days from Monday to Friday after a day, up to today; public holidays count too."""
    span = max(0, (today - since).days)
    return sum((since + timedelta(days=nth)).weekday() < _SATURDAY for nth in range(1, span + 1))


def late(questions: Iterable[Question], today: date) -> tuple[Question, ...]:
    """Return the questions that wait too long and were not named today, longest waiting first."""
    return tuple(
        one
        for one in sorted(questions, key=lambda one: (one.since, one.id))
        if one.open and one.named != today and working_days(one.since, today) > WORKING_DAYS
    )
