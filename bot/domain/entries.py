"""What a message says was done: entries that are safe to record, or why they are not."""

import json
from collections.abc import Container, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Item:
    """One entry, ready to be recorded: `count` in the activity's own unit, on a local day.

    `service` is the id of a guide or of a public service; `attendees` are those of an outreach
    session, where said.
    """

    activity: str
    count: int
    day: date
    village: str | None = None
    service: str | None = None
    attendees: int | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """The best reading of one entry that is not safe; what is None must be asked for."""

    activity: str | None = None
    count: int | None = None
    day: date | None = None
    village: str | None = None
    service: str | None = None
    attendees: int | None = None


class Doubt(StrEnum):
    """Why a message that speaks of work cannot be recorded as it stands."""

    NO_COUNT = "no_count"
    VAGUE_COUNT = "vague_count"
    LEVEL_OR_COUNT = "level_or_count"
    TOO_MANY = "too_many"
    NO_ACTIVITY = "no_activity"
    NO_KIND_OF_ACCOUNT = "no_kind_of_account"
    UNKNOWN_PROCEDURE = "unknown_procedure"
    FUTURE = "future"
    VAGUE_DAY = "vague_day"
    IMPOSSIBLE_DAY = "impossible_day"
    TWO_DAYS = "two_days"
    TWO_VILLAGES = "two_villages"
    UNSURE_VILLAGE = "unsure_village"
    PARTS_DIFFER = "parts_differ"
    PARTLY_FAILED = "partly_failed"
    QUESTION_OR_ENTRY = "question_or_entry"
    TWO_READINGS = "two_readings"

    @property
    def may_be_a_question(self) -> bool:
        """Tell whether the words may ask for a guide instead of telling what was done."""
        return self in _QUESTIONS


_QUESTIONS = frozenset(
    {
        Doubt.NO_COUNT,
        Doubt.NO_ACTIVITY,
        Doubt.PARTLY_FAILED,
        Doubt.QUESTION_OR_ENTRY,
        Doubt.TWO_READINGS,
    }
)


# Of these nothing is missing: the reading as a whole is what is not sure.
OF_THE_WHOLE = frozenset({Doubt.TWO_DAYS, Doubt.TWO_VILLAGES, Doubt.PARTS_DIFFER, Doubt.TOO_MANY})
# As when the number is typed by itself: from here on it is worth a second look.
_MANY = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a message.

    With `items`, it is a record. With `doubt`, it speaks of work but must be asked about, and
    `guess` is the best reading. With neither, it is no record: a question, a topic, a greeting.
    `personal`: it held a number or code that belongs to one citizen.
    """

    items: tuple[Item, ...] = ()
    doubt: Doubt | None = None
    guess: tuple[Guess, ...] = ()
    personal: bool = False


def written(guesses: Sequence[Guess]) -> str:
    """Return guesses as a line of text for a session to keep; no word of the message is in it."""
    return json.dumps([asdict(one) for one in guesses], ensure_ascii=False, default=date.isoformat)


def guesses(kept: str) -> tuple[Guess, ...]:
    """Read what `written` wrote."""
    rows = json.loads(kept)
    return tuple(Guess(**row | {"day": _day(row["day"])}) for row in rows)


def lacking(read: Sequence[Guess], known: Container[str | None]) -> int:
    """Return the place of the first guess that cannot be recorded yet, or of the first one.

    `known`: the ids of activities there are.
    """
    missing = (
        nth for nth, one in enumerate(read)
        if one.activity not in known or not one.count or not one.day
    )  # fmt: skip
    return next(missing, 0)


def ordinary(read: Sequence[Guess], today: date) -> bool:
    """Tell whether everything is of today and of a size that needs no second look."""
    return all((one.count or 0) < _MANY and one.day == today for one in read)


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None


# With these it is the day that must be asked for; else a day that was not said is today.
_OF_DAYS = frozenset({Doubt.FUTURE, Doubt.VAGUE_DAY, Doubt.IMPOSSIBLE_DAY, Doubt.TWO_DAYS})


def as_guesses(reading: Reading, today: date) -> tuple[Guess, ...]:
    """Return what a message of `today` was read as, sure or not."""
    if reading.doubt in _OF_DAYS:
        return reading.guess
    if reading.doubt:
        return tuple(replace(one, day=one.day or today) for one in reading.guess)
    return tuple(Guess(**asdict(one)) for one in reading.items)
