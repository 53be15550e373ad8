"""What a report says of all: "xã có 6 ấp", "cả 5 ấp", "11/13 công chức" must be one number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.drafts import Correction
from bot.reading.draft.conflicts.conflict import conflict, sentences
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.nouns import same, spoken
from bot.reading.draft.pages import Pages, ahead, words_end

_NAME = 70  # characters before a number in which it is named
_SMALL = 100  # a number below may be one or two off; a larger one has its digits in wrong order
_MOST = 4_000  # counts of a report that are compared
_HAS = re.compile(
    r"(?:^|[.;:(,/)-] |\t)"
    r"(?:(?!chi hội|chi đoàn|\btổ\b|trường|trung tâm|thôn|xóm|vùng)[^.;:\d]){0,50}"
    r"\b(?:xã|phường|thị trấn|đặc khu|hội|đoàn|dự án|địa phương|địa bàn)\b"
    r"(?:(?!chi hội|chi đoàn|\btổ\b|trường|trung tâm|thôn|xóm|vùng|trong đó)[^.;:\d]){0,30}"
    r"(?<=[\s,])(?:có|gồm|quản lý|thành lập(?: được)?|ở|tại)(?: tổng số| tổng cộng)? $",
    re.IGNORECASE,
)
_OF_OWN = re.compile(r"[^.;,:\d]{0,20} của (?:xã|phường)\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:cả|tất cả|toàn bộ)(?: các)? $", re.IGNORECASE)
_LOCAL = re.compile(r"\b(?:có|gồm|tổng số|biên chế)\b[^.;]*$", re.IGNORECASE)
# What is not of now, or not of here.
_ELSEWHERE = re.compile(
    r"\b(?:huyện|tỉnh|cả nước|toàn quốc|cụm|trước đây|cũ|sáp nhập|hợp nhất|năm trước|kỳ trước"
    r"|cùng kỳ|so với|dự kiến|tăng|giảm|các xã|xã bạn|đối tác|năm 20\d\d có|mỗi|đầu năm)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A number of things, with where it stands; `total`: it is said of the whole commune."""

    one: Read
    figure: Figure
    total: bool
    every: bool
    base: bool

    @property
    def value(self) -> Decimal:
        """Return how many they are."""
        return self.figure.value

    @property
    def bare(self) -> bool:
        """Tell whether nothing behind the noun narrows it down."""
        return len(self.figure.noun) <= len(spoken(self.figure.noun).split())


def totals(pages: Pages) -> Iterable[Correction]:
    """Find other numbers of the same things than the report says that there are."""
    groups: dict[str, list[_Said]] = {}
    left = _MOST
    for one in sentences(pages):
        if not ahead(one.item) and left > 0:
            for said in _said(one):
                groups.setdefault(spoken(said.figure.noun), []).append(said)
                left -= 1
    for group in groups.values():
        yield from _unlike(group)
        yield from _beside(group)


def _said(one: Read) -> Iterator[_Said]:
    wholes = {id(quotient.whole): quotient for quotient in one.quotients}
    parts = {id(quotient.part): quotient for quotient in one.quotients}
    for figure in one.counts:
        if not figure.noun or figure.value < 2 or id(figure) in parts:
            continue
        start, end = one.sentence(figure.start)
        before = one.text[max(start, figure.start - _NAME) : figure.start]
        if _ELSEWHERE.search(one.text, max(start, figure.start - _NAME), min(end, figure.end + 30)):
            continue
        base = id(figure) in wholes
        if base and any(
            id(q.part) != id(figure)
            and q.part.value == figure.value
            and q is not wholes[id(figure)]
            for q in one.quotients
        ):
            continue  # "51/54 người dự, đạt 48/51 người": those who came are the whole
        own = bool(_HAS.search(before) or _OF_OWN.match(one.text, figure.end))
        yield _Said(one, figure, own and not base, bool(_EVERY.search(before)), base)


def _unlike(group: Sequence[_Said]) -> Iterator[Correction]:
    """Hold what is said of all, and the wholes of shares, to what the commune has."""
    plain = [said for said in group if not (said.base or said.every)]
    for nth, first in enumerate(group):
        # The first total of these very things is believed.
        if not first.total or any(one.total and _one(one, first) for one in group[:nth]):
            continue
        for said in group:
            if said.value == first.value or not _one(said, first):
                continue
            if any(other.value == said.value and other is not said for other in plain):
                continue
            if said.total or ((said.every or said.base) and _off(said.value, first.value)):
                yield _wrong(said, first.value)


def _one(said: _Said, first: _Said) -> bool:
    """Tell whether two nouns are the same, and narrowed down by the same words if by any."""
    return said.figure.noun == first.figure.noun or (
        said.bare and first.bare and same(said.figure.noun, first.figure.noun)
    )


def _off(value: Decimal, known: Decimal) -> bool:
    """Tell whether a number is so near, or so large, that the same whole must be meant."""
    if value > known:
        return value <= known * (2 if known < _SMALL else Decimal("1.5"))
    if known >= _SMALL:
        return sorted(str(value)) == sorted(str(known))
    return known - value <= max(Decimal(1), known / 10)


def _beside(group: Sequence[_Said]) -> Iterator[Correction]:
    """Find shares of another whole than the item itself has just given."""
    for nth, said in enumerate(group):
        if not said.base or not said.bare or said.value >= _SMALL:
            continue
        if any(other.value == said.value and other is not said for other in group):
            continue
        here = [other for other in group[:nth] if other.one is said.one and not other.base]
        near = [
            other
            for other in here
            if other.bare
            and abs(other.value - said.value) <= max(Decimal(1), other.value / 10)
            and _LOCAL.search(said.one.text, 0, other.figure.start)
        ]
        if near:
            yield _wrong(said, near[-1].value)


def _wrong(said: _Said, other: Decimal) -> Correction:
    one, figure = said.one, said.figure
    quotient = next((q for q in one.quotients if q.whole is figure), None)
    start = quotient.start if quotient else figure.start
    return conflict(one, figure, other, (start, words_end(one.text, figure.end)))
