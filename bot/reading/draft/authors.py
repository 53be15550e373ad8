"""Who issued a document that a report cites: the commune itself, or which other body."""

import re

from bot.domain.text import fold
from bot.reading.draft.names import Mention, is_own, mentions
from bot.reading.draft.text import Item

_LEVELS = (
    ("trung uong", re.compile(r"chính phủ|thủ tướng|trung ương|quốc hội|bộ chính trị|\bbộ [A-ZĐ]")),
    ("tinh", re.compile(r"\b(?:tỉnh|thành phố|sở)\b", re.IGNORECASE)),
    ("huyen", re.compile(r"\b(?:huyện|thị xã|quận)\b", re.IGNORECASE)),
    ("xa", re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\b", re.IGNORECASE)),
)
_BODY = re.compile(
    r"(?<![\w/-])(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Đảng ủy|Đảng uỷ|"
    r"Huyện ủy|"
    r"Tỉnh ủy|Thành ủy|Ban Chỉ đạo|BCĐ|Ban Biên tập|Công an|Chủ tịch|Sở|Đoàn|Hội|Bộ|Chính phủ|"
    r"Thủ tướng)(?!\w)[^,;:.()]{0,60}",
    re.IGNORECASE,
)
_OF = re.compile(r"\s{0,2},?\s?của\s", re.IGNORECASE)
# Behind these a document without its author is likely one from above.
_FOLLOWED = re.compile(r"(?:thực hiện|theo|căn cứ|tại)(?:\s\S+){0,4}\s?$", re.IGNORECASE)
_ISSUES = re.compile(r"\s(?:\(cũ\) |cũ )?(?:đã |được )?(?:ký )?(?:ban hành|có)\b", re.IGNORECASE)
# "UBND xã Bình An (cũ)", "UBND xã Bình An trước sắp xếp": another body with its own numbers.
_FORMER = re.compile(
    r"\bcũ\b|trước (?:khi |ngày )?(?:s[áa]t? nhập|sắp xếp|hợp nhất)|trước đây", re.IGNORECASE
)
_NAME = 40  # signs of a commune's name
_REACH = 220  # signs before a document in which its author may stand
_LARGE = 1000  # a commune does not reach this number in a year with plans or decisions


def author(
    item: Item, start: int, behind: tuple[int, int], number: int, own: str | None
) -> str | None:
    """Return who issued a document, "own" for the reporting commune; None where nobody can tell.

    `behind`: from where to where the words behind the document reach.
    """
    text, (end, stop) = item.text, behind
    if of := _OF.match(text, end, stop):
        named = _BODY.match(text, of.end(), min(stop, of.end() + 90))
        return _who(item, named, own) if named else None
    low = max(0, start - _REACH)
    begin = max(text.rfind(". ", low, start) + 1, text.rfind(";", low, start) + 1, low)
    # "… của UBND tỉnh, Kế hoạch số 8": that body issued the document before this one.
    found = _BODY.finditer(text, begin, start)
    bodies = [one for one in found if not text.endswith("của ", 0, one.start())]
    if not bodies and (named_commune := _issued(item, begin, start)):
        return f"ubnd xa {named_commune.key}" if not is_own(named_commune, own or "") else "own"
    if number >= _LARGE or (not bodies and _FOLLOWED.search(text[max(0, start - 60) : start])):
        return None
    return _who(item, bodies[-1], own) if bodies else "own"


def _issued(item: Item, begin: int, start: int) -> Mention | None:
    """Return the commune of which it is said that it issued: "xã Bình An ban hành Kế hoạch …"."""
    for one in reversed(list(mentions(item, begin, start))):
        if _ISSUES.match(item.text, one.end, start):
            return one
    return None


def _who(item: Item, named: re.Match[str], own: str | None) -> str:
    """Return a body with its level; another commune's with its name."""
    words = named[0]
    first = fold(words.split()[0])
    if first.startswith(("ubnd", "uy", "chu")):
        first = "ubnd"
    if _FORMER.search(item.text, named.start(), named.end() + _NAME // 2):
        return f"{first} former"
    level = min(
        ((at.start(), name) for name, shape in _LEVELS if (at := shape.search(words))),
        default=(0, "xa"),
    )[1]
    if level == "xa":
        for one in mentions(item, named.start(), named.end() + _NAME):
            if one.start < named.end() and not is_own(one, own or one.key):
                return f"{first} {level} {one.key}"
    return "own" if (first, level) == ("ubnd", "xa") else f"{first} {level}"
