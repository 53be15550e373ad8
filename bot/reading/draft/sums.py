"""Parts that do not make their whole, and files that are neither resolved nor open."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.figure import Read, swaps
from bot.reading.draft.listing import (
    FAMILIES,
    TRAIT,
    Part,
    alike,
    compared,
    depth,
    grown,
    member,
    parts,
    runs,
)
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.units import Unit

_FAR = Decimal("0.3")  # of the whole; parts that lack more are no complete list
_NEAR = Decimal("0.03")  # of the whole; parts so near to it were meant to make it
_COMPLETE = re.compile(r"\b(?:gồm|bao gồm|chia ra|chia theo[^:]{0,40}|cụ thể)\b", re.IGNORECASE)
_AMONG = re.compile(r"\btrong đó(?! có)\b", re.IGNORECASE)
# "12 thành viên: 01 tổ trưởng, …", "393 TTHC (266 …, 65 …, 62 …)": parts, where they come near.
_OPENS = re.compile(r"(?<=[^\W\d_]|[%)])(?::| \()(?=\s?[^\W\d_]*\s?\d|\s?[^\W\d_])")
_ANNOUNCE = (_COMPLETE, _AMONG, _OPENS)
_SOME = re.compile(r"\btrong đó có\b|\bcó\b[^.;:]{0,20}:?$", re.IGNORECASE)
_PAIR = Decimal("0.04")  # of the whole; two parts without a word for it must come so near
_OTHERS = re.compile(r"\b(?:khác|còn lại)\b", re.IGNORECASE)
_REST = re.compile(r"[^\d.;]{0,60}[,;(]? ?\b(?:còn lại|số khác|phần khác)\b[^\d;]{0,80}$")
_GAP = 60  # characters between a whole and the word that announces its parts
_OVERLAP = frozenset({Unit.VISIT, Unit.MEASURE})


def sums(pages: Pages) -> Iterable[Correction]:
    """Check every enumeration in sentences, and every list under a total."""
    for one in pages.reads:
        if one.item.cells or ahead(one.item) or len(one.figures) > 400:
            continue
        yield from _inline(one)
    yield from _lists(pages)


def _inline(one: Read) -> Iterator[Correction]:
    named = parts(one)
    done: set[int] = set()
    for start, end in one.sentences:
        here = [part for part in named if start <= part.figure.start < end]
        if not 1 < len(here) < 80:
            continue
        for wrong, used in (*_families(one, named, here), *_announced(one, here, (start, end))):
            keys = {part.figure.start for part in used}
            if not keys & done:
                done |= keys
                yield wrong


def _families(
    one: Read, named: Sequence[Part], here: Sequence[Part]
) -> Iterator[tuple[Correction, Sequence[Part]]]:
    """Check groups that by their nature divide the whole that stands before them."""
    for all_of_them, words in FAMILIES:
        for run in runs(here, words):
            members = frozenset().union(*(member(part, words) for part in run))
            if all_of_them and len(members) < len(words):
                continue
            first = run[0].figure.start
            earlier = [part for part in named if part.figure.start < first and alike(run, part)]
            total = sum((part.value for part in run), Decimal(0))
            around = [part for part in named if part not in run]
            if not earlier or any(part.value == total for part in around) or _open(one, run):
                continue
            whole = earlier[-1]
            if grown(whole) or not _close(total, whole.value, _FAR):
                continue
            if whole.unit in _OVERLAP and total < whole.value:
                continue
            yield _wrong(one, whole, run), run


def _announced(
    one: Read, here: Sequence[Part], span: tuple[int, int]
) -> Iterator[tuple[Correction, Sequence[Part]]]:
    """Check what is announced as complete: "gồm", "bao gồm", "chia ra", "cụ thể"."""
    for word in chain(*(shape.finditer(one.text, *span) for shape in _ANNOUNCE)):
        before = [part for part in here if part.figure.end <= word.start()]
        if not before or word.start() - before[-1].figure.end > _GAP:
            continue
        whole = before[-1]
        if one.text[whole.figure.end : whole.figure.end + 2].strip().startswith("%"):
            continue
        listed = _listed(one, here, word.end())
        rest = bool(listed and _OTHERS.search(_own(listed[-1])))
        complete = rest or bool(_COMPLETE.fullmatch(word[0]))
        opened = word.re in {_OPENS, _AMONG} and not any(
            TRAIT.search(_name(part)) for part in listed
        )
        if len(listed) < (2 if complete or opened else 3) or not alike(listed, whole):
            continue
        if _open(one, listed):
            continue
        if _adds_up(listed, whole) or any(_adds_up(listed, other) for other in before):
            continue
        total = sum((part.value for part in listed), Decimal(0))
        same = all(part.unit is whole.unit for part in listed)
        if not complete and (not same or whole.unit in _OVERLAP):
            continue
        swapped = not any(TRAIT.search(_name(part)) for part in listed)
        swapped = swapped and _swapped(listed, whole)
        if (swapped or _close(total, whole.value, _FAR if complete else _NEAR)) and (
            swapped
            or complete
            or len(listed) > 2
            or abs(total - whole.value) <= max(Decimal(1), whole.value * _PAIR)
        ):
            yield _wrong(one, whole, listed), listed


def _open(one: Read, listed: Sequence[Part]) -> bool:
    """Tell whether the rest is named behind the parts without a number: no sum is stated."""
    last = listed[-1].figure
    return bool(_REST.match(one.text, last.end, one.sentence(last.start)[1]))


def _own(part: Part) -> str:
    """Return the words of a part alone, without those of the part before it."""
    return re.split(r"[,;:(]", part.before)[-1] + part.behind


def _swapped(listed: Sequence[Part], whole: Part) -> bool:
    """Tell whether the parts make the whole once two digits of one of them change places."""
    total = sum((part.value for part in listed), Decimal(0))
    return any(
        total - part.value + other == whole.value for part in listed for other in swaps(part.value)
    )


def _name(part: Part) -> str:
    return part.before[-_GAP:] + part.behind


def _listed(one: Read, here: Sequence[Part], start: int) -> list[Part]:
    """Return the parts behind an announcement, as far as its own bracket and list reach."""
    found: list[Part] = []
    at, level = start, 0
    semicolons = False
    for part in here:
        if part.figure.start < start:
            continue
        between = one.text[at : part.figure.start]
        level += depth(one.text, at, part.figure.start)
        lowest = _lowest(between)
        if level < 0 or (lowest < 0 and level <= 0 and found and lowest + level < 0):
            break
        at = part.figure.start
        if level > 0 or compared(part):
            continue
        if found and ";" in between and not semicolons and len(found) > 1:
            break
        if re.search(r"\b(?:trong đó|đã|đang|tổng)\b", between, re.IGNORECASE) and found:
            break
        semicolons = semicolons or (bool(found) and ";" in between)
        found.append(part)
    return found


def _lowest(text: str) -> int:
    level = lowest = 0
    for sign in text:
        level += (sign == "(") - (sign == ")")
        lowest = min(lowest, level)
    return lowest


def _adds_up(listed: Sequence[Part], whole: Part) -> bool:
    """Tell whether the parts, or the first of them, make the whole."""
    total = Decimal(0)
    for nth, part in enumerate(listed):
        total += part.value
        if nth and total == whole.value:
            return True
    return False


def _lists(pages: Pages) -> Iterator[Correction]:
    """Check lists whose head names a total and says that its parts follow."""
    place = 0
    reads = pages.reads
    while place < len(reads):
        one = reads[place]
        place += 1
        if one.item.cells or not one.text.endswith(":") or ahead(one.item):
            continue
        wholes = [part for part in parts(one) if not compared(part)]
        tail = one.text[wholes[-1].figure.end :] if wholes else ""
        if not wholes or len(tail) > _GAP * 2:
            continue
        kids = [kid for kid in _kids(pages, place, one) if kid]
        yield from _listed_below(one, wholes[-1], tail, kids)


def _kids(pages: Pages, place: int, head: Read) -> Iterator[Part | None]:
    """Go through the first counts of the items right below a head."""
    mark = ""
    for kid in pages.reads[place:]:
        if not kid.item.heads or kid.item.heads[-1] is not head.item:
            if any(head.item is above for above in kid.item.heads[-3:]):
                continue
            return
        mark = mark or kid.item.mark
        if kid.item.mark[:1].isalnum() is not mark[:1].isalnum() or kid.item.cells:
            return
        found = parts(kid)
        start = kid.quotients[0].start if kid.quotients else len(kid.text)
        yield found[0] if found and found[0].figure.start < start else None


def _listed_below(one: Read, whole: Part, tail: str, kids: Sequence[Part]) -> Iterator[Correction]:
    total = sum((kid.value for kid in kids), Decimal(0))
    if len(kids) < 2 or not alike(kids, whole) or total == whole.value:
        return
    same = all(kid.unit in {None, whole.unit} for kid in kids)
    complete = bool(_COMPLETE.search(tail)) or any(
        len({nth for kid in kids for nth in member(kid, words)}) == len(kids)
        for _all, words in FAMILIES
    )
    if _SOME.search(tail) or not same or any(compared(kid) for kid in kids):
        return
    if whole.unit in _OVERLAP and total < whole.value:
        return
    if _close(total, whole.value, _FAR if complete else _NEAR) and not _adds_up(kids, whole):
        yield _wrong(one, whole, kids, below=True)


def _close(total: Decimal, whole: Decimal, share: Decimal) -> bool:
    return abs(total - whole) <= max(whole * share, Decimal(2))


def _wrong(one: Read, whole: Part, listed: Sequence[Part], *, below: bool = False) -> Correction:
    total = sum((part.value for part in listed), Decimal(0))
    adding = " + ".join(spelled(part.value) for part in listed[:6])
    adding += " + …" if len(listed) > 6 else ""
    why = _(
        "{adding} is {total}, not {whole}.",
        adding=adding,
        total=spelled(total),
        whole=spelled(whole.value),
    )
    start = whole.figure.start
    end = len(one.text) if below else _end(one, listed[-1])
    expected = Plain(f"{spelled(total)} ({adding})")
    at = start if below else listed[-1].figure.start
    return correction(one.item, (start, end), Fault.SUM, expected, why, at)


def _end(one: Read, part: Part) -> int:
    _start, end = one.sentence(part.figure.start)
    return min(end, part.figure.end + len(part.behind.rstrip()))
