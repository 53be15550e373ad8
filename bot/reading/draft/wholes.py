"""Claims of all beside counts of those for which it is not so."""

import re
from collections.abc import Iterator

from bot.domain.drafts import Correction
from bot.reading.draft.claims import EXCEPT, LATE, PAST, Said, contradiction, one_word
from bot.reading.draft.deeds import DEEDS, Shapes, shapes
from bot.reading.draft.text import Item

# What a statement is about, each with the words for it. A claim of all stands against a count of
# those for which it is not so, of the same things.
# What a statement is about, and what is said of it, each with the words for it. A claim of all
# stands against a count of those for which it is not so, of the same things.
_THINGS = (
    ("văn bản đi", r"văn bản (?:(?!đến|văn)\S+ ){0,6}?(?:đi|phát hành|ban hành)\b"),
    ("văn bản đến", r"văn bản (?:(?!đi|văn)\S+ ){0,2}?đến\b"),
    ("văn bản", r"văn bản"),
    ("hồ sơ", r"hồ sơ"),
    ("cán bộ", r"cán bộ|công chức|cbcc"),
    ("thôn", r"(?:các |\d+ |100% )(?:thôn|bản|ấp|tổ dân phố|khu phố)\b"),
    ("tổ", r"tổ công nghệ số|tổ cnscđ|các tổ\b"),
    ("hộ", r"hộ gia đình|hộ dân|các hộ\b|số hộ\b|\d hộ\b|% hộ\b|hộ kinh doanh"),
    ("máy", r"máy tính|máy trạm|máy vi tính"),
    ("người dân", r"người dân|công dân|nhân dân"),
    ("thủ tục", r"tthc|thủ tục hành chính"),
    ("phản ánh", r"phản ánh|kiến nghị"),
    ("báo cáo", r"báo cáo định kỳ"),
    ("trường học", r"trường học"),
    ("thành viên", r"thành viên"),
)
_BEFORE = 300  # signs before a count in which it is said of what
# Words that narrow a claim down no further; with any other it is of some things only.
_FILLING = (
    "của ubnd xã phường trước khi chuyển đi đến các số cán bộ công chức viên người lao động đã "
    "được "
    "toàn trên địa bàn hiện nay thuộc cơ quan làm việc tại ở phát hành ban điện tử hồ sơ thủ tục "
    "chính tthc tiếp nhận giải quyết hộ gia đình dân thôn bản ấp tổ máy tính trạm vi văn bản và có "
    "chuyên môn kỳ trong năm công nghệ cộng đồng thành phản ánh kiến nghị trường học đều là"
)
_FILLERS = frozenset(_FILLING.split())


def not_all(clauses: list[tuple[Item, int, int]]) -> Iterator[Correction]:
    """Find claims that all have something done, beside a count of those that have not."""
    read = [(item, start, one_word(item.text[start:end])) for item, start, end in clauses]
    for __, deed in DEEDS:
        here = shapes(deed)
        about = [(item, start, text) for item, start, text in read if here.deed.search(text)]
        claimed = [one for clause in about if (one := _claim(*clause, here))]
        if claimed:
            counted = [one for clause in about for one in _counted(*clause, here)]
            yield from _met(claimed, counted)


def _met(claimed: list[Said], counted: list[Said]) -> Iterator[Correction]:
    """Point out the first claim that a count stands against; one of a kind is enough."""
    by_thing = {one.thing: one for one in reversed(counted)}
    for claim in claimed:
        if against := by_thing.get(claim.thing):
            yield contradiction(claim, against)
            return


def _claim(item: Item, start: int, text: str, shapes: Shapes) -> Said | None:
    """Return a claim that all of some things have it done, with no way out."""
    if EXCEPT.search(text):
        return None
    found = next((one for shape in shapes.claims if (one := shape.search(text))), None)
    if found is None:
        return None
    of = found["of"]
    thing = _thing(found[0])
    if not thing or not _FILLERS.issuperset(re.findall(r"\w+", of.lower())):
        return None
    # Quoted is what says "all": the things may stand a line above.
    each = "each" in found.re.groupindex
    begin = found.end("of") - len(of.split()[-1]) if each else found.start()
    return Said(thing, item, start + begin, start + found.end())


def _counted(item: Item, start: int, text: str, shapes: Shapes) -> Iterator[Said]:
    """Find counts of those that have it not done, and n of more than n that have."""
    if PAST.search(text):
        return
    for shape in shapes.counts:
        for found in shape.finditer(text):
            if _lacks(found):
                exact = _specific(found[0])
                before = text[max(0, found.start() - _BEFORE) : found.end()]
                thing = _thing(found[0] if exact else before, last=not exact)
                if not thing and re.search(LATE, found[0], re.IGNORECASE):
                    thing = "hồ sơ"  # nothing else is late
                yield Said(thing, item, start + found.start(), start + found.end())


def _lacks(found: re.Match[str]) -> bool:
    """Tell whether a count says that some have it not."""
    count = int(found["count"].replace(".", ""))
    whole = found.groupdict().get("whole")
    return count < int(whole.replace(".", "")) if whole else count > 0


def _specific(words: str) -> bool:
    return bool(re.search(r"(?:đi|đến|gia đình|công chức)\b", words, re.IGNORECASE))


def _thing(words: str, *, last: bool = False) -> str:
    """Return what some words are about: what is named first, or last before a count."""
    found = [
        (at.start(), -len(name), name)
        for name, shape in _THINGS
        for at in re.finditer(shape, words, re.IGNORECASE)
    ]
    if not found:
        return ""
    if not last:
        return min(found)[2]
    nearest = max(found, key=lambda one: (one[0], -one[1]))[2]
    # "Outgoing documents: 90, of these documents signed 89": still the outgoing ones.
    named = [one for one in sorted(found) if one[2].startswith(f"{nearest} ")]
    return named[-1][2] if named else nearest
