"""Shares of all officials whose whole is not the number of officials."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bot.domain.drafts import Correction
from bot.reading.draft.conflicts.conflict import Stated, conflict, sentences
from bot.reading.draft.figure import Read
from bot.reading.draft.pages import Pages
from bot.reading.draft.units import Unit

_STAFF = r"cán bộ,?(?: và)? công chức(?:,? viên chức)?"
_LABEL = re.compile(
    rf"(?:^\W*(?:[\d.]+[.)]?\s)?|[.;:,]\s|\bcó\s)(?:tổng )?(?:số|số lượng|t[ỷỉ] lệ)?\s?{_STAFF}\b"
    r"(?! (?:không|bán|chuyên trách|cấp thôn|thôn|ấp|bản|một cửa|bộ phận|trung tâm|nữ|nam|trẻ"
    r"|phòng))"
    r"[^;.]{0,90}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\)?\s{_STAFF}(?=$|[,;.)]| (?:ubnd|của|xã|có|đã|được|đang)\b)"
    r"(?! của (?:trung tâm|bộ phận|phòng))",
    re.IGNORECASE,
)
_IS = re.compile(rf"{_STAFF}(?:[:,]? (?:là |có )?|: ?)$", re.IGNORECASE)
_ARE = re.compile(r"\b(?:xã|có)\s(?:có\s|hiện có\s)?$", re.IGNORECASE)


def officials(pages: Pages) -> Iterable[Correction]:
    """Find shares of all officials whose whole is not the number of officials."""
    found = [one for read in sentences(pages) for one in _staff(read)]
    plain = [one for one in found if not one.total]
    known = Counter(one.figure.value for one in found)
    if len(known) != 2 or not found:
        return
    (most, often), (_other, seldom) = known.most_common()
    right = most if often > seldom else plain[0].figure.value if plain else None
    for one in found:
        if right is not None and one.total and one.figure.value != right:
            yield conflict(one.one, one.figure, right, one.span)


def _staff(one: Read) -> Iterator[Stated]:
    """Find how many officials there are: as a plain number and as the whole of shares (`total`)."""
    wholes = {quotient.whole.start: quotient for quotient in one.quotients}
    parts = {quotient.part.start for quotient in one.quotients}
    for figure in one.counts:
        if figure.start in parts or figure.value < 5 or figure.unit not in {None, Unit.PERSON}:
            continue
        start, _end = one.sentence(figure.start)
        quotient = wholes.get(figure.start)
        before = one.text[max(start, (quotient or figure).start - 120) : (quotient or figure).start]
        label = _LABEL.search(before)
        behind = _BEHIND.match(one.text, figure.end)
        if quotient and (label or behind):
            end = one.text.find("%", figure.end, figure.end + 30)
            span = quotient.start, end + 1 if end > 0 else figure.end
            yield Stated(one, figure, span, total=True)
        elif not quotient and ((label and _IS.search(before)) or (behind and _ARE.search(before))):
            yield Stated(one, figure, (figure.start, figure.end), total=False)
