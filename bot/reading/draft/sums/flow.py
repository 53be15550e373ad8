"""What was received is resolved or still open: the three must agree."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Phrase, Plain, _
from bot.reading.draft.figure import Read
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.sums.listing import Part, compared, parts
from bot.reading.draft.units import Unit, differ

_REACH = 10  # items between what was received and what is still open
_ABOVE, _BEHIND = 3, 4  # items in which files are said to be received, and what became of them
_NAME = 60  # characters in which a part is named
_FAR = Decimal("0.15")  # of what was received
_RECEIVED = re.compile(r"tiếp nhận|tổng số|\bcộng\b|tổng hồ sơ|thu nhận|\bnhận\b", re.IGNORECASE)
_RESOLVED = re.compile(
    r"(?:đã|được) (?:được )?(?:giải quyết|xử lý|trả lời|trả kết quả|hoàn thành)"
    r"|^\W*(?:\w+[.)] )?(?:số )?(?:hồ sơ )?giải quyết(?: được| xong)?\W*$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:đang|chưa|chờ) (?:được )?(?:giải quyết|xử lý|trả lời|thực hiện|thụ lý|hoàn thành)"
    r"|\bcòn(?: lại)?\W*$|đang trong hạn",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?:đang|chưa|chờ) (?:được )?(?:giải quyết|xử lý|đến hạn|thụ lý|trả)|\bcòn (?:lại|\d)|\btồn\b"
    r"|chuyển (?:sang |tiếp )?(?:kỳ|tháng|quý|năm|tuần) sau|trả lại|\brút\b|từ chối|tạm dừng"
    r"|\bhủy\b|\btrong hạn|không đủ điều kiện|bổ sung",
    re.IGNORECASE,
)
_OUT = re.compile(r"trả lại|\brút\b|từ chối|tạm dừng|\bhủy\b|chuyển|không đủ", re.IGNORECASE)
_CARRIED = re.compile(
    r"(?:kỳ|kì|tháng|quý|năm|tuần) trước|\btồn\b|chuyển (?:sang|qua|tiếp)|cũ chuyển", re.IGNORECASE
)
_BRACKETS = re.compile(r" ?\([^()\d]{0,40}\)")
_TAKEN_UP = re.compile(r"\btrong (?:số |tổng số )?$", re.IGNORECASE)
_PREVIOUS = re.compile("trước")
_BEFORE = re.compile(r"[;.,(]")


def flow(pages: Pages) -> Iterable[Correction]:
    """Check what was received against what was resolved and what is open."""
    named = [_named(one) for one in pages.reads]
    told: set[tuple[Decimal, Decimal]] = set()
    for place, (one, here) in enumerate(zip(pages.reads, named, strict=True)):
        for nth, part in enumerate(here):
            if _TAKEN_UP.search(part.before):
                continue  # "trong 149 hồ sơ chưa giải quyết" only takes a number up again
            if _said(part, _OPEN) and not (nth and _divides(here[nth - 1], part)):
                before = [*_earlier(pages, named, place), *((one, other) for other in here[:nth])]
                later = [other for other in here[nth + 1 :] if _said(other, _OUT)]
                yield from _unequal(one, part, before, later)
        resolved = next((part for part in here if _resolved(part)), None)
        if resolved and resolved.unit is Unit.FILE:
            yield from _silent(pages, named, place, resolved, told)


def _named(one: Read) -> tuple[Part, ...]:
    if one.item.cells or ahead(one.item) or len(one.figures) > 200:
        return ()
    return parts(one)


def _said(part: Part, words: re.Pattern[str]) -> bool:
    """Tell whether the words right before a part, or right behind it, are of this kind."""
    # "Số hồ sơ đang giải quyết (trong hạn): 12": the bracket only says more of it.
    before = _BEFORE.split(_BRACKETS.sub("", part.before[-_NAME:]))[-1]
    return bool(words.search(before) or words.search(part.behind))


def _resolved(part: Part) -> bool:
    return _said(part, _RESOLVED) and not _said(part, _OPEN) and not compared(part)


def _earlier(
    pages: Pages, named: list[tuple[Part, ...]], place: int
) -> Iterator[tuple[Read, Part]]:
    for at in range(max(0, place - _REACH), place):
        for part in named[at]:
            yield pages.reads[at], part


def _divides(whole: Part, part: Part) -> bool:
    """Tell whether a part only divides what is open: "còn 47 đang giải quyết: 46 trong hạn"."""
    near = part.before.rstrip().endswith((":", " có", "("))
    return near and whole.value >= part.value and _said(whole, _OPEN)


def _unequal(
    one: Read, still: Part, before: list[tuple[Read, Part]], later: list[Part]
) -> Iterator[Correction]:
    like = [
        part
        for _read, part in before
        if not differ(part.unit, still.unit) and (part.unit is still.unit or not part.unit)
    ]
    resolved = next((part for part in reversed(like) if _resolved(part)), None)
    if not resolved or not still.unit:
        return
    earlier = like[: like.index(resolved)]
    both = resolved.value + still.value
    out = sum((part.value for part in (*like, *later) if _said(part, _OUT)), Decimal(0))
    carried = sum((part.value for part in like if _said(part, _CARRIED)), Decimal(0))
    right = {both, both + out, both - carried, both + out - carried}
    if any(part.value in right for part in like) or not earlier:
        return
    received = next(
        (
            part
            for part in reversed(earlier)
            if _said(part, _RECEIVED) and part.value >= resolved.value and not compared(part)
        ),
        None,
    )
    if not received:
        return
    if abs(received.value - both) > max(received.value * _FAR, Decimal(2)):
        return
    why = _(
        "{received} received and {resolved} resolved leave {right}, not {said}.",
        right=spelled(received.value - resolved.value),
        said=spelled(still.value),
        received=spelled(received.value),
        resolved=spelled(resolved.value),
    )
    start = max(0, still.figure.start - len(_BEFORE.split(still.before[-_NAME:])[-1].lstrip()))
    yield _wrong(one, (start, still), (received, resolved), why)


def _silent(
    pages: Pages,
    named: list[tuple[Part, ...]],
    place: int,
    resolved: Part,
    told: set[tuple[Decimal, Decimal]],
) -> Iterator[Correction]:
    """Find files received but not resolved of which nothing is said."""
    found = _received(named, place, resolved)
    if not found:
        return
    at, received = found
    left = received.value - resolved.value
    if not 0 < left <= received.value * _FAR or (received.value, resolved.value) in told:
        return
    if _told_of(pages, named, (at, place + _BEHIND), left):
        return
    told.add((received.value, resolved.value))
    why = _(
        "{received} received, {resolved} resolved: nothing is said of the other {left}.",
        left=spelled(left),
        received=spelled(received.value),
        resolved=spelled(resolved.value),
    )
    start = max(0, resolved.figure.start - len(_BEFORE.split(resolved.before[-_NAME:])[-1]))
    yield _wrong(pages.reads[place], (start, resolved), (received, resolved), why)


def _received(named: list[tuple[Part, ...]], place: int, resolved: Part) -> tuple[int, Part] | None:
    """Return how many files were received, and in which item: the nearest that says it."""
    for at in range(place, max(-1, place - _ABOVE), -1):
        here = [
            part
            for part in named[at]
            if part.unit is Unit.FILE and _said(part, _RECEIVED) and not _resolved(part)
            and (at < place or part.figure.end <= resolved.figure.start)
        ]  # fmt: skip
        if here:
            return at, max(here, key=lambda part: part.value)
    return None


def _told_of(
    pages: Pages, named: list[tuple[Part, ...]], items: tuple[int, int], left: Decimal
) -> bool:
    """Tell whether some items say what became of the files that are left."""
    window = slice(*items)
    return any(_REST.search(read.text) for read in pages.reads[window]) or any(
        part.value == left and part.unit is Unit.FILE and not _said(part, _PREVIOUS)
        for here in named[window]
        for part in here
    )


def _wrong(one: Read, span: tuple[int, Part], known: tuple[Part, Part], why: Phrase) -> Correction:
    """Point at a part, from a place on; what is `known` is how many were received and resolved."""
    start, part = span
    received, resolved = (each.value for each in known)
    left = spelled(received - resolved)
    expected = Plain(f"{left} ({spelled(received)} − {spelled(resolved)})")
    end = part.figure.end + len(part.behind.rstrip())
    return correction(one.item, (start, end), Fault.SUM, expected, why, part.figure.start)
