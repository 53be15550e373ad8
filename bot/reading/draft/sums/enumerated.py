"""Parts of a whole that are enumerated in a sentence, and do not make it."""

from collections.abc import Iterable, Iterator

from bot.domain.drafts import Correction
from bot.reading.draft.figure import Read
from bot.reading.draft.pages import Pages, ahead
from bot.reading.draft.sums.announced import announced
from bot.reading.draft.sums.families import families
from bot.reading.draft.sums.listing import parts

_BUSY = 400  # figures of an item; nobody writes more
_MOST = 80  # parts of a sentence that are tried


def enumerated(pages: Pages) -> Iterable[Correction]:
    """Check every enumeration in a sentence; each number stands in one wrong sum at most."""
    for one in pages.reads:
        if not (one.item.cells or ahead(one.item) or len(one.figures) > _BUSY):
            yield from _sentences(one)


def _sentences(one: Read) -> Iterator[Correction]:
    named = parts(one)
    done: set[int] = set()
    for start, end in one.sentences:
        here = [part for part in named if start <= part.figure.start < end]
        if not 1 < len(here) < _MOST:
            continue
        for wrong, used in (*families(one, named, here), *announced(one, here, (start, end))):
            keys = {part.figure.start for part in used}
            if not keys & done:
                done |= keys
                yield wrong
