"""Claims of all beside a count of some who did the opposite: "tất cả tốt nghiệp", "06 bỏ học"."""

import re
from collections.abc import Iterator

from bot.domain.drafts import Correction
from bot.reading.draft.claims import COUNT, EXCEPT, PAST, Said, contradiction, local, one_word
from bot.reading.draft.meaning import kinds
from bot.reading.draft.text import Item

# What is done, and what those do who do it not.
_PAIRS = tuple(
    (re.compile(done, re.IGNORECASE), re.compile(undone, re.IGNORECASE))
    for done, undone in (
        (
            r"tốt nghiệp|hoàn thành (?:khóa|khoá|lớp|chương trình)|học hết|theo học đủ|thi đạt",
            r"bỏ học|thôi học|nghỉ giữa chừng|bỏ giữa chừng|thi trượt|\btrượt\b|học lại",
        ),
        (
            r"(?:hoạt động|sử dụng|dùng|chạy|phát|vận hành) (?:rất )?(?:tốt|bình thường|ổn định)",
            r"\bhỏng\b|hư hỏng|trục trặc|ngừng (?:hoạt động|phát)|\bmất (?:sóng|tín hiệu)",
        ),
        (
            r"(?:nộp|tiếp nhận|thực hiện|gửi) (?:hoàn toàn )?(?:trực tuyến|qua mạng)",
            r"(?:nộp|tiếp nhận|thực hiện|gửi) (?:trực tiếp|bản giấy|giấy|qua bưu chính)",
        ),
        (
            r"(?:gửi|phát hành|chuyển|luân chuyển) (?:đi )?(?:qua|trên) (?:mạng|hệ thống|trục)",
            r"(?:gửi|phát hành|chuyển|luân chuyển) (?:đi )?(?:bản giấy|giấy|bằng giấy)",
        ),
        (r"\bhài lòng", r"không hài lòng|phàn nàn|chê\b"),
        (r"(?:có mặt|tham gia|tham dự|dự) (?:đầy đủ|đủ)", r"\bvắng\b|bỏ họp|không (?:dự|tham gia)"),
        (
            r"(?:được|đã) (?:giải quyết|trả lời|xử lý) (?:xong|dứt điểm|hết)",
            r"tồn đọng|còn tồn|để quá lâu|chưa (?:giải quyết|trả lời|xử lý)",
        ),
        (r"(?:không dùng tiền mặt|qua tài khoản|chuyển khoản)", r"(?<!dùng )(?<!không )tiền mặt"),
    )
)  # fmt: skip
_ALL = re.compile(
    r"(?<!\w)(?:100\s?%(?: số)?|tất cả(?: các)?|toàn bộ(?: các| số)?|toàn thể|mọi|"
    r"cả \d{1,4}|(?P<n>\d{1,5})/(?P=n)) (?P<of>[^,;:.%()\d]{2,80})$",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?:^|(?<=[,;:.] ))(?P<of>[^,;:.%()\d]{2,80}) (?:đều|điều) (?:đã |được )*$")
_SOME = re.compile(
    rf"(?<![\d/.,]){COUNT} (?P<of>(?:[^\s,;:.()\d]+,? ){{1,8}})(?:đã |bị |phải |còn |vẫn )*$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:không|chưa)(?: \w+)? $", re.IGNORECASE)
_IDLE_WORDS = "các những số người dân của xã đã được học có bị còn trong trên địa bàn"
_IDLE = frozenset(_IDLE_WORDS.split())


def not_opposite(clauses: list[tuple[Item, int, int]]) -> Iterator[Correction]:
    """Find what all are said to have done beside a count of those who did the opposite."""
    read = [(item, start, one_word(item.text[start:end])) for item, start, end in clauses]
    told: list[tuple[Item, int]] = []
    for done, undone in _PAIRS:
        claims = [one for clause in read if (one := _claim(*clause, done))]
        if not claims:
            continue
        counts = [one for clause in read for one in _counts(*clause, undone)]
        for kind, claim in claims:
            against = next((said for other, said in counts if _same(kind, other)), None)
            if against and (claim.item, claim.start) not in told:
                told.append((claim.item, claim.start))
                yield contradiction(claim, against)
                break


def _claim(
    item: Item, start: int, text: str, done: re.Pattern[str]
) -> tuple[frozenset[str], Said] | None:
    if local(item) or PAST.search(text):
        return None
    for deed in done.finditer(text):
        before = text[: deed.start()]
        found = _ALL.search(before) or _EACH.search(before)
        if found and not _NOT.search(before) and not EXCEPT.search(text, 0, deed.end()):
            return _kind(found["of"]), Said("", item, start + found.start(), start + deed.end())
    return None


def _counts(
    item: Item, start: int, text: str, undone: re.Pattern[str]
) -> Iterator[tuple[frozenset[str], Said]]:
    if PAST.search(text) or EXCEPT.search(text):
        return
    for deed in undone.finditer(text):
        found = _SOME.search(text[: deed.start()])
        if found and int(found["count"].replace(".", "")) and not _NOT.search(found["of"]):
            yield _kind(found["of"]), Said("", item, start + found.start(), start + deed.end())


def _kind(of: str) -> frozenset[str]:
    """Return what some words are about: a known thing, or else their first two words."""
    named = kinds(of)
    plain = [word for word in re.findall(r"\w+", of.lower()) if word not in _IDLE]
    return named or frozenset(plain[:2])


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and one == other
