"""What giving a figure means beside those there are: what it replaces, what is strange about it."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from bot.domain.asking import leaves, pairs
from bot.domain.figures import Figure
from bot.domain.indicators import Catalogue, Indicator, half_up
from bot.domain.places import Place
from bot.domain.quantities import Origin, Quantity

# A change by more than this share of the last figure is asked about.
_CHANGE = Decimal("0.5")

Known: TypeAlias = Mapping[str, Sequence[Figure]]


@dataclass(frozen=True, slots=True)
class Standing:
    """Every figure of one quantity in one place, the one that counts first."""

    place: Place
    all: tuple[Figure, ...]

    @property
    def now(self) -> Figure | None:
        """Return the figure that counts, None where nobody has given one."""
        return self.all[0] if self.all else None


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


def expires(quantity: Quantity, as_of: date) -> date | None:
    """Return the first day on which a stock is too old to be relied on, None where it never is."""
    if quantity.months is None or quantity.flow:
        return None
    year, month = divmod(as_of.year * 12 + as_of.month - 1 + quantity.months, 12)
    last = date(year, month + 1, min(as_of.day, monthrange(year, month + 1)[1]))
    return last + timedelta(days=1)


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
    for part, whole in pairs(catalogue):
        if new.name not in {part, whole}:
            continue
        against, kind = (whole, Odd.OVER) if new.name == part else (part, Odd.UNDER)
        other = beside(new, known.get(against, ()))
        more = other is not None and (other.value - new.value) * (-1 if kind is Odd.OVER else 1) > 0
        if other and more:
            found.append(Oddity(kind, catalogue.quantities[against], other))
    return tuple(found)


def strange(catalogue: Catalogue, news: Sequence[Figure], known: Known) -> tuple[Oddity, ...]:
    """Return what is strange about new figures of one place, held against each other, too."""
    beside = {**known, **{one.name: (one, *known.get(one.name, ())) for one in news}}
    return tuple(
        found
        for one in news
        for found in oddities(catalogue, one, {**beside, one.name: known.get(one.name, ())})
    )


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
        over = (
            *leaves(catalogue, indicator.numerator),
            *leaves(catalogue, indicator.denominator),
        )
        like = next((given[one] for one in over if one in given), None)
        if like is None:
            continue
        up, down = value(indicator.numerator, like), value(indicator.denominator, like)
        if up is not None and down:
            percent = half_up(up * 100 / down, catalogue.decimals)
            made.append(Rate(indicator, percent, int(up), int(down)))
    return tuple(made)


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
