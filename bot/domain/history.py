"""How an entry came to be what it is, and what looks like it: before, after, who and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.facts import Entry

# Two people who write down the same help do so on the way home, or one presses twice.
LOOKS_DOUBLE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it stood at one time; `by` is who wrote it so, None for one who has left."""

    entry: Entry
    by: str | None


@dataclass(frozen=True, slots=True)
class Alike:
    """Another entry of the same village, kind, number and day, made shortly before."""

    code: str
    at: datetime
    by: str | None
    own: bool
