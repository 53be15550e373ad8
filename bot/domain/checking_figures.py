"""Rules about figures from outside: no document, too old, given twice with different values."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from bot.domain.checking_terms import finding, term
from bot.domain.figures import Figure
from bot.domain.findings import Finding, Rule, Term
from bot.domain.indicators import Catalogue
from bot.domain.material import Given, Material
from bot.domain.quantities import Amount, Origin
from bot.domain.units import Unit

# Whoever types a figure again so soon has seen the slip on the receipt.
_SLIP = timedelta(hours=1)

_Batch: TypeAlias = tuple[tuple[str, ...], date | None, date]


def unsourced(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find figures that name no document; those of one giver and day are one remark.

    What is too old has to be given anew, and is asked for by that rule.
    """
    yield from _batches(
        rule,
        catalogue,
        material,
        lambda one: one.origin is Origin.FIGURE and not one.documents and not one.expired,
    )


def expired(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find figures that are too old to be relied on; those of one giver and day are one remark."""
    yield from _batches(rule, catalogue, material, lambda one: one.expired)


def twice(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find figures in use of which another value was given, too, for the same place and days.

    A later one of the same giver puts an earlier one right where it names it, or within an hour.
    """
    for spot in material.spots:
        for quantity, amount in spot.amounts.items():
            declared = catalogue.quantities.get(quantity)
            if not declared or not isinstance(amount, Amount) or amount.origin is not Origin.FIGURE:
                continue
            windows: dict[tuple[date | None, date], list[Given]] = defaultdict(list)
            for one in material.given:
                figure = one.figure
                here = (one.place, figure.name, figure.unit) == (spot.place, quantity, amount.unit)
                if here and _in_use(figure, amount):
                    windows[figure.since, figure.as_of].append(one)
            for given in windows.values():
                # Of each value the newest: that is whose word it is now.
                values = {one.figure.value: one for one in _standing(given)}
                if len(values) > 1:
                    terms = tuple(Term(declared.title, _amount(one)) for one in values.values())
                    yield finding(rule, spot.place, left=terms)


def _in_use(figure: Figure, amount: Amount) -> bool:
    """Tell whether a figure says what an amount says: of its day, or of days of its window."""
    if amount.since is None or figure.since is None:
        return (figure.since, figure.as_of) == (amount.since, amount.as_of)
    return amount.since <= figure.since and figure.as_of <= amount.as_of


def _batches(
    rule: Rule, catalogue: Catalogue, material: Material, wanted: Callable[[Amount], bool]
) -> Iterator[Finding]:
    """Make one remark of each giver and day: they came on one paper, and are asked for at once."""
    batches: dict[_Batch, list[tuple[str | None, Term]]] = defaultdict(list)
    for spot in material.spots:
        for quantity, amount in spot.amounts.items():
            one = term(catalogue, spot, quantity)
            if one is None or not isinstance(amount, Amount) or not wanted(amount):
                continue
            if not rule.left or quantity in rule.left:
                batches[amount.givers, amount.since, amount.as_of].append((spot.place, one))
    for found in batches.values():
        places = tuple(dict.fromkeys(place for place, __ in found))
        only = places[0] if len(places) == 1 else None
        names = () if len(places) == 1 else tuple(place for place in places if place)
        terms = tuple(one for __, one in found)
        yield finding(rule, only, left=terms, names=names)


def _standing(given: Iterable[Given]) -> list[Given]:
    """Return the figures that nobody has put right, the first one first."""
    standing: list[Given] = []
    for one in given:
        standing = [before for before in standing if not _puts_right(one, before)]
        standing.append(one)
    return standing


def _puts_right(later: Given, earlier: Given) -> bool:
    if later.corrects == earlier.code:
        return True
    same = later.figure.giver == earlier.figure.giver
    return same and later.at - earlier.at <= _SLIP


def _amount(given: Given) -> Amount:
    figure = given.figure
    return Amount(
        value=int(figure.value),
        unit=Unit(figure.unit),
        origin=Origin.FIGURE,
        as_of=figure.as_of,
        since=figure.since,
        givers=(figure.giver,),
        documents=(figure.document,) if figure.document else (),
    )
