"""Rates of one sentence that are all of the same whole."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from bot.domain.claims import Printed, holds
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.rates.bases import linked
from bot.reading.draft.rates.share import Share
from bot.reading.draft.rates.shares import reach

_BROTHERS = 2  # other rates that must rest on a whole before this one surely does
_BUSY = 12  # rates of a sentence; more are no enumeration


def among(one: Read, found: Share) -> Share:
    """Make a share sure whose whole is that of the rates beside it.

    "Đã trả 965 hồ sơ: sớm 872 (90,4%), đúng hạn 85 (8,8%), quá hạn 08 (0,08%)": the first two
    rates hold of 965, so the third is of 965 as well.
    """
    start, _end = one.sentence(found.rate.start)
    rates = [rate for rate in one.rates if one.sentence(rate.start)[0] == start]
    if not _BROTHERS < len(rates) <= _BUSY:
        return found
    wholes = (found.whole, *found.others)
    votes: Counter[Decimal] = Counter()
    for rate in rates:
        part = None if rate is found.rate else _part(one, rate)
        if part:
            votes.update(whole for whole in set(wholes) if _rests(rate, part, whole))
    best = votes.most_common(1)
    if not best or best[0][1] < _BROTHERS or best[0][0] < found.part:
        return found
    return replace(found, whole=best[0][0], sure=True, others=())


def _part(one: Read, rate: Figure) -> Figure | None:
    start, floor, _ceiling = reach(one, rate)
    return linked(one, rate, start, floor)


def _rests(rate: Figure, part: Figure, whole: Decimal) -> bool:
    return bool(whole) and holds(part.value, whole, Printed(rate.value, rate.decimals)).holds
