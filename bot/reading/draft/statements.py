"""Statements of one report that exclude each other."""

from collections.abc import Iterator

from bot.domain.drafts import Correction
from bot.reading.draft.ages import ages
from bot.reading.draft.checker import Context
from bot.reading.draft.claims import EXCEPT, clauses
from bot.reading.draft.lacking import not_every
from bot.reading.draft.opposites import not_opposite
from bot.reading.draft.parts import body
from bot.reading.draft.text import Draft
from bot.reading.draft.voids import not_none
from bot.reading.draft.wholes import not_all


def statements(draft: Draft, _context: Context) -> Iterator[Correction]:
    """Find claims of all, or of none, that a count in the same report contradicts."""
    items = [one for one in body(draft) if not any(_ahead(head.text) for head in one.heads)]
    parts = [(item, start, end) for item in items for start, end in clauses(item)]
    told = list(not_all(parts))
    told += [one for one in not_every(parts) if one.line not in {of.line for of in told}]
    told += [one for one in not_opposite(parts) if one.line not in {of.line for of in told}]
    yield from told
    yield from not_none(parts)
    yield from ages(items)


def _ahead(heading: str) -> bool:
    """Tell whether a heading is of what is yet to come; what came of aims is not."""
    return bool(EXCEPT.search(heading)) and "kết quả" not in heading.lower()
