"""Numbers whose own words, and those of what they are a part of, name different things."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from bot.domain.drafts import Correction, Fault
from bot.domain.text import _
from bot.reading.draft.figure import Figure, Quotient, Read
from bot.reading.draft.labels import clause, names, noun_end, other_thing
from bot.reading.draft.nouns import spoken
from bot.reading.draft.pages import Pages, ahead, correction
from bot.reading.draft.units import Unit, differ, unit_at

_FEW = 10  # three smaller numbers add up by chance
_MANY = 40  # counts of an item that are tried with each other
_IS = re.compile(r"(?::|\(|\blà:?|\bđạt|\bđược|\bcó)\s*$", re.IGNORECASE)
# A number in a name: "từ 15 tuổi trở lên", "mức độ 2".
_IN_NAME = re.compile(r"\d{1,2} tuổi|mức(?: độ)? \d|\d[gG]\b|đề án 06", re.IGNORECASE)
_THINGS = frozenset({
    Unit.FILE, Unit.PROCEDURE, Unit.HOUSEHOLD, Unit.PERSON, Unit.CARD, Unit.ACCOUNT, Unit.TEAM,
    Unit.VILLAGE, Unit.DOCUMENT, Unit.MACHINE, Unit.MEETING, Unit.PAPER, Unit.SCHOOL,
})  # fmt: skip
# Of these there is one for each of the other, or one word stands for the other.
_ALIKE = (
    {Unit.TEAM, Unit.VILLAGE},
    {Unit.CARD, Unit.FILE},
    {Unit.CARD, Unit.ACCOUNT},
    {Unit.CARD, Unit.PAPER},
    {Unit.ACCOUNT, Unit.FILE},
    {Unit.FILE, Unit.PAPER},
    {Unit.DOCUMENT, Unit.PAPER},
)
_COVERED = ({Unit.CARD, Unit.PERSON}, {Unit.ACCOUNT, Unit.PERSON}, {Unit.MACHINE, Unit.PERSON})
_GIVEN = re.compile(r"\b(?:cấp|tạo|mở|phát)\b", re.IGNORECASE)
_RATE = re.compile(r"(?:[^\W\d_]|[ ,(=:]){0,40}\d+(?:[.,]\d+)? ?%", re.IGNORECASE)
_SHARE_OF = re.compile(
    r"[^\d;.%]{0,60}[ ,(](?:chiếm|đạt|bằng|tương ứng|tương đương)(?: t[ỷỉ] lệ)?"
    r" (?:(?:trên|gần|khoảng|hơn) )?(?P<rate>\d+(?:[.,]\d+)? ?%) (?:trên |trong |của )?"
    r"(?:tổng số |tổng |số (?:lượng )?)",
    re.IGNORECASE,
)
_TOLD = r"(?<![\d.,]){} (?:là|tức là) (?:tổng số |số (?:lượng )?)?"
_AMONG = re.compile(r"\btrong (?:tổng số |số )?$", re.IGNORECASE)
_HAVE = re.compile(r"[^\d;.]{0,50}?(?:,|\bcó|\bthì)(?: có)? $", re.IGNORECASE)


def unlike(pages: Pages) -> Iterable[Correction]:
    """Find numbers that count another thing than what they are said, or added, to be."""
    for one in pages.reads:
        if one.item.cells or ahead(one.item) or len(one.figures) > 200:
            continue
        for quotient in one.quotients:
            yield from _headed(one, quotient.part, quotient.whole, quotient.end)
            yield from _told(one, quotient)
            yield from _over(one, quotient)
        halves = one.halves
        plain = [count for count in one.counts if count.start not in halves]
        for count in plain:
            yield from _headed(one, count, count, count.end)
            yield from _share_of(one, count)
        for whole, part in pairwise(plain):
            yield from _among(one, whole, part)
        yield from _rest(one, plain)


def apart(one: Unit | None, other: Unit | None) -> bool:
    """Tell whether two units surely name different things."""
    return one is not other and one in _THINGS and other in _THINGS and {one, other} not in _ALIKE


def _unit(figure: Figure) -> Unit | None:
    """Return what a number counts; "bản" are as often copies as villages."""
    return None if spoken(figure.noun) in {"bản", "lần", "em"} else figure.unit


def _headed(one: Read, first: Figure, last: Figure, end: int) -> Iterator[Correction]:
    """Check "Tỷ lệ thôn có nhóm: 11/66 thành viên", "Số hộ dùng hóa đơn là 900 hóa đơn"."""
    words = clause(one, first)
    heads = names(words)
    if not heads or not _IS.search(words):
        return
    name = heads[0]
    label = unit_at(words, name.end())
    between = _IN_NAME.sub("", words[name.end() :])
    if not apart(label, _unit(last)) or re.search(r"[\d%]", between) or len(heads) > 1:
        return
    if first.unit and first.unit is label:
        return
    # "Số trẻ em được cấp thẻ: 320 thẻ": everyone is given one.
    if {label, last.unit} in _COVERED and _GIVEN.search(between):
        return
    # A fraction is quoted alone, as every other check of fractions does: one error is told once.
    start = first.start - len(words) + name.start() if first is last else first.start
    yield _wrong(one, (start, end), last)


def _told(one: Read, quotient: Quotient) -> Iterator[Correction]:
    """Check "39/134 bản, trong đó 134 là số hồ sơ"."""
    start, end = one.sentence(quotient.start)
    printed = re.escape(one.text[quotient.whole.start : quotient.whole.end])
    found = re.compile(_TOLD.format(printed), re.IGNORECASE).search(one.text, quotient.end, end)
    if found and quotient.whole.unit:
        unit = unit_at(one.text, found.end())
        named = apart(unit, quotient.whole.unit) or differ(unit, quotient.part.unit)
        if named:
            yield _wrong(one, (max(start, quotient.start - 30), quotient.end), quotient.whole)


def _over(one: Read, quotient: Quotient) -> Iterator[Correction]:
    """Check "11 thôn/66 thành viên, đạt 16,7%"."""
    part, whole = _unit(quotient.part), _unit(quotient.whole)
    if apart(part, whole) and {part, whole} not in _COVERED:
        rate = _RATE.match(one.text, quotient.end)
        if rate:
            yield _wrong(one, (quotient.start, rate.end()), quotient.whole)


def _share_of(one: Read, count: Figure) -> Iterator[Correction]:
    """Check "143 hồ sơ, chiếm 5,98% số thủ tục"."""
    found = _SHARE_OF.match(one.text, count.end)
    if found and differ(count.unit, unit_at(one.text, found.end())):
        yield _wrong(one, (count.start, noun_end(one, found.end())), count)


def _among(one: Read, whole: Figure, part: Figure) -> Iterator[Correction]:
    """Check "Trong 395 hồ sơ có 352 thủ tục toàn trình"."""
    before = one.text[max(0, whole.start - 20) : whole.start]
    between = one.text[whole.end : part.start]
    if (
        {whole.unit, part.unit} == {Unit.FILE, Unit.PROCEDURE}
        and part.value <= whole.value
        and _AMONG.search(before)
        and _HAVE.fullmatch(between)
    ):
        yield _wrong(one, (part.start, noun_end(one, part.end)), part)


def _rest(one: Read, plain: list[Figure]) -> Iterator[Correction]:
    """Check "311 người; có tài khoản 247 người, chưa có tài khoản 64 hộ"."""
    if len(plain) > _MANY:
        return
    for whole, (part, left) in (
        (plain[nth], pair)
        for nth in range(len(plain))
        for pair in combinations(plain[nth + 1 : nth + 4], 2)
    ):
        if whole.value != part.value + left.value or min(part.value, left.value) < _FEW:
            continue
        odd = next((a for a, b in ((left, part), (part, left)) if _odd(a, b, whole)), None)
        if odd:
            yield _wrong(one, (max(0, odd.start - 16), noun_end(one, odd.end)), odd)
            return


def _odd(one: Figure, other: Figure, whole: Figure) -> bool:
    return other.unit is whole.unit and differ(one.unit, whole.unit)


def _wrong(one: Read, span: tuple[int, int], figure: Figure) -> Correction:
    start, end = span
    end = max(end, noun_end(one, figure.end) if end == figure.end else end)
    expected = _("both numbers of the same things")
    return correction(
        one.item, (start, end), Fault.UNIT, expected, other_thing(one, figure), figure.start
    )
