"""Parts that were meant to make their whole, and do not."""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain
from bot.reading.draft.figure import Read
from bot.reading.draft.pages import correction, spelled
from bot.reading.draft.sums.adding import added, not_whole, summed
from bot.reading.draft.sums.listing import Part
from bot.reading.draft.units import Unit

FAR = Decimal("0.3")  # of the whole; parts that lack more are no complete list
NEAR = Decimal("0.03")  # of the whole; parts so near to it were meant to make it
# Things of which one may be counted with several parts.
OVERLAP = frozenset({Unit.VISIT, Unit.MEASURE})
COMPLETE = re.compile(r"\b(?:gồm|bao gồm|chia ra|chia theo[^:]{0,40}|cụ thể)\b", re.IGNORECASE)
_REST = re.compile(r"[^\d.;]{0,60}[,;(]? ?\b(?:còn lại|số khác|phần khác)\b[^\d;]{0,80}$")


def total_of(parts: Sequence[Part]) -> Decimal:
    """Return what parts make together."""
    return summed([part.value for part in parts])


def close(made: Decimal, whole: Decimal, share: Decimal) -> bool:
    """Tell whether a sum is so near to a whole, by a share of it, that it must be meant."""
    return abs(made - whole) <= max(whole * share, Decimal(2))


def adds_up(listed: Sequence[Part], whole: Part) -> bool:
    """Tell whether the parts, or the first of them, make the whole."""
    total = Decimal(0)
    for nth, part in enumerate(listed):
        total += part.value
        if nth and total == whole.value:
            return True
    return False


def left_open(one: Read, listed: Sequence[Part]) -> bool:
    """Tell whether the rest is named behind the parts without a number: no sum is stated."""
    last = listed[-1].figure
    return bool(_REST.match(one.text, last.end, one.sentence(last.start)[1]))


def unequal(one: Read, whole: Part, listed: Sequence[Part], *, below: bool = False) -> Correction:
    """Point at parts that do not make their whole; `below`: they stand in the items below it."""
    values = [part.value for part in listed]
    start = whole.figure.start
    end = len(one.text) if below else _end(one, listed[-1])
    expected = Plain(f"{spelled(summed(values))} ({added(values)})")
    at = start if below else listed[-1].figure.start
    return correction(
        one.item, (start, end), Fault.SUM, expected, not_whole(values, whole.value), at
    )


def _end(one: Read, part: Part) -> int:
    _start, end = one.sentence(part.figure.start)
    return min(end, part.figure.end + len(part.behind.rstrip()))
