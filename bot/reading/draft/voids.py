"""Claims of none beside a count: "no overdue files" beside "overdue: 7 files"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.drafts import Correction
from bot.reading.draft.claims import COUNT, EXCEPT, PAST, Said, contradiction, local
from bot.reading.draft.meaning import deed_words, words
from bot.reading.draft.text import Item

# What happens or comes in, and so can be said not to have; a thing that somebody lacks is not such.
_EVENT = (
    r"(?:hồ sơ|trường hợp|đơn|phản ánh|kiến nghị|khiếu nại|tố cáo|ý kiến|vụ|sự cố|văn bản|thư|"
    r"giao dịch|tình trạng|tình huống|cuộc|điểm nóng|vi phạm|giải quyết|thủ tục|tthc|lỗi|lượt|"
    r"đánh giá|nhiệm vụ)"
)
_NONE = re.compile(
    r"(?<!\w)(?:không|chưa) (?:có|để xảy ra|(?:để|làm) phát sinh|để|phát sinh|còn|ghi nhận|"
    r"nhận được|xảy ra|tiếp nhận|"
    rf"phát hiện)(?: thêm| bất kỳ| một| tình trạng|"
    rf" trường hợp)* (?P<what>{_EVENT}(?!\w)[^,;:.()\d%]{{0,80}})",
    re.IGNORECASE,
)
_UNIT = (
    r"(?P<unit>nhiệm vụ|hồ sơ|trường hợp|hs|vụ|đơn|lượt|ý kiến|văn bản|giao dịch|phản ánh|"
    r"thủ tục|tthc)"
)
_SOME = (
    re.compile(
        rf"(?<![\d/.,]){COUNT} (?P<what>{_EVENT}(?!\w)(?: [^\s,;:.()\d%]+){{0,12}})", re.IGNORECASE
    ),
    re.compile(
        rf"(?P<what>(?:[^\s,;:.()\d%]+ ){{0,9}}[^\s,;:.()\d%]+)[:,]? (?:là |có |còn )?{COUNT} "
        rf"{_UNIT}(?!\w)",
        re.IGNORECASE,
    ),
)
_PERIOD = re.compile(
    r"[\W_]*(?:\w{1,4}[.)/-]+\s)?(?:tháng|quý|năm|tuần|6 tháng|9 tháng)\s[^,;:]{1,22}",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"\b(?:lĩnh vực|riêng|nhóm|ngành|loại|thủ tục|(?:ở|tại) (?:thôn|ấp|bản|xóm|tổ)|"
    r"(?:tháng|quý|tuần) \d)\b",
    re.IGNORECASE,
)
# "09 hồ sơ trễ hạn chưa có thư xin lỗi": none of these nine alone.
_OF_COUNTED = re.compile(r"\d (?:[^\s,;:.()\d]+ ){1,6}$")
# Words that only say that something is counted, or came in.
_IDLE_WORDS = (
    "hồsơ vănbản trường hợp vụ việc đơn thư lượt ý kiến tình trạng giao dịch tiếp nhận giải "
    "quyết xử "
    "lý nộp trả phát sinh xảy ra cuộc huống thủtục bất kỳ khắc phục nhận gửi bằng kết quả đánh giá"
)
_IDLE = frozenset(_IDLE_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said to be none, or to be some; `what` in comparable words."""

    what: frozenset[str]
    said: Said


def not_none(clauses: list[tuple[Item, int, int]]) -> Iterator[Correction]:
    """Find "none" beside a count of the same, or of some of the same; each claim once."""
    none: list[_Told] = []
    some: list[_Told] = []
    for item, start, end in clauses:
        text = item.text[start:end]
        if not local(item) and not _of_period(item):
            none += _claims(item, start, text)
        if not PAST.search(text):
            some += _amounts(item, start, text)
    told: set[frozenset[str]] = set()
    for claim in none:
        against = next((one for one in some if claim.what <= one.what), None)
        if against and claim.what not in told:
            told.add(claim.what)
            yield contradiction(claim.said, against.said)


def _claims(item: Item, start: int, text: str) -> Iterator[_Told]:
    for found in _NONE.finditer(text):
        what = deed_words(found["what"]) - _IDLE
        # What follows behind a comma may be "yêu cầu …": it takes nothing back.
        # Tasks that were due are no tasks to come.
        done = text[: found.end()].replace("nhiệm vụ nào", "")
        if what and not EXCEPT.search(done) and not _some(text[: found.start()]):
            end = found.start("what") + len(found["what"].rstrip())
            yield _Told(what, Said("", item, start + found.start(), start + end))


def _of_period(item: Item) -> bool:
    """Tell whether an item stands below a heading that is a period alone: what is to come then."""
    return any(_PERIOD.fullmatch(head.text) for head in item.heads if head.is_heading)


def _some(before: str) -> bool:
    """Tell whether "none" is said of one field, one village, or of some that were counted."""
    last = re.split(r"[,;:]", before)[-1]
    return bool(_OF_SOME.search(last) or _OF_COUNTED.search(last))


def _amounts(item: Item, start: int, text: str) -> Iterator[_Told]:
    """Find counts above zero, with the words for what is counted."""
    for shape in _SOME:
        for found in shape.finditer(text):
            if int(found["count"].replace(".", "")) > 0 and not _denied(text, found.start()):
                said = Said("", item, start + found.start(), start + found.end())
                unit = found.groupdict().get("unit") or ""
                yield _Told(words(f"{found['what']} {unit}"), said)


def _denied(text: str, start: int) -> bool:
    """Tell whether a count is itself said not to be: "no 3 files"."""
    return text[:start].rstrip().lower().endswith(("không", "chưa"))
