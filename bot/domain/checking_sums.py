"""Rules of arithmetic: parts and their whole, what cannot be more, ratios, shares above 100 %."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.domain.checking_terms import alike, finding, known, term, total, within_one
from bot.domain.findings import Finding, Kind, Rule, Term
from bot.domain.indicators import Catalogue, Measure, Value
from bot.domain.material import Material, Spot
from bot.domain.quantities import Lack
from bot.domain.text import Words
from bot.domain.units import comparable

# How far apart two stocks of a ratio may have been counted, in days: a household does not change
# its size within a year so far that a band like 2 to 7 would be left.
_SAME_YEAR = 366


@dataclass(frozen=True, slots=True)
class Added:
    """What parts come to, and by how much the whole differs from that (positive: parts missing)."""

    total: Decimal
    off: Decimal

    @property
    def holds(self) -> bool:
        """Tell whether the parts make the whole."""
        return not self.off


def parts(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find parts (left) that do not make their whole (right); optional ones may be missing.

    Without a left side the parts are the villages' own numbers of each quantity on the right.
    """
    if not rule.left:
        yield from _villages(rule, catalogue, material)
        return
    for spot in material.spots:
        whole = term(catalogue, spot, rule.right[0])
        given = [
            one
            for one in rule.left
            if one not in rule.optional or spot.amounts.get(one, Lack.MISSING) is not Lack.MISSING
        ]
        yield from _made(rule, spot, [term(catalogue, spot, one) for one in given], whole)


def at_most(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find what is more than it can be; of the left side, what is known may be too much already."""
    for spot in material.spots:
        left = known(term(catalogue, spot, one) for one in rule.left)
        right = known(term(catalogue, spot, one) for one in rule.right)
        if not left or len(right) < len(rule.right):
            continue
        if not (within_one(left) and within_one(right)):
            continue
        if _may_exceed(left[0], right[0]) and total(left) > total(right):
            expected = Decimal(total(right))
            yield finding(rule, spot.place, left=left, right=right, expected=expected)


def ratio(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find a ratio that is out of its band; the bound that is nearer is what is expected."""
    for spot in material.spots:
        left = known(term(catalogue, spot, one) for one in rule.left)
        right = known(term(catalogue, spot, one) for one in rule.right)
        whole = len(left) == len(rule.left) and len(right) == len(rule.right)
        if not whole or not (alike(left) and alike(right)) or not _near(left[0], right[0]):
            continue
        if not total(right):
            continue
        exact = Fraction(total(left), total(right))
        for bound, outside in ((rule.low, exact.__lt__), (rule.high, exact.__gt__)):
            if bound is not None and outside(Fraction(bound)):
                yield finding(rule, spot.place, left=left, right=right, expected=bound)


def over(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find shares of more than 100 %, unless another rule says the same of the same two numbers."""
    said = {
        (one.left[0], one.right[0])
        for one in catalogue.rules.values()
        if one.kind is Kind.AT_MOST and len(one.left) == len(one.right) == 1
    }
    for spot in material.spots:
        # Several indicators may be made of the same two numbers.
        seen: set[tuple[str, str | None]] = set()
        for value in spot.values:
            declared = catalogue.indicators.get(value.id)
            made_of = (declared.numerator, declared.denominator) if declared else (value.id, None)
            if made_of in seen or (rule.left and made_of[0] not in rule.left):
                continue
            seen.add(made_of)
            sides = _over(value)
            if sides and not (made_of in said and _may_exceed(*sides)):
                left, right = sides
                hundred = Decimal(100)
                yield finding(rule, spot.place, left=(left,), right=(right,), expected=hundred)


def _over(value: Value) -> tuple[Term, Term] | None:
    percent = value.percent if value.measure is Measure.SHARE else None
    if percent is None or percent <= 100 or not value.numerator or not value.denominator:
        return None
    title = value.denominator_title or value.title
    return Term(value.numerator_title, value.numerator), Term(title, value.denominator)


def _villages(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    commune, *villages = material.spots
    for quantity in rule.right:
        whole = term(catalogue, commune, quantity)
        own = [(spot.place, term(catalogue, spot, quantity)) for spot in villages]
        named = [
            Term(Words({"vi": place or ""}), one.amount) if one else None for place, one in own
        ]
        yield from _made(rule, commune, named, whole)


def _made(
    rule: Rule, spot: Spot, wanted: Sequence[Term | None], whole: Term | None
) -> Iterator[Finding]:
    """Set parts against their whole; with a part missing they can only be too many."""
    found = known(wanted)
    if not whole or not found or not alike((*found, whole)):
        return
    added = makes((one.amount.value for one in found), whole.amount.value)
    complete = len(found) == len(wanted)
    if added.off < 0 or (complete and added.off > 0):
        yield finding(rule, spot.place, left=found, right=(whole,), expected=added.total)


def _may_exceed(left: Term, right: Term) -> bool:
    """Tell whether the left number is counted so that it may not be more than the right one.

    Flows: within the right one's days. Stocks: on the same day. A flow beside a stock that is
    still good is held against it, as in people guided and the population.
    """
    one, other = left.amount, right.amount
    if not comparable(one.unit, other.unit):
        return False
    if one.since and other.since:
        return other.since <= one.since and one.as_of <= other.as_of
    if one.since:
        return not other.expired
    return other.since is None and one.as_of == other.as_of


def _near(left: Term, right: Term) -> bool:
    """Tell whether a ratio of two numbers means something: one window, or stocks of one year."""
    one, other = left.amount, right.amount
    if one.since or other.since:
        return (one.since, one.as_of) == (other.since, other.as_of)
    return abs((one.as_of - other.as_of).days) <= _SAME_YEAR


def makes(parts: Iterable[Decimal | int], whole: Decimal | int) -> Added:
    """Add parts up and set them against their whole; all must count the same thing."""
    total = sum((Decimal(part) for part in parts), Decimal(0))
    return Added(total, Decimal(whole) - total)
