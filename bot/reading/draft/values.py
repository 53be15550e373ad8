"""One quantity with two values: more villages than the commune has, a base that changes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.figure import Figure, Read, swaps
from bot.reading.draft.nouns import spoken
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.units import Unit

_LARGE = 1000  # two smaller numbers are alike by chance
_SMALL = 100  # and these even of the very same things
_NAME = 70  # characters before a number in which it is named
_HAS = re.compile(
    r"(?:\b(?:toàn xã|xã|phường|địa bàn|địa phương|toàn phường)\b[^.;:\d]{0,30}"
    r"(?:có|gồm|thành lập)\s$"
    r"|\b(?:toàn xã|tổng cộng|tổng số|thành lập|kiện toàn)\s(?:được\s|có\s|là\s)?$"
    r"|\d tổ (?:ở|tại|của) $)",
    re.IGNORECASE,
)
# What is not this commune as it is now.
_ELSEWHERE = re.compile(
    r"\b(?:huyện|tỉnh|cả nước|toàn quốc|cụm|trước đây|cũ|sáp nhập|năm trước|cùng kỳ|so với|dự kiến"
    r"|tăng|giảm|lượt|các xã)\b",
    re.IGNORECASE,
)
_VILLAGES = r"(?:thôn|ấp|bản|khóm|khu phố|xóm|buôn|làng|tổ dân phố)"
_ONE_EACH = re.compile(rf"mỗi {_VILLAGES} (?:có |thành lập |một |01 |1 ){{1,3}}tổ", re.IGNORECASE)
_NOT_VILLAGE = re.compile(
    r" ?(?:bản|tổ) (?:sao|photo|in|cam kết|chức|hợp tác|vay|tiết kiệm)", re.IGNORECASE
)
_STAFF = r"cán bộ,?(?: và)? công chức(?:,? viên chức)?"
_STAFF_LABEL = re.compile(
    rf"(?:^\W*(?:[\d.]+[.)]?\s)?|[.;:,]\s|\bcó\s)(?:tổng )?(?:số|số lượng|t[ỷỉ] lệ)?\s?{_STAFF}\b"
    r"(?! (?:không|bán|chuyên trách|cấp thôn|thôn|ấp|bản|một cửa|bộ phận|trung tâm|nữ|nam|trẻ"
    r"|phòng))"
    r"[^;.]{0,90}$",
    re.IGNORECASE,
)
_STAFF_BEHIND = re.compile(
    rf"\)?\s{_STAFF}(?=$|[,;.)]| (?:ubnd|của|xã|có|đã|được|đang)\b)"
    r"(?! của (?:trung tâm|bộ phận|phòng))",
    re.IGNORECASE,
)
_STAFF_IS = re.compile(rf"{_STAFF}(?:[:,]? (?:là |có )?|: ?)$", re.IGNORECASE)
_STAFF_ARE = re.compile(r"\b(?:xã|có)\s(?:có\s|hiện có\s)?$", re.IGNORECASE)
_OVERDUE = re.compile(r"(?:quá|trễ) hạn\W*(?:là |có )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """A number with where it stands; `total`: it is said of all."""

    one: Read
    figure: Figure
    span: tuple[int, int]
    total: bool


def values(pages: Pages) -> Iterable[Correction]:
    """Find quantities of the commune that the report gives with two values."""
    reads = [one for one in pages.reads if not one.item.cells and len(one.figures) < 200]
    for unit in (Unit.VILLAGE, Unit.TEAM):
        yield from _too_many(reads, unit)
    yield from _one_each(reads)
    yield from _bases(reads)
    yield from _swapped(reads)
    yield from _overdue([one for one in reads if not ahead(one.item)])


def _too_many(reads: Sequence[Read], unit: Unit) -> Iterator[Correction]:
    """Find more villages or teams than there are in all."""
    said = [one for read in reads for one in _counted(read, unit)]
    totals = [one for one in said if one.total]
    if not totals:
        return
    most = max(one.figure.value for one in totals)
    # Two different totals: the first that is said is believed where it is said again.
    first = totals[0].figure.value
    again = sum(one.figure.value == first for one in said)
    limit = first if again > 1 and unit is Unit.VILLAGE else most
    for one in said:
        if one.figure.value > limit:
            yield _conflict(one, limit)


def _counted(one: Read, unit: Unit) -> Iterator[_Said]:
    wholes = {quotient.whole.start for quotient in one.quotients}
    parts = {quotient.part.start for quotient in one.quotients}
    for figure in one.counts:
        if figure.unit is not unit or _NOT_VILLAGE.match(one.text, figure.end):
            continue
        start, end = one.sentence(figure.start)
        name = one.text[max(start, figure.start - _NAME) : figure.start]
        if _ELSEWHERE.search(one.text, max(start, figure.start - _NAME), min(end, figure.end + 30)):
            continue
        if figure.start not in parts:
            total = figure.start in wholes or bool(_HAS.search(name))
            yield _Said(one, figure, _around(one, figure, start, end), total)


def _around(one: Read, figure: Figure, start: int, end: int) -> tuple[int, int]:
    """Return a number with the word before it and the words behind it."""
    before = one.text.rfind(" ", start, max(start, figure.start - 1))
    behind = re.match(r"(?: [^\W\d_]+){0,3}", one.text[figure.end : end])
    return max(before + 1, start), figure.end + (behind.end() if behind else 0)


def _one_each(reads: Sequence[Read]) -> Iterator[Correction]:
    """Find another number of teams than of villages where every village has one."""
    villages = Counter(
        one.figure.value for read in reads for one in _counted(read, Unit.VILLAGE) if one.total
    )
    if len(villages) != 1:
        return
    number = next(iter(villages))
    for read in reads:
        each = _ONE_EACH.search(read.text)
        if not each or "cấp xã" in read.text:
            continue
        start, end = read.sentence(each.start())
        for figure in read.counts:
            later = each.end() < figure.start < end and figure.unit is Unit.TEAM
            if later and figure.value not in {number, Decimal(1)}:
                span = _around(read, figure, start, end)
                yield _conflict(_Said(read, figure, span, total=True), number)


def _bases(reads: Sequence[Read]) -> Iterator[Correction]:
    """Find shares of all officials whose whole is not the number of officials."""
    found = [one for read in reads for one in _staff(read)]
    plain = [one for one in found if not one.total]
    known = Counter(one.figure.value for one in found)
    if len(known) != 2 or not found:
        return
    (most, often), (_other, seldom) = known.most_common()
    right = most if often > seldom else plain[0].figure.value if plain else None
    for one in found:
        if right is not None and one.total and one.figure.value != right:
            yield _conflict(one, right)


def _staff(one: Read) -> Iterator[_Said]:
    """Find how many officials there are: as a plain number and as the whole of shares (`total`)."""
    wholes = {quotient.whole.start: quotient for quotient in one.quotients}
    parts = {quotient.part.start for quotient in one.quotients}
    for figure in one.counts:
        if figure.start in parts or figure.value < 5 or figure.unit not in {None, Unit.PERSON}:
            continue
        start, _end = one.sentence(figure.start)
        quotient = wholes.get(figure.start)
        before = one.text[max(start, (quotient or figure).start - 120) : (quotient or figure).start]
        label = _STAFF_LABEL.search(before)
        behind = _STAFF_BEHIND.match(one.text, figure.end)
        if quotient and (label or behind):
            end = one.text.find("%", figure.end, figure.end + 30)
            span = quotient.start, end + 1 if end > 0 else figure.end
            yield _Said(one, figure, span, total=True)
        elif not quotient and (
            (label and _STAFF_IS.search(before)) or (behind and _STAFF_ARE.search(before))
        ):
            yield _Said(one, figure, (figure.start, figure.end), total=False)


def _swapped(reads: Sequence[Read]) -> Iterator[Correction]:
    """Find wholes that are another number of the report with two digits in wrong order."""
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
            swapped = (value for value in swaps(whole.value) if often[value, key] > 1)
            other = next(swapped, None)
            if other is not None:
                span = quotient.start, quotient.end
                yield _conflict(_Said(read, whole, span, total=True), other)


def _overdue(reads: Sequence[Read]) -> Iterator[Correction]:
    """Find more files overdue than all that were said to be."""
    known: set[Decimal] = set()
    for read in reads:
        for figure in read.counts:
            start, end = read.sentence(figure.start)
            name = read.text[max(start, figure.start - _NAME) : figure.start]
            if figure.unit is not Unit.FILE or not _OVERDUE.search(name):
                continue
            if _ELSEWHERE.search(read.text, start, end):
                continue
            if known and figure.value > sum(known):
                named = max(start, figure.start - 16), figure.end
                yield _conflict(_Said(read, figure, named, total=False), max(known))
            known.add(figure.value)


def _conflict(one: _Said, other: Decimal) -> Correction:
    why = _(
        "Elsewhere the report has {other}, here it has {said}.",
        other=spelled(other),
        said=spelled(one.figure.value),
    )
    expected = Plain(spelled(other))
    return correction(one.one.item, one.span, Fault.CONFLICT, expected, why, one.figure.start)
