"""Rates that are said to be of other things than the two numbers they are made of."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bot.domain.claims import Printed, holds
from bot.domain.drafts import Correction, Fault
from bot.domain.text import _
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.labels import noun_end
from bot.reading.draft.pages import Pages, ahead, correction
from bot.reading.draft.rates.shares import share
from bot.reading.draft.units import Unit, unit_at
from bot.reading.draft.unlike import apart

# "đạt 89,5% số hộ", "chiếm 33,3% người dân"; "số có mặt" names nothing that is counted.
_OF = re.compile(r"\s(?:trên |trong |của )?(?:tổng số |tổng |số (?:lượng )?)?", re.IGNORECASE)
_WIDE = frozenset({Unit.HOUSEHOLD, Unit.PERSON, Unit.VILLAGE, Unit.CARD, Unit.PROCEDURE, Unit.FILE})
# Of these one is said for the other: a card, an account, a visit, a file has its person.
_LOOSE = (
    {Unit.CARD, Unit.PERSON},
    {Unit.ACCOUNT, Unit.PERSON},
    {Unit.VISIT, Unit.PERSON},
    {Unit.VISIT, Unit.FILE},
    {Unit.PAYMENT, Unit.FILE},
    {Unit.TEAM, Unit.VILLAGE},
    {Unit.CARD, Unit.FILE},
)
_PLACES = re.compile(r"(?:chợ|trường|trạm|điểm|tuyến)(?!\w)", re.IGNORECASE)


def of_what(pages: Pages) -> Iterable[Correction]:
    """Find "17/19 nhà văn hóa, phủ 89,5% số hộ": the rate is right, but not of households."""
    for one in pages.reads:
        if one.item.cells or ahead(one.item) or len(one.figures) > 200:
            continue
        for rate in one.rates:
            yield from _other(pages, one, rate)


def _other(pages: Pages, one: Read, rate: Figure) -> Iterator[Correction]:
    found = _OF.match(one.text, rate.end)
    if not found or not 0 < rate.value < 100:
        return
    said = unit_at(one.text, found.end())
    place = bool(_PLACES.match(one.text, found.end()))
    if said not in _WIDE and not place:
        return
    made = share(pages, one, rate)
    if not made or made.part > made.whole or not _right(rate, made.part, made.whole):
        return
    halves = [count for count in one.counts if made.start <= count.start < made.end]
    wholes = [count for count in one.counts if count.value == made.whole]
    named = {count.unit for count in wholes if count.noun}
    nouns = {count.noun[:1] for count in (*halves, *wholes) if count.noun}
    if not nouns or said in named or (said and _heard(one, said, rate)):
        return
    if place and named != {Unit.PERSON}:
        return
    if all(_unlike(unit, said, place=place) for unit in named):
        end = noun_end(one, found.end())
        expected = _("both numbers of the same things")
        why = _("The rate is right for its two numbers, but they count other things than it says.")
        start = max(made.start, rate.start - 60)
        yield correction(one.item, (start, end), Fault.UNIT, expected, why, rate.start)


def _unlike(unit: Unit | None, said: Unit | None, *, place: bool) -> bool:
    if place:
        return unit is Unit.PERSON
    if unit is None:
        return said in {Unit.HOUSEHOLD, Unit.PERSON}
    visit = unit is Unit.VISIT and said in {Unit.CARD, Unit.HOUSEHOLD, Unit.PROCEDURE}
    return {unit, said} not in _LOOSE and (apart(unit, said) or visit)


def _heard(one: Read, said: Unit, rate: Figure) -> bool:
    """Tell whether the sentence itself counts what the rate is said of, before the rate."""
    start, _end = one.sentence(rate.start)
    return any(count.unit is said and start <= count.start < rate.start for count in one.counts)


def _right(rate: Figure, part: Decimal, whole: Decimal) -> bool:
    verdict = holds(part, whole, Printed(rate.value, rate.decimals))
    return verdict.should == rate.value
