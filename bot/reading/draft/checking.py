"""What does not hold in a draft report: every kind of check, one after the other."""

from bot.domain.drafts import Correction
from bot.reading.draft.checker import Checker, Context
from bot.reading.draft.figured import figured
from bot.reading.draft.order import order
from bot.reading.draft.period import period
from bot.reading.draft.place import place
from bot.reading.draft.statements import statements
from bot.reading.draft.template import template
from bot.reading.draft.text import draft
from bot.reading.draft.written import written

CHECKERS: tuple[Checker, ...] = (
    figured,
    place,
    template,
    written,
    order,
    period,
    statements,
)


def check(text: str, own: str | None = None) -> tuple[Correction, ...]:
    """Return what should be corrected in a draft, by line; every error once. Takes any text."""
    report, context = draft(text), Context(own)
    found: dict[tuple[object, ...], Correction] = {}
    for checker in CHECKERS:
        for correction in checker(report, context):
            key = (correction.line, correction.fault, correction.quote)
            found.setdefault(key, correction)
    return tuple(sorted(found.values(), key=lambda correction: correction.line))
