"""What each of some places has, and what there is only so much of, said twice."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.domain.drafts import Correction
from bot.reading.draft.conflicts.counted import Counted, contradicted
from bot.reading.draft.meaning import words
from bot.reading.draft.nouns import spoken

_TWO = 2  # words that make a phrase more than a bare noun
_MOST = 400  # phrases of a report that are compared
_EACH = re.compile(
    r"\bmỗi (?P<place>tổ|thôn|ấp|bản|xóm|khóm|buôn|làng|khu phố|chi hội|nhóm|đội)"
    r"(?: công nghệ số(?: cộng đồng)?)?"
    r"(?: (?:chỉ|mới|đều|có|gồm|được|bố trí|thành lập|cử|là))* $",
    re.IGNORECASE,
)
_ONE_EACH = re.compile(
    r"\bmỗi (?P<place>thôn|ấp|bản|xóm|khóm|buôn|làng|khu phố)"
    r"(?: (?:có|thành lập|đều))* (?:một|0?1) tổ\b",
    re.IGNORECASE,
)
_HAS_TEAM = re.compile(
    r" (?:[^\W\d_]+ )?(?:đã |được |có )*(?:thành lập|kiện toàn|có)(?: được)? tổ\b"
    r"(?! (?:trưởng|phó|viên))",
    re.IGNORECASE,
)
_TEAM = re.compile(r" ?tổ (?:công nghệ số|cnscđ)", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:mới|chỉ|mới chỉ|(?:cả|toàn) (?:xã|phường)(?: hiện)?(?: mới| chỉ)*)(?: có| được)? $",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"(?: [^\W\d_]+){2,12}")


def each(said: Sequence[Counted]) -> Iterator[Correction]:
    """Check "mỗi tổ 05 người" against "mỗi tổ 07 người"."""
    known: dict[tuple[str, str], Decimal] = {}
    for one in said:
        told = _EACH.search(one.before)
        if told and one.figure.noun and not _ranged(one):
            unit = one.figure.unit.value if one.figure.unit else spoken(one.figure.noun)
            key = told["place"].lower(), unit
            if known.setdefault(key, one.value) != one.value:
                yield contradicted(one, known[key], begin=len(told[0]))


def _ranged(one: Counted) -> bool:
    behind = one.one.text[one.figure.end : one.figure.end + 14]
    return bool(re.search(r"(?:/|mỗi|một|đến|[-–])", behind))


def one_each(said: Sequence[Counted]) -> Iterator[Correction]:
    """Check "mới có 12 bản thành lập tổ" against "14 tổ, mỗi bản 01 tổ"."""
    for team in said:
        if not _TEAM.match(team.one.text, team.figure.end):
            continue
        start, end = team.one.sentence(team.figure.start)
        told = _ONE_EACH.search(team.one.text, start, end)
        if told:
            for one in said:
                place = spoken(one.figure.noun) == told["place"].lower()
                has = _HAS_TEAM.match(one.one.text, one.figure.end)
                if place and has and one.value != team.value and not one.halved:
                    yield contradicted(one, team.value)
            return


def only(said: Sequence[Counted]) -> Iterator[Correction]:
    """Check "cả xã mới có 02 sản phẩm lên sàn" against 04 products on a platform."""
    phrases = [
        (one, words(found[0]))
        for one in said[:_MOST]
        if (found := _PHRASE.match(one.one.text, one.figure.end)) and not one.halved
    ]
    for few, narrow in phrases:
        if not _ONLY.search(few.before) or len(narrow) <= _TWO:
            continue
        for more, wide in phrases:
            same = more.figure.noun[:2] == few.figure.noun[:2] and narrow <= wide
            if same and more.value > few.value:
                yield contradicted(few, more.value)
                break
