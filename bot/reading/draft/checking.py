"""What does not hold in a draft report: every kind of check, one after the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.domain.drafts import Correction
from bot.reading.draft.text import Draft, draft


@dataclass(frozen=True, slots=True)
class Context:
    """What is known besides the text; `own`: the name of the commune that reports, if known."""

    own: str | None = None


Checker = Callable[[Draft, Context], Iterable[Correction]]

CHECKERS: tuple[Checker, ...] = ()


def check(text: str, own: str | None = None) -> tuple[Correction, ...]:
    """Return what should be corrected in a draft, by line; every error once. Takes any text."""
    report, context = draft(text), Context(own)
    found: dict[tuple[object, ...], Correction] = {}
    for checker in CHECKERS:
        for correction in checker(report, context):
            key = (correction.line, correction.fault, correction.quote)
            found.setdefault(key, correction)
    return tuple(sorted(found.values(), key=lambda correction: correction.line))
