"""Which two counts a rate in a report is made of."""

import re
from collections.abc import Iterator

from bot.reading.draft.figure import Figure, Quotient, Read
from bot.reading.draft.pages import Pages, counts
from bot.reading.draft.share import Share, by_name
from bot.reading.draft.units import differ

_GAP = 160  # characters between a fraction and its rate
_PART_GAP = 110  # characters between a count and its rate
_TRIED = 12  # counts around a part that may be its whole
_BOUND = r"(?:trên|hơn|vượt|dưới|gần|xấp xỉ|khoảng|chưa đến|chưa tới|ít nhất|tối thiểu|từ)"
# What links counts to the rate behind them: "…, đạt tỷ lệ trên ", "… (", "… = ".
_LINK = re.compile(
    r"(?:(?:đạt|chiếm|bằng|là|tương ứng|tương đương|tức|t[ỷỉ] lệ|t[ỷỉ] trọng|=|\(|:|,|-|–)\s*)"
    rf"(?:(?:với|đạt|t[ỷỉ] lệ|khoảng|là|:|=)\s*){{0,3}}(?:{_BOUND}\s*)?$",
    re.IGNORECASE,
)
# What links a rate to the fraction behind it: "95,5% (", "95,5% hồ sơ (tức ", "95,5%, ".
_BEHIND = re.compile(
    r"[^\d;.()%]{0,90}\((?:[^\d()%]{0,40}[\s:])?"
    r"|[^\d;.()%]{0,90},\s(?:cụ thể|tương ứng|tức)(?: là| với)?:?\s|\s*(?:,|=|:|-|–)?\s*"
    r"(?:tương ứng|tương đương|tức(?: là)?|với|là|bằng|hay)?\s*(?:với )?",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"[^\d,;.:]{0,30}\b(?:còn lại|khác)\b", re.IGNORECASE)
_AND = re.compile(r"(?:,| và|, và) (?:(?:đạt|là) )?", re.IGNORECASE)
_AGAIN = re.compile(r";(?!\s*(?:đạt|chiếm|bằng|tương ứng))", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:tổng|tổng số|tổng cộng|trong số|toàn xã(?: hiện)? có|tiếp nhận|thu nhận|phát sinh"
    r"|trong|khảo sát|hỏi|phỏng vấn|điều tra|lấy ý kiến|kiểm tra|rà soát|đăng ký|phát ra"
    r"|thu phí|có phí|phải nộp phí|triệu tập|được giao|được cấp|được phân bổ|phải thu|"
    r"phải nộp|tổng vốn)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:trong đó|gồm|bao gồm|chia ra|cụ thể)\b|\(", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(r"\b(?:tổng|tổng số|tổng cộng)(?: [^\W\d_]+){0,5}:? ?$", re.IGNORECASE)
_RATE_OF = re.compile(
    rf"t[ỷỉ] lệ\s+(?=[^\W\d_])(?!(?:là|đạt|chiếm|tương ứng|{_BOUND})\b)", re.IGNORECASE
)

# "bằng 44% trong tổng số 200 hội viên", "đạt 44% của 200 hộ".
_OF_TOTAL = re.compile(
    r"\s(?:(?:trong|trên|của)\s)?(?:tổng (?:[^\W\d_]+ ){0,4}|(?<=của )|(?<=trong )(?:số )?)",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\btrong (?:tổng )?số $", re.IGNORECASE)
_BASE = re.compile(
    r" (?:trên |trong |của )?(?:tổng )?số (?:người|hộ|hồ sơ|văn bản|cán bộ|em|học sinh) "
    r"(?P<name>[^,;.()%]{6,60})(?=[,;.()]|$)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]{0,120}\)")


def share(pages: Pages, one: Read, rate: Figure) -> Share | None:
    """Return what a rate is made of, or None where the text does not say."""
    start, floor, ceiling = reach(one, rate)
    behind = _behind(one, rate, ceiling)
    if behind:
        return Share(rate, behind.part.value, behind.whole.value, rate.start, behind.end, sure=True)
    before = _respective(one, rate, start) or _before(one, rate, floor)
    if before:
        parts = before.part.value, before.whole.value
        return Share(rate, *parts, before.start, rate.end, sure=True)
    return by_name(one, rate, start) or _of_whole(pages, one, rate, (start, floor))


def reach(one: Read, rate: Figure) -> tuple[int, int, int]:
    """Return where the sentence of a rate, the words before it and those behind it begin and end.

    The words before it begin at the rate before, those behind it end at the next.
    """
    start, end = one.sentence(rate.start)
    rates = [other for other in one.rates if start <= other.start < end]
    nth = rates.index(rate)
    floor = rates[nth - 1].end if nth else start
    return start, floor, rates[nth + 1].start if nth + 1 < len(rates) else end


def _behind(one: Read, rate: Figure, ceiling: int) -> Quotient | None:
    after = [quotient for quotient in one.quotients if rate.end <= quotient.start < ceiling]
    if not after:
        return None
    gap = one.text[rate.end : after[0].start]
    if not _BEHIND.fullmatch(gap):
        return None
    # "…, đạt 85%, 39/40 hộ, đạt 97,5%": the fraction has a rate of its own behind it.
    own = one.text[after[0].end : after[0].end + _GAP]
    taken = ")" not in own.split("%")[0] and re.match(
        r"[^%.;)]{0,100}\b(?:đạt|chiếm|bằng)[^%.;)\d]{0,20}\d[\d,]* ?%", own
    )
    return None if taken and "(" not in gap else after[0]


def _before(one: Read, rate: Figure, floor: int) -> Quotient | None:
    earlier = [
        quotient
        for quotient in one.quotients
        if floor <= quotient.start and quotient.end <= rate.start
    ]
    if not earlier:
        return None
    last = earlier[-1]
    gap = one.text[last.end : rate.start]
    between = any(last.end <= count.start < rate.start for count in one.amounts)
    if between or len(gap) > _GAP or _AGAIN.search(gap) or not _LINK.search(gap):
        return None
    return None if _RATE_OF.search(gap) else last


def _respective(one: Read, rate: Figure, start: int) -> Quotient | None:
    """Return the fraction of one of several rates: "1/2 hộ, 3/4 hộ, lần lượt đạt 50% và 75%"."""
    nth = one.rates.index(rate)
    first = last = nth
    while first and _AND.fullmatch(one.text, one.rates[first - 1].end, one.rates[first].start):
        first -= 1
    while last + 1 < len(one.rates) and _AND.fullmatch(
        one.text, one.rates[last].end, one.rates[last + 1].start
    ):
        last += 1
    before = [q for q in one.quotients if start <= q.start and q.end <= one.rates[first].start]
    rates = last - first + 1
    if rates < 2 or len(before) < rates:
        return None
    gap = one.text[before[-1].end : one.rates[first].start]
    return before[len(before) - rates + nth - first] if len(gap) < _GAP else None


def linked(one: Read, rate: Figure, start: int, floor: int) -> Figure | None:
    """Return the count that a rate is said of: "39 hộ, đạt 97,5%"."""
    earlier = (c for c in reversed(one.amounts) if floor <= c.start and c.end <= rate.start)
    part = next((c for c in earlier if not _inside(one.text[c.end : rate.start])), None)
    if not part or part.start in one.halves:
        return None
    gap = _BRACKETS.sub("", one.text[part.end : rate.start])
    if len(gap) > _PART_GAP or ";" in gap or not _LINK.search(gap) or _RATE_OF.search(gap):
        return None
    whole = _TOTAL_BEFORE.search(one.text, max(start, part.start - 60), part.start)
    return None if whole else part


def _of_whole(pages: Pages, one: Read, rate: Figure, span: tuple[int, int]) -> Share | None:
    start, floor = span
    part = linked(one, rate, start, floor)
    if not part:
        return None
    after = next((count for count in one.amounts if count.start >= rate.end), None)
    if (
        after
        and _OF_TOTAL.fullmatch(one.text, rate.end, after.start)
        and part.like(after)
        and after.value >= part.value
    ):
        return Share(rate, part.value, after.value, part.start, after.end, sure=True)
    base = _named_base(one, rate, part)
    if base:
        return Share(rate, part.value, base.value, part.start, rate.end, sure=True)
    found = list(_wholes(pages, one, part, start))
    fitting = [
        (whole, sure)
        for whole, sure in found
        if whole.value >= part.value
        and whole.value
        and part.like(whole)
        and not differ(whole.unit, part.unit)
    ]
    if not fitting:
        return None
    others = tuple(other.value for other, _sure in fitting)
    said = [
        Share(rate, part.value, whole.value, part.start, rate.end, sure, others)
        for whole, sure in fitting[:_TRIED]
    ]
    # What the text names as the whole; else the nearest that must be meant; else the nearest.
    named = next((one for one in said if one.sure), None)
    return named or next((one for one in said if one.close()), said[0])


def _named_base(one: Read, rate: Figure, part: Figure) -> Figure | None:
    """Return the whole that is surely meant.

    It is right before the part as "trong số 90 hồ sơ", or has the name that stands behind the
    rate: "80% số người từ 15 tuổi trở lên".
    """
    last = next((count for count in reversed(one.amounts) if count.end <= part.start), None)
    start, _end = one.sentence(part.start)
    fits = last and last.like(part) and not differ(last.unit, part.unit)
    if last and fits and last.value >= part.value and _OF_THESE.search(one.text, start, last.start):
        return last
    said = _BASE.match(one.text, rate.end)
    if not said:
        return None
    found = [
        count
        for count in one.amounts
        if count.end <= part.start
        and count.value >= part.value
        and re.search(
            rf"\b{re.escape(said['name'])}[:,]? (?:là |có )?$",
            one.text[max(0, count.start - _PART_GAP) : count.start],
            re.IGNORECASE,
        )
    ]
    return found[0] if len(found) == 1 else None


def _inside(after: str) -> bool:
    """Tell whether a bracket is closed that was opened before."""
    return _BRACKETS.sub("", after).count(")") > 0


def _wholes(pages: Pages, one: Read, part: Figure, start: int) -> Iterator[tuple[Figure, bool]]:
    """Go through what may be the whole of a part, and whether the text says that it is."""
    # "3/5 trường đạt; 2 trường còn lại đạt trên 70%": the others are no share of the first.
    others = _OTHERS.match(one.text, part.end)
    halves = {id(quotient.part) for quotient in one.quotients} if others else ()
    earlier = [c for c in one.amounts if c.end <= part.start and id(c) not in halves]
    for count in reversed(earlier):
        here = count.start >= start
        between = one.text[count.end : part.start]
        named = _WHOLE.search(one.text, max(start, count.start - 60), count.start)
        within = here and _WITHIN.search(between) and len(between) < _GAP
        yield count, bool(here and (within or named) and count is not part)
    for nth, head in enumerate(pages.heads(one.item)):
        for count in head.amounts[-3:]:
            listed = nth == 0 and not head.item.is_heading and len(head.amounts) == 1
            yield count, bool(listed)
    for count in counts(pages.above(one.item)):
        if count.unit and count.unit is part.unit:
            yield count, False
