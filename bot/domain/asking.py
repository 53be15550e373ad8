"""Which figures are asked for: by which group of indicators, beside which other figures."""

from collections.abc import Callable
from itertools import combinations

from bot.domain.findings import Kind
from bot.domain.indicators import Catalogue, Measure
from bot.domain.quantities import Origin, Quantity

# Figures that are not in a group of any indicator.
OTHERS = "others"


def asked(catalogue: Catalogue) -> dict[str, tuple[Quantity, ...]]:
    """Return the quantities that are given as figures, by the group that asks for them first."""
    placed: dict[str, str] = {}
    for indicator in catalogue.indicators.values():
        for wanted in (indicator.numerator, indicator.denominator):
            for one in leaves(catalogue, wanted) if wanted else ():
                placed.setdefault(one, indicator.group)
    found: dict[str, list[Quantity]] = {group: [] for group in (*catalogue.groups, OTHERS)}
    for quantity in catalogue.quantities.values():
        if quantity.origin is Origin.FIGURE:
            found[placed.get(quantity.id, OTHERS)].append(quantity)
    return {group: tuple(ones) for group, ones in found.items() if ones}


def missing(catalogue: Catalogue, known: Callable[[str], bool]) -> tuple[Quantity, ...]:
    """Return the quantities that indicators ask for and nobody has given."""
    groups = asked(catalogue)
    return tuple(
        one
        for group, ones in groups.items()
        if group != OTHERS
        for one in ones
        if not known(one.id)
    )


def needed(catalogue: Catalogue, quantity: str) -> frozenset[str]:
    """Return the quantities whose figures are looked at beside a new one of this quantity."""
    found = {other for pair in pairs(catalogue) if quantity in pair for other in pair}
    for indicator in catalogue.indicators.values():
        over = leaves(catalogue, indicator.numerator)
        if indicator.denominator:
            over = (*over, *leaves(catalogue, indicator.denominator))
        if quantity in over:
            found.update(over)
    figures = (one for one in found if catalogue.quantities[one].origin is Origin.FIGURE)
    return frozenset(figures) | {quantity}


def pairs(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return which quantity is a part of which, as far as the catalogue says so."""
    found: dict[tuple[str, str], None] = {}
    for ladder in catalogue.ladders:
        above = (*ladder.bases[:1], *ladder.rungs)
        found.update(dict.fromkeys((part, whole) for whole, part in combinations(above, 2)))
    for indicator in catalogue.indicators.values():
        if indicator.measure is Measure.SHARE and indicator.denominator:
            found[(indicator.numerator, indicator.denominator)] = None
    for rule in catalogue.rules.values():
        if rule.kind is Kind.AT_MOST and len(rule.left) == len(rule.right) == 1:
            found[(rule.left[0], rule.right[0])] = None
        if rule.kind is Kind.PARTS and len(rule.right) == 1:
            found.update(dict.fromkeys((part, rule.right[0]) for part in rule.left))
    return tuple(found)


def leaves(catalogue: Catalogue, wanted: str) -> tuple[str, ...]:
    """Return the quantities that a quantity is added up from, or itself."""
    quantity = catalogue.quantities[wanted]
    if quantity.origin is not Origin.SUM:
        return (wanted,)
    return tuple(leaf for part in quantity.of for leaf in leaves(catalogue, part))
