"""Groups that by their nature divide a whole: women and men, on time and late, online and not."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.drafts import Correction
from bot.reading.draft.figure import Read
from bot.reading.draft.sums.listing import BREAK, Part, alike, compared, grown
from bot.reading.draft.sums.unequal import FAR, OVERLAP, close, left_open, total_of, unequal

_BESIDE = 4  # parts beside a group that may belong to the same whole
# Each group with the words for its members. `True`: all must be there; the others may lack one
# that is nought.
_FAMILIES: tuple[tuple[bool, tuple[re.Pattern[str], ...]], ...] = tuple(
    (whole, tuple(re.compile(words, re.IGNORECASE) for words in members))
    for whole, members in (
        (False, (
            r"trực tuyến", r"trực tiếp", r"bưu (?:chính|điện)",
            r"(?:kỳ|kì|tháng|quý|tuần|năm) trước",
        )),
        (False, (
            r"trước (?:thời )?hạn|trước và|sớm hạn", r"đúng (?:thời )?hạn",
            r"(?:quá|trễ|chậm) (?:thời )?hạn|\bchậm\b(?! nhất)",
        )),
        (True, (
            r"(?<!không )(?<!chưa )(?<!không được )(?<!chưa được )\bký số",
            r"(?:không|chưa)(?: được)? ký số",
        )),
        (True, (r"(?<!việt )\b(?:nam|trai)\b(?! đàn)", r"\b(?:nữ|gái)\b")),
        (True, (r"\d+ tuổi trở lên", r"dưới (?:đủ )?\d+ tuổi")),
        (True, (r"toàn trình", r"một phần")),
        (True, (r"(?:tổ|đội|nhóm) trưởng", r"(?:tổ|đội|nhóm) phó", r"thành viên|tổ viên")),
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


def families(
    one: Read, named: Sequence[Part], here: Sequence[Part]
) -> Iterator[tuple[Correction, Sequence[Part]]]:
    """Check groups that by their nature divide the whole that stands before them."""
    for all_of_them, words in _FAMILIES:
        for run in _runs(here, words):
            members = frozenset().union(*(_member(part, words) for part in run))
            if all_of_them and len(members) < len(words):
                continue
            first = run[0].figure.start
            earlier = [part for part in named if part.figure.start < first and alike(run, part)]
            total = total_of(run)
            around = [part for part in named if part not in run]
            if not earlier or any(part.value == total for part in around) or left_open(one, run):
                continue
            if _further(here, run, earlier):
                continue
            whole = earlier[-1]
            if grown(whole) or not close(total, whole.value, FAR):
                continue
            if whole.unit in OVERLAP and total < whole.value:
                continue
            yield unequal(one, whole, run), run


def _further(named: Sequence[Part], run: Sequence[Part], earlier: Sequence[Part]) -> bool:
    """Tell whether a group makes a whole before it once the parts beside it are counted in.

    "386 thủ tục: toàn trình 141, một phần 172, chưa cung cấp 73": the family is not all of them.
    """
    first, last = named.index(run[0]), named.index(run[-1])
    wholes = {part.value for part in earlier}
    return any(
        total_of(named[start:end]) in wholes
        for start in range(max(0, first - _BESIDE), first + 1)
        for end in range(last + 1, min(len(named), last + 1 + _BESIDE) + 1)
    )


def divided(parts: Sequence[Part]) -> bool:
    """Tell whether parts are named as different members of one family."""
    return any(
        len({nth for part in parts for nth in _member(part, words)}) == len(parts)
        for _all, words in _FAMILIES
    )


def _member(part: Part, words: Sequence[re.Pattern[str]]) -> frozenset[int]:
    """Return which members of a family a part is named as; the nearest words before it decide."""
    pieces = BREAK.split(part.before)
    # "Trực tuyến: 12 hồ sơ": the colon parts the name from its count.
    parted = part.before.rstrip().endswith((":", ",")) and len(pieces) > 1
    for name in (pieces[-1], part.behind, pieces[-2] if parted else ""):
        found = frozenset(nth for nth, word in enumerate(words) if word.search(name))
        if found:
            return found
    return frozenset()


def _runs(found: Sequence[Part], words: Sequence[re.Pattern[str]]) -> Iterator[list[Part]]:
    """Group parts that follow each other as different members of a family."""
    run: list[Part] = []
    seen: frozenset[int] = frozenset()
    for part in found:
        named = _member(part, words)
        if named and not named & seen and not compared(part):
            run.append(part)
            seen |= named
            continue
        if len(run) > 1:
            yield run
        run, seen = ([part], named) if named else ([], frozenset())
    if len(run) > 1:
        yield run
