"""What is wrong with the content or the settings, with the place and the remedy."""

from dataclasses import dataclass

from bot.domain.text import Phrase


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend; `line` counts from 1, 0 where the whole file is meant."""

    file: str
    line: int
    text: Phrase
