"""More files overdue than all that were said to be."""

import re
from collections.abc import Iterable
from decimal import Decimal

from bot.domain.drafts import Correction
from bot.reading.draft.conflicts.conflict import ELSEWHERE, conflict, sentences
from bot.reading.draft.pages import Pages, ahead
from bot.reading.draft.units import Unit

_NAME = 70  # characters before a number in which it is named
_BEHIND = re.compile(r" hồ sơ (?:bị |trả |giải quyết )?(?:quá|trễ) hạn", re.IGNORECASE)
_THERE_ARE = re.compile(r"\b(?:có|còn|để|để xảy ra|phát sinh) $", re.IGNORECASE)
# Files of one field, or of one month, are not all that there are.
_OF_SOME = re.compile(
    r"lĩnh vực|riêng|đất đai|hộ tịch|chứng thực|(?:tháng|quý|tuần) [\dIV]|giai đoạn", re.IGNORECASE
)
_OVERDUE = re.compile(r"(?:quá|trễ) hạn\W*(?:là |có )?$", re.IGNORECASE)


def overdue(pages: Pages) -> Iterable[Correction]:
    """Find more files overdue than all that were said to be."""
    known: set[Decimal] = set()
    some = False
    for read in sentences(pages):
        if ahead(read.item):
            continue
        for figure in read.counts:
            start, end = read.sentence(figure.start)
            name = read.text[max(start, figure.start - _NAME) : figure.start]
            late = _OVERDUE.search(name)
            there_are = _THERE_ARE.search(name) and _BEHIND.match(read.text, figure.end)
            if figure.unit is not Unit.FILE or not (late or there_are):
                continue
            if ELSEWHERE.search(read.text, start, end):
                continue
            some = some or any(_OF_SOME.search(one.text) for one in (read.item, *read.item.heads))
            if known and figure.value > sum(known) and (late or not some):
                named = max(start, figure.start - 16), figure.end
                yield conflict(read, figure, max(known), named)
            known.add(figure.value)
