"""Lists below a total that do not make it."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.drafts import Correction
from bot.reading.draft.figure import Read
from bot.reading.draft.pages import Pages, ahead
from bot.reading.draft.sums.families import divided
from bot.reading.draft.sums.listing import Part, alike, compared, parts
from bot.reading.draft.sums.unequal import (
    COMPLETE,
    FAR,
    NEAR,
    OVERLAP,
    adds_up,
    close,
    total_of,
    unequal,
)

_TAIL = 120  # characters between a total and the colon behind which its parts follow
_SOME = re.compile(r"\btrong đó có\b|\bcó\b[^.;:]{0,20}:?$", re.IGNORECASE)


def lists(pages: Pages) -> Iterator[Correction]:
    """Check lists whose head names a total and says that its parts follow."""
    place = 0
    reads = pages.reads
    while place < len(reads):
        one = reads[place]
        place += 1
        if one.item.cells or not one.text.endswith(":") or ahead(one.item):
            continue
        wholes = [part for part in parts(one) if not compared(part)]
        tail = one.text[wholes[-1].figure.end :] if wholes else ""
        if not wholes or len(tail) > _TAIL:
            continue
        kids = [kid for kid in _kids(pages, place, one) if kid]
        yield from _listed_below(one, wholes[-1], tail, kids)


def _kids(pages: Pages, place: int, head: Read) -> Iterator[Part | None]:
    """Go through the first counts of the items right below a head."""
    mark = ""
    for kid in pages.reads[place:]:
        if not kid.item.heads or kid.item.heads[-1] is not head.item:
            if any(head.item is above for above in kid.item.heads[-3:]):
                continue
            return
        mark = mark or kid.item.mark
        if kid.item.mark[:1].isalnum() is not mark[:1].isalnum() or kid.item.cells:
            return
        found = parts(kid)
        start = kid.quotients[0].start if kid.quotients else len(kid.text)
        yield found[0] if found and found[0].figure.start < start else None


def _listed_below(one: Read, whole: Part, tail: str, kids: Sequence[Part]) -> Iterator[Correction]:
    total = total_of(kids)
    if len(kids) < 2 or not alike(kids, whole) or total == whole.value:
        return
    same = all(kid.unit in {None, whole.unit} for kid in kids)
    complete = bool(COMPLETE.search(tail)) or divided(kids)
    if _SOME.search(tail) or not same or any(compared(kid) for kid in kids):
        return
    if whole.unit in OVERLAP and total < whole.value:
        return
    if close(total, whole.value, FAR if complete else NEAR) and not adds_up(kids, whole):
        yield unequal(one, whole, kids, below=True)
