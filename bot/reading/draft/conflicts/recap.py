"""Numbers said again, in the shortcomings or as a whole, otherwise than in the results."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from bot.domain.drafts import Correction
from bot.reading.draft.claims import PAST, one_word
from bot.reading.draft.conflicts.conflict import conflict
from bot.reading.draft.conflicts.counted import named
from bot.reading.draft.conflicts.judged import judged
from bot.reading.draft.conflicts.phrases import Phrase, phrases, telling
from bot.reading.draft.nouns import same
from bot.reading.draft.pages import Pages, ahead, words_end

_MOST = 1_500  # numbers of a report that are compared
_NEAR = Decimal("0.35")  # how far, of the larger, the same number is ever mistaken
_FEW = re.compile(
    r"(?<!\w)(?:mới|chỉ|vẫn|hiện|còn|có)(?: (?:nay|mới|chỉ|vẫn|hiện|còn|có|được|đạt))* $",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:^|[\W\d])(?:(?:toàn|cả) )?(?:xã|phường|đặc khu|thị trấn|hội|đơn vị|ubnd xã)"
    r"(?: (?:nay|mới|chỉ|vẫn|hiện|còn))* có $",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?<!\w)(?:trong|trên) tổng số $|(?:^|[^\w]\s)trong(?: số)? $", re.IGNORECASE)
# What is of a part, or of several times one after the other.
_PARTLY = re.compile(
    r"(?<!\w)(?:mỗi|thêm|trong đó|riêng(?= \w)|một số|bình quân|trung bình|tối thiểu|ít nhất"
    r"|tối đa|huyện|tỉnh|đợt|lượt|lần|dự kiến|các xã|cũ|trước đây|sáp nhập|hợp nhất)(?!\w)",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\btrong đó ", re.IGNORECASE)
_ONLY = re.compile(r"(?<!\w)(?:mới|chỉ)(?: (?:nay|hiện|có|được))* $", re.IGNORECASE)
# What a number is of, whether it is said or not: there are no classes that were not opened.
_MADE = frozenset({"mở", "thành", "lập"})
_DENYING = frozenset({"chưa", "không"})


def recap(pages: Pages) -> Iterable[Correction]:
    """Find numbers that are another where the report says the very same words of them.

    Held against each other is only what counts the same things in the same words, where the
    report has one number for them and nowhere that which is said again: in the shortcomings a
    clerk sums up what stands above, so that it can be no second thing; and "in tổng số 41 …" names
    a whole that must be known.
    """
    stated = list(islice((one for read in pages.reads for one in phrases(read)), _MOST))
    said = [phrase for one in stated for phrase in _with_rest(one)]
    weak = judged(pages)
    for one in stated:
        words = _claimed(one, weak=pages.place(one.one.item) in weak)
        if words:
            other = _otherwise(one, words, said)
            if other is not None:
                yield _wrong(one, other)


def _with_rest(one: Phrase) -> Iterator[Phrase]:
    """Go through a number and, for the part of a whole, those that are left: "chưa"."""
    yield one
    if one.part and one.quotient and not one.words & _DENYING:
        left = replace(one.quotient.whole, value=one.quotient.whole.value - one.value)
        if left.value > 0:
            yield replace(one, figure=left, quotient=None, behind=one.behind | {"chưa"})


def _claimed(one: Phrase, *, weak: bool) -> frozenset[str]:
    """Return the words of a number that is said of all there are; none of any other."""
    if one.part or one.value < 2 or _other_scope(_AMONG.sub("", f"{one.before} {one.after}")):
        return frozenset()
    if _WHOLE.search(one.before) and len(one.behind) > 1:
        return one.behind
    few, own = _FEW.search(one.before), _OWN.search(one.before)
    if one.whole or not weak or not (few or own):
        return frozenset()
    words = one.words - _MADE
    return words if len(words) > 1 or own or _ONLY.search(one.before) else frozenset()


def _other_scope(words: str) -> bool:
    return bool(_PARTLY.search(words) or named(words))


def _otherwise(claim: Phrase, words: frozenset[str], said: Sequence[Phrase]) -> Decimal | None:
    """Return the one number that the report has elsewhere for what these words say."""
    others = [one for one in said if one is not claim and _thing(one, claim)]
    if any(
        one.value == claim.value and (one.words <= words or words <= _wide(one)) for one in others
    ):
        return None
    like = [one for one in others if one.one is not claim.one and _like(one, claim, words)]
    found = {one.value for one in like if words <= one.words} or {one.value for one in like}
    if len(found) != 1:
        return None
    other = next(iter(found))
    # What is said here may be that number with another: 55 overdue when settled, and 3 still open.
    more = abs(claim.value - other)
    both = (
        one
        for one in others
        if not one.words & _DENYING - words and not _other_scope(f"{one.before} {one.after}")
    )
    return None if any(one.value == more and words <= one.words for one in both) else other


def _like(one: Phrase, claim: Phrase, words: frozenset[str]) -> bool:
    """Tell whether another number counts what a claim does, and may be mistaken for it."""
    off = abs(one.value - claim.value)
    if not 0 < off <= max(Decimal(2), _NEAR * max(one.value, claim.value)):
        return False
    if one.words & _DENYING - words or ahead(one.one.item):
        return False
    if _other_scope(f"{one.before} {one.after}") or PAST.search(_around(one)):
        return False
    if any(named(head.text) for head in one.one.item.heads[-2:]):
        return False
    if len(words) == 1:
        return not one.part and one.words == words
    if "trong đó" in claim.before.lower() and one.words != words:
        return False
    among = claim.whole or _WHOLE.search(claim.before)
    return not (one.part if among else one.whole) and words <= _wide(one)


def _thing(one: Phrase, other: Phrase) -> bool:
    if one.unit and other.unit:
        return one.unit is other.unit
    return same(one.noun, other.noun)


def _wide(one: Phrase) -> frozenset[str]:
    """Return the words of the sentence and of what heads it; "còn" counts those that have not."""
    start, end = one.one.sentence(one.figure.start)
    text = one_word(one.one.text[start:end])
    heads = (telling(head.text) for head in one.one.item.heads[-2:])
    left = {"chưa"} if re.search(r"\bcòn $", one.before, re.IGNORECASE) else set()
    return telling(text).union(one.behind, *heads, left)


def _around(one: Phrase) -> str:
    start, end = one.one.sentence(one.figure.start)
    return one.one.text[max(start, one.figure.start - 110) : min(end, one.figure.end + 90)]


def _wrong(said: Phrase, other: Decimal) -> Correction:
    one, figure = said.one, said.figure
    return conflict(one, figure, other, (figure.start, words_end(one.text, figure.end)))
