"""Claims of none beside a count: "no overdue files" beside "overdue: 7 files"."""

import re
from collections.abc import Iterator

from bot.domain.drafts import Correction
from bot.reading.draft.claims import COUNT, EXCEPT, LATE, Said, contradiction
from bot.reading.draft.text import Item

_ZERO = (
    ("trễ hạn", LATE),
    ("bưu chính", r"(?:qua |bằng )?(?:dịch vụ )?(?:bưu chính công ích|bưu điện|bưu chính)"),
    ("phản ánh", r"phản ánh(?:,? kiến nghị)?"),
    ("sự cố", r"sự cố"),
    ("hủy", r"(?:trả lại|từ chối)"),
)
_NONE = (
    r"(?:không (?:có|để xảy ra|để|phát sinh|còn|ghi nhận|nhận được|xảy ra)"
    r"(?: (?:trường hợp|hồ sơ|văn bản|giao dịch|giải quyết|thủ tục hành chính|tthc|"
    r"nào|ý kiến|đơn thư|bị|giấy tờ|tình trạng|vụ))* )"
)


def not_none(clauses: list[tuple[Item, int, int]]) -> Iterator[Correction]:
    """Find "none" beside a count."""
    for __, what in _ZERO:
        none: list[Said] = []
        some: list[Said] = []
        for item, start, end in clauses:
            text = item.text[start:end]
            if not re.search(what, text, re.IGNORECASE) or EXCEPT.search(text):
                continue
            claim = re.search(rf"{_NONE}(?:{what})", text, re.IGNORECASE)
            if claim:
                none.append(Said("", item, start + claim.start(), start + claim.end()))
            some += [
                Said("", item, start + one.start(), start + one.end())
                for one in _amounts(text, what)
            ]
        for told in none:
            against = next(
                (one for one in some if one.start != told.start or one.item is not told.item),
                None,
            )
            if against:
                yield contradiction(told, against)
                break


def _amounts(text: str, what: str) -> Iterator[re.Match[str]]:
    """Find counts above zero of something that another place says there is none of."""
    things = r"(?:hồ sơ|trường hợp|lượt|ý kiến|vụ)"
    deeds = r"(?: (?:bị|giải quyết|tiếp nhận|trả))*"
    by = r"(?: (?:trực tiếp từ|từ|qua|bằng))? (?:dịch vụ )?"
    shapes = (
        rf"(?:{what})[:,]? ?(?:là |có )?{COUNT} {things}",
        rf"(?<![\d/.,]){COUNT} {things}{deeds}{by}(?:{what})",
    )
    for shape in shapes:
        for found in re.finditer(shape, text, re.IGNORECASE):
            if int(found["count"].replace(".", "")) > 0:
                yield found
