"""What claims are made of: clauses, counts, and two that exclude each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.text import Item

COUNT = r"(?P<count>\d{1,3}(?:\.\d{3})+|\d+)"
_WORDS = 12  # signs of a line that are worth quoting
_LONGEST = 2_000  # signs; what is longer is no sentence that somebody wrote
LATE = r"(?:quá|trễ|chậm|trể|muộn|sau)(?: thời)? (?:hạn|hẹn)|chậm muộn"
# What was, or would be, stands against nothing that is.
PAST = re.compile(
    r"cùng kỳ|(?:năm|kỳ|quý|tháng|tuần) (?:trước|ngoái)|so với|phấn đấu|chỉ tiêu|mục tiêu|\bnếu\b|"
    r"l[uũ][ỹy] kế|cộng dồn|từ đầu năm|trước đây|\bgiảm\b|đầu kỳ|\bsẽ\b|kế hoạch giao|dự kiến",
    re.IGNORECASE,
)
# A heading that speaks of a part of the commune, of one field or of another time.
_LOCAL = re.compile(
    r"\b(?:thôn|xóm|ấp|bản|khu phố|lĩnh vực|cùng kỳ|năm trước|kỳ trước)\s+[^\W\d_]|nhiệm vụ|"
    r"phương hướng",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(cán bộ|công chức|viên chức), (?=công chức|viên chức|người lao động)", re.IGNORECASE
)
EXCEPT = re.compile(
    r"\btrừ\b|ngoại trừ|phấn đấu|chỉ tiêu|mục tiêu|đề nghị|kế hoạch|sẽ |"
    r"bảo đảm đến|cần |tiếp tục|duy trì|đủ điều kiện|yêu cầu|theo dõi|hướng tới|tiến tới|cùng kỳ|"
    r"nhiệm vụ|phương hướng|thuộc diện",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """Something said of some things, and where."""

    thing: str
    item: Item
    start: int
    end: int


def clauses(item: Item) -> Iterator[tuple[int, int]]:
    """Part an item where a new statement begins; a comma alone does not end one."""
    for start, end in item.sentences():
        begin = start
        for stop in re.finditer(r";", item.text[start:end]):
            if start + stop.start() - begin <= _LONGEST:
                yield begin, start + stop.start()
            begin = start + stop.end()
        if end - begin <= _LONGEST:
            yield begin, end


def one_word(text: str) -> str:
    """Take the comma out of "cán bộ, công chức", which is one word for people; same length."""
    return _STAFF.sub(lambda found: f"{found[1]}  ", text)


def local(item: Item) -> bool:
    """Tell whether an item stands below a heading of one village, one field or another time."""
    return any(_LOCAL.search(head.text) for head in item.heads[-2:] if head.is_heading)


def contradiction(claim: Said, count: Said) -> Correction:
    # A claim begins with "all", and that is what is wrong: its first line says it, if any words do.
    first = min((at for at in claim.item.starts if at > claim.start), default=claim.end)
    end = first if _WORDS <= first - claim.start < claim.end - claim.start else claim.end
    line, quote = claim.item.quote(claim.start, end)
    other = " ".join(count.item.text[count.start : count.end].split())
    expected = _("one of the two, as the register has it")
    why = _("This cannot be, since the report also says: “{other}”.", other=Plain(other))
    return Correction(line, quote, Fault.CONFLICT, quote, expected, why)
