"""What is said to be all together: "tổng cộng 45 triệu", "25 máy + 15 máy = 40 thiết bị"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, pairwise

from bot.domain.drafts import Correction
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.sums.adding import summed
from bot.reading.draft.sums.amounts import FAR, alike, before, misses

_TOTAL = re.compile(
    r"(?:^|[,;:–-]|\bvà|\.) ?(?:tổng(?: cộng| số| là| cả)?|cộng(?: chung| lại)?|tất cả)"
    r"(?: (?:là|có|được)|:)? ?$",
    re.IGNORECASE,
)


def together(one: Read, nth: int, whole: Figure) -> Iterator[Correction]:
    """Check "từ xã 30 triệu, từ dân 15 triệu, tổng cộng 45 triệu"."""
    if nth < 2 or not _TOTAL.search(before(one, whole)):
        return
    halves = one.halves
    start, _end = one.sentence(whole.start)
    if start and not any(start <= count.start < whole.start for count in one.amounts):
        start, _end = one.sentence(start - 2)  # "… 73; … 51; … 38. Cộng 162."
    earlier = [
        count
        for count in one.amounts[:nth]
        if count.start not in halves and alike(count, whole) and count.start >= start
    ]
    if (
        len(earlier) < 2
        or whole.start in halves
        or (len(earlier) < nth and one.amounts[0].start >= start)
    ):
        return
    sums = list(accumulate(count.value for count in reversed(earlier)))
    if whole.value in sums or whole.value < max(count.value for count in earlier):
        return
    if abs(sums[-1] - whole.value) <= max(sums[-1] * FAR / 2, Decimal(2)):
        yield misses(one, whole, whole, sums[-1], earlier)


def equations(one: Read) -> Iterator[Correction]:
    """Check "25 máy + 15 máy = 40 thiết bị", and the sum written before its parts."""
    run: list[Figure] = []
    whole: Figure | None = None
    for figure, after in pairwise((*one.amounts, None)):
        if figure is None:
            return
        run.append(figure)
        between = one.text[figure.end : after.start] if after else "."
        if re.fullmatch(r"[^\d.;:+=]{0,60}\+ ?[^\d.;:+=]{0,30}", between):
            continue
        equals = re.fullmatch(r"[^\d.;:+=]{0,60}= ?[^\d.;:+=]{0,30}", between)
        made = summed([part.value for part in run])
        if whole and len(run) > 1 and made != whole.value:
            yield misses(one, whole, whole, made, run)
        elif equals and after and len(run) > 1 and made != after.value:
            yield misses(one, after, after, made, run)
        whole = figure if equals and len(run) == 1 else None
        run = []
