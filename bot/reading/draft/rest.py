"""What is left of a whole, what is not so, and what is all together: "còn lại 88 buổi"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.figure import Figure, Read, swaps
from bot.reading.draft.listing import TRAIT
from bot.reading.draft.nouns import same
from bot.reading.draft.pages import Pages, ahead, correction, spelled

_REACH = 240  # characters between a whole and what is left of it
_NAME = 60  # characters before a number in which it is named
_BUSY = 60  # figures of an item that are tried
_FAR = Decimal("0.3")  # of the whole
_NEAR = Decimal("0.04")  # of the whole
_REST = re.compile(
    r"\b(?:số |phần )?còn lại(?: là| có| gồm|:)?(?: (?!dưới|trên|hơn|gần)\w+){0,2} ?:? ?$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:không|chưa)(?: (?:được|có|đạt))?"
    r" (?P<deed>(?!còn|có|được|phải|kể|tính|quá|dưới)[^\W\d_]+(?: [^\W\d_]+)?)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:[,;:–-]|\bvà|\.) ?(?:tổng(?: cộng| số| là| cả)?|cộng(?: chung| lại)?|tất cả)"
    r"(?: (?:là|có|được)|:)? ?$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:,.()]")
_AMONG = re.compile(r"\btrong (?:số |tổng số )?$", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:riêng|trong đó|bình quân|mỗi|nhất|so với|tăng|giảm|trùng)\b", re.IGNORECASE
)


def rests(pages: Pages) -> Iterable[Correction]:
    """Check what is said to be left, what is not so, and what is said to be all together."""
    for one in pages.reads:
        if one.item.cells or ahead(one.item) or not 1 < len(one.amounts) <= _BUSY:
            continue
        for nth, figure in enumerate(one.amounts):
            yield from _left(one, nth, figure)
            yield from _opposite(one, nth, figure)
            yield from _together(one, nth, figure)
        yield from _added(one)
        yield from _row(one)


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts may be parts of one whole by their own words."""
    if not one.like(other):
        return False
    bare = not one.noun or not other.noun
    return bare or same(one.noun, other.noun) or bool(one.unit and one.unit is other.unit)


def _before(one: Read, figure: Figure) -> str:
    return one.text[max(0, figure.start - _NAME) : figure.start]


def _named(one: Read, nth: int) -> str:
    """Return the words that name a number: those before it in its clause, or else behind it."""
    figure = one.amounts[nth]
    before = _BREAK.split(_before(one, figure))[-1]
    until = one.amounts[nth + 1].start if nth + 1 < len(one.amounts) else figure.end + _NAME
    behind = _BREAK.split(one.text[figure.end : min(until, figure.end + _NAME)])[0]
    return before if len(before.split()) > 1 else f"{before} {behind}"


def _left(one: Read, nth: int, left: Figure) -> Iterator[Correction]:
    """Check "…, còn lại N" against the whole and the parts before it."""
    if not _REST.search(_before(one, left)):
        return
    earlier = [
        count
        for count in one.amounts[:nth]
        if left.start - count.end < _REACH and _alike(count, left)
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
    total = left.value + sum((part.value for part in parts), Decimal(0))
    if abs(total - whole.value) <= whole.value * _FAR:
        yield _wrong(one, left, whole, whole.value - total + left.value, [*parts, left])


def _opposite(one: Read, nth: int, negative: Figure) -> Iterator[Correction]:
    """Check "hài lòng 372, không hài lòng 28" against the whole that stands before or behind."""
    told = _NOT.search(_named(one, nth))
    if not told:
        return
    deed = re.compile(rf"(?<!không )(?<!chưa )(?<!được ){re.escape(told['deed'])}", re.IGNORECASE)
    positive = None
    for at in range(nth - 1, -1, -1):
        count = one.amounts[at]
        if deed.search(_named(one, at)) and _alike(count, negative):
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
        and _alike(count, negative)
        and abs(count.start - negative.start) < _REACH
    ]
    wholes = [count for count in others if count.value >= max(positive.value, negative.value)]
    if not wholes or any(
        count.value == both or any(count.value == both + third.value for third in others)
        for count in others
    ):
        return
    whole = min(wholes, key=lambda count: abs(count.value - both))
    if abs(whole.value - both) <= max(whole.value * _FAR / 2, Decimal(2)):
        yield _wrong(one, negative, whole, whole.value - positive.value, [positive, negative])


def _together(one: Read, nth: int, total: Figure) -> Iterator[Correction]:
    """Check "từ xã 30 triệu, từ dân 15 triệu, tổng cộng 45 triệu"."""
    if nth < 2 or not _TOTAL.search(_before(one, total)):
        return
    inside = {half for quotient in one.quotients for half in (quotient.part, quotient.whole)}
    start, _end = one.sentence(total.start)
    earlier = [
        count
        for count in one.amounts[:nth]
        if count not in inside and _alike(count, total) and count.start >= start
    ]
    if (
        len(earlier) < 2
        or total in inside
        or (len(earlier) < nth and one.amounts[0].start >= start)
    ):
        return
    summed = Decimal(0)
    for count in reversed(earlier):
        summed += count.value
        if summed == total.value:
            return
    if total.value >= max(count.value for count in earlier) and (
        abs(summed - total.value) <= max(summed * _FAR / 2, Decimal(2))
    ):
        yield _wrong(one, total, total, summed, earlier)


def _added(one: Read) -> Iterator[Correction]:
    """Check "25 máy + 15 máy = 40 thiết bị", and the sum written before its parts."""
    run: list[Figure] = []
    whole: Figure | None = None
    for figure, after in pairwise((*one.amounts, None)):
        if figure is None:
            return
        run.append(figure)
        between = one.text[figure.end : after.start] if after else "."
        if re.fullmatch(r"[^\d.;:+=]{0,60}\+ ?[^\d.;:+=]{0,30}", between):
            continue
        equals = re.fullmatch(r"[^\d.;:+=]{0,60}= ?[^\d.;:+=]{0,30}", between)
        total = sum((part.value for part in run), Decimal(0))
        if whole and len(run) > 1 and total != whole.value:
            yield _wrong(one, whole, whole, total, run)
        elif equals and after and len(run) > 1 and total != after.value:
            yield _wrong(one, after, after, total, run)
        whole = figure if equals and len(run) == 1 else None
        run = []


def _row(one: Read) -> Iterator[Correction]:
    """Check a whole followed by nothing but parts of the same things, which nearly make it."""
    if not _SOME.search(one.text):
        yield from _parts(one, one.amounts, 3)
    for start, end in one.sentences:
        here = [figure for figure in one.amounts if start <= figure.start < end]
        if here and _AMONG.search(_before(one, here[0])) and not _SOME.search(one.text, start, end):
            yield from _parts(one, here, 2)


def _parts(one: Read, row: Sequence[Figure], least: int) -> Iterator[Correction]:
    inside = {id(half) for q in one.quotients for half in (q.part, q.whole)}
    if len(row) <= least or any(id(figure) in inside for figure in row):
        return
    whole, *parts = row
    if any(row[0].start <= rate.start <= row[-1].end for rate in one.rates):
        return
    if any(not part.like(whole) or not same(part.noun, whole.noun) for part in parts):
        return
    gaps = (one.text[a.end : b.start] for a, b in pairwise(row[1 if least == 2 else 0 :]))
    if any(len(_BREAK.findall(gap)) != 1 for gap in gaps):
        return
    sums = list(accumulate(part.value for part in parts))
    # "1.222 hồ sơ, gồm … ; còn 18 hồ sơ đang giải quyết": the first of them make it.
    if whole.value in sums[1:]:
        return
    total = sums[-1]
    swapped = any(
        total - part.value + other == whole.value for part in parts for other in swaps(part.value)
    )
    near = abs(total - whole.value) <= max(Decimal(1), whole.value * _NEAR)
    if TRAIT.search(one.text, whole.end, parts[-1].end + _NAME):
        return
    if total != whole.value and (near or swapped):
        yield _wrong(one, parts[-1], whole, total, parts)


def _wrong(
    one: Read, at: Figure, whole: Figure, right: Decimal, parts: Sequence[Figure]
) -> Correction:
    adding = " + ".join(spelled(part.value) for part in parts[:6])
    adding += " + …" if len(parts) > 6 else ""
    total = sum((part.value for part in parts), Decimal(0))
    why = _(
        "{adding} is {total}, not {whole}.",
        adding=adding,
        total=spelled(total),
        whole=spelled(whole.value),
    )
    name = _BREAK.split(_before(one, at))[-1].lstrip()
    start = at.start - min(len(name), 40)
    behind = re.match(r"(?: [^\W\d_]+){0,3}", one.text[at.end :])
    span = start, at.end + (behind.end() if behind else 0)
    return correction(one.item, span, Fault.SUM, Plain(spelled(right)), why, at.start)
