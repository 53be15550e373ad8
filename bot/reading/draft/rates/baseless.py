"""Rates that are announced without what they are made of."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, islice, pairwise, product

from bot.domain.claims import rate as percent
from bot.domain.drafts import Correction, Fault
from bot.domain.text import _
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages, ahead, correction
from bot.reading.draft.rates.bases import linked
from bot.reading.draft.rates.growth import compared
from bot.reading.draft.rates.others import added_up
from bot.reading.draft.rates.shares import reach, share
from bot.reading.draft.rates.tabled import in_tables, rows
from bot.reading.draft.units import differ

_BUSY = 200  # figures in one item; nobody writes more
_PAIRED = 40  # counts of an item that are tried with each other
_SAID = 6  # amounts of an item that may be what its rate is made of
_STATED = 400  # shares of a report that are compared
_FAR = 3  # items; a rate that is repeated further away has its counts there
_RATE = re.compile(
    r"(?:^[-+*•\s]{0,4}(?:\d[\d.]{0,6}[.)/]?\s|[a-zđ]\)\s)?|[.;,:]\s)(t[ỷỉ] lệ\b[^:;.%\d]{3,160}"
    r"(?:\d{1,2} tuổi[^:;.%\d]{0,120})?(?::|\blà|\bđạt|\bhiện có)\s*(?:là\s|có\s|được\s)?)$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"t[ỷỉ] lệ|đạt|chiếm|bằng|là|:", re.IGNORECASE)
# "Quý III năm 2025: 82,6%": the rate of another period, to compare with.
_OTHER_TIME = re.compile(
    r"(?:^|[.;,(] ?)(?:(?:\d{1,2}|sáu|chín) )?(?:cùng kỳ|năm|quý|tháng|kỳ|tuần)"
    r"(?: [^\s,;.:]+){0,4}(?::| là| đạt)? ?$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r" (?:trên |của |so với )?(?:dân số|(?:tổng )?số )", re.IGNORECASE)
_NO_SHARE = re.compile(
    r"tỷ suất|tỉ suất|lãi suất|tốc độ|thuế|tỷ số|mật độ|chỉ số|điểm số|bình quân", re.IGNORECASE
)


def baseless(pages: Pages) -> Iterable[Correction]:
    """Find rates given as a bare count, and rates with decimals without their counts."""
    stated = [*islice(_stated(pages), _STATED), *islice(_together(pages), _STATED)]
    table = rows(pages)
    wholes = frozenset(count.value for one in pages.reads for count in one.counts[:_PAIRED])
    for one in pages.reads:
        if one.item.cells or ahead(one.item) or len(one.figures) > _BUSY:
            continue
        yield from _counted(one)
        for rate in one.rates:
            if rate.decimals and not rate.bound and _without(pages, one, rate, stated, wholes):
                if in_tables(table, one, rate):
                    continue
                yield _missing(one, rate)


def _counted(one: Read) -> Iterator[Correction]:
    halves = one.halves
    for count in one.counts:
        if count.start in halves or not (count.unit or count.noun):
            continue
        begin, end = one.sentence(count.start)
        found = _RATE.search(one.text[begin : count.start])
        tail = one.text[count.end : end].split(";")[0]
        if not found or "%" in tail or "/" in tail[:12] or " trên " in tail:
            continue
        start = begin + found.start(1)
        expected = _("the rate, with its counts")
        why = _("This is called a rate, but only a count is given.")
        span = start, count.end + len(re.match(r"(?: [^\W\d_]+)?", one.text[count.end :])[0])  # type: ignore[index]
        yield correction(one.item, span, Fault.BASELESS, expected, why, start)


def _stated(pages: Pages) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Go through the pairs of counts that the report states as shares, with their places."""
    for place, one in enumerate(pages.reads):
        if len(one.figures) > _BUSY:
            continue
        for quotient in one.quotients:
            yield place, quotient.part.value, quotient.whole.value
        for rate in one.rates:
            found = None if one.item.cells else share(pages, one, rate)
            if found:
                yield place, found.part, found.whole


def _without(
    pages: Pages,
    one: Read,
    rate: Figure,
    stated: list[tuple[int, Decimal, Decimal]],
    wholes: frozenset[Decimal],
) -> bool:
    start, floor, _ceiling = reach(one, rate)
    said = one.text[max(start, rate.start - 160) : rate.start]
    if (
        compared(one, rate)
        or added_up(one, rate)
        or _OTHER_TIME.search(said)
        or not _ANNOUNCED.search(said)
        or _NO_SHARE.search(said)
    ):
        return False
    if share(pages, one, rate) or linked(one, rate, start, floor):
        return False
    place = pages.place(one.item)
    if any(abs(at - place) > _FAR and _is(rate, part, whole) for at, part, whole in stated):
        return False
    if _OF_WHAT.match(one.text, rate.end) and _of_some(one, rate, wholes):
        return False
    return not any(_is(rate, *pair) for pair in _pairs(pages, one, rate))


def _of_some(one: Read, rate: Figure, wholes: frozenset[Decimal]) -> bool:
    """Tell whether a rate "of the population", "of the files" has its whole anywhere at all."""
    parts = [count.value for count in one.counts if count.end <= rate.start][-2:]
    return any(_is(rate, part, whole) for part in parts for whole in wholes if whole >= part)


def _together(pages: Pages) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Go through what two listed parts make together, and the whole named before them.

    "Trong 7.009 hồ sơ: a) Trước hạn 6.512; b) Đúng hạn 471": the conclusion has both as one rate.
    """
    listed = [(place, one.counts[0].value) for place, one in enumerate(pages.reads) if one.counts]
    for nth, ((place, part), (_at, other)) in enumerate(pairwise(listed)):
        wholes = {count.value for at, _first in listed[max(0, nth - 2) : nth]
                  for count in pages.reads[at].counts[:_SAID]}  # fmt: skip
        yield from ((place, part + other, whole) for whole in wholes if whole >= part + other)


def _pairs(pages: Pages, one: Read, rate: Figure) -> Iterator[tuple[Decimal, Decimal]]:
    """Go through the pairs of counts of an item, of each neighbour, and of it with these.

    A rate that says of what it is ("bằng 58,6% dân số") may be one thing measured by another.
    """
    own = _amounts(one)
    # "Kinh phí 820 triệu đồng; đã chi 353 triệu đồng, đạt 43,05%".
    yield from (
        (part.value, whole.value)
        for whole, part in combinations(own[:_SAID], 2)
        if part.like(whole)
    )
    of_what = _OF_WHAT.match(one.text, rate.end)
    for one_part, its_rest in pairwise(own):
        both = one_part.value + its_rest.value
        yield from ((one_part.value, both), (its_rest.value, both))
    # The rate of several groups together.
    yield (
        sum((quotient.part.value for quotient in one.quotients), Decimal(0)),
        sum((quotient.whole.value for quotient in one.quotients), Decimal(0)),
    )
    for other in pages.around(one.item):
        theirs = _amounts(other)
        for parts, wholes in ((theirs, theirs), (own, theirs), (theirs, own)):
            for part, whole in product(parts, wholes):
                if part.value <= whole.value and (of_what or not differ(part.unit, whole.unit)):
                    yield part.value, whole.value


def _amounts(one: Read) -> list[Figure]:
    found = (figure for figure in one.figures if figure.counts or figure.sized)
    return list(islice(found, _PAIRED))


def _is(rate: Figure, part: Decimal, whole: Decimal) -> bool:
    return bool(whole) and percent(part, whole, rate.decimals) == rate.value


def _missing(one: Read, rate: Figure) -> Correction:
    start, _floor, _ceiling = reach(one, rate)
    before = one.text[start : rate.start]
    begin = start + max(before.rfind(","), before.rfind(";"), -1) + 1
    begin = max(begin, rate.start - 78)
    expected = _("numerator/denominator")
    why = _("This rate stands without the two numbers it is made of.")
    return correction(one.item, (begin, rate.end), Fault.BASELESS, expected, why, rate.start)
