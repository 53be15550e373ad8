"""Amounts of one item that are held to each other: whether they may be, and what is said then."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.nouns import same
from bot.reading.draft.pages import correction, spelled, words_end
from bot.reading.draft.sums.adding import not_whole

NAME = 60  # characters before a number in which it is named
FAR = Decimal("0.3")  # of the whole
BREAK = re.compile(r"[;:,.()]")
_QUOTED = 40  # characters of a name that are quoted


def alike(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts may be parts of one whole by their own words."""
    if not one.like(other):
        return False
    bare = not one.noun or not other.noun
    return bare or same(one.noun, other.noun) or bool(one.unit and one.unit is other.unit)


def before(one: Read, figure: Figure) -> str:
    """Return the words before a number in which it is named."""
    return one.text[max(0, figure.start - NAME) : figure.start]


def misses(
    one: Read, at: Figure, whole: Figure, right: Decimal, parts: Sequence[Figure]
) -> Correction:
    """Point at a number of a sum that does not come out; `right`: what it ought to be."""
    name = BREAK.split(before(one, at))[-1].lstrip()
    start = at.start - min(len(name), _QUOTED)
    span = start, words_end(one.text, at.end)
    why = not_whole([part.value for part in parts], whole.value)
    return correction(one.item, span, Fault.SUM, Plain(spelled(right)), why, at.start)
