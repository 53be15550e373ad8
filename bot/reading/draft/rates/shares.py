"""Which two counts a rate in a report is made of."""

from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages
from bot.reading.draft.rates.bases import of_whole
from bot.reading.draft.rates.fractions import before, behind, respective
from bot.reading.draft.rates.share import Share, by_name


def share(pages: Pages, one: Read, rate: Figure) -> Share | None:
    """Return what a rate is made of, or None where the text does not say."""
    start, floor, ceiling = reach(one, rate)
    after = behind(one, rate, ceiling)
    if after:
        return Share(rate, after.part.value, after.whole.value, rate.start, after.end, sure=True)
    earlier = respective(one, rate, start) or before(one, rate, floor)
    if earlier:
        parts = earlier.part.value, earlier.whole.value
        return Share(rate, *parts, earlier.start, rate.end, sure=True)
    return by_name(one, rate, start) or of_whole(pages, one, rate, start, floor)


def reach(one: Read, rate: Figure) -> tuple[int, int, int]:
    """Return where the sentence of a rate, the words before it and those behind it begin and end.

    The words before it begin at the rate before, those behind it end at the next.
    """
    start, end = one.sentence(rate.start)
    rates = [other for other in one.rates if start <= other.start < end]
    nth = rates.index(rate)
    floor = rates[nth - 1].end if nth else start
    return start, floor, rates[nth + 1].start if nth + 1 < len(rates) else end
