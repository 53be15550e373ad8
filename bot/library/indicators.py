"""Reads indicators.toml and targets.toml, with what an overlay lays over them, into a catalogue."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from bot.domain.activities import Activity
from bot.domain.indicators import Catalogue
from bot.domain.problems import Problem
from bot.domain.text import Words
from bot.library.finding_rules import rule
from bot.library.layers import LONGEST_ID, Layers
from bot.library.quantities import quantities
from bot.library.rates import Rates, documents
from bot.library.sums import settled
from bot.library.targets import KEYS, choose, deadlines, targets

# The files that an overlay may have of its own.
INDICATORS, TARGETS = "indicators.toml", "targets.toml"
_KEYS = (
    *("decimals", "groups", "givers", "documents", "quantities", "indicators"),
    *("ladders", "rules"),
)
_LONGEST_GROUP = 40
_DECIMALS, _MOST_DECIMALS = 2, 6
_DIGITS = 12


def catalogue(
    folder: Path, overlay: Path | None, activities: Mapping[str, Activity], problems: list[Problem]
) -> Catalogue:
    """Return the catalogue; what is wrong with it is added to `problems`."""
    layers = Layers(folder / INDICATORS, overlay, _KEYS, problems)
    own = Layers(folder / TARGETS, overlay, KEYS, problems)
    if not layers.readable:
        return Catalogue("", _DECIMALS, {}, {}, {}, (), {}, ())
    # What is wrong with an activity is said there, and not of all that is counted of it.
    mended = {} if any(one.file == "activities.toml" for one in problems) else activities
    declared, heads = quantities(layers, mended)
    known = settled(declared, heads)
    groups = _groups(layers)
    rates = Rates(groups, known, documents(layers))
    listed = [rates.indicator(head) for head in layers.tables("indicators")]
    ladders = tuple(rates.ladder(head) for head in layers.tables("ladders"))
    rules = [rule(head, rates) for head in layers.tables("rules")]
    chosen = choose(own, {one.id: one for one in listed}, known)
    decimals = _decimals(layers)
    declarations = {
        "decimals": decimals,
        "groups": groups,
        "quantities": chosen.quantities,
        "indicators": chosen.indicators,
        "ladders": ladders,
        "rules": {one.id: one for one in rules},
    }
    return Catalogue(
        version=_version(declarations),
        decimals=decimals,
        groups=groups,
        quantities=chosen.quantities,
        indicators=chosen.indicators,
        ladders=ladders,
        rules={one.id: one for one in rules},
        targets=targets(own, chosen.indicators),
        deadlines=deadlines(own),
    )


def _groups(layers: Layers) -> dict[str, Words]:
    found = {}
    for head in layers.tables("groups"):
        head.only("id", "title")
        found[head.words("id", most=LONGEST_ID)] = head.both("title", most=_LONGEST_GROUP)
    return found


def _decimals(layers: Layers) -> int:
    """Return the digits behind the comma of every rate, the overlay's where it says so."""
    said = [one for one in layers.uppermost if one.get("decimals") is not None]
    if not said:
        return layers.uppermost[-1].whole("decimals", 0, _MOST_DECIMALS)
    return said[0].whole("decimals", 0, _MOST_DECIMALS)


def _version(declarations: object) -> str:
    """Return what changes with every declaration, and with nothing else."""
    text = json.dumps(_plain(declarations), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _plain(value: object) -> object:
    """Return a declaration as JSON knows it: the same whatever the order of its fields."""
    match value:
        case Words(by_language):
            return dict(by_language)
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case frozenset():
            return sorted(str(one) for one in value)
        case tuple() | list():
            return [_plain(one) for one in value]
        case None | bool() | int():
            return value
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            return str(value)
