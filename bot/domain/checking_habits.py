"""Rules about how counts come in: out of a village's own history, in bursts, or not at all."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from statistics import median

from bot.domain.checking_terms import finding
from bot.domain.findings import Finding, Rule, Term
from bot.domain.indicators import Catalogue
from bot.domain.material import Material, Series
from bot.domain.periods import Period
from bot.domain.quantities import Amount, Origin, Quantity
from bot.domain.text import Words
from bot.domain.units import Unit

# With fewer periods nobody can tell what is usual for a village.
_KNOWN = 4
# The median absolute deviation of counts that vary normally is 1/1.4826 of their deviation.
_OF_DEVIATION = Decimal("1.4826")
_NAMELESS = Words({"vi": ""})


def history(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find counts of a village that are far out of its own periods of the same kind.

    1. What is usual is the median of the last periods in which the village reported.
    2. How far it varies is the median distance from that, but no less than counting itself varies
       (the root of the median): few periods may look alike by chance.
    3. Far is `high` times that, and at least `low`: from 0 to 5 is no news.
    A period that is not over yet can be too high, and never too low. Of a quantity that holds
    another one only the narrower one is named.
    """
    over = material.period.end <= material.day
    odd = [
        one
        for one in material.series
        if (not rule.left or one.quantity in rule.left) and _is_odd(one, rule, low_counts=over)
    ]
    for one in odd:
        declared = catalogue.quantities.get(one.quantity)
        narrower = (
            set(catalogue.quantities[other.quantity].of)
            for other in odd
            if other.place == one.place and other.quantity != one.quantity
        )
        if declared is None or any(other < set(declared.of) for other in narrower):
            continue
        now = _counted(declared, material.period, one.now or 0)
        before = tuple(
            _counted(declared, period, count)
            for period, count in zip(material.before, one.before, strict=False)
            if count is not None
        )
        usual = median(term.amount.value for term in before)
        yield finding(rule, one.place, left=(now,), right=before, expected=Decimal(str(usual)))


def burst(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find `low` or more entries of one member for one day, made within `high` minutes.

    A week's paper list typed in one sitting is spread over the days it tells of, and one message
    with several entries is one instant: neither is a burst.
    """
    del catalogue
    if rule.low is None or rule.high is None:
        return
    for one in material.sittings:
        most = _most_within(one.at, timedelta(minutes=float(rule.high)))
        if most >= rule.low:
            amount = Amount(most, Unit.TIME, Origin.EVENTS, as_of=one.day, since=one.day)
            yield finding(
                rule,
                one.member,
                left=(Term(_NAMELESS, amount),),
                expected=rule.high,
                names=(one.place,) if one.place else (),
                about=str(one.number),
            )


def silent(rule: Rule, catalogue: Catalogue, material: Material) -> Iterator[Finding]:
    """Find teams that have not reported, from `low` days before the period's last day on."""
    del catalogue
    from_day = material.period.last - timedelta(days=int(rule.low or 0))
    if material.day >= from_day:
        for team in material.silent:
            yield finding(rule, team, about=material.period.id)


def _is_odd(series: Series, rule: Rule, *, low_counts: bool) -> bool:
    """Tell whether a village's count is far from what is usual for it."""
    known = [count for count in series.before if count is not None]
    if series.now is None or len(known) < _KNOWN:
        return False
    usual = Decimal(str(median(known)))
    varies = Decimal(str(median(abs(count - usual) for count in known))) * _OF_DEVIATION
    far = max(rule.low or Decimal(0), (rule.high or Decimal(0)) * max(varies, usual.sqrt()))
    distance = series.now - usual
    return distance > far or (low_counts and -distance > far)


def _counted(quantity: Quantity, period: Period, count: int) -> Term:
    amount = Amount(count, quantity.unit, Origin.EVENTS, as_of=period.last, since=period.start)
    return Term(quantity.title, amount)


def _most_within(instants: Sequence[datetime], span: timedelta) -> int:
    """Return how many different instants lie within a span, at the most."""
    ordered = sorted(set(instants))
    most = first = 0
    for last, instant in enumerate(ordered):
        while instant - ordered[first] > span:
            first += 1
        most = max(most, last - first + 1)
    return most
