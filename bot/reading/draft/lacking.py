"""Claims that all have something, in any words, beside a count of those that lack it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.drafts import Correction
from bot.reading.draft.claims import COUNT, EXCEPT, PAST, Said, contradiction, local, one_word
from bot.reading.draft.meaning import deed_words, kinds, words
from bot.reading.draft.text import Item

# Where the words for the things end and what they have, or have had done, begins.
DEED = re.compile(
    r"(?<!\w)(?:đã|được|có|đều|điều|biết|cài|ký|nộp|sử dụng|kết nối|hoàn thành|thành lập|niêm yết|"
    r"công khai|tham gia|đạt|treo|lắp|mở|trả|giải quyết|xử lý|số hóa|số hoá|bảo đảm|đảm bảo|dùng|"
    r"kích hoạt|thực hiện|đăng ký|tạo|phủ|gửi|áp dụng|trang bị|đổi|tiếp nhận)(?!\w)",
    re.IGNORECASE,
)
_REST = r"(?P<rest>[^,;:.%()]{4,120})"
_EVERY = (
    r"(?:100\s?%(?: tổng số| số)?|tất cả(?: các| số)?|toàn bộ(?: các| số)?|toàn thể|mọi|"
    r"cả \d{1,4}(?:/\d{1,4})?|(?<![\d/.,])(?P<n>\d{1,4})/(?P=n))"
)
_CLAIMS = (
    re.compile(rf"(?<!\w){_EVERY} {_REST}", re.IGNORECASE),
    re.compile(
        r"(?:^|(?<=[,;:.] )|(?<=- ))(?P<of>[^,;:.%()]{2,90}?) (?:đều|"
        r"điều) (?P<deed>[^,;:.%()]{3,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)không (?:còn|có) (?P<of>(?:[^\s,;:.()]+ ){1,6}?)(?:nào )?(?:chưa|không) "
        r"(?P<deed>[^,;:.()]{3,80})",
        re.IGNORECASE,
    ),
)
_THINGS = r"(?P<of>(?:[^\s,;:.()\d]+,? ){1,8}?)"
_LACKS = (
    re.compile(
        rf"(?<![\d/.,]){COUNT} {_THINGS}(?:hiện |vẫn |còn |đang |thì )*(?:chưa|không|thiếu) "
        rf"(?P<deed>[^,;:.()]{{2,70}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:chưa|không|thiếu) (?P<deed>[^,;:.()\d]{{2,50}}?)(?::| là| có| còn)? ?{COUNT} "
        r"(?P<of>(?:[^\s,;:.()\d]+[ ]?){1,3})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\d/.,]){COUNT}\s?/\s?(?P<whole>\d{{1,3}}(?:\.\d{{3}})+|\d+) {_THINGS}"
        r"(?P<deed>(?:đã|được|có|biết|dùng|sử dụng|cài|đạt) [^,;:.()]{2,70})",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """Things and what is told of them, as comparable words; `around`: all words of the clause."""

    kind: frozenset[str]
    things: frozenset[str]
    deed: frozenset[str]
    around: frozenset[str]
    said: Said


def not_every(clauses: list[tuple[Item, int, int]]) -> Iterator[Correction]:
    """Find "all have it" beside "so many of them have it not", whatever it is; each claim once."""
    claims: list[_Told] = []
    counts: list[_Told] = []
    for item, start, end in clauses:
        text = one_word(item.text[start:end])
        if not EXCEPT.search(text) and not local(item):
            claims += _claims(item, start, text)
        if not PAST.search(text):
            counts += _counts(item, start, text)
    for claim in claims:
        against = next((one for one in counts if _against(claim, one)), None)
        if against:
            yield contradiction(claim.said, against.said)


def _against(claim: _Told, count: _Told) -> bool:
    """Tell whether a count stands against a claim: of the same things, or of some among them."""
    return (
        bool(claim.kind & count.kind)
        and count.deed <= claim.deed
        and claim.things <= count.around
        and (claim.said.item is not count.said.item or claim.said.start != count.said.start)
    )


def _claims(item: Item, start: int, text: str) -> Iterator[_Told]:
    for shape in _CLAIMS:
        for found in shape.finditer(text):
            parts = found.groupdict()
            of, deed = parts.get("of"), parts.get("deed")
            if of is None or deed is None:
                at = DEED.search(found["rest"])
                if at is None:
                    continue
                of, deed = found["rest"][: at.start()], found["rest"][at.start() :]
            yield from _told(item, start, text, found, of, deed)


def _counts(item: Item, start: int, text: str) -> Iterator[_Told]:
    for shape in _LACKS:
        for found in shape.finditer(text):
            count = int(found["count"].replace(".", ""))
            whole = found.groupdict().get("whole")
            if count < int(whole.replace(".", "")) if whole else count > 0:
                yield from _told(item, start, text, found, found["of"], found["deed"])


def _told(
    item: Item, start: int, text: str, found: re.Match[str], of: str, deed: str
) -> Iterator[_Told]:
    kind, done = kinds(of), deed_words(deed)
    if kind and done:
        said = Said("", item, start + found.start(), start + found.end())
        yield _Told(kind, words(of), done, words(text), said)
