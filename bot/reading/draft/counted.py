"""Fractions and labels whose two numbers count different things."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from bot.domain.drafts import Correction, Fault
from bot.domain.text import _
from bot.reading.draft.figure import Figure, Quotient, Read
from bot.reading.draft.labels import clause, names, noun_end, other_thing
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.units import Unit, differ, unit_at

_MARK = re.compile(r"[-+*•\s]{0,4}(?:\(?\d[\d.]{0,6}[-.)]{0,2}\s+|[a-zđ]\)\s+)?")
_RATE = re.compile(r"[^;.\d]{0,40}\d+(?:[.,]\d+)? ?%")
_RATED = re.compile(r"t[ỷỉ] lệ", re.IGNORECASE)
_IS = re.compile(r"(?::|\blà:?|\bđạt|\bđược)\s*$", re.IGNORECASE)
# Which labels and nouns are never said of each other without an error.
_APART = (
    {Unit.FILE, Unit.PROCEDURE},
    {Unit.HOUSEHOLD, Unit.PERSON},
    {Unit.DOCUMENT, Unit.FILE},
    {Unit.DOCUMENT, Unit.PROCEDURE},
    {Unit.HOUSEHOLD, Unit.FILE},
    {Unit.FILE, Unit.VISIT},
    {Unit.HOUSEHOLD, Unit.VISIT},
)

_COUNTED = frozenset({Unit.HOUSEHOLD, Unit.PERSON, Unit.FILE})
# What there is not one of for every file: "bản" are copies here.
_NOT_EACH = frozenset({Unit.VILLAGE, Unit.POST, Unit.MEETING})

_Units: TypeAlias = dict[Decimal, set[Unit]]


def counted(pages: Pages) -> Iterable[Correction]:
    """Find numbers that are called one thing and count another."""
    called, labelled = _called(pages), _labelled(pages)
    for one in pages.reads:
        if one.item.cells or ahead(one.item):
            continue
        for quotient in one.quotients:
            yield from _mixed(one, quotient, called, labelled)
        yield from _misnamed(one)


def _called(pages: Pages) -> _Units:
    """Tell for every number what the words behind it say that it counts."""
    called: _Units = defaultdict(set)
    for one in pages.reads:
        for count in one.counts:
            if count.unit:
                called[count.value].add(count.unit)
    return called


def _labelled(pages: Pages) -> _Units:
    """Tell for every whole what the labels of its parts count."""
    labelled: _Units = defaultdict(set)
    for one in pages.reads:
        for quotient in one.quotients:
            unit = quotient.part.unit or _label(one, quotient.part)[0]
            if unit:
                labelled[quotient.whole.value].add(unit)
    return labelled


def _mixed(one: Read, quotient: Quotient, called: _Units, labelled: _Units) -> Iterator[Correction]:
    label, named = _label(one, quotient.part)
    part, whole = quotient.part.unit or label, quotient.whole.unit
    if not part or quotient.part.value == quotient.whole.value:
        return
    if whole:
        apart = {part, whole} in _APART or (whole is Unit.SIZE and part in _COUNTED)
        elsewhere = called[quotient.whole.value] - {whole}
        # "Hộ …: 204/1.360 nhân khẩu": the label itself is what is counted.
        headed = part is Unit.HOUSEHOLD and one.text[: quotient.start].rstrip().endswith(":")
        sure = named or quotient.part.unit or part in elsewhere or headed
        if not (apart and sure) and not (
            # Both numbers have the same words here, but the whole is known by those of the label.
            {part} == elsewhere and whole in _NOT_EACH and part is Unit.FILE
        ):
            return
    elif units := called[quotient.whole.value]:
        if part in units or len(units) > 1 or not differ(part, *units):
            return
    # Labels alone tell only that households are counted against people, who are more.
    elif part is not Unit.HOUSEHOLD or Unit.PERSON not in labelled[quotient.whole.value]:
        return
    value = spelled(quotient.whole.value)
    why = _("{whole} does not count the same things as the number before it.", whole=value)
    rate = _RATE.match(one.text, quotient.end)
    span = quotient.start, rate.end() if rate else quotient.end
    expected = _("both numbers of the same things")
    yield correction(one.item, span, Fault.UNIT, expected, why, quotient.start)


def _label(one: Read, figure: Figure) -> tuple[Unit | None, bool]:
    """Return what the label before a number counts, and whether it says "số …", "tỷ lệ …"."""
    words = clause(one, figure)
    named = names(words)
    if named:
        return unit_at(words, named[0].end()), True
    start = _MARK.match(words)
    return (unit_at(words, start.end()) if start else None), False


def _misnamed(one: Read) -> Iterator[Correction]:
    """Find counts that stand right behind the name of another thing: "Số thủ tục là 49 hồ sơ"."""
    halves = one.halves
    for count in one.counts:
        if count.start in halves or not count.unit:
            continue
        words = clause(one, count)
        named = names(words)
        if not named or not _IS.search(words):
            continue
        name = named[-1]
        if {unit_at(words, name.end()), count.unit} not in _APART or "%" in words[name.end() :]:
            continue
        if _RATED.match(name[0]):
            continue
        span = count.start - len(words) + name.start(), noun_end(one, count.end)
        expected = _("one name for what is counted")
        why = other_thing(one, count)
        yield correction(one.item, span, Fault.UNIT, expected, why, count.start)
