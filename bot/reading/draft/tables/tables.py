"""All that is checked in the tables of a report."""

from collections.abc import Iterable

from bot.domain.drafts import Correction
from bot.reading.draft.pages import Pages
from bot.reading.draft.tables import rows as read
from bot.reading.draft.tables.rates import rates
from bot.reading.draft.tables.sums import across, down, unsummed

_WIDE = 14  # columns; a wider table is not searched for sums
_LONG = 400  # rows


def tables(pages: Pages) -> Iterable[Correction]:
    """Check every table of a report."""
    for head, rows in read.tables(pages):
        width = len(rows[0].cells)
        if width > _WIDE or len(rows) > _LONG:
            continue
        counted = [nth for nth in range(width) if read.counts(rows, nth, head)]
        wrong = dict(across(rows, counted))
        for (nth, column), right in wrong.items():
            yield unsummed(rows[nth], column, right)
        yield from down(rows, counted, wrong)
        yield from rates(rows, counted)
