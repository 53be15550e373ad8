"""A whole followed by nothing but its parts, which nearly make it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from bot.domain.drafts import Correction
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.nouns import same
from bot.reading.draft.sums.adding import swapped
from bot.reading.draft.sums.amounts import BREAK, NAME, before, misses
from bot.reading.draft.sums.listing import TRAIT

_NEAR = Decimal("0.04")  # of the whole
_AMONG = re.compile(r"\btrong (?:số |tổng số )?$", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:riêng|trong đó|bình quân|mỗi|nhất|so với|tăng|giảm|trùng)\b", re.IGNORECASE
)


def row(one: Read) -> Iterator[Correction]:
    """Check a whole followed by nothing but parts of the same things, which nearly make it."""
    if not _SOME.search(one.text):
        yield from _parts(one, one.amounts, 3)
    for start, end in one.sentences:
        here = [figure for figure in one.amounts if start <= figure.start < end]
        if here and _AMONG.search(before(one, here[0])) and not _SOME.search(one.text, start, end):
            yield from _parts(one, here, 2)


def _parts(one: Read, row: Sequence[Figure], least: int) -> Iterator[Correction]:
    halves = one.halves
    if len(row) <= least or any(figure.start in halves for figure in row):
        return
    whole, *parts = row
    if any(row[0].start <= rate.start <= row[-1].end for rate in one.rates):
        return
    if any(not part.like(whole) or not same(part.noun, whole.noun) for part in parts):
        return
    gaps = (one.text[a.end : b.start] for a, b in pairwise(row[1 if least == 2 else 0 :]))
    if any(len(BREAK.findall(gap)) != 1 for gap in gaps):
        return
    sums = list(accumulate(part.value for part in parts))
    # "1.222 hồ sơ, gồm … ; còn 18 hồ sơ đang giải quyết": the first of them make it.
    if whole.value in sums[1:] or _balanced(row):
        return
    total = sums[-1]
    near = abs(total - whole.value) <= max(Decimal(1), whole.value * _NEAR)
    if TRAIT.search(one.text, whole.end, parts[-1].end + NAME):
        return
    if near or swapped([part.value for part in parts], whole.value):
        yield misses(one, parts[-1], whole, total, parts)


def _balanced(row: Sequence[Figure]) -> bool:
    """Tell whether what came in makes what went out: "690 mới, 10 kỳ trước; 681 xong, 19 còn"."""
    sums = list(accumulate(figure.value for figure in row))
    return any(made * 2 == sums[-1] for made in sums[1:-2])
