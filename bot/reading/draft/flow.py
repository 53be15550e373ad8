"""What was received is resolved or still open: the three must agree."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.figure import Read
from bot.reading.draft.listing import Part, compared, parts
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.units import Unit, differ

_REACH = 6  # items between what was received and what is still open
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
_BEFORE = re.compile(r"[;.,(]")


def flow(pages: Pages) -> Iterable[Correction]:
    """Check what was received against what was resolved and what is open."""
    named = [_named(one) for one in pages.reads]
    told: set[tuple[Decimal, Decimal]] = set()
    for place, (one, here) in enumerate(zip(pages.reads, named, strict=True)):
        for nth, part in enumerate(here):
            if _said(part, _OPEN):
                before = [*_earlier(pages, named, place), *((one, other) for other in here[:nth])]
                yield from _unequal(one, part, before)
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


def _unequal(one: Read, still: Part, before: list[tuple[Read, Part]]) -> Iterator[Correction]:
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
    out = sum((part.value for part in like if _said(part, _OUT)), Decimal(0))
    carried = sum((part.value for part in like if _said(part, _CARRIED)), Decimal(0))
    right = {both, both + out, both - carried, both + out - carried}
    if any(part.value in right for part in like) or not earlier:
        return
    received = next((part for part in reversed(earlier) if _said(part, _RECEIVED)), None)
    if not received or received.value < resolved.value or compared(received):
        return
    if abs(received.value - both) > max(received.value * _FAR, Decimal(2)):
        return
    left = received.value - resolved.value
    values = {"received": spelled(received.value), "resolved": spelled(resolved.value)}
    why = _(
        "{received} received and {resolved} resolved leave {right}, not {said}.",
        right=spelled(left),
        said=spelled(still.value),
        received=spelled(received.value),
        resolved=spelled(resolved.value),
    )
    start = max(0, still.figure.start - len(_BEFORE.split(still.before[-_NAME:])[-1].lstrip()))
    span = start, still.figure.end + len(still.behind.rstrip())
    expected = Plain(f"{spelled(left)} ({values['received']} − {values['resolved']})")
    yield correction(one.item, span, Fault.SUM, expected, why, still.figure.start)


def _silent(
    pages: Pages,
    named: list[tuple[Part, ...]],
    place: int,
    resolved: Part,
    told: set[tuple[Decimal, Decimal]],
) -> Iterator[Correction]:
    """Find files received but not resolved of which nothing is said."""
    one = pages.reads[place]
    for at in range(place, max(-1, place - 3), -1):
        here = [
            part
            for part in named[at]
            if part.unit is Unit.FILE and _said(part, _RECEIVED) and not _resolved(part)
            and (at < place or part.figure.end <= resolved.figure.start)
        ]  # fmt: skip
        if here:
            received = max(here, key=lambda part: part.value)
            break
    else:
        return
    left = received.value - resolved.value
    window = pages.reads[at : place + 4]
    if not 0 < left <= received.value * _FAR or (received.value, resolved.value) in told:
        return
    said = any(_REST.search(read.text) for read in window)
    if said or any(
        left == part.value and part.unit is Unit.FILE
        for nth in range(at, min(place + 4, len(named)))
        for part in named[nth]
        if not _said(part, re.compile("trước"))
    ):
        return
    told.add((received.value, resolved.value))
    values = {"received": spelled(received.value), "resolved": spelled(resolved.value)}
    why = _(
        "{received} received, {resolved} resolved: nothing is said of the other {left}.",
        left=spelled(left),
        received=spelled(received.value),
        resolved=spelled(resolved.value),
    )
    expected = Plain(f"{spelled(left)} ({values['received']} − {values['resolved']})")
    start = max(0, resolved.figure.start - len(_BEFORE.split(resolved.before[-_NAME:])[-1]))
    span = start, resolved.figure.end + len(resolved.behind.rstrip())
    yield correction(one.item, span, Fault.SUM, expected, why, resolved.figure.start)
