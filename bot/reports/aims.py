"""Indicators beside their targets, in short: which reach theirs, and how far the others are."""

from collections.abc import Iterable
from decimal import Decimal

from bot.domain.indicators import Measure, Target, Value
from bot.domain.text import Lines, Number, Percent, Phrase, Text, _
from bot.reports.amounts import much
from bot.reports.bars import reached
from bot.reports.indicators import brief


def aimed(values: Iterable[Value]) -> list[Value]:
    """Return those that have a target and a number, the farthest from its target first."""
    return sorted(
        (one for one in values if one.target and stand(one) is not None),
        key=lambda one: (met(one), _part(one)),
    )


def lacking(values: Iterable[Value]) -> list[Value]:
    """Return those that have a target and no number: they are never drawn as zero."""
    return [one for one in values if one.target and stand(one) is None]


def stand(value: Value) -> Decimal | None:
    """Return the exact number that is set against the target; None where there is none."""
    if value.why:
        return None
    if value.measure is Measure.COUNT:
        return Decimal(value.numerator.value) if value.numerator else None
    return value.percent


def met(value: Value) -> bool:
    """Tell whether a value reaches its target."""
    now = stand(value)
    return now is not None and value.target is not None and reached(now, value.target)


def verdict(value: Value) -> Phrase:
    """Say in a word or two whether a value reaches its target; more than all is to be checked."""
    if _doubtful(value):
        return _("over 100%, check")
    return _("reached") if met(value) else _("not reached")


def _doubtful(value: Value) -> bool:
    return value.measure is Measure.SHARE and (value.percent or 0) > 100


def _part(value: Value) -> Decimal:
    """Return how much of its target a value has reached, exact."""
    now, goal = stand(value) or Decimal(0), value.target.value if value.target else Decimal(0)
    return now / goal if goal else now + 1


def against(value: Value) -> Text:
    """Say a value with what it rests on and its target, as in "83,10% (9/10, mục tiêu 95%)"."""
    top, base = value.numerator, value.denominator
    if value.target is None:
        return brief(value)
    goal: Text = aim(value.target, value.measure)
    if _doubtful(value):
        goal = Lines((goal, verdict(value)), gap=", ")
    if value.percent is None or not top or not base:
        return _("{value} ({goal})", value=much(top) if top else brief(value), goal=goal)
    return _(
        "{value} ({n}/{all}, {goal})", value=brief(value), n=top.value, all=base.value, goal=goal
    )


def aim(target: Target, measure: Measure) -> Phrase:
    """Say a target in two or three words."""
    places = 0 if target.value == target.value.to_integral_value() else 2
    goal = Number(target.value, places)
    value = Percent(target.value, places) if measure is Measure.SHARE else goal
    if target.above:
        return _("target more than {value}", value=value)
    return _("target {value}", value=value)


def rests(value: Value) -> Text:
    """Say a value with what it rests on, as in "83,10% (9/10)"."""
    top, base = value.numerator, value.denominator
    if value.percent is None or not top or not base:
        return much(top) if top else brief(value)
    return _("{value} ({n}/{all})", value=brief(value), n=top.value, all=base.value)
