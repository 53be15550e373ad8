"""Shares of more than everything."""

import re
from collections.abc import Iterable

from bot.domain.claims import Bound
from bot.domain.drafts import Correction, Fault
from bot.domain.text import _
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages, ahead, correction
from bot.reading.draft.rates.growth import compared
from bot.reading.draft.rates.others import added_up
from bot.reading.draft.units import unit_at

_FULL = 100
_PLAN = re.compile(
    r"kế hoạch|chỉ tiêu|dự toán|so với|cùng kỳ|\bkhoán\b|\bgiao\b|nghị quyết|mục tiêu|\btăng\b"
    r"|\bgiảm\b|\bvượt\b|năm trước",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\s*(?:tổng|số|các|dân số|diện tích|địa bàn)\b", re.IGNORECASE)
_SHARE = re.compile(r"t[ỷỉ] lệ|chiếm|phủ", re.IGNORECASE)


def limits(pages: Pages) -> Iterable[Correction]:
    """Find "more than 100%", where no plan and no growth is meant."""
    for one in pages.reads:
        if one.item.cells or ahead(one.item):
            continue
        for rate in one.rates:
            if rate.value < _FULL or (rate.value == _FULL and rate.bound is not Bound.ABOVE):
                continue
            start, end = one.sentence(rate.start)
            if added_up(one, rate):
                continue
            if _PLAN.search(one.text, start, min(end, rate.end + 60)) or compared(one, rate):
                continue
            after = one.text[rate.end : rate.end + 30]
            whole = _OF_ALL.match(after) or unit_at(after, 1)
            if whole or _SHARE.search(one.text[start : rate.start]):
                yield _over(one, rate, start)


def _over(one: Read, rate: Figure, start: int) -> Correction:
    before = one.text[start : rate.start]
    begin = start + max(before.rfind(","), before.rfind(";"), before.rfind(":"), -1) + 1
    expected = _("at most 100%")
    why = _("A share cannot be more than the whole.")
    return correction(one.item, (begin, rate.end), Fault.BOUND, expected, why, rate.start)
