"""Rules, quantities and places of nobody, for the tests of what is found in numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from bot.domain.checking import findings
from bot.domain.figures import Figure
from bot.domain.findings import Finding, Kind, Rule
from bot.domain.indicators import Catalogue, Indicator, Measure, Value
from bot.domain.material import Given, Material, Series, Sitting, Spot
from bot.domain.periods import Period, period, previous
from bot.domain.quantities import Amount, Lack, Origin, Quantity
from bot.domain.text import Words
from bot.domain.units import Unit

DAY = date(2026, 11, 22)
WEEK = period("2026-W47")
NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)


def rule(kind: Kind, left: str = "", right: str = "", **kept: int | None) -> Rule:
    """Make a rule of quantities named in words; its id is its kind."""
    low, high = (kept.get(name) for name in ("low", "high"))
    return Rule(
        kind.value,
        kind,
        tuple(left.split()),
        tuple(right.split()),
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        Words({"vi": "hỏi lại"}),
    )


def stock(
    value: int, unit: Unit = Unit.PERSON, day: date = DAY, *, expired: bool = False
) -> Amount:
    """Make a figure of a day."""
    one = Amount(value, unit, Origin.FIGURE, day, None, ("Công an xã",), ("9/BC",))
    return replace(one, expired=expired)


def flow(value: int, unit: Unit = Unit.DOSSIER, span: Period = WEEK) -> Amount:
    """Make a figure of a period."""
    return Amount(value, unit, Origin.FIGURE, span.last, span.start, ("Một cửa",), ("9/BC",))


def spot(place: str | None = None, /, **amounts: Amount | Lack) -> Spot:
    """Make a place of amounts."""
    return Spot(place, amounts)


def found(
    rules: Rule | tuple[Rule, ...],
    *spots: Spot,
    quantities: Mapping[str, Quantity] | None = None,
    **material: object,
) -> tuple[Finding, ...]:
    """Check numbers against rules."""
    declared = (rules,) if isinstance(rules, Rule) else rules
    every = {name for one in spots for name in one.amounts}
    every |= {name for one in declared for name in (*one.left, *one.right)}
    known_quantities = {name: quantity(name) for name in every} | dict(quantities or {})
    indicators = [_declared(one) for place in spots for one in place.values]
    checked = catalogue(declared, known_quantities.values(), indicators)
    known = {"period": WEEK, "day": WEEK.end} | material
    return findings(checked, Material(spots=spots or (spot(),), **known))  # type: ignore[arg-type]


def catalogue(
    rules: Iterable[Rule], quantities: Iterable[Quantity], indicators: Iterable[Indicator] = ()
) -> Catalogue:
    """Make a catalogue of rules and what they speak of."""
    return Catalogue(
        version="by hand",
        decimals=2,
        groups={},
        quantities={one.id: one for one in quantities},
        indicators={one.id: one for one in indicators},
        ladders=(),
        rules={f"{nth}": one for nth, one in enumerate(rules)},
        targets=(),
    )


def quantity(name: str, *of: str) -> Quantity:
    """Declare a quantity under its own name."""
    origin = Origin.EVENTS if of else Origin.FIGURE
    return Quantity(name, Words({"vi": name}), Unit.PERSON, origin, of=of)


def share(numerator: Amount, denominator: Amount, why: Lack | None = None) -> Value:
    """Make a rate of two amounts, as "a" over "b"."""
    title = Words({"vi": "a"}), Words({"vi": "b"})
    return Value("rate", title[0], "", Measure.SHARE, 2, *title, numerator, denominator, why=why)


def _declared(value: Value) -> Indicator:
    return Indicator(value.id, value.title, "", value.measure, "a", "b", None, ())


def series(now: int | None, *before: int | None, quantity: str = "a") -> Series:
    """Make a village's counts, of the week and of those before it."""
    return Series(quantity, "Thôn 9", now, before)


def weeks_before(number: int) -> tuple[Period, ...]:
    """Return so many weeks before the week of the tests, the latest first."""
    before = [previous(WEEK)]
    while len(before) < number:
        before.append(previous(before[-1]))
    return tuple(before)


def sitting(*seconds: int, place: str | None = "Thôn 9") -> Sitting:
    """Make a member's instants of recording."""
    at = tuple(NOON + timedelta(seconds=one) for one in seconds)
    return Sitting(9, "Bà Chín", place, DAY, at)


def given(value: int, *, minutes: int = 0, giver: str = "Công an xã", **kept: str) -> Given:
    """Make a figure "a" of the commune, of the day of `stock`."""
    figure = Figure("a", Decimal(value), "người", DAY, giver, None)
    one = Given(figure, None, f"C{minutes}", NOON + timedelta(minutes=minutes))
    return replace(one, **kept)  # type: ignore[arg-type]


def told(findings: tuple[Finding, ...]) -> list[tuple[str | None, list[int], list[int], str]]:
    """Return where, what stands against what, and what is expected."""
    return [
        (
            one.place,
            [term.amount.value for term in one.left],
            [term.amount.value for term in one.right],
            str(one.expected),
        )
        for one in findings
    ]
