"""What is left of a whole, what is not so, and what is all together: "còn lại 88 buổi"."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bot.domain.drafts import Correction
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages, ahead
from bot.reading.draft.sums.adding import summed
from bot.reading.draft.sums.amounts import BREAK, FAR, NAME, alike, before, misses
from bot.reading.draft.sums.rows import row
from bot.reading.draft.sums.together import equations, together

_REACH = 240  # characters between a whole and what is left of it
_BUSY = 60  # figures of an item that are tried
_REST = re.compile(
    r"\b(?:số |phần )?còn lại(?: là| có| gồm|:)?(?: (?!dưới|trên|hơn|gần)\w+){0,2} ?:? ?$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:không|chưa)(?: (?:được|có|đạt))?"
    r" (?P<deed>(?!còn|có|được|phải|kể|tính|quá|dưới)[^\W\d_]+(?: [^\W\d_]+)?)",
    re.IGNORECASE,
)


def rests(pages: Pages) -> Iterable[Correction]:
    """Check what is said to be left, what is not so, and what is said to be all together."""
    for one in pages.reads:
        if one.item.cells or ahead(one.item) or not 1 < len(one.amounts) <= _BUSY:
            continue
        for nth, figure in enumerate(one.amounts):
            yield from _left(one, nth, figure)
            yield from _opposite(one, nth, figure)
            yield from together(one, nth, figure)
        yield from equations(one)
        yield from row(one)


def _named(one: Read, nth: int) -> str:
    """Return the words that name a number: those before it in its clause, or else behind it."""
    figure = one.amounts[nth]
    name = BREAK.split(before(one, figure))[-1]
    until = one.amounts[nth + 1].start if nth + 1 < len(one.amounts) else figure.end + NAME
    behind = BREAK.split(one.text[figure.end : min(until, figure.end + NAME)])[0]
    return name if len(name.split()) > 1 else f"{name} {behind}"


def _left(one: Read, nth: int, left: Figure) -> Iterator[Correction]:
    """Check "…, còn lại N" against the whole and the parts before it."""
    if not _REST.search(before(one, left)):
        return
    # "đã niêm yết 418/418": of all of them, which parts nothing.
    whole_again = {
        half.start
        for q in one.quotients
        if q.part.value == q.whole.value
        for half in (q.part, q.whole)
    }
    earlier = [
        count
        for count in one.amounts[:nth]
        if left.start - count.end < _REACH and alike(count, left) and count.start not in whole_again
    ]
    quotient = next((q for q in reversed(one.quotients) if q.whole in earlier), None)
    if quotient:
        whole, parts = quotient.whole, [quotient.part]
    elif len(earlier) > 1:
        whole, parts = earlier[0], earlier[1:]
    else:
        return
    sums = {left.value}
    for part in reversed(parts):
        sums.add(max(sums) + part.value)
    every = {whole.value, *(count.value for count in earlier)}
    if sums & (every - {left.value}):
        return
    total = left.value + summed([part.value for part in parts])
    if abs(total - whole.value) <= whole.value * FAR:
        yield misses(one, left, whole, whole.value - total + left.value, [*parts, left])


def _opposite(one: Read, nth: int, negative: Figure) -> Iterator[Correction]:
    """Check "hài lòng 372, không hài lòng 28" against the whole that stands before or behind."""
    told = _NOT.search(_named(one, nth))
    if not told:
        return
    deed = re.compile(rf"(?<!không )(?<!chưa )(?<!được ){re.escape(told['deed'])}", re.IGNORECASE)
    wholes_of = {id(quotient.whole) for quotient in one.quotients}
    positive = None
    for at in range(nth - 1, -1, -1):
        count = one.amounts[at]
        if id(count) in wholes_of:
            continue  # "ký số 679/684": those that are signed are the part
        if deed.search(_named(one, at)) and alike(count, negative):
            positive = count
            break
    if positive is None:
        return
    both = positive.value + negative.value
    others = [
        count
        for count in one.amounts
        if count not in (positive, negative)
        # "Đã trả 270, chưa trả 08; trong 270 hồ sơ đã trả …": the same number again is no whole.
        and not (count.value == positive.value and count.start > negative.start)
        and alike(count, negative)
        and abs(count.start - negative.start) < _REACH
    ]
    wholes = [count for count in others if count.value >= max(positive.value, negative.value)]
    if not wholes or any(
        count.value == both or any(count.value == both + third.value for third in others)
        for count in others
    ):
        return
    whole = min(wholes, key=lambda count: abs(count.value - both))
    if abs(whole.value - both) <= max(whole.value * FAR / 2, Decimal(2)):
        yield misses(one, negative, whole, whole.value - positive.value, [positive, negative])
