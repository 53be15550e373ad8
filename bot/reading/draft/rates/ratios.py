"""Rates that are not the quotient of their counts, and bounds that are false."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.domain.claims import Fault as Slip
from bot.domain.claims import Printed, Verdict, holds
from bot.domain.drafts import Correction, Fault
from bot.domain.text import Phrase, Plain, _
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.rates.growth import compared
from bot.reading.draft.rates.others import of_everyone
from bot.reading.draft.rates.share import Share
from bot.reading.draft.rates.shares import share
from bot.reading.draft.rates.siblings import among
from bot.reading.draft.rates.tabled import rows, totals

_STRETCH = 70  # characters of a statement that is quoted whole


def ratios(pages: Pages) -> Iterable[Correction]:
    """Judge every rate of a report whose counts the text states."""
    summed = tuple(totals(rows(pages)))
    for one in pages.reads:
        if one.item.cells or ahead(one.item):
            continue
        for rate in one.rates:
            if compared(one, rate) or of_everyone(one, rate):
                continue
            found = share(pages, one, rate)
            if found and not found.sure:
                found = among(one, found)
            wrong = _judged(one, found, summed) if found else _unscaled(pages, one, rate)
            if wrong:
                yield wrong


def _judged(one: Read, found: Share, summed: Sequence[Decimal]) -> Correction | None:
    """Return what is wrong with a rate; `summed`: wholes of tables that may be meant as well."""
    if not found.whole or found.part > found.whole * 20:
        return None
    said = found.printed
    verdict = holds(found.part, found.whole, said)
    if verdict.holds:
        return None
    others = found.others if found.sure else (*found.others, *summed)
    if any(other and holds(found.part, other, said).holds for other in others):
        return None
    if not found.sure and not found.close():
        return None
    # "100%" is said of many things; beside a count it must at least be near.
    if found.others and said.value == 100 and not found.close(20):
        return None
    return _wrong(one, found, verdict)


def _wrong(one: Read, found: Share, verdict: Verdict) -> Correction:
    false_bound = verdict.fault is Slip.BOUND
    exact = holds(found.part, found.whole, Printed(found.rate.value, 2)).should
    right = f"{spelled(exact if false_bound else verdict.should)}%"
    rate = one.text[found.rate.start : found.rate.end]
    fault = Fault.BOUND if false_bound or verdict.fault is Slip.OVER else Fault.RATIO
    why = _why(verdict, spelled(found.part), spelled(found.whole), right, rate)
    expected = Plain(f"{right} ({spelled(found.part)}/{spelled(found.whole)})")
    start = found.start
    if found.end - start > _STRETCH:
        start = max(start, found.rate.start - _STRETCH // 2)
    span = start, max(found.end, found.rate.end)
    return correction(one.item, span, fault, expected, why, found.rate.start)


def _why(verdict: Verdict, part: str, whole: str, right: str, rate: str) -> Phrase:
    match verdict.fault:
        case Slip.TRUNCATED:
            return _(
                "{part} of {whole} is {right}: it was cut off instead of rounded.",
                part=part, whole=whole, right=right,
            )  # fmt: skip
        case Slip.FRACTION:
            return _(
                "{part} of {whole} is {right}: the quotient was not taken times 100.",
                part=part, whole=whole, right=right,
            )  # fmt: skip
        case Slip.BOUND:
            return _(
                "{part} of {whole} is {right}: the bound is false.",
                part=part, whole=whole, right=right,
            )  # fmt: skip
        case Slip.OVER:
            return _("{part} of {whole} is more than everything.", part=part, whole=whole)
        case _other:
            return _(
                "{part} of {whole} is {right}, not {rate}.",
                part=part, whole=whole, right=right, rate=rate,
            )  # fmt: skip


def _unscaled(pages: Pages, one: Read, rate: Figure) -> Correction | None:
    """Find the bare quotient before a percent sign whose whole stands elsewhere in the report."""
    before = [count for count in one.counts if count.end <= rate.start]
    if rate.value >= 1 or rate.decimals < 2 or not before or not rate.value:
        return None
    part = before[-1]
    if rate.start - part.end > _STRETCH or not part.unit:
        return None
    said = Printed(rate.value, rate.decimals)
    for whole in _totals(pages, part):
        verdict = holds(part.value, whole, said)
        if verdict.fault is Slip.FRACTION:
            found = Share(rate, part.value, whole, part.start, rate.end, sure=True)
            return _wrong(one, found, verdict)
    return None


def _totals(pages: Pages, part: Figure) -> list[Decimal]:
    found: list[Decimal] = []
    for one in pages.reads:
        for count in one.counts:
            before = one.text[max(0, count.start - 40) : count.start].lower()
            if "tổng" in before and count.unit is part.unit and count.value > part.value:
                found.append(count.value)
    return found[:20]
