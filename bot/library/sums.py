"""Checks quantities that are added up of others: parts alike, and none made of itself."""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.quantities import Origin, Quantity
from bot.domain.text import _
from bot.library.heads import Head


def settled(declared: Mapping[str, Quantity], heads: Mapping[str, Head]) -> dict[str, Quantity]:
    """Return the quantities with every sum a flow or a stock as its parts are.

    What is wrong with a sum is a problem at its place; a circle is named once, where it begins.
    """
    parts = {one.id: one.of for one in declared.values() if one.origin is Origin.SUM}
    told: set[str] = set()
    for name in parts:
        circle = _circle(name, parts)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            text = _("A sum is made of itself: {circle}.", circle=" → ".join((*circle, name)))
            heads[name].complain("of", text)
    known = dict(declared)
    for name in _in_order(parts):
        known[name] = _summed(known[name], known, heads[name], told)
    return known


def _summed(
    one: Quantity, known: Mapping[str, Quantity], head: Head, circling: set[str]
) -> Quantity:
    """Compare the parts of a sum with it and with each other."""
    for part in one.of:
        if part not in known:
            head.complain_of(part, "of", _("There is no quantity “{id}”.", id=part))
        elif known[part].unit is not one.unit:
            text = _("“{id}” counts {unit}: it cannot be counted here.", id=part,
                     unit=known[part].unit)  # fmt: skip
            head.complain_of(part, "of", text)
    flows = [known[part].flow for part in one.of if part in known and part not in circling]
    if len(set(flows)) > 1:
        head.complain("of", _("A flow and a stock cannot be added up."))
    return replace(one, flow=bool(flows) and flows[0])


def _circle(name: str, parts: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return a way from a sum back to itself, without its end; empty where there is none."""
    ways: list[tuple[str, ...]] = [(name,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for part in parts.get(way[-1], ()):
            if part == name:
                return way
            if part not in seen:
                seen.add(part)
                ways.append((*way, part))
    return ()


def _in_order(parts: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the sums so that each comes after those it is made of, as far as that is possible."""
    order: list[str] = []
    waiting = list(parts)
    while waiting:
        ready = [one for one in waiting if not any(part in waiting for part in parts[one])]
        order += ready or waiting
        waiting = [one for one in waiting if one not in order]
    return order
