"""What giving a figure means beside those there are: what it replaces, what is strange about it."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from bot.domain.figures import Figure
from bot.domain.findings import Kind
from bot.domain.indicators import Catalogue, Indicator, half_up
from bot.domain.quantities import Origin, Quantity

# Figures that are not in a group of any indicator.
OTHERS = "others"
# A change by more than this share of the last figure is asked about.
_CHANGE = Decimal("0.5")

Known: TypeAlias = Mapping[str, Sequence[Figure]]


class Step(StrEnum):
    """What a new figure does beside an earlier one."""

    FIRST = "first"
    SAME = "same"  # it is there already, to the letter
    CORRECTS = "corrects"  # same day or window, given anew
    REPLACES = "replaces"
    OLDER = "older"  # a newer one stays the one that counts


class Odd(StrEnum):
    """What is strange about a new figure."""

    CHANGE = "change"  # far from the last one
    OVER = "over"  # more than what it is a part of
    UNDER = "under"  # less than a part of it


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something to look at again; `other` is the figure of `quantity` that it is held against."""

    kind: Odd
    quantity: Quantity
    other: Figure


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate that a new figure makes, in percent (or per hundred), with its two counts."""

    indicator: Indicator
    percent: Decimal
    numerator: int
    denominator: int


def asked(catalogue: Catalogue) -> dict[str, tuple[Quantity, ...]]:
    """Return the quantities that are given as figures, by the group that asks for them first."""
    placed: dict[str, str] = {}
    for indicator in catalogue.indicators.values():
        for wanted in (indicator.numerator, indicator.denominator):
            for one in _leaves(catalogue, wanted) if wanted else ():
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


def expires(quantity: Quantity, as_of: date) -> date | None:
    """Return the day from which a stock is too old to be relied on, None where it never is."""
    if quantity.months is None or quantity.flow:
        return None
    ahead = as_of.month - 1 + quantity.months
    year, month = as_of.year + ahead // 12, ahead % 12 + 1
    return date(year, month, min(as_of.day, monthrange(year, month)[1]))


def step(new: Figure, earlier: Sequence[Figure]) -> tuple[Step, Figure | None]:
    """Tell what a new figure does beside the earlier ones, the one that counts first, and to which.

    A flow only meets figures of its own window; windows beside it stand for themselves.
    """
    if new in earlier:
        return Step.SAME, new
    for one in earlier:
        if (one.as_of, one.since) == (new.as_of, new.since):
            return Step.CORRECTS, one
    if new.since is not None or not earlier:
        return Step.FIRST, None
    standing = earlier[0]
    return (Step.REPLACES if standing.as_of < new.as_of else Step.OLDER), standing


def oddities(catalogue: Catalogue, new: Figure, known: Known) -> tuple[Oddity, ...]:
    """Return what is strange about a new figure of a place, beside the others known there."""
    quantity = catalogue.quantities[new.name]
    found = []
    if last := _last(new, known.get(new.name, ())):
        change = abs(new.value - last.value)
        if change > last.value * _CHANGE:
            found.append(Oddity(Odd.CHANGE, quantity, last))
    for part, whole in _pairs(catalogue):
        if part == new.name and (other := beside(new, known.get(whole, ()))):
            if new.value > other.value:
                found.append(Oddity(Odd.OVER, catalogue.quantities[whole], other))
        elif whole == new.name and (other := beside(new, known.get(part, ()))):
            if new.value < other.value:
                found.append(Oddity(Odd.UNDER, catalogue.quantities[part], other))
    return tuple(found)


def rates(catalogue: Catalogue, news: Sequence[Figure], known: Known) -> tuple[Rate, ...]:
    """Return the rates that new figures of one place make, in the order of the catalogue."""
    given = {one.name: one for one in news}

    def value(wanted: str, like: Figure) -> Decimal | None:
        quantity = catalogue.quantities[wanted]
        if quantity.origin is Origin.SUM:
            parts = [value(part, like) for part in quantity.of]
            return None if None in parts else sum((one for one in parts if one), Decimal(0))
        found = beside(like, (given[wanted],) if wanted in given else known.get(wanted, ()))
        return found.value if found else None

    made = []
    for indicator in catalogue.indicators.values():
        if indicator.denominator is None:
            continue
        over = (*_leaves(catalogue, indicator.numerator), *_leaves(catalogue, indicator.denominator))
        like = next((given[one] for one in over if one in given), None)
        if like is None:
            continue
        up, down = value(indicator.numerator, like), value(indicator.denominator, like)
        if up is not None and down:
            percent = half_up(up * 100 / down, catalogue.decimals)
            made.append(Rate(indicator, percent, int(up), int(down)))
    return tuple(made)


def needed(catalogue: Catalogue, quantity: str) -> frozenset[str]:
    """Return the quantities whose figures are looked at beside a new one of this quantity."""
    pairs = {other for pair in _pairs(catalogue) if quantity in pair for other in pair}
    for indicator in catalogue.indicators.values():
        over = _leaves(catalogue, indicator.numerator)
        if indicator.denominator:
            over = (*over, *_leaves(catalogue, indicator.denominator))
        if quantity in over:
            pairs.update(over)
    figures = (one for one in pairs if catalogue.quantities[one].origin is Origin.FIGURE)
    return frozenset(figures) | {quantity}


def beside(new: Figure, figures: Sequence[Figure]) -> Figure | None:
    """Return the figure of another quantity that a new one may be held against.

    A stock is held against the one that counts, a flow against the same window only.
    """
    same = (one for one in figures if (one.since is None) == (new.since is None))
    if new.since is None:
        return next(same, None)
    return next((one for one in same if (one.since, one.as_of) == (new.since, new.as_of)), None)


def _last(new: Figure, earlier: Sequence[Figure]) -> Figure | None:
    """Return the figure before a new one: of a flow, of a window about as long."""
    for one in earlier:
        if one.since is None or new.since is None:
            return one
        length, before = (new.as_of - new.since).days, (one.as_of - one.since).days
        if abs(length - before) * 10 <= length:
            return one
    return None


def _pairs(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return which quantity is a part of which, as far as the catalogue says so."""
    pairs: dict[tuple[str, str], None] = {}
    for ladder in catalogue.ladders:
        above = (*ladder.bases[:1], *ladder.rungs)
        for whole, part in zip(above, above[1:], strict=False):
            pairs[(part, whole)] = None
    for rule in catalogue.rules.values():
        if rule.kind is Kind.AT_MOST and len(rule.left) == len(rule.right) == 1:
            pairs[(rule.left[0], rule.right[0])] = None
        if rule.kind is Kind.PARTS and len(rule.right) == 1:
            pairs.update(dict.fromkeys((part, rule.right[0]) for part in rule.left))
    return tuple(pairs)


def _leaves(catalogue: Catalogue, wanted: str) -> tuple[str, ...]:
    """Return the quantities that a quantity is added up from, or itself."""
    quantity = catalogue.quantities[wanted]
    if quantity.origin is not Origin.SUM:
        return (wanted,)
    return tuple(leaf for part in quantity.of for leaf in _leaves(catalogue, part))
