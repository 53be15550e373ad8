"""Numbers in a report: which are figures, what they count, and which stand as a fraction."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, pairwise

from bot.domain.claims import Bound
from bot.reading.draft.figure import Figure, Quotient, Read, number
from bot.reading.draft.layout.marks import marked
from bot.reading.draft.nouns import noun_at
from bot.reading.draft.text import Item
from bot.reading.draft.units import Unit, scaled, unit_at

_REACH = 64  # characters around a number that tell what it is
_LONGEST = 8_000  # characters of an item that are read; nobody writes such a paragraph
_MOST = 300  # figures of an item that are read
# What is no figure, whatever stands around it.
_OTHER = re.compile(
    r"https?://\S{1,300}|www\.\S{1,200}|<[^<>]{1,300}>|[\w.+-]{1,64}@[\w.-]{1,64}"
    r"|\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}"  # 07/4/2025
    r"|\d{1,6}(?:/\d{4})?(?:/| ?- ?)[A-ZĐ][\w&Đ]{1,12}(?:[-/] ?[\w&Đ]{1,12}){0,3}"  # 36/KH-UBND
    r"|24/(?:7|24)(?![.,]?\d)|\b\d{1,2} ?(?:giờ|h|g) ?\d{0,2}(?!\w)"
    r"|\b(?:\+84|0)\d{8,10}(?!\d)|\b0\d{2,3}[. ]\d{3}[. ]\d{3,4}(?!\d)"
    r"|\b(?:năm|tháng|quý|ngày|từ|đến|tới|–|-) ?\d{1,2}/(?:19|20)\d\d(?!\d)"  # tháng 9/2025
    r"|\b(?:ngày|từ ngày|đến ngày) ?\d{1,2}/\d{1,2}(?![\d/])"
    r"|\b(?:trước|sau|kể từ|tính đến) (?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?= ?[(),.;])"
    r"|\b\d{1,2}/\d{1,2} ?[-–] ?\d{1,2}/\d{1,2}(?!\d)"
    r"|\(\d[\d.]{0,9}(?: ?\+ ?\d[\d.]{0,9}){1,12}(?: ?= ?\d[\d.]{0,9})?\)"  # (10 + 9 + 12)
    r"|/ ?\d+(?= ?(?:dân|người dân|hộ dân)\b)",  # thuê bao/100 dân
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?P<rate>,? ?%)?")
_SECOND = re.compile(r"(?<=/)\d+(?:[.,]\d+)*")
# "tháng 9", "ngày 31"; in "6 tháng 353 triệu đồng" no day and no month is meant.
_DATED = re.compile(r"\b(?:tháng|quý|ngày) $", re.IGNORECASE)
_DAYS = 31
# Words behind which a number is a name, whatever follows: "Điều 5", "năm 2024", "Nghị quyết 57".
_NAMED = re.compile(
    r"\b(?:điều|(?<!tài )khoản|chương|nghị quyết"
    r"|quyết định|kế hoạch"
    r"|công văn|thông tư"
    r"|chỉ thị|nghị định|kết luận|thông báo|đề án|luật|tờ trình|mức độ(?: \d ?,)?|cấp độ|giai đoạn"
    r"|phụ lục|thứ|quốc lộ|phiên bản|đt|sđt|hotline|stk|fax|mã số|iso)(?: số)?:? $",
    re.IGNORECASE,
)
# Words behind which a number is a name unless things are counted: "thôn 2", but "tổ 12 người".
_NAMING = re.compile(
    r"\b(?:năm|mục|phần|mức|(?<!sơ )(?<!trung )(?<!cao )cấp|điểm|biểu|bảng|hình|trang"
    r"|khóa|khoá|thôn|ấp|xóm|khóm|bản|buôn|làng"
    r"|tổ dân phố|khu phố|tổ|đội|khu|đường|tiêu chí|nhóm|điện thoại|mẫu|chuẩn"
    r"|windows|office|loại)(?: số)? $",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\d{1,2} ([^\W\d_])")  # a footnote's or a row's number
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AGE = re.compile(r" ?(?:(?:-|–|đến|tới)(?: dưới)? ?\d{1,3} )? ?tuổi\b", re.IGNORECASE)
_RANGE = re.compile(r" ?(?:-|–) ?\d")
_GRADE = re.compile(r" sao\b", re.IGNORECASE)
_BOUNDS = (
    ("không dưới", Bound.AT_LEAST), ("không thấp hơn", Bound.AT_LEAST),
    ("không ít hơn", Bound.AT_LEAST), ("ít nhất", Bound.AT_LEAST), ("tối thiểu", Bound.AT_LEAST),
    ("trên", Bound.ABOVE), ("hơn", Bound.ABOVE), ("vượt", Bound.ABOVE), ("dưới", Bound.BELOW),
    ("chưa đến", Bound.BELOW), ("chưa tới", Bound.BELOW), ("gần", Bound.NEAR),
    ("khoảng", Bound.ABOUT), ("xấp xỉ", Bound.ABOUT),
)  # fmt: skip
_OVER = re.compile(r"(?: [^\W\d_]{1,12}){0,3} ?/ ?")
_AMONG = re.compile(
    r"[^\d,;.()%:]{0,60}\s(?:trên|trong|của|so với)\s"
    r"(?P<total>tổng (?:[^\W\d_]+ ){0,3}|số (?:[^\W\d_]+ )?)?",
    re.IGNORECASE,
)


def read(item: Item) -> Read:
    """Find the figures of an item, in a very long one those at its beginning."""
    text = item.text[:_LONGEST]
    if not _DIGIT.search(text):
        return unread(item)
    mark = marked(text) if item.mark else None
    note = _NOTE.match(text)
    first = mark.end if mark else note.start(1) if note and note[1].isupper() else 0
    taken = [(0, first), *(found.span() for found in _OTHER.finditer(text, first))]
    figures = tuple(islice(_figures(text, taken), _MOST))
    return Read(
        item,
        figures,
        tuple(_quotients(text, figures)),
        tuple(figure for figure in figures if figure.rate),
        tuple(figure for figure in figures if figure.counts),
        tuple(figure for figure in figures if figure.counts or figure.sized),
        item.sentences() if figures else (),
    )


def unread(item: Item) -> Read:
    """Return an item without the numbers that it may have."""
    return Read(item, (), (), (), (), (), ())


def _figures(text: str, taken: list[tuple[int, int]]) -> Iterable[Figure]:
    starts = [start for start, _end in taken]
    for found in _spots(text):
        nth = bisect_left(starts, found.end())
        if nth and taken[nth - 1][1] > found.start():
            continue
        figure = _figure(text, found)
        if figure:
            yield figure


def _spots(text: str) -> Iterable[re.Match[str]]:
    spots = [*_NUMBER.finditer(text), *_SECOND.finditer(text)]
    seen: set[int] = set()
    for found in sorted(spots, key=re.Match.start):
        if found.start() not in seen:
            seen.add(found.start())
            yield found


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    words = found[0].rstrip("% ").rstrip(",")
    known = number(words)
    if not known:
        return None
    value, decimals = known
    before = text[max(0, found.start() - _REACH) : found.start()]
    if "%" in found[0]:
        return _rate(text, found, before)
    end = found.start() + len(words)
    after = text[end : end + _REACH]
    if value <= _DAYS and _DATED.search(before):
        return None
    if _NAMED.search(before) or _AGE.match(after) or _RANGE.match(after):
        return None
    if _GRADE.match(after):
        return None
    if re.search(r"\d ?[-–] ?$", before) or re.match(r"[^\W\d_]{1,2}\b", after):
        return None
    unit = unit_at(text, end + 1 if after.startswith(" ") else end)
    if not unit and len(words) < 3 and _NAMING.search(before) and not after.startswith("/"):
        return None
    if _YEAR.fullmatch(words) and _year(before, after, unit):
        return None
    if unit is Unit.MONEY:
        value = scaled(value, after)
    return Figure(found.start(), end, value, decimals, unit, noun=noun_at(text, end))


def _year(before: str, after: str, unit: Unit | None) -> bool:
    """Tell whether a number that looks like a year is one: "năm 2024", but not "39/2024 hộ"."""
    if re.search(r"\bnăm $", before, re.IGNORECASE):
        return True
    fraction = re.search(r"(?:1[3-9]|[2-9]\d|\d{3,}) ?/ ?$", before) or re.match(r" ?/", after)
    return not fraction and unit in {None, Unit.MEASURE} and not re.match(r"\s*[;.)]", after)


def _rate(text: str, found: re.Match[str], before: str) -> Figure | None:
    known = number(found[0].rstrip("% ").rstrip(","))
    if not known or re.search(r"(?:\d|%) ?(?:[-–]|đến) ?$", before):
        return None
    end = found.end()
    while text[end : end + 1] == "%" or text[end : end + 2] == " %":
        end += 1 if text[end] == "%" else 2
    if re.match(r" ?(?:[-–]|đến) ?\d", text[end : end + 8]):
        return None
    low = before.lower().rstrip()
    bound = next((bound for word, bound in _BOUNDS if re.search(rf"\b{word}$", low)), None)
    if re.search(r"\btừ$", low) and re.match(r" trở lên", text[end : end + 9]):
        bound = Bound.AT_LEAST
    return Figure(found.start(), end, *known, rate=True, bound=bound)


def _quotients(text: str, figures: tuple[Figure, ...]) -> Iterable[Quotient]:
    for part, whole in pairwise(figures):
        if not (part.counts and whole.counts) and not _measured(part, whole):
            continue
        between = text[part.end : whole.start]
        among = _AMONG.fullmatch(between)
        if _OVER.fullmatch(between) or (
            among and (among["total"] or (part.value <= whole.value and "trên" in between.lower()))
        ):
            yield Quotient(_of_money(text, part, whole), whole)


def _of_money(text: str, part: Figure, whole: Figure) -> Figure:
    """Take a bare number over an amount of money in that amount's measure: "138/145 triệu"."""
    if whole.unit is not Unit.MONEY or part.unit:
        return part
    return replace(part, value=scaled(part.value, text[whole.end : whole.end + _REACH]))


def _measured(part: Figure, whole: Figure) -> bool:
    """Tell whether two numbers may be a share of money, land, length: "18 km/24 km"."""
    bare = part.counts and not part.noun
    return whole.sized and (part.like(whole) or (bare and whole.unit in {Unit.SIZE, Unit.MONEY}))
