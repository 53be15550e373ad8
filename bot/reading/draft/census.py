"""Numbers that exceed their whole, or differ from what each has: households, officials, teams."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.claims import PAST
from bot.reading.draft.figure import Figure, Quotient, Read
from bot.reading.draft.meaning import words
from bot.reading.draft.nouns import spoken
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.units import Unit

_NAME = 80  # characters before a number in which it is named
_LARGE = 100  # smaller numbers have the same digits by chance
_TWO = 2  # words that make a phrase more than a bare noun
_MOST = 400  # phrases of a report that are compared
_ELSEWHERE = re.compile(
    r"\b(?:huyện|tỉnh|cả nước|toàn quốc|cụm|trước đây|cũ|sáp nhập|hợp nhất|sắp xếp|dự kiến|đầu năm"
    r"|tăng|giảm|lượt|các xã|xã bạn|cộng dồn|lũy kế|luỹ kế|bình quân|trung bình)\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"(?<!các )(?<!mỗi )(?<!\d )\b(?:thôn|ấp|xóm|khóm|buôn|làng|bản|khu phố|chi hội|trường|"
    r"tổ dân phố)\s(?P<name>\w)",
    re.IGNORECASE,
)
_FOLK = re.compile(
    r" ?hộ(?: dân| gia đình)?(?:,| với| và|/|;)? (?:có |tổng số |trên |gần |khoảng )?"
    r"[\d.]+ (?:nhân )?khẩu",
    re.IGNORECASE,
)
_STAFF = r"cán bộ,?(?: và)? công chức(?!,? (?:và )?(?:viên chức|người|lao động|không))"
_STAFF_BEHIND = re.compile(
    rf" {_STAFF}(?=$|[,;.)]| (?:của |ubnd |xã|đã |được |có |chưa ))", re.IGNORECASE
)
_EACH = re.compile(
    r"\bmỗi (?P<place>tổ|thôn|ấp|bản|xóm|khóm|buôn|làng|khu phố|chi hội|nhóm|đội)"
    r"(?: công nghệ số(?: cộng đồng)?)?"
    r"(?: (?:chỉ|mới|đều|có|gồm|được|bố trí|thành lập|cử|là))* $",
    re.IGNORECASE,
)
_ONE_EACH = re.compile(
    r"\bmỗi (?P<place>thôn|ấp|bản|xóm|khóm|buôn|làng|khu phố)"
    r"(?: (?:có|thành lập|đều))* (?:một|0?1) tổ\b",
    re.IGNORECASE,
)
_HAS_TEAM = re.compile(
    r" (?:[^\W\d_]+ )?(?:đã |được |có )*(?:thành lập|kiện toàn|có)(?: được)? tổ\b"
    r"(?! (?:trưởng|phó|viên))",
    re.IGNORECASE,
)
_TEAM = re.compile(r" ?tổ (?:công nghệ số|cnscđ)", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:mới|chỉ|mới chỉ|(?:cả|toàn) (?:xã|phường)(?: hiện)?(?: mới| chỉ)*)(?: có| được)? $",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"(?: [^\W\d_]+){2,12}")


@dataclass(frozen=True, slots=True)
class _Said:
    one: Read
    figure: Figure
    before: str

    @property
    def value(self) -> Decimal:
        """Return how many they are."""
        return self.figure.value


def census(pages: Pages) -> Iterable[Correction]:
    """Find more than there are in all, and another number for each than was said before."""
    said = [here for one in pages.reads for here in _said(one)]
    yield from _folk(said)
    yield from _staff(said, pages.reads)
    yield from _each(said)
    yield from _one_each(said)
    yield from _only(said)


def _said(one: Read) -> Iterator[_Said]:
    if one.item.cells or ahead(one.item) or len(one.figures) > 200:
        return
    if any(_local(head.text) for head in one.item.heads[-2:]):
        return
    for figure in one.counts:
        start, end = one.sentence(figure.start)
        start = max(start, figure.start - _NAME)
        near = one.text[start : min(end, figure.end + 40)]
        if _ELSEWHERE.search(near) or PAST.search(near) or _local(near):
            continue
        yield _Said(one, figure, one.text[start : figure.start])


def _local(text: str) -> bool:
    """Tell whether one village, school or group is named."""
    return any(not one["name"].islower() for one in _LOCAL.finditer(text))


def _folk(said: Sequence[_Said]) -> Iterator[Correction]:
    """Hold households to how many the commune has: "2.214 hộ với 8.655 nhân khẩu"."""
    whole = next((one for one in said if _FOLK.match(one.one.text, one.figure.end)), None)
    if not whole or whole.value < _LARGE:
        return
    again = sum(one.value == whole.value for one in said)
    for one in said:
        if one.figure.unit is not Unit.HOUSEHOLD or one.value == whole.value:
            continue
        swapped = sorted(f"{one.value}") == sorted(f"{whole.value}")
        alone = swapped and sum(other.value == one.value for other in said) <= again
        if one.value > whole.value or (alone and spoken(one.figure.noun) == "hộ"):
            yield _conflict(one, whole.value)


def _staff(said: Sequence[_Said], reads: Sequence[Read]) -> Iterator[Correction]:
    """Find shares of fewer officials than are counted elsewhere."""
    counted = [one for one in said if _STAFF_BEHIND.match(one.one.text, one.figure.end)]
    for read in reads:
        for quotient in read.quotients:
            base = next((one for one in counted if one.figure is quotient.whole), None)
            more = [one.value for one in counted if not _in_quotient(one)]
            if base and more and max(more) > base.value and _whole(base):
                yield _conflict(base, max(more), quotient)


def _whole(base: _Said) -> bool:
    """Tell whether a base is said to be all officials of the commune."""
    behind = base.one.text[base.figure.end : base.figure.end + 50].lower()
    return bool(re.search(r"của (?:ubnd |ủy ban nhân dân |toàn )?xã|\bxã\b", behind))


def _in_quotient(one: _Said) -> bool:
    return one.figure.start in one.one.halves


def _each(said: Sequence[_Said]) -> Iterator[Correction]:
    """Check "mỗi tổ 05 người" against "mỗi tổ 07 người"."""
    known: dict[tuple[str, str], Decimal] = {}
    for one in said:
        told = _EACH.search(one.before)
        if told and one.figure.noun and not _ranged(one):
            unit = one.figure.unit.value if one.figure.unit else spoken(one.figure.noun)
            key = told["place"].lower(), unit
            if known.setdefault(key, one.value) != one.value:
                yield _conflict(one, known[key], begin=len(told[0]))


def _ranged(one: _Said) -> bool:
    behind = one.one.text[one.figure.end : one.figure.end + 14]
    return bool(re.search(r"(?:/|mỗi|một|đến|[-–])", behind))


def _one_each(said: Sequence[_Said]) -> Iterator[Correction]:
    """Check "mới có 12 bản thành lập tổ" against "14 tổ, mỗi bản 01 tổ"."""
    for team in said:
        if not _TEAM.match(team.one.text, team.figure.end):
            continue
        start, end = team.one.sentence(team.figure.start)
        told = _ONE_EACH.search(team.one.text, start, end)
        if told:
            for one in said:
                place = spoken(one.figure.noun) == told["place"].lower()
                has = _HAS_TEAM.match(one.one.text, one.figure.end)
                if place and has and one.value != team.value and not _in_quotient(one):
                    yield _conflict(one, team.value)
            return


def _only(said: Sequence[_Said]) -> Iterator[Correction]:
    """Check "cả xã mới có 02 sản phẩm lên sàn" against 04 products on a platform."""
    phrases = [
        (one, words(found[0]))
        for one in said[:_MOST]
        if (found := _PHRASE.match(one.one.text, one.figure.end)) and not _in_quotient(one)
    ]
    for only, narrow in phrases:
        if not _ONLY.search(only.before) or len(narrow) <= _TWO:
            continue
        for more, wide in phrases:
            same = more.figure.noun[:2] == only.figure.noun[:2] and narrow <= wide
            if same and more.value > only.value:
                yield _conflict(only, more.value)
                break


def _conflict(
    said: _Said, other: Decimal, quotient: Quotient | None = None, begin: int = 0
) -> Correction:
    one, figure = said.one, said.figure
    start = quotient.start if quotient else figure.start - begin
    behind = re.match(r"(?: [^\W\d_]+){0,3}", one.text[figure.end :])
    span = start, figure.end + (behind.end() if behind else 0)
    why = _(
        "Elsewhere the report has {other}, here it has {said}.",
        other=spelled(other),
        said=spelled(figure.value),
    )
    return correction(one.item, span, Fault.CONFLICT, Plain(spelled(other)), why, figure.start)
