"""Figures of a draft beside the commune's own closed ones, where both surely say the same thing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.activities import Activity
from bot.domain.drafts import Correction, Fault
from bot.domain.indicators import Measure
from bot.domain.periods import Period
from bot.domain.sheets import Sheet
from bot.domain.text import Number, Percent, Plain, Text, _, fold
from bot.reading.draft.parts import body
from bot.reading.draft.text import Item, draft

_COUNT = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?![\d.,/%]*\d|\s?%)"
_RATE = r"(?P<number>\d{1,3}(?:,\d{1,2})?)\s?%"
_FOREIGN = re.compile(
    r"cùng kỳ|so với|phấn đấu|chỉ tiêu|kế hoạch|năm trước|kỳ trước|quý trước|tháng trước|nhiệm vụ|"
    r"phương hướng|\bthôn\b|\bbản\b|\bấp\b|lũy kế|luỹ kế|trong đó",
    re.IGNORECASE,
)
_REACH = 24  # signs between a title and its number: ": ", " là ", " được ", " đạt "
_SHORTEST = 2  # words of a title; one alone is said of too much


@dataclass(frozen=True, slots=True)
class Known:
    """A number of the closed book: its title, its unit ("" for a rate), its value, its period.

    A rate's value is in percent.
    """

    title: str
    unit: str
    value: Decimal
    period: str


def book(sheet: Sheet, activities: Mapping[str, Activity]) -> tuple[Known, ...]:
    """Return what a closed sheet says in numbers: totals of activities, counts and rates."""
    said = _said(sheet.period)
    known = [
        Known(one.title.of("vi"), one.unit.value, Decimal(sheet.by_village.totals[one.id]), said)
        for one in activities.values()
        if one.id in sheet.by_village.totals
    ]
    for value in sheet.whole.values:
        title = value.title.of("vi")
        if value.percent is not None and value.measure is Measure.SHARE:
            known.append(Known(title, "", value.percent, said))
        elif value.measure is Measure.COUNT and value.numerator and not value.why:
            amount = value.numerator
            known.append(Known(title, amount.unit.value, Decimal(amount.value), said))
    return tuple(known)


def _said(period: Period) -> str:
    return f"{period.start:%d/%m/%Y} – {period.last:%d/%m/%Y}"


def differing(text: str, book: Sequence[Known]) -> Iterator[Correction]:
    """Find figures that carry the very title and unit of a closed number, and another value.

    Nothing is said of figures of other periods, plans, villages or parts.
    """
    shapes = [(one, _shape(one)) for one in book if len(one.title.split()) >= _SHORTEST]
    for item in body(draft(text)):
        if any(_FOREIGN.search(head.text) for head in item.heads):
            continue
        for start, end in item.sentences():
            if not _FOREIGN.search(item.text, start, end):
                yield from _compared(item, start, end, shapes)


def _compared(
    item: Item, start: int, end: int, shapes: Sequence[tuple[Known, re.Pattern[str]]]
) -> Iterator[Correction]:
    # Folding may change a text's length; only where it does not do places in both agree.
    sentence = item.text[start:end]
    bare = "".join(fold(sign) or sign for sign in sentence)
    if len(bare) != len(sentence):
        return
    for known, shape in shapes:
        for found in shape.finditer(bare):
            printed = Decimal(found["number"].replace(".", "").replace(",", "."))
            decimals = len(found["number"].partition(",")[2])
            step = Decimal(1).scaleb(-decimals)
            if known.value.quantize(step, ROUND_HALF_UP) != printed:
                at = (start + found.start(), start + found.end())
                yield _correction(item, at, known, decimals)


def _shape(known: Known) -> re.Pattern[str]:
    """Return how a title stands right before its number, or with its unit and number before it."""
    title = r"\s".join(map(re.escape, fold(known.title).split()))
    if not known.unit:
        return re.compile(rf"(?<!\w){title}[^\d;.%]{{1,{_REACH}}}?{_RATE}")
    unit = r"\s".join(map(re.escape, fold(known.unit).split()))
    return re.compile(rf"(?<!\w){title}[^\d;.%]{{1,{_REACH}}}?{_COUNT}\s{unit}(?!\w)")


def _correction(item: Item, at: tuple[int, int], known: Known, decimals: int) -> Correction:
    line, quote = item.quote(*at)
    expected: Text
    if known.unit:
        said = _("{n} {unit}", n=Number(known.value), unit=Plain(known.unit))
        expected = said
    else:
        expected = Percent(known.value, max(decimals, 1))
    why = _(
        "The closed book of {period} says {value} for “{title}”.",
        period=Plain(known.period),
        value=expected,
        title=Plain(known.title),
    )
    return Correction(line, quote, Fault.CONFLICT, quote, expected, why)
