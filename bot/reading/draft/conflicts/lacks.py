"""What the shares of a report leave over: so many are broken, lack it, or are named one by one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.conflicts.conflict import conflict
from bot.reading.draft.figure import Figure, Quotient, Read
from bot.reading.draft.nouns import same, spoken
from bot.reading.draft.pages import Pages, ahead, correction, spelled, words_end

_NAME = 60  # characters around a number in which it is named
_BREAK = re.compile(r"[;:.()]")
_GOOD = re.compile(
    r"(?:còn|hoạt động|sử dụng|dùng|phát|chạy|vận hành) (?:tốt|bình thường|ổn định)", re.IGNORECASE
)
_BROKEN = re.compile(r"\b(?:bị )?(?:hư )?hỏng\b|không hoạt động", re.IGNORECASE)
_VILLAGE = r"(?:thôn|ấp|bản|khóm|khu phố|xóm|buôn|làng|tổ dân phố|tổ|chi hội|trường|chợ)"
_ALL = re.compile(r"(?<!mới )(?<!chỉ )(?<!còn )\b(?:có|gồm|ở|tại|toàn xã) $", re.IGNORECASE)
_EACH = re.compile(rf"\bmỗi (?P<place>{_VILLAGE}) ", re.IGNORECASE)
_LIST = re.compile(r"(?P<names>[^\W\d_][^\d.;:()…]{3,300})(?=[.;)]|$)(?!\.\.)")
_NAMED = re.compile(rf"(?:{_VILLAGE} )?(?:[A-ZĐÀ-Ỹ]\w*)(?: \w+){{0,4}}", re.UNICODE)
_MORE = re.compile(r"v\.v|\.\.|…|\bkhác\b|một số|\bcác\b", re.IGNORECASE)
_INTRO = re.compile(r"[^.;:()\d]{0,60}(?::|\()\s?")


def lacks(pages: Pages) -> Iterable[Correction]:
    """Find numbers of what is broken, given to each, or named, that the shares contradict."""
    reads = [
        one
        for one in pages.reads
        if one.counts and not one.item.cells and len(one.figures) < 100 and not ahead(one.item)
    ]
    yield from _broken(reads)
    yield from _each(reads)
    for one in reads:
        yield from _missing(one)
        yield from _listed(one)


def _broken(reads: Sequence[Read]) -> Iterator[Correction]:
    """Check "hỏng 07 mắt" against "63/68 mắt hoạt động tốt"."""
    good = [
        quotient
        for one in reads
        for quotient in one.quotients
        if quotient.whole.noun and _GOOD.search(_around(one, quotient.start, quotient.end))
    ][:40]
    for one in reads if good else ():
        for figure in one.counts:
            around = _around(one, figure.start, figure.end)
            if not figure.noun or not _BROKEN.search(around):
                continue
            like = [q for q in good if same(q.whole.noun, figure.noun)]
            if len(like) != 1 or figure in (like[0].part, like[0].whole):
                continue
            left = like[0].whole.value - like[0].part.value
            if figure.value != left and figure.value < like[0].whole.value / 2:
                yield _conflict(one, figure, left)


def _around(one: Read, start: int, end: int) -> str:
    """Return the words of the clause in which a number stands, without other numbers."""
    before = _BREAK.split(one.text[max(0, start - _NAME) : start].rstrip(": "))[-1]
    behind = _BREAK.split(one.text[end : end + _NAME])[0]
    return f"{re.split(r'[0-9,]', before)[-1]} {re.split(r'[0-9,]', behind)[0]}"


def _each(reads: Sequence[Read]) -> Iterator[Correction]:
    """Check "máy in: 7/7 máy" against "mỗi ấp 1 máy in" and six ấp."""
    given = {thing: (place, number) for one in reads for thing, place, number in _given(one)}
    places = {place: _count(reads, place) for place, _number in given.values()}
    for one in reads if given else ():
        for quotient in one.quotients:
            name = _around(one, quotient.start, quotient.end).lower()
            for thing, (place, number) in given.items():
                known = places[place]
                right = number * known if known else quotient.whole.value
                off = abs(quotient.whole.value - right)
                if thing in name and 0 < off <= max(Decimal(2), right / 5):
                    yield _conflict(one, quotient.whole, right, quotient)


def _given(one: Read) -> Iterator[tuple[str, str, Decimal]]:
    """Go through what every place is said to have: the thing, the word for the place, how many."""
    for told in _EACH.finditer(one.text):
        _start, end = one.sentence(told.start())
        for figure in one.counts:
            if told.end() <= figure.start < end and figure.noun:
                yield " ".join(figure.noun[:2]), told["place"].lower(), figure.value


def _count(reads: Sequence[Read], place: str) -> Decimal | None:
    """Return how many places there are, if the report has one number for it."""
    found = {
        count.value
        for one in reads
        for count in one.counts
        if spoken(count.noun) == place and _ALL.search(one.text, 0, count.start)
    }
    return next(iter(found)) if len(found) == 1 else None


def _missing(one: Read) -> Iterator[Correction]:
    """Check the names behind "12/14 tổ đã gửi; chưa gửi: …": as many as are left."""
    for quotient in one.quotients:
        reach = one.text[quotient.end : quotient.end + 160]
        told = re.search(r"\b(?:chưa|không|còn thiếu)\b[^:;.,\d]{0,40}: ?", reach, re.IGNORECASE)
        if told:
            start = quotient.end + told.end()
            names = _names(one.text, start)
            left = quotient.whole.value - quotient.part.value
            if names and len(names[0]) != left:
                yield _named(one, (start, names[1]), left, len(names[0]))


def _listed(one: Read) -> Iterator[Correction]:
    """Check the names behind "3 buôn làm điểm: …": as many as are said."""
    for figure in one.counts:
        if not figure.noun or not 1 < figure.value < 30:
            continue
        intro = _INTRO.match(one.text, figure.end)
        names = _names(one.text, intro.end()) if intro else None
        if not intro or not names or any(q.whole is figure for q in one.quotients):
            continue
        kind = spoken(figure.noun)
        own = all(name.lower().startswith(kind) for name in names[0])
        near = abs(len(names[0]) - figure.value) == 1
        if own and near:
            yield _named(one, (intro.end(), names[1]), figure.value, len(names[0]))


def _names(text: str, start: int) -> tuple[list[str], int] | None:
    """Return the names enumerated from a place on, and where they end."""
    found = _LIST.match(text, start)
    if not found or re.search(
        r"v\.v|\.\.|…|\bkhác\b|một số|\bcác\b", text[start : found.end() + 4]
    ):
        return None
    names = [name.strip() for name in re.split(r",| và ", found["names"])]
    if len(names) < 2 or not all(_NAMED.fullmatch(name) for name in names):
        return None
    return names, found.end()


def _named(one: Read, span: tuple[int, int], right: Decimal, said: int) -> Correction:
    why = _(
        "{said} are named here, but the number given makes {right}.",
        said=str(said),
        right=spelled(right),
    )
    return correction(one.item, span, Fault.CONFLICT, Plain(spelled(right)), why, span[1] - 1)


def _conflict(
    one: Read, figure: Figure, right: Decimal, quotient: Quotient | None = None
) -> Correction:
    start = quotient.start if quotient else figure.start
    return conflict(one, figure, right, (start, words_end(one.text, figure.end, 2)))
