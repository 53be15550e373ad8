"""The whole of the count that a rate is said of, where it stands at another place."""

import re
from collections.abc import Iterator

from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages, counts
from bot.reading.draft.rates.fractions import GAP, LINK, RATE_OF
from bot.reading.draft.rates.share import Share
from bot.reading.draft.units import differ

_PART_GAP = 110  # characters between a count and its rate
_TRIED = 12  # counts around a part that may be its whole
_OTHERS = re.compile(r"[^\d,;.:]{0,30}\b(?:còn lại|khác)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:tổng|tổng số|tổng cộng|trong số|toàn xã(?: hiện)? có|tiếp nhận|thu nhận|phát sinh"
    r"|trong|khảo sát|hỏi|phỏng vấn|điều tra|lấy ý kiến|kiểm tra|rà soát|đăng ký|phát ra"
    r"|thu phí|có phí|phải nộp phí|triệu tập|được giao|được cấp|được phân bổ|phải thu|"
    r"phải nộp|tổng vốn)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:trong đó|gồm|bao gồm|chia ra|cụ thể)\b|\(", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(r"\b(?:tổng|tổng số|tổng cộng)(?: [^\W\d_]+){0,5}:? ?$", re.IGNORECASE)
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


def linked(one: Read, rate: Figure, start: int, floor: int) -> Figure | None:
    """Return the count that a rate is said of: "39 hộ, đạt 97,5%"."""
    earlier = (c for c in reversed(one.amounts) if floor <= c.start and c.end <= rate.start)
    part = next((c for c in earlier if not _inside(one.text[c.end : rate.start])), None)
    if not part or part.start in one.halves:
        return None
    gap = _BRACKETS.sub("", one.text[part.end : rate.start])
    if len(gap) > _PART_GAP or ";" in gap or not LINK.search(gap) or RATE_OF.search(gap):
        return None
    whole = _TOTAL_BEFORE.search(one.text, max(start, part.start - 60), part.start)
    return None if whole else part


def of_whole(pages: Pages, one: Read, rate: Figure, start: int, floor: int) -> Share | None:
    """Return the share that a count before a rate is, of the whole that the text knows for it."""
    part = linked(one, rate, start, floor)
    if not part:
        return None
    after = _total_behind(one, rate, part)
    if after:
        return Share(rate, part.value, after.value, part.start, after.end, sure=True)
    base = _named_base(one, rate, part)
    if base:
        return Share(rate, part.value, base.value, part.start, rate.end, sure=True)
    fitting = [
        (whole, sure)
        for whole, sure in _wholes(pages, one, part, start)
        if whole.value and _covers(whole, part) and not differ(whole.unit, part.unit)
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


def _covers(whole: Figure, part: Figure) -> bool:
    return whole.value >= part.value and part.like(whole)


def _total_behind(one: Read, rate: Figure, part: Figure) -> Figure | None:
    """Return the whole behind a rate: "39 hộ, bằng 44% trong tổng số 200 hội viên"."""
    after = next((count for count in one.amounts if count.start >= rate.end), None)
    if after and _OF_TOTAL.fullmatch(one.text, rate.end, after.start) and _covers(after, part):
        return after
    return None


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
        # "1.490 người (90,0%), tại nhà 165 người": a bracket that is closed opens no list.
        open_words = _BRACKETS.sub("", between)
        within = here and _WITHIN.search(open_words) and len(between) < GAP
        yield count, bool(here and (within or named) and count is not part)
    for nth, head in enumerate(pages.heads(one.item)):
        for count in head.amounts[-3:]:
            listed = nth == 0 and not head.item.is_heading and len(head.amounts) == 1
            yield count, bool(listed)
    for count in counts(pages.above(one.item)):
        if count.unit and count.unit is part.unit:
            yield count, False
