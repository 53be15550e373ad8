"""Parts of a whole as a report enumerates them: in a sentence, in brackets, in a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.units import Unit, differ

_LABEL = 110  # characters before a part in which its name stands
# Groups that by their nature divide a whole, each with the words for it. `True`: all must be
# there; the others may lack one that is nought.
FAMILIES: tuple[tuple[bool, tuple[re.Pattern[str], ...]], ...] = tuple(
    (whole, tuple(re.compile(words, re.IGNORECASE) for words in members))
    for whole, members in (
        (False, (
            r"trực tuyến", r"trực tiếp", r"bưu (?:chính|điện)",
            r"(?:kỳ|kì|tháng|quý|tuần|năm) trước",
        )),
        (False, (
            r"trước (?:thời )?hạn|trước và|sớm hạn", r"đúng (?:thời )?hạn",
            r"(?:quá|trễ|chậm) (?:thời )?hạn",
        )),
        (True, (
            r"(?<!không )(?<!chưa )(?<!không được )(?<!chưa được )\bký số",
            r"(?:không|chưa)(?: được)? ký số",
        )),
        (True, (r"(?<!việt )\b(?:nam|trai)\b(?! đàn)", r"\b(?:nữ|gái)\b")),
        (True, (r"\d+ tuổi trở lên", r"dưới (?:đủ )?\d+ tuổi")),
        (True, (r"toàn trình", r"một phần")),
        (True, (r"\bđiện tử", r"(?<!thông minh )\bgiấy\b(?! (?:tờ|chứng|mời|khen))")),
        (True, (
            r"qua mạng|trực tuyến|chuyển khoản|qua tài khoản|không (?:dùng )?tiền mặt",
            r"(?<!không )(?<!dùng )tiền mặt",
        )),
        (True, (
            r"(?<!không )(?:còn|hoạt động|sử dụng|dùng|phát|chạy) (?:tốt|bình thường|ổn định)",
            r"\bhỏng|không hoạt động|không còn (?:tốt|dùng)",
        )),
    )
)  # fmt: skip
# Who may be several of these at once: two such groups need not make the whole.
TRAIT = re.compile(
    r"\b(?:đảng viên|đoàn viên|hội viên|dân tộc|nghèo|người già|cao tuổi|khuyết tật|trẻ em|riêng"
    r"|tối đa|cao nhất|thấp nhất|nhiều nhất|ít nhất|dự phòng)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:,.()]| và (?=\d|$)")
_GROWN = re.compile(r"\b(?:tăng|giảm|so với|bình quân|trung bình)\b", re.IGNORECASE)
_NO_PART = re.compile(
    r"\b(?:tăng|giảm|so với|bình quân|trung bình|trong số|trên tổng)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A count with the words that name it, before and behind."""

    figure: Figure
    value: Decimal
    before: str
    behind: str

    @property
    def unit(self) -> Unit | None:
        """Return what it counts."""
        return self.figure.unit


def parts(one: Read) -> tuple[Part, ...]:
    """Return the counts and amounts of money of an item with their names; no fractions."""
    if not one.figures:
        return ()
    inside = {id(half) for quotient in one.quotients for half in (quotient.part, quotient.whole)}
    found: list[Part] = []
    last = 0
    figures = one.figures
    for nth, figure in enumerate(figures):
        if (figure.counts or figure.sized) and id(figure) not in inside:
            follow = figures[nth + 1].start if nth + 1 < len(figures) else len(one.text)
            before = one.text[max(last, figure.start - _LABEL) : figure.start]
            behind = one.text[figure.end : min(follow, figure.end + _LABEL)]
            found.append(Part(figure, figure.value, before, _BREAK.split(behind)[0]))
        last = figure.end
    return tuple(found)


def member(part: Part, words: Sequence[re.Pattern[str]]) -> frozenset[int]:
    """Return which members of a family a part is named as; the nearest words before it decide."""
    pieces = _BREAK.split(part.before)
    # "Trực tuyến: 12 hồ sơ": the colon parts the name from its count.
    parted = part.before.rstrip().endswith((":", ",")) and len(pieces) > 1
    for name in (pieces[-1], part.behind, pieces[-2] if parted else ""):
        found = frozenset(nth for nth, word in enumerate(words) if word.search(name))
        if found:
            return found
    return frozenset()


def alike(parts: Sequence[Part], whole: Part) -> bool:
    """Tell whether parts and whole may count the same things."""
    for part in parts:
        if differ(part.unit, whole.unit) or not part.figure.like(whole.figure):
            return False
    return True


def grown(part: Part) -> bool:
    """Tell whether a number is growth or an average, and so no whole."""
    return bool(_GROWN.search(part.before[-40:]))


def compared(part: Part) -> bool:
    """Tell whether a number is growth, an average or a base rather than a part."""
    return bool(_NO_PART.search(part.before[-40:]))


def depth(text: str, start: int, end: int) -> int:
    """Return how many more brackets are open at the end of a stretch than at its start."""
    return text.count("(", start, end) - text.count(")", start, end)


def runs(found: Sequence[Part], words: Sequence[re.Pattern[str]]) -> Iterator[list[Part]]:
    """Group parts that follow each other as different members of a family."""
    run: list[Part] = []
    seen: frozenset[int] = frozenset()
    for part in found:
        named = member(part, words)
        if named and not named & seen and not compared(part):
            run.append(part)
            seen |= named
            continue
        if len(run) > 1:
            yield run
        run, seen = ([part], named) if named else ([], frozenset())
    if len(run) > 1:
        yield run
