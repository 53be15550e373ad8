"""Wholes whose digits stand in the wrong order: 1.234 where the report has 1.324."""

from collections import Counter
from collections.abc import Iterable

from bot.domain.drafts import Correction
from bot.reading.draft.conflicts.conflict import conflict, sentences
from bot.reading.draft.figure import swaps
from bot.reading.draft.nouns import spoken
from bot.reading.draft.pages import Pages

_LARGE = 1000  # two smaller numbers are alike by chance
_SMALL = 100  # and these even of the very same things


def swapped(pages: Pages) -> Iterable[Correction]:
    """Find wholes that are another number of the report with two digits in wrong order."""
    reads = sentences(pages)
    often = Counter(
        (figure.value, key)
        for read in reads
        for figure in read.counts
        for key in {figure.unit, spoken(figure.noun)}
    )
    times = Counter(figure.value for read in reads for figure in read.counts)
    for read in reads:
        for quotient in read.quotients:
            whole = quotient.whole
            key = whole.unit if whole.value >= _LARGE else spoken(whole.noun)
            if whole.value < _SMALL or times[whole.value] > 1 or not key:
                continue
            others = (value for value in swaps(whole.value) if often[value, key] > 1)
            other = next(others, None)
            if other is not None:
                yield conflict(read, whole, other, (quotient.start, quotient.end))
