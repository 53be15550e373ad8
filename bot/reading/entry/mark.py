"""A stretch of a message and what it is: a number, a day, a village, words of some sense."""

from dataclasses import dataclass
from datetime import date

from bot.domain.entries import Doubt

# Senses that the grammar itself gives; the others are those of the vocabulary.
NUMBER, DAY, VILLAGE, GAP, SIGN, UNKNOWN, NOISE = (
    "number", "day", "village", "gap", "sign", "unknown", "noise",
)  # fmt: skip


@dataclass(slots=True)
class Mark:
    """A stretch of words and what it is.

    `value`: of a number, None where several were said. `day`, `doubt`: of a day. `name`: of a
    village, and of a person whether named. `sure`: a number that can be nothing else.
    """

    start: int
    end: int
    sense: str
    also: tuple[str, ...] = ()
    service: str | None = None
    value: int | None = None
    day: date | None = None
    doubt: Doubt | None = None
    name: str | None = None
    sure: bool = True
    bare: str = ""

    def means(self, *senses: str) -> bool:
        """Tell whether this is one of the senses."""
        return self.sense in senses or (bool(self.also) and not set(self.also).isdisjoint(senses))
