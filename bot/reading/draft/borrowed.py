"""Fractions with a number that the report knows as a number of something else."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bot.domain.claims import Printed, holds
from bot.domain.drafts import Correction, Fault
from bot.domain.text import _
from bot.reading.draft.figure import Figure, Quotient, Read
from bot.reading.draft.labels import clause, names
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.units import Unit, unit_at
from bot.reading.draft.unlike import apart

_FEW = 20  # smaller numbers are the same by chance
_MANY = 40  # places of one number that are looked at
_STRICT = frozenset({Unit.FILE, Unit.PROCEDURE, Unit.HOUSEHOLD, Unit.PERSON, Unit.DOCUMENT})
_NEVER = ({Unit.FILE, Unit.VISIT}, {Unit.BALLOT, Unit.FILE})
_RATE = re.compile(r"[^;.\d]{0,40}(?P<rate>\d+(?:[.,]\d+)? ?%)")


def borrowed(pages: Pages) -> Iterable[Correction]:
    """Find "Tỷ lệ hộ tham gia: 866/1.122" where 866 are members elsewhere, and only that.

    Also "Tỷ lệ thủ tục có hồ sơ: 168/51": more than all there are is a number of something else.
    Wrong arithmetic comes first and is left to the check of ratios.
    """
    called: dict[Decimal, set[Unit]] = defaultdict(set)
    named: dict[Decimal, list[Figure]] = defaultdict(list)
    for one in pages.reads:
        for count in one.counts:
            if count.unit:
                called[count.value].add(count.unit)
            if count.noun and len(named[count.value]) < _MANY:
                named[count.value].append(count)
    for one in pages.reads:
        if not one.item.cells and not ahead(one.item):
            for quotient in one.quotients:
                yield from _strange(one, quotient, called)
                yield from _renamed(pages, one, quotient, named)


def _strange(
    one: Read, quotient: Quotient, called: dict[Decimal, set[Unit]]
) -> Iterator[Correction]:
    label = _label(one, quotient.part)
    part, whole = quotient.part.value, quotient.whole.value
    over = part > whole
    # "kích hoạt 5.274 tài khoản, … (5.274/6.987)": the text itself says what it divides.
    if any(count.value == part for count in one.counts if count.end < quotient.start):
        return
    if label is None or quotient.unit or not (over or _right(one, quotient)):
        return
    parts, wholes = called.get(part, set()), called.get(whole, set())
    if part >= _FEW and len(parts) == 1 and label not in parts and apart(label, *parts):
        # Where the whole is not known as what the label names either, the label is only loose.
        wrong = quotient.part if label in wholes or over else None
    elif over and len(wholes) == 1 and label not in wholes:
        wrong = quotient.whole
    else:
        wrong = None
    if wrong:
        yield _wrong(one, quotient, wrong)


def _renamed(
    pages: Pages, one: Read, quotient: Quotient, named: dict[Decimal, list[Figure]]
) -> Iterator[Correction]:
    """Find "402 hồ sơ có phí; trả trực tuyến 366/402 thủ tục": the whole has changed its name."""
    whole = quotient.whole
    if whole.value < _FEW or not whole.unit or not _right(one, quotient):
        return
    alike = [count for count in named.get(whole.value, ()) if count is not whole]
    ids = {id(count) for count in alike}
    near = any(id(count) in ids for other in pages.around(one.item) for count in other.counts)
    units = {count.unit for count in alike}
    if near and len(units) == 1 and _changed(whole.unit, *units):
        yield _wrong(one, quotient, whole)


def _changed(one: Unit, other: Unit | None) -> bool:
    """Tell whether two names of a number are of things of which there are never as many."""
    return {one, other} in _NEVER or ({one, other} <= _STRICT and one is not other)


def _label(one: Read, part: Figure) -> Unit | None:
    """Return what the words before a fraction say that it is a rate or a number of."""
    words = clause(one, part)
    named = names(words)
    return unit_at(words, named[0].end()) if named else None


def _right(one: Read, quotient: Quotient) -> bool:
    """Tell whether the rate behind a fraction, if any, is its quotient."""
    found = _RATE.match(one.text, quotient.end)
    rate = found and next((r for r in one.rates if r.start == found.start("rate")), None)
    if not rate:
        return True
    verdict = holds(quotient.part.value, quotient.whole.value, Printed(rate.value, rate.decimals))
    return verdict.should == rate.value


def _wrong(one: Read, quotient: Quotient, wrong: Figure) -> Correction:
    rate = _RATE.match(one.text, quotient.end)
    span = quotient.start, rate.end() if rate else quotient.end
    value = spelled(wrong.value)
    why = _("Elsewhere in the report {value} is a number of something else.", value=value)
    expected = _("both numbers of the same things")
    return correction(one.item, span, Fault.UNIT, expected, why, quotient.start)
