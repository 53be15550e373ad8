"""More files overdue than all that were said to be."""

import re
from collections.abc import Iterable
from decimal import Decimal

from bot.domain.drafts import Correction
from bot.reading.draft.conflicts.conflict import ELSEWHERE, conflict, sentences
from bot.reading.draft.pages import Pages, ahead
from bot.reading.draft.units import Unit

_NAME = 70  # characters before a number in which it is named
_OVERDUE = re.compile(r"(?:quá|trễ) hạn\W*(?:là |có )?$", re.IGNORECASE)


def overdue(pages: Pages) -> Iterable[Correction]:
    """Find more files overdue than all that were said to be."""
    known: set[Decimal] = set()
    for read in sentences(pages):
        if ahead(read.item):
            continue
        for figure in read.counts:
            start, end = read.sentence(figure.start)
            name = read.text[max(start, figure.start - _NAME) : figure.start]
            if figure.unit is not Unit.FILE or not _OVERDUE.search(name):
                continue
            if ELSEWHERE.search(read.text, start, end):
                continue
            if known and figure.value > sum(known):
                named = max(start, figure.start - 16), figure.end
                yield conflict(read, figure, max(known), named)
            known.add(figure.value)
