"""More villages or teams than the commune has."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bot.domain.drafts import Correction
from bot.reading.draft.conflicts.conflict import ELSEWHERE, Stated, conflict, sentences
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.nouns import spoken
from bot.reading.draft.pages import Pages, words_end
from bot.reading.draft.units import Unit

_NAME = 70  # characters before a number in which it is named
_LEAST = 2
_HAS = re.compile(
    r"(?:\b(?:toàn xã|xã|phường|địa bàn|địa phương|toàn phường)\b[^.;:\d]{0,30}"
    r"(?:có|gồm|thành lập)\s$"
    r"|\b(?:toàn xã|tổng cộng|tổng số|thành lập|kiện toàn)\s(?:được\s|có\s|là\s)?$"
    r"|\d tổ (?:ở|tại|của) $)",
    re.IGNORECASE,
)
_VILLAGES = r"(?:thôn|ấp|bản|khóm|khu phố|xóm|buôn|làng|tổ dân phố)"
_ONE_EACH = re.compile(rf"mỗi {_VILLAGES} (?:có |thành lập |một |01 |1 ){{1,3}}tổ", re.IGNORECASE)
# "Chứng thực bản sao: 612 bản" counts copies.
_COPIES = re.compile(
    r"bản (?:sao|giấy|in|photo|điện tử|chụp|cam kết)|chứng thực|in ấn|tờ rơi|cuốn|ấn phẩm",
    re.IGNORECASE,
)
_NOT_VILLAGE = re.compile(
    r" ?(?:bản|tổ) (?:sao|photo|in|cam kết|chức|hợp tác|vay|tiết kiệm)", re.IGNORECASE
)


def villages(pages: Pages) -> Iterable[Correction]:
    """Find more villages or teams than the report says that there are in all."""
    reads = sentences(pages)
    for unit in (Unit.VILLAGE, Unit.TEAM):
        yield from _too_many(reads, unit)
    yield from _one_each(reads)


def _too_many(reads: Sequence[Read], unit: Unit) -> Iterator[Correction]:
    """Find more villages or teams than there are in all."""
    said = [one for read in reads for one in _counted(read, unit)]
    totals = [one for one in said if one.total]
    if not totals:
        return
    most = max(one.figure.value for one in totals)
    if most < _LEAST:
        return  # "mỗi thôn 01 tổ", "cấp xã 01 tổ" is no number of all
    # Two different totals: the first that is said is believed where it is said again.
    first = totals[0].figure.value
    again = sum(one.figure.value == first for one in said)
    limit = first if again > 1 and unit is Unit.VILLAGE else most
    nouns = {spoken(one.figure.noun) for one in totals}
    for one in said:
        if spoken(one.figure.noun) not in nouns:
            continue  # "02 xóm, 07 thôn, tổng 09 khu dân cư": each kind has its own number
        if one.figure.value > limit and not _together(one, limit):
            yield conflict(one.one, one.figure, limit, one.span)


def _together(said: Stated, limit: Decimal) -> bool:
    """Tell whether a number is that of all, with others of its item: "34 tổ, 01 tổ; chung 35"."""
    more = said.figure.value - limit
    return any(
        count.unit is said.figure.unit and count.value == more and count.end <= said.figure.start
        for count in said.one.counts
    )


def _counted(one: Read, unit: Unit) -> Iterator[Stated]:
    wholes = {quotient.whole.start for quotient in one.quotients}
    parts = {quotient.part.start for quotient in one.quotients}
    for figure in one.counts:
        if figure.unit is not unit or _NOT_VILLAGE.match(one.text, figure.end):
            continue
        if spoken(figure.noun) == "bản" and _COPIES.search(one.text):
            continue
        start, end = one.sentence(figure.start)
        name = one.text[max(start, figure.start - _NAME) : figure.start]
        if ELSEWHERE.search(one.text, max(start, figure.start - _NAME), min(end, figure.end + 30)):
            continue
        if figure.start not in parts:
            total = figure.start in wholes or bool(_HAS.search(name))
            yield Stated(one, figure, _around(one, figure, start), total)


def _around(one: Read, figure: Figure, start: int) -> tuple[int, int]:
    """Return a number with the word before it and the words behind it."""
    before = one.text.rfind(" ", start, max(start, figure.start - 1))
    return max(before + 1, start), words_end(one.text, figure.end)


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
        later = [
            figure
            for figure in read.counts
            if each.end() < figure.start < end and figure.unit is Unit.TEAM
        ]
        # "cộng 10 tổ (6 tổ có 6 người, 4 tổ có 7 người)": the others are parts of them.
        for figure in () if any(one.value == number for one in later) else later:
            if figure.value != 1:
                yield conflict(read, figure, number, _around(read, figure, start))
