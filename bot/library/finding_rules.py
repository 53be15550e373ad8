"""Reads what is looked at before a report leaves, and checks that each rule can be looked at."""

from decimal import Decimal
from itertools import pairwise

from bot.domain.findings import Kind, Rule
from bot.domain.text import _
from bot.domain.units import comparable
from bot.library.heads import Head
from bot.library.layers import LONGEST_ID
from bot.library.rates import Rates

_LONGEST_ADVICE = 200
_SIDES = ("left", "right")
# Which fields each kind has beside its id and its advice.
_OWN = {
    Kind.PARTS: (*_SIDES, "optional"),
    Kind.AT_MOST: (*_SIDES, "optional"),
    Kind.RATIO: (*_SIDES, "low", "high"),
    Kind.HISTORY: ("low", "high"),
    Kind.BURST: ("low", "high"),
    Kind.SILENT: ("low",),
}
# Kinds that find nothing without their bounds.
_BOUNDED = {Kind.HISTORY, Kind.BURST}
_ANY = (*_SIDES, "optional", "low", "high")


def rule(head: Head, rates: Rates) -> Rule:
    """Make a rule of its table."""
    head.only("id", "kind", "advice", *_ANY)
    name = head.words("id", most=LONGEST_ID)
    kind = head.one_of("kind", Kind, Kind.OVER)
    own = _OWN.get(kind, ())
    for key in _ANY:
        if key not in own and head.get(key) is not None:
            head.complain(key, _("A rule of kind “{kind}” has no “{key}”.", kind=kind, key=key))
    left, right = (rates.many(head, key) if key in own else () for key in _SIDES)
    optional = rates.many(head, "optional") if head.get("optional") is not None else ()
    if "left" in own:
        _sides(head, kind, left, right, rates)
    if not set(optional) <= set(left) or (optional and set(left) <= set(optional)):
        head.complain("optional", _("“optional” names some of “left”, not all of it."))
    low, high = (_bound(head, key) for key in ("low", "high"))
    if kind is Kind.RATIO and (low is None or high is None or low >= high):
        head.complain("low", _("“low” must be less than “high”."))
    if kind in _BOUNDED and (not low or not high):
        head.complain("low", _("A rule of kind “{kind}” needs “low” and “high”.", kind=kind))
    return Rule(
        id=name,
        kind=kind,
        left=left,
        right=right,
        low=low,
        high=high,
        advice=head.both("advice", most=_LONGEST_ADVICE),
        optional=frozenset(optional),
    )


def _sides(
    head: Head, kind: Kind, left: tuple[str, ...], right: tuple[str, ...], rates: Rates
) -> None:
    """Complain of sides that are empty, or of numbers that cannot be held against each other."""
    if kind is Kind.PARTS and right and not left:
        # The parts are the villages' own numbers.
        return
    single = {Kind.PARTS: (right,), Kind.RATIO: (left, right)}.get(kind, ())
    if not left or not right or any(len(side) > 1 for side in single):
        head.complain(
            "left", _("“{kind}” compares other things: see docs/indicators.md.", kind=kind)
        )
        return
    known = [rates.quantities[one] for one in (*left, *right) if one in rates.quantities]
    for one, other in pairwise(known):
        if kind is not Kind.RATIO and not comparable(one.unit, other.unit):
            text = _("“{above}” and “{below}” are of unlike units.", above=one.id, below=other.id)
            head.complain("left", text)
    # A period's people are at most those who live there; nothing else mixes flows and stocks.
    flows = [one.flow for one in known]
    mixed = len(set(flows)) > 1
    bounded = kind is Kind.AT_MOST and all(flows[: len(left)]) and not any(flows[len(left) :])
    if mixed and not bounded:
        head.complain("left", _("A flow and a stock are held against each other here."))


def _bound(head: Head, key: str) -> Decimal | None:
    return head.decimal(key) if head.get(key) is not None else None
