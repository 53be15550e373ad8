"""Small catalogues by hand: what a test does not name has no bearing on it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bot.domain.indicators import Catalogue, Indicator, Ladder, Measure, Target
from bot.domain.quantities import Counts, Origin, Quantity
from bot.domain.text import Words
from bot.domain.units import Unit


def words(said: str) -> Words:
    return Words({"vi": said})


def quantity(
    id_: str,
    unit: Unit = Unit.PERSON,
    origin: Origin = Origin.FIGURE,
    *,
    of: tuple[str, ...] = (),
    flow: bool = False,
    among: bool = False,
    months: int | None = None,
    adds: tuple[str, ...] = (),
    counts: Counts = Counts.UNIT,
) -> Quantity:
    return Quantity(
        id_,
        words(id_),
        unit,
        origin,
        flow=flow,
        of=of,
        among=among,
        months=months,
        adds=adds,
        counts=counts,
    )


def indicator(
    id_: str, over: str, under: str | None = None, measure: Measure | None = None
) -> Indicator:
    """Declare a count, or with a denominator a share."""
    taken = measure or (Measure.SHARE if under else Measure.COUNT)
    return Indicator(id_, words(id_), "group", taken, over, under, None, ())


def target(
    id_: str,
    value: str,
    by: date,
    *,
    signed: date | None = None,
    commune: str | None = None,
) -> Target:
    return Target(id_, Decimal(value), by, above=False, document="", signed=signed, commune=commune)


def catalogue(
    quantities: Iterable[Quantity],
    indicators: Iterable[Indicator] = (),
    *,
    decimals: int = 2,
    targets: tuple[Target, ...] = (),
    ladders: tuple[Ladder, ...] = (),
) -> Catalogue:
    return Catalogue(
        version="by hand",
        decimals=decimals,
        groups={"group": words("group")},
        quantities={one.id: one for one in quantities},
        indicators={one.id: one for one in indicators},
        ladders=ladders,
        rules={},
        targets=targets,
    )
