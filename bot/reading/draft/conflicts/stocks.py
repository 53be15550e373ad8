"""What there is of a thing, said twice in the same words with two numbers that are close."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, islice

from bot.domain.drafts import Correction
from bot.reading.draft.claims import PAST
from bot.reading.draft.conflicts.conflict import conflict
from bot.reading.draft.conflicts.counted import named
from bot.reading.draft.conflicts.phrases import Phrase, phrases, telling
from bot.reading.draft.figure import Read
from bot.reading.draft.pages import Pages, ahead, words_end

_MOST = 400  # numbers of a report that are compared with each other
_LEAST = 3  # words that make it sure that one thing is meant
# Where what a thing is ends, and what it does or has done begins.
_DEED = re.compile(
    r"(?<!\w)(?:được|đã|đang|đều|hoạt động|chưa|không|có|phục vụ|sử dụng|bị|do|là|thuộc|tại|ở)"
    r"(?!\w)",
    re.IGNORECASE,
)
_NEAR = Decimal("0.25")  # how far, of the larger, the same number is ever mistaken
# What stays as it is through a report; of files, visits and people served there are many counts.
_STOCK = re.compile(
    r"(?<!\w)(?:thành viên|tổ viên|máy tính|máy|quầy|chứng thư|tài khoản|camera|điểm|cụm loa|loa"
    r"|công chức|cán bộ|biên chế|tổ công nghệ|nhóm zalo|phần mềm|bộ|thiết bị|tivi|màn hình)(?!\w)",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"(?<!\w)(?:mỗi|thêm|trong đó|riêng|bình quân|trung bình|tối thiểu|ít nhất|tối đa|huyện|tỉnh"
    r"|đợt|lượt|lần|dự kiến|các xã|cũ|trước|sau|sáp nhập|hợp nhất|cần|thiếu|hỏng|mới|tháng|quý|tuần"
    r"|năm|mua|cấp lại|thay|thu hồi|khóa|hủy|một số|khoảng|trên|hơn|gần|đầu|cuối|còn)(?!\w)",
    re.IGNORECASE,
)


def stocks(pages: Pages) -> Iterable[Correction]:
    """Find a stock that has two numbers: "07 chứng thư số cá nhân" and "08 chứng thư số cá nhân".

    Sure only where all words for the thing agree but one, where nothing speaks of a part, another
    time or another place, and where the report has just these two numbers for it.
    """
    stated = list(islice((one for read in pages.reads for one in _stock(read)), _MOST))
    told: set[int] = set()
    for one, other in combinations(stated, 2):
        if id(other) in told or not _differ(one, other):
            continue
        if {each.value for each in stated if _thing(each, other)} == {one.value, other.value}:
            told.add(id(other))
            span = other.figure.start, words_end(other.one.text, other.figure.end)
            yield conflict(other.one, other.figure, one.value, span)


def _stock(read: Read) -> Iterator[Phrase]:
    for one in phrases(read):
        said = f"{one.before} {one.after}"
        if (
            not one.part
            and len(_core(one)) >= _LEAST
            and not ahead(read.item)
            and _STOCK.match(one.after.strip())
            and not _SCOPE.search(said)
            and not named(said)
            and not PAST.search(said)
            and not any(named(head.text) for head in read.item.heads[-2:])
        ):
            yield one


def _core(one: Phrase) -> frozenset[str]:
    """Return the words that say which thing is counted, without what it does."""
    return telling(_DEED.split(one.after)[0])


def _differ(one: Phrase, other: Phrase) -> bool:
    off = abs(one.value - other.value)
    near = 0 < off <= max(Decimal(2), _NEAR * max(one.value, other.value))
    return near and one.one is not other.one and _thing(one, other)


def _thing(one: Phrase, other: Phrase) -> bool:
    """Tell whether the words of two numbers name one thing."""
    few, many = sorted((_core(one), _core(other)), key=len)
    return few <= many and len(many - few) <= 1 and one.denied == other.denied
