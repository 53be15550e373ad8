"""An indicator beside what it should be and what it was: targets, the period before."""

from collections.abc import Sequence
from decimal import Decimal

from bot.domain.indicators import Measure, Target, Value, half_up
from bot.domain.text import Number, Percent, Phrase, Text, _, lines, listed
from bot.domain.units import counted, units
from bot.reports.amounts import much
from bot.reports.bars import bar, beside, reached


def targeted(value: Value) -> Text | None:
    """Say what is to be reached, by which paper, and how far it is; None without a target."""
    target = value.target
    if target is None:
        return None
    asked = _("Target: {goal}", goal=_goal(target, value.measure))
    now, rounded = exact(value), printed(value)
    if now is None or rounded is None:
        return asked
    gap = Number(abs(rounded - target.value), _places(value))
    unit = _points(value)
    if reached(now, target) and not gap.number:
        return lines(asked, _("Reached exactly."))
    if reached(now, target):
        return lines(asked, _("Reached: {gap} {points} above.", gap=gap, points=unit))
    if not gap.number:
        # As printed they are the same; the exact number is the one that counts.
        return lines(asked, _("Not reached, by less than can be printed."))
    return lines(asked, _("Not reached: {gap} {points} missing.", gap=gap, points=unit))


def trend(value: Value, before: Value | None) -> Text | None:
    """Say how much more or less it is than in the period before; None where there is no number.

    Both are taken as they are printed, so that a reader can check the difference.
    """
    now = printed(value)
    if now is None:
        return None
    earlier = printed(before) if before else None
    if before is None or earlier is None:
        return _("Period before: no figure.")
    if ranges(value) or ranges(before):
        # Two ranges have no difference that anybody knows.
        return _("Period before: {much}.", much=_was(before))
    change = now - earlier
    sign = "▲" if change > 0 else "▼"
    was = _was(before)
    if not change:
        return _("As in the period before ({was}).", was=was)
    return lines(
        _(
            "{sign} {change} {points} against the period before ({was})",
            sign=sign,
            change=Number(abs(change), _places(value)),
            points=_points(value),
            was=was,
        ),
        _drawn(value, before),
        _rebased(value, before),
    )


def _drawn(value: Value, before: Value) -> Text | None:
    """Draw the period before: a share below the one above it, a count with the count of now."""
    now, earlier = exact(value), exact(before)
    if now is None or earlier is None or value.measure is Measure.DENSITY:
        return None
    if value.measure is Measure.SHARE:
        return _("{bar} period before", bar=bar(earlier, before.target))
    drawn = beside(now, earlier)
    if drawn is None:
        return None
    return lines(_("{bar} this period", bar=drawn[0]), _("{bar} period before", bar=drawn[1]))


def national(targets: Sequence[Target], measure: Measure) -> Text | None:
    """Say what the whole country is to reach: it tells the way, it is nobody's plan here."""
    if not targets:
        return None
    return lines(
        _("The whole country (for orientation only):"),
        listed(_goal(one, measure) for one in targets),
    )


def _goal(target: Target, measure: Measure) -> Phrase:
    places = 0 if target.value == target.value.to_integral_value() else 2
    value = (
        Percent(target.value, places) if measure is Measure.SHARE else Number(target.value, places)
    )
    paper: Text | str = target.document
    if target.signed:
        paper = _("{document} of {day}", document=target.document, day=target.signed)
    if target.above:
        return _("more than {value} by {day} ({paper})", value=value, day=target.by, paper=paper)
    return _("at least {value} by {day} ({paper})", value=value, day=target.by, paper=paper)


def exact(value: Value) -> Decimal | None:
    """Return a value's exact rate or, of a count, its number."""
    if value.why:
        return None
    if value.measure is Measure.COUNT:
        return Decimal(value.numerator.value) if value.numerator else None
    return value.percent


def printed(value: Value) -> Decimal | None:
    """Return what `exact` is printed as, rounded half up once."""
    number = exact(value)
    return None if number is None else half_up(number, _places(value))


def _places(value: Value) -> int:
    return 0 if value.measure is Measure.COUNT else value.decimals


def _points(value: Value) -> Text:
    """Name what a difference is in: of shares points, of anything else what is counted."""
    if value.measure is Measure.SHARE or value.numerator is None:
        return _("points")
    return units(value.numerator.unit)


def ranges(value: Value) -> bool:
    """Tell whether a value is a range: what it really is nobody knows."""
    return value.numerator is not None and value.numerator.most is not None


def _was(before: Value) -> Text:
    if before.numerator and ranges(before):
        return much(before.numerator)
    number = printed(before) or Decimal(0)
    if before.measure is Measure.SHARE:
        return Percent(number, before.decimals)
    return Number(number, _places(before))


def _rebased(value: Value, before: Value) -> Text | None:
    """Say where the denominator is another one: then not only the numerator has moved."""
    now, earlier = value.denominator, before.denominator
    if not now or not earlier or (now.value, now.unit) == (earlier.value, earlier.unit):
        return None
    return _("Its denominator was {much} then.", much=counted(earlier.value, earlier.unit))
