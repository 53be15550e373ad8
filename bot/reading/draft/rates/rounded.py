"""Round counts with a bound beside the exact one: "hơn 3.900 người (3.864 người)"."""

import re
from collections.abc import Iterable
from itertools import pairwise

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages, ahead, correction, spelled

_ABOVE = re.compile(r"\b(?:trên|hơn|vượt) $", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:dưới|chưa đến|chưa tới|gần) $", re.IGNORECASE)
_EXACT = re.compile(
    r" ?(?:[^\W\d_]+ ?){0,4}"
    r"(?:\((?:cụ thể |chính xác |tức |là ){0,2}|, (?:cụ thể|chính xác) (?:là )?)",
    re.IGNORECASE,
)
_NEAR = 10  # times the difference is at most the number itself; what is further is another number


def rounded(pages: Pages) -> Iterable[Correction]:
    """Find "more than N" beside an exact number that is not more, and "less" likewise."""
    for one in pages.reads:
        if one.item.cells or ahead(one.item):
            continue
        for round_one, exact in pairwise(one.counts):
            if _false(one, round_one, exact):
                yield _wrong(one, round_one, exact)


def _false(one: Read, round_one: Figure, exact: Figure) -> bool:
    before = one.text[max(0, round_one.start - 12) : round_one.start]
    if not _EXACT.fullmatch(one.text, round_one.end, exact.start):
        return False
    off = abs(round_one.value - exact.value)
    if off * _NEAR > round_one.value or exact.unit not in {None, round_one.unit}:
        return False
    return bool(
        (_ABOVE.search(before) and exact.value <= round_one.value)
        or (_BELOW.search(before) and exact.value >= round_one.value)
    )


def _wrong(one: Read, round_one: Figure, exact: Figure) -> Correction:
    why = _("The number itself is {exact}: the bound is false.", exact=spelled(exact.value))
    before = one.text.rfind(" ", 0, max(0, round_one.start - 1)) + 1
    close = re.match(r"[^()\d;.]{0,40}\)?", one.text[exact.end :])
    span = before, exact.end + (close.end() if close else 0)
    expected = Plain(spelled(exact.value))
    return correction(one.item, span, Fault.BOUND, expected, why, round_one.start)
