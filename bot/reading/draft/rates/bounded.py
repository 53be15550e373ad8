"""Bounds said without figures, against the share of the same that the report states elsewhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.claims import Bound, Printed, holds
from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.claims import PAST
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.meaning import words
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.rates.others import of_others
from bot.reading.draft.rates.shares import share

# A bound is said of the same share where it misses it narrowly; further off, of another one.
_NARROW = 3  # points of a percent
_MOST = 400  # shares of a report that are compared
_BUSY = 200  # figures in one item; nobody writes more
_ENOUGH = 3  # words that two statements must have in common
_BREAK = re.compile(r"[;:.()%]|,(?=\s*(?:đạt|chiếm|bằng|tương ứng)\b)")
_BEHIND = re.compile(r"[;:.,()\d]|\b(?:và|nhưng|vượt|so với|tăng|giảm)\b")
_WISH = re.compile(
    r"phấn đấu|mục tiêu|\bsẽ\b|kế hoạch|đưa |nâng |cần|yêu cầu|phải đạt|đề nghị|nhằm|chỉ tiêu",
    re.IGNORECASE,
)
_SIDES = frozenset({Bound.ABOVE, Bound.BELOW})
# What is so; without such a word it may be what is wished for, under any heading.
_IS_SO = re.compile(r"\b(?:đạt|đến nay|mới|được|dẫn đầu|chiếm|hiện)\b", re.IGNORECASE)
# Words that say how much, and nothing of what.
_IDLE_WORDS = (
    "tỷ tỉ lệ đạt trên hơn gần dưới khoảng mới chỉ mức giữ chung nhất luôn đến nay nhìn duy trì "
    "ổn định kết quả tốt cao thấp khá"
)
_IDLE = frozenset(_IDLE_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Stated:
    """A share with its counts, and the words it is said of."""

    words: frozenset[str]
    part: Decimal
    whole: Decimal


def bounded(pages: Pages) -> Iterable[Correction]:
    """Find a bound that the report's own share of the very same thing narrowly misses.

    The words of the bound must be among those of the share, and no other share of such words
    may keep it: then it is sure which one is meant.
    """
    stated = list(_stated(pages))[:_MOST]
    for one in pages.reads:
        if one.item.cells or ahead(one.item) or len(one.figures) > _BUSY:
            continue
        for rate in one.rates:
            if rate.bound not in _SIDES or share(pages, one, rate) or of_others(one, rate):
                continue
            said = _said(one, rate)
            if not _IS_SO.search(said) or _WISH.search(said) or PAST.search(said):
                continue
            own = words(said) - _IDLE
            if len(own) < _ENOUGH or any(_WISH.search(head.text) for head in one.item.heads):
                continue
            meant = [share for share in stated if own <= share.words and _near(share, rate)]
            if meant and all(_missed(share, rate) for share in meant):
                yield _false(one, rate, meant[0])


def _said(one: Read, rate: Figure) -> str:
    """Return the clause of a bound: the words before it, and the noun behind it."""
    start, end = one.sentence(rate.start)
    before = _BREAK.split(one.text[start : rate.start])[-1]
    behind = _BEHIND.split(one.text[rate.end : end])[0]
    return f"{before} {behind}"


def _stated(pages: Pages) -> Iterator[_Stated]:
    for one in pages.reads:
        if ahead(one.item) or len(one.figures) > _BUSY:
            continue
        for quotient in one.quotients:
            start, end = one.sentence(quotient.start)
            clause = one.text[start:end]
            if quotient.whole.value and not PAST.search(clause):
                heads = " ".join(head.text for head in one.item.heads[-1:])
                said = words(f"{heads} {clause}")
                yield _Stated(said, quotient.part.value, quotient.whole.value)


def _near(stated: _Stated, rate: Figure) -> bool:
    """Tell whether a share is so close to a bound that the bound must be of it."""
    return abs(stated.part * 100 / stated.whole - rate.value) <= _NARROW


def _missed(stated: _Stated, rate: Figure) -> bool:
    said = Printed(rate.value, rate.decimals, rate.bound)
    return not holds(stated.part, stated.whole, said).holds


def _false(one: Read, rate: Figure, stated: _Stated) -> Correction:
    should = holds(stated.part, stated.whole, Printed(rate.value, 2)).should
    right = f"{spelled(should)}% ({spelled(stated.part)}/{spelled(stated.whole)})"
    why = _("The report itself has {right} for this: the bound is false.", right=right)
    start, _end = one.sentence(rate.start)
    span = max(start, rate.start - 40), rate.end
    return correction(one.item, span, Fault.BOUND, Plain(right), why, rate.start)
