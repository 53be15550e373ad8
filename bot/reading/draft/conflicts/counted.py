"""Numbers of the whole commune as it is now, with the words before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.drafts import Correction
from bot.reading.draft.claims import PAST
from bot.reading.draft.conflicts.conflict import conflict
from bot.reading.draft.figure import Figure, Quotient, Read
from bot.reading.draft.pages import ahead, words_end

_NAME = 80  # characters before a number in which it is named
_BUSY = 200  # figures in one item; nobody writes more
_ELSEWHERE = re.compile(
    r"\b(?:huyện|tỉnh|cả nước|toàn quốc|cụm (?:thi|xã|huyện|liên|số)|trước đây|cũ"
    r"|sáp nhập|hợp nhất|sắp xếp|dự kiến|đầu năm"
    r"|tăng|giảm|lượt|các xã|xã bạn|cộng dồn|lũy kế|luỹ kế|bình quân|trung bình)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:nên|do|vì|khiến|để)\b", re.IGNORECASE)
_LOCAL = re.compile(
    r"(?<!các )(?<!mỗi )(?<!\d )\b(?:thôn|ấp|xóm|khóm|buôn|làng|bản|khu phố|chi hội|trường|"
    r"tổ dân phố)\s(?P<name>\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of things, where it stands, and the words before it."""

    one: Read
    figure: Figure
    before: str

    @property
    def value(self) -> Decimal:
        """Return how many they are."""
        return self.figure.value

    @property
    def halved(self) -> bool:
        """Tell whether it is the part or the whole of a fraction."""
        return self.figure.start in self.one.halves


def counted(one: Read) -> Iterator[Counted]:
    """Find the numbers of an item that are said of the whole commune, and of today."""
    if one.item.cells or ahead(one.item) or len(one.figures) > _BUSY:
        return
    if any(named(head.text) for head in one.item.heads[-2:]):
        return
    for figure in one.counts:
        start, end = one.sentence(figure.start)
        start = max(start, figure.start - _NAME)
        behind = _REASON.split(one.text[figure.end : min(end, figure.end + 40)])[0]
        near = one.text[start : figure.end] + behind
        if _ELSEWHERE.search(near) or PAST.search(near) or named(near):
            continue
        yield Counted(one, figure, one.text[start : figure.start])


def named(text: str) -> bool:
    """Tell whether one village, school or group is named."""
    return any(not one["name"].islower() for one in _LOCAL.finditer(text))


def contradicted(
    said: Counted, other: Decimal, quotient: Quotient | None = None, begin: int = 0
) -> Correction:
    """Point at a number, or at its fraction, or from so many characters before it on."""
    one, figure = said.one, said.figure
    start = quotient.start if quotient else figure.start - begin
    return conflict(one, figure, other, (start, words_end(one.text, figure.end)))
