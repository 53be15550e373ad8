"""Everything that is checked in the numbers of a report."""

from collections.abc import Iterable

from bot.domain.drafts import Correction
from bot.reading.draft.checker import Context
from bot.reading.draft.pages import pages
from bot.reading.draft.ratios import ratios
from bot.reading.draft.text import Draft

_CHECKS = (ratios,)


def figured(draft: Draft, _context: Context) -> Iterable[Correction]:
    """Check rates, sums, units and bounds."""
    read = pages(draft)
    for check in _CHECKS:
        yield from check(read)
