"""Claims that all have or did something, beside a share below the whole of the very same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.domain.drafts import Correction
from bot.reading.draft.claims import EXCEPT, PAST, Said, contradiction, local, one_word
from bot.reading.draft.conflicts.counted import named
from bot.reading.draft.conflicts.phrases import Phrase, phrases, telling
from bot.reading.draft.figure import Read
from bot.reading.draft.lacking import DEED
from bot.reading.draft.pages import Pages, ahead
from bot.reading.draft.units import Unit, unit_at

_MOST_CLAIMS = 100  # of a report that are compared
_MOST_SHARES = 800
_LEAST = 3  # words in all that things and deed must have in common
_CLAIM = re.compile(
    r"(?<!\w)(?:100\s?%(?: tổng số| số)?|tất cả(?: các)?|toàn bộ(?: các| số)?|toàn thể|mọi) "
    r"(?P<rest>(?:[^,;:.%()\d]|, (?=(?:giáo|nhân|hội|đoàn|đảng) viên)){4,140}"
    r"(?:\(\d{1,4}/\d{1,4}\)[^,;:.%()\d]{4,100})?)",
    re.IGNORECASE,
)
# Where it is said when and why.
_WHY = re.compile(
    r"(?<!\w)(?:do|vì|nên|bởi|vào|theo|để|nhưng|trước khi|khi|từ|ngay|kịp thời|trong)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\w)năm (?:20\d\d|tới|sau)", re.IGNORECASE)
_OTHERS = re.compile(
    r"huyện|tỉnh|trước đây|\bcũ\b|sáp nhập|năm 20\d\d|(?:tháng|quý|tuần) [\dIV]", re.IGNORECASE
)
_GIVEN = frozenset({"cấp", "dụng", "sử", "cài", "đặt", "tham", "gia", "làm", "thành", "số"})
_PEOPLE = frozenset({Unit.PERSON, Unit.VISIT, Unit.BALLOT})
_BARE = frozenset({"người", "hộ", "máytính", "hồsơ", "vănbản", "trường", "hợp"})
_ANYBODY = frozenset({"đối", "tượng", "ngườidân", "người", "hộ"})
_GAP = 3  # signs between two sentences
_STAFF = frozenset({"nhânviên"})
_DENYING = frozenset({"chưa", "không"})


@dataclass(frozen=True, slots=True)
class _Claim:
    """What all of some things are said to have: their words and unit, and those of the deed."""

    one: Read
    start: int
    end: int
    unit: Unit | None
    things: frozenset[str]
    deed: frozenset[str]


def everyone(pages: Pages) -> Iterable[Correction]:
    """Find "all have it" beside "18/20 have it", or "02 have it not".

    The words for the things and for the deed must all stand in the sentence of the share, or in
    what heads it; a claim of some only (of one village, one field) has words that do not.
    """
    reads = [one for one in pages.reads if not ahead(one.item) and not one.item.cells]
    claims = list(islice((claim for one in reads for claim in _claims(one)), _MOST_CLAIMS))
    if not claims:
        return
    shares = (one for read in reads for one in phrases(read) if _less(one))
    less = list(islice(shares, _MOST_SHARES))
    for claim in claims:
        against = _against(claim, less)
        if against:
            of, count = claim.one.item, against.quotient or against.figure
            end = count.end + len(against.after.rstrip())
            yield contradiction(
                Said("", of, claim.start, claim.end),
                Said("", against.one.item, count.start, end),
            )


def _claims(one: Read) -> Iterator[_Claim]:
    if local(one.item) or any(EXCEPT.search(head.text) for head in one.item.heads):
        return
    for start, end in one.item.sentences():
        text = one_word(one.text[start:end])
        for found in _CLAIM.finditer(text):
            at = DEED.search(found["rest"])
            before = text[max(0, found.start() - 40) : found.end()]
            if not at or EXCEPT.search(before) or PAST.search(before) or _YEAR.search(before):
                continue
            of, deed = found["rest"][: at.start()], found["rest"][at.start() :]
            why = _WHY.search(deed)
            deed = deed[: why.start()] if why else deed
            said = telling(deed)
            core = said - _GIVEN or said
            if core and not said & _DENYING and not named(of):
                begin = start + found.start()
                reach = start + found.start("rest") + at.start() + len(deed.rstrip())
                things = frozenset(word for word in telling(of) if not word.isdigit())
                yield _Claim(one, begin, reach, unit_at(of, 0), things, core)


def _less(one: Phrase) -> bool:
    """Tell whether a number says that not all have something."""
    start, end = one.one.sentence(one.figure.start)
    text = one.one.text[start:end]
    if PAST.search(text) or _OTHERS.search(f"{one.before} {one.after}"):
        return False
    if one.quotient:
        return one.part and one.value < one.quotient.whole.value
    return one.value > 0 and bool(one.behind & _DENYING)


def _against(claim: _Claim, less: Sequence[Phrase]) -> Phrase | None:
    for one in less:
        if (
            _units(claim.unit, one.unit)
            and len(claim.things | claim.deed) >= _LEAST
            and not _within(claim, one)
            and (_same(claim, one) or _beside(claim, one) or _repeated(claim, one))
        ):
            return one
    return None


def _same(claim: _Claim, one: Phrase) -> bool:
    """Tell whether a share is of the things of a claim, and of what they are said to have.

    What its own clause does not name, the sentence and the heading do.
    """
    own = one.words - _DENYING
    start, end = one.one.sentence(one.figure.start)
    heads = (telling(head.text) for head in one.one.item.heads[-1:])
    wide = telling(one_word(one.one.text[start:end])).union(*heads)
    named_here = own - claim.deed - _GIVEN - _BARE
    if not claim.deed <= own and (len(claim.deed) < 2 or (named_here and one.quotient is None)):
        return False
    things = claim.things - _GIVEN
    mixed = things - _STAFF if len(things) > 1 else things
    return claim.deed <= wide and (things <= own or (not named_here and mixed <= wide))


def _beside(claim: _Claim, one: Phrase) -> bool:
    """Tell whether a share stands in the sentence before, of people of whom no more is said."""
    _start, end = one.one.sentence(one.figure.start)
    if one.one is not claim.one or not 0 <= claim.start - end < _GAP or not one.quotient:
        return False
    start = one.one.sentence(one.figure.start)[0]
    shared = claim.deed & telling(one_word(one.one.text[start:end]))
    return len(shared) > 1 and claim.things <= _ANYBODY


def _repeated(claim: _Claim, one: Phrase) -> bool:
    """Tell whether a share of "người" has the very deed that a claim of officials repeats."""
    own = one.words - _DENYING
    people = claim.unit is one.unit is Unit.PERSON and claim.things <= _STAFF
    alike = len(claim.deed) >= _LEAST and claim.deed <= own
    return bool(one.quotient) and people and alike and own - claim.deed - _GIVEN <= _BARE


def _units(one: Unit | None, other: Unit | None) -> bool:
    return one is other or {one, other} <= _PEOPLE


def _within(claim: _Claim, one: Phrase) -> bool:
    """Tell whether a number stands in the claim itself."""
    return one.one is claim.one and claim.start <= one.figure.start < claim.end
