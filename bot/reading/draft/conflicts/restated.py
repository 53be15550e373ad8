"""A number that is taken up again in a judgement, and is another than where it was counted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.drafts import Correction
from bot.reading.draft.claims import one_word
from bot.reading.draft.conflicts.conflict import conflict
from bot.reading.draft.conflicts.counted import Counted, counted
from bot.reading.draft.figure import Figure, Quotient
from bot.reading.draft.meaning import words
from bot.reading.draft.nouns import Noun, same, spoken
from bot.reading.draft.pages import Pages

_REACH = 90  # characters around a number that say what it counts
_MOST = 500  # numbers of a report that are compared
# "Mới có 08 tổ …", "vẫn còn 12 hộ …", "chỉ 06 hợp tác xã …", "toàn xã có 29 máy …".
_AGAIN = re.compile(
    r"(?:^\W*(?:\d[\d.]{0,4}[.)/-]?\s|[a-zđ][.)]\s)?|[.;:,]\s|\s)"
    r"(?:(?:toàn|cả) xã (?:hiện )?(?:mới |chỉ )?(?:có|còn)|(?:hiện|vẫn|hiện vẫn|cũng) (?:còn|có)"
    r"|(?:chỉ|mới|mới chỉ|chỉ mới)(?: có| được)?|tổng số|xã (?:hiện )?(?:có|còn)|còn|có)"
    r" (?:gần |khoảng )?$",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"tồn tại|hạn chế|khó khăn|vướng mắc|đánh giá|nhận xét|nguyên nhân|kết luận|kiến nghị|đề xuất"
    r"|bất cập|yếu kém|chưa làm được|chưa được",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:mới|chỉ|(?:hiện|vẫn|hiện vẫn) (?:còn|có))(?: có| được)? $", re.IGNORECASE)
_ALL = re.compile(r"\b(?:xã|phường|tổng số|mới|chỉ|hiện)(?: có| được)? $", re.IGNORECASE)
_TOTAL = re.compile(r"(?:^|\W)(?:tổng )?số (?:lượng )?[^\d]{2,24}: ?$", re.IGNORECASE)
_STOP = re.compile(
    r"[;:,.()]|\b(?:nên|do|vì|để|khiến|làm|nhưng|tuy|mà|và|gây|dẫn|nếu|theo|trong khi|cho nên)\b"
)
_BREAK = re.compile(r"[;:.()]|, ")
_DENIED = re.compile(r"\b(?:chưa|không|thiếu|lõm|hỏng)\b", re.IGNORECASE)
_DENIALS = frozenset({"chưa", "không", "thiếu"})
_IDLE = frozenset(
    {
        "mới",
        "chỉ",
        "có",
        "được",
        "hoạt",
        "động",
        "sử",
        "dụng",
        "xã",
        "bộ",
        "mở",
        "thành",
        "lập",
        "tổ",
        "chức",
    }
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A number with the words that tell what it counts.

    `own`: those behind it; `narrow`: those that make it a number of some only; `around`: all.
    `denied`: it is of those that have it not. `total`: it is called the number of all.
    """

    by: Counted
    value: Decimal
    own: frozenset[str]
    narrow: frozenset[str]
    around: frozenset[str]
    quotient: Quotient | None
    denied: bool
    total: bool

    @property
    def figure(self) -> Figure:
        return self.by.figure


def restated(pages: Pages) -> Iterable[Correction]:
    """Check what a judgement counts against what the report counted of the same before.

    Sure only where every word of the judgement stands with the other number as well, and its own
    number nowhere else.
    """
    found = [one for read in pages.reads for one in counted(read)][:_MOST]
    said = [one for number in found for one in _said(number)]
    known = {(one.value, _noun(one)[:1]) for one in said if not _again(one)}
    for claim in said:
        if not _again(claim) or (claim.value, _noun(claim)[:1]) in known:
            continue
        against = _against(claim, said)
        if against is not None:
            figure, read = claim.figure, claim.by.one
            begin = max(0, figure.start - 12)
            begin = read.text.find(" ", begin, figure.start) + 1 or figure.start
            end = min(len(read.text), figure.end + 30)
            blank = read.text.rfind(" ", figure.end, end)
            yield conflict(read, figure, against, (begin, blank if blank > 0 else end))


def _said(number: Counted) -> Iterator[_Said]:
    """Read a number with its words; the part of a fraction has those before it alone."""
    one, figure = number.one, number.figure
    text = one_word(one.text)
    quotient = next((q for q in one.quotients if figure in (q.part, q.whole)), None)
    end = quotient.end if quotient else figure.end
    start, stop = one.sentence(figure.start)
    before = _BREAK.split(text[max(start, figure.start - _REACH) : figure.start])
    label = before[-1] if len(before[-1].split()) > 1 or len(before) < 2 else " ".join(before[-2:])
    phrase = _STOP.split(text[end : min(stop, end + _REACH)])[0]
    behind = _DENIED.split(phrase)
    own, named = _words(behind[0]), _words(label)
    if not (quotient.whole if quotient else figure).noun:
        return
    # "12 hộ chưa có mạng" is denied, "06 hồ sơ quá hạn chưa xin lỗi" is not: they are overdue.
    denied = len(behind) > 1 and own <= _words(" ".join(figure.noun[:2]))
    denied = denied or bool(_DENIED.search(label[-14:]))
    every = _words(phrase) if denied else own
    total = bool(_TOTAL.search(label))
    narrow = named if quotient else own
    yield _Said(number, figure.value, every, narrow, every | named, quotient, denied, total)
    if quotient and figure is quotient.part:
        left = quotient.whole.value - quotient.part.value
        yield _Said(number, left, every, narrow, every | named, quotient, not denied, total)


def _words(said: str) -> frozenset[str]:
    return frozenset(word for word in words(said) if not word.isdigit()) - _DENIALS


def _again(said: _Said) -> bool:
    """Tell whether a number is taken up in a judgement: by its place and by its words."""
    before, text = said.by.before, said.by.one.text
    part = said.quotient and said.figure is said.quotient.part
    if part or not _AGAIN.search(before) or not said.figure.noun:
        return False
    heads = said.by.one.item.heads
    judged = any(_JUDGED.search(head.text) for head in heads if head.is_heading)
    return (
        judged
        or bool(_JUDGED.match(text.lstrip("-+*• 0123456789./)")))
        or bool(_ONLY.search(before))
    )


def _against(claim: _Said, said: Sequence[_Said]) -> Decimal | None:
    """Return what the report counts of the very same things elsewhere, if it is one number."""
    nouns = _nouns(claim)
    bare = claim.own <= nouns
    asked = (claim.around if bare else claim.own) - _IDLE - nouns
    others: Counter[Decimal] = Counter()
    for other in said:
        whole = other.quotient and other.figure is other.quotient.whole
        if other.by.one is claim.by.one or other.value == claim.value or (whole and asked):
            continue
        if other.denied is not claim.denied or not same(claim.figure.noun, _noun(other)):
            continue
        if not _covers(asked, other.around, claim.value, other.value):
            continue
        wider = (other.around if bare and asked else other.narrow) - claim.around - _IDLE
        if (other.value > claim.value and asked) or not wider:
            # A bare number must be said to be that of all, or be said again.
            others[other.value] += 2 if asked or other.total else 1
    if len(others) != 1 or (not asked and not _ALL.search(claim.by.before)):
        return None
    value, votes = next(iter(others.items()))
    return value if votes > 1 else None


def _covers(asked: frozenset[str], around: frozenset[str], one: Decimal, other: Decimal) -> bool:
    """Tell whether the words of a judgement stand with the other number: all, or most if near."""
    lacking = len(asked - around)
    near = abs(one - other) * 10 <= max(one, other) or abs(one - other) <= 2
    return not lacking or (near and len(asked) > 2 and lacking * 3 <= len(asked))


def _noun(said: _Said) -> Noun:
    return (said.quotient.whole if said.quotient else said.figure).noun


def _nouns(said: _Said) -> frozenset[str]:
    """Return the words of the noun itself: they say nothing of which things these are."""
    return words(spoken(said.figure.noun))
