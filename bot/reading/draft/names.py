"""Names of communes in a report, and which of them is the one that reports."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.reading.draft.parts import head, title
from bot.reading.draft.spelling import key, uncoated
from bot.reading.draft.text import Draft, Item

# Large letters by name: in Unicode's order large and small ones take turns.
_LARGE = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_SYLLABLE = rf"[{_LARGE}][^\W\d_{_LARGE}]{{0,7}}"
_LOUD = rf"[{_LARGE}]{{1,8}}"
KINDS = r"xã|phường|thị trấn|đặc khu"
MENTION = re.compile(
    rf"(?<![\w-])(?P<kind>(?i:{KINDS}))\s(?:(?P<name>{_SYLLABLE}(?:[ -]{_SYLLABLE}){{0,3}})"
    rf"|(?P<loud>{_LOUD}(?:[ -]{_LOUD}){{1,3}}))(?!\w)"
)
_PLACE_AND_DAY = re.compile(
    rf"(?<![\w-])(?:(?i:{KINDS}) )?(?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{0,3}}), ?ngày "
    r"(?:[\d.…_ ]{0,12}tháng|[\d.…]{1,9}[/.-] ?[\d.…]{1,9}[/.-] ?\d{4})",
)
# "hợp tác xã Nông", "chính trị - xã hội", "CỘNG HÒA XÃ HỘI".
_NO_COMMUNE = re.compile(
    r"(?:hợp tác|htx|văn hóa|văn hoá|kinh tế -?|chính trị -?|hòa|hoà)\s?$", re.IGNORECASE
)
# What begins with a large letter behind "xã" and is no name.
_NO_NAMES = (
    "hội ủy uỷ ubnd hđnd đảng ban bộ công cổng trang văn phòng tổ trung thông chủ đoàn mặt trạm "
    "trường quyết kế nghị cấp thực kết tổng số việc các thuộc từ tại đã và năm báo thời hiện cũ "
    "trong vh vp tp tt lý danh chỉ qua bí phó"
)
_WORDS = frozenset(_NO_NAMES.split())
# Such syllables also begin names; with a second large one they count.
_ALSO_NAMES = (
    "hội đảng công văn trung chủ đoàn tổng số năm hiện quyết thông trường báo danh phó qua các tổ"
)
_BOTH = frozenset(_ALSO_NAMES.split())
_IN_HEAD, _IN_TITLE, _SIGNED = 5, 2, 2
_TOP = 1  # items that stand for the letterhead of a text without title


@dataclass(frozen=True, slots=True)
class Mention:
    """A commune's name in an item: as written, comparable (`key`), and where "xã …" stands."""

    name: str
    key: str
    item: Item
    start: int
    end: int


def mentions(item: Item, start: int = 0, end: int = sys.maxsize) -> Iterator[Mention]:
    """Find the communes that an item, or a span of it, names."""
    for found in MENTION.finditer(item.text, start, end):
        name = found["name"] or found["loud"]
        first = name.lower().split()[0]
        before = item.text[max(0, found.start() - 14) : found.start()]
        if _NO_COMMUNE.search(before) or (found["loud"] and not found["kind"].isupper()):
            continue
        alone = " " not in name
        if "\t" in found[0]:
            continue  # "Tại xã", "Liên thông": two heads of a table
        if first in _WORDS and (alone or first not in _BOTH):
            continue
        if alone and len(name) < 2:
            continue
        begin = found.end() - len(name)
        if found["loud"]:
            name = uncoated(item.text, begin, name)
        yield Mention(name, key(name), item, found.start(), begin + len(name))


def signed_at(item: Item) -> Mention | None:
    """Return the place in "Bình An, ngày … tháng …" of a letterhead."""
    found = _PLACE_AND_DAY.search(item.text)
    if not found:
        return None
    return Mention(found["name"], key(found["name"]), item, *found.span("name"))


def is_own(one: Mention, own: str) -> bool:
    """Tell whether a name is the own one: also with a word behind it, or cut off at the end."""
    if f"{one.key} ".startswith(f"{own} "):
        return True
    return f"{own} ".startswith(f"{one.key} ") and not one.item.text[one.end :].strip(" ./*_")


def own_name(draft: Draft, given: str | None) -> str | None:
    """Return the reporting commune's comparable name: given, else what letterhead and text say."""
    if given:
        words = re.sub(rf"^\s*(?:{KINDS})\s+", "", given, flags=re.IGNORECASE)
        return key(words) or None
    votes: Counter[str] = Counter()
    called = title(draft)
    above = head(draft) or (() if called else draft.items[:_TOP])
    for item in draft.items:
        weight = _IN_HEAD if item in above else _IN_TITLE if item in called else 1
        for one in mentions(item):
            votes[one.key] += weight
    for item in above:
        place = signed_at(item)
        if place:
            votes[place.key] += _SIGNED
    return _elected(votes)


def _elected(votes: Counter[str]) -> str | None:
    """Return the name with most votes, if it has most of all; "Bình An Hộ" votes for "Bình An"."""
    whole = Counter[str]()
    for name, count in votes.items():
        root = max(
            (one for one in votes if f"{name} ".startswith(f"{one} ")), key=votes.__getitem__
        )
        whole[root] += count
    if not whole:
        return None
    (name, count), *rest = whole.most_common(2)
    if count < 2 or (rest and rest[0][1] * 3 > count * 2):
        return None
    return name
