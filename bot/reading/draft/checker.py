"""What a check of a draft report is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.domain.drafts import Correction
from bot.reading.draft.text import Draft


@dataclass(frozen=True, slots=True)
class Context:
    """What is known besides the text; `own`: the name of the commune that reports, if known."""

    own: str | None = None


Checker = Callable[[Draft, Context], Iterable[Correction]]
