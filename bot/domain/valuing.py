"""From amounts to what indicators come to: rates with their n/N, or why there is none."""

from datetime import date

from bot.domain.indicators import Catalogue, Climb, Indicator, Ladder, Measure, Rung, Target, Value
from bot.domain.quantities import Amount, Amounts, Lack
from bot.domain.units import comparable


def value(
    indicator: Indicator, catalogue: Catalogue, amounts: Amounts, commune: str, day: date
) -> Value:
    """Return what an indicator comes to in a place, with the commune's target as of a day.

    1. What is missing stays missing: no rate is made without a numerator.
    2. Nothing can be a share of a missing, zero or expired denominator.
    3. More than 100 % stays what it is.
    """
    numerator, lack = _known(indicator.numerator, amounts)
    denominator = None
    if indicator.denominator is not None:
        denominator, under = _known(indicator.denominator, amounts)
        lack = lack or under or _unfit(indicator.measure, numerator, denominator)
    below = catalogue.quantities[indicator.denominator] if indicator.denominator else None
    return Value(
        id=indicator.id,
        title=indicator.title,
        group=indicator.group,
        measure=indicator.measure,
        decimals=catalogue.decimals,
        numerator_title=catalogue.quantities[indicator.numerator].title,
        denominator_title=below.title if below else None,
        numerator=numerator,
        denominator=denominator,
        why=lack,
        target=target(catalogue.targets, indicator.id, commune, day),
        numerator_unit=catalogue.quantities[indicator.numerator].unit,
        denominator_unit=below.unit if below else None,
    )


def climb(ladder: Ladder, catalogue: Catalogue, amounts: Amounts) -> Climb:
    """Return what a ladder comes to: every rung on the first base that is fit to be one."""
    known = ((base, _known(base, amounts)[0]) for base in ladder.bases)
    chosen = next(((base, one) for base, one in known if one and not _no_base(one)), None)
    return Climb(
        title=ladder.title,
        base_title=catalogue.quantities[chosen[0]].title if chosen else None,
        base=chosen[1] if chosen else None,
        rungs=tuple(
            Rung(catalogue.quantities[rung].title, _known(rung, amounts)[0])
            for rung in ladder.rungs
        ),
        decimals=catalogue.decimals,
    )


def target(targets: tuple[Target, ...], indicator: str, commune: str, day: date) -> Target | None:
    """Return the target that applies on a day, if there is one.

    1. It was set by that day; a commune's own comes before every commune's.
    2. Of several the next one to be reached, or the last one that has passed.
    3. Of several for one day the one that was set last.
    """
    ours = [
        (nth, one)
        for nth, one in enumerate(targets)
        if one.indicator == indicator
        and one.commune in (None, commune)
        and (one.signed is None or one.signed <= day)
    ]

    def rank(numbered: tuple[int, Target]) -> tuple[bool, bool, int, date, int]:
        nth, one = numbered
        passed = one.by < day
        nearness = abs((one.by - day).days)
        return not passed, one.commune is not None, -nearness, one.signed or date.min, nth

    return max(ours, key=rank)[1] if ours else None


def _known(quantity: str, amounts: Amounts) -> tuple[Amount | None, Lack | None]:
    found = amounts.get(quantity, Lack.MISSING)
    return (None, found) if isinstance(found, Lack) else (found, None)


def _unfit(measure: Measure, over: Amount | None, under: Amount | None) -> Lack | None:
    """Return why two known amounts make no rate, if they do not."""
    if not over or not under:
        return None
    if measure is Measure.SHARE and not comparable(over.unit, under.unit):
        return Lack.UNLIKE
    return _no_base(under)


def _no_base(amount: Amount) -> Lack | None:
    """Return why nothing can be a share of an amount, if so."""
    if amount.value <= 0:
        return Lack.ZERO
    return Lack.EXPIRED if amount.expired else None
