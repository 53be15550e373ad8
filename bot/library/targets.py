"""Reads a commune's own: targets with their documents, ages from which people count, deadlines."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.domain.indicators import Deadline, Indicator, Target
from bot.domain.quantities import Origin, Quantity
from bot.domain.text import Phrase, _
from bot.library.heads import Head
from bot.library.layers import LONGEST_ID, Layers, must_be
from bot.library.rates import LONGEST_NAME, sane

KEYS = ("targets", "floors", "deadlines")
# The kinds of period after which a report is sent.
_KINDS = ("week", "month", "quarter", "half", "nine_months", "year")
_OLDEST = 100
_LONGEST_WAIT = 60
# People by age: the denominators that an age floor chooses among.
_AGES = "nguoi_tu_"


@dataclass(slots=True)
class Chosen:
    """The declarations with the ages that a commune has chosen."""

    indicators: dict[str, Indicator]
    quantities: dict[str, Quantity]


def targets(layers: Layers, indicators: Mapping[str, Indicator]) -> tuple[Target, ...]:
    """Return the communes' targets; those of an overlay replace all of an indicator's."""
    whose = ("indicator", "commune")
    heads = layers.tables("targets", names=whose, once=(*whose, "by"), needed=False)
    return tuple(_target(head, indicators) for head in heads)


def deadlines(layers: Layers) -> tuple[Deadline, ...]:
    """Return by when reports are to be sent."""
    heads = layers.tables("deadlines", names=("kind",), once=("kind",), needed=False)
    return tuple(_deadline(head) for head in heads)


def choose(
    layers: Layers, indicators: Mapping[str, Indicator], quantities: Mapping[str, Quantity]
) -> Chosen:
    """Count people from the ages that a commune has chosen, where that is possible."""
    chosen = Chosen(dict(indicators), dict(quantities))
    by = ("indicator",)
    heads = layers.tables("floors", names=by, once=by, needed=False)
    changed = {str(head.get("indicator")) for head in heads}
    for head in heads:
        _choose(head, chosen, changed)
    return chosen


def _target(head: Head, indicators: Mapping[str, Indicator]) -> Target:
    head.only("indicator", "value", "by", "above", "document", "signed", "commune")
    named = _indicator(head, indicators)
    known = indicators.get(named)
    commune = head.words("commune", most=LONGEST_NAME) if head.get("commune") is not None else None
    by, signed = head.day("by"), head.day("signed")
    if by < signed:
        head.complain("by", _("A target is for a day after its document."))
    return Target(
        indicator=named,
        value=sane(head, known.measure) if known else head.decimal("value"),
        by=by,
        above=head.flag("above"),
        document=head.words("document", most=LONGEST_NAME),
        signed=signed,
        commune=commune,
    )


def _deadline(head: Head) -> Deadline:
    head.only("kind", "days", "document")
    kind = head.words("kind", most=LONGEST_ID)
    if kind and kind not in _KINDS:
        names = ", ".join(_KINDS)
        head.complain("kind", _("“{key}” must be one of: {allowed}.", key="kind", allowed=names))
    days = head.whole("days", 0, _LONGEST_WAIT)
    return Deadline(kind, days, head.words("document", most=LONGEST_NAME))


def _choose(head: Head, chosen: Chosen, changed: set[str]) -> None:
    """Let one indicator count people from another age."""
    head.only("indicator", "floor", "document", "signed")
    head.words("document", most=LONGEST_NAME)
    head.day("signed")
    floor = head.whole("floor", 1, _OLDEST)
    indicator = chosen.indicators.get(_indicator(head, chosen.indicators))
    if not indicator or indicator.floor == floor:
        return
    above = chosen.quantities[indicator.numerator]
    people = f"{_AGES}{floor}"
    shared = [
        one.id
        for one in chosen.indicators.values()
        if above.id in (one.numerator, one.denominator) and one.id not in changed
    ]
    why: Phrase | None = None
    if above.origin is Origin.SURVEY and above.floor:
        why = _("The survey asks about people from {n} years: no other age can be had.",
                n=above.floor)  # fmt: skip
    elif not str(indicator.denominator).startswith(_AGES):
        why = _("“{id}” is not out of people from an age.", id=indicator.id)
    elif people not in chosen.quantities:
        why = _("There is no quantity “{id}”.", id=people)
    elif shared:
        why = _("“{id}” is also part of “{other}”, which keeps its age.",
                id=above.id, other=shared[0])  # fmt: skip
    if why:
        head.complain("floor", why)
        return
    chosen.indicators[indicator.id] = replace(indicator, denominator=people, floor=floor)
    chosen.quantities[above.id] = replace(above, floor=floor)


def _indicator(head: Head, indicators: Mapping[str, Indicator]) -> str:
    named = str(head.get("indicator") or "")
    text = _("There is no indicator “{id}”.", id=named)
    return must_be(head, "indicator", indicators, text)
