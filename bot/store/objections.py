"""Why a merger cannot be done as it was asked for: each a sentence with a code and the way out."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import Refused
from bot.domain.places import Place, PlaceKind
from bot.domain.text import _
from bot.store.places import is_part, present
from bot.store.schema import closings, places

_above = places.alias("above")
_top = places.alias("top")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A merger as it was asked for, by names; `commune` is None where communes are merged.

    `renamed`: what a village or team in them is to be called instead of the name it would get.
    """

    kind: PlaceKind
    commune: Place | None
    places: tuple[str, ...]
    into: str
    day: date
    renamed: Mapping[str, str] = field(default_factory=dict)


def same(name: str) -> str:
    """Return a name as names are compared: whatever its case, spaces and kind of accents."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def in_communes(wanted: ColumnElement[bool]) -> Select[Any]:
    """Select places with the number and name of their `commune`; a commune is in itself."""
    commune = func.coalesce(_top.c.id, _above.c.id, places.c.id)
    name = func.coalesce(_top.c.name, _above.c.name, places.c.name)
    return (
        select(places, commune.label("commune"), name.label("commune_name"))
        .select_from(
            places.outerjoin(_above, _above.c.id == places.c.parent_id)
            .outerjoin(_top, _top.c.id == _above.c.parent_id)
        )
        .where(wanted)
        .order_by(places.c.id)
    )  # fmt: skip


async def found(tx: AsyncConnection, wanted: Wanted) -> list[Row[Any]]:
    """Return the places that were named; raises Refused where one is not there to be merged."""
    if len(set(map(same, wanted.places))) < len(wanted.places):
        raise Refused("TS-71", _("The same place is named twice. Name each one once."))
    every = (await tx.execute(in_communes(places.c.kind == wanted.kind.value))).all()
    chosen = [await _one(tx, wanted, name, every) for name in wanted.places]
    if len({row.parent_id for row in chosen}) > 1:
        what = _("These teams are of different villages. Merge the villages first.")
        raise Refused("TS-73", what)
    if len(chosen) == 1 and same(chosen[0].name) == same(wanted.into):
        raise Refused("TS-71", _("Nothing would change. Name the places that become one."))
    return chosen


async def _one(
    tx: AsyncConnection, wanted: Wanted, name: str, every: Sequence[Row[Any]]
) -> Row[Any]:
    """Return the open place of a name in the commune, or refuse with what is known of it."""
    named = [row for row in every if same(row.name) == same(name)]
    here = [row for row in every if not wanted.commune or row.commune == wanted.commune.id]
    open_here = [row for row in named if row in here and row.valid_to is None]
    if len(open_here) == 1:
        return open_here[0]
    if len(open_here) > 1:
        what = _("Several places are called {name}. Give them names of their own.", name=name)
        raise Refused("TS-71", what)
    for row in named:
        now = await present(tx, row.id)
        if row.valid_to is not None and now != row.id and (row in here or not wanted.commune):
            successor = next(one.name for one in every if one.id == now)
            raise Refused(
                "TS-74",
                _(
                    "{name} was merged already: since {day} it belongs to {now}. Name {now}.",
                    name=row.name,
                    day=row.valid_to,
                    now=successor,
                ),
            )
    for row in named:
        if row.valid_to is None:
            raise Refused(
                "TS-73",
                _(
                    "{name} is in another commune, {commune}. Choose it with --commune; places of "
                    "two communes become one only when the communes do.",
                    name=row.name,
                    commune=row.commune_name,
                ),
            )
    raise unknown(name, (row.name for row in here if row.valid_to is None))


def unknown(name: str, known: Iterable[str]) -> Refused:
    """Return the refusal of a name that nothing has."""
    return Refused(
        "TS-72",
        _("There is no place {name}. Known are: {names}", name=name, names=", ".join(known)),
    )


async def taken(tx: AsyncConnection, wanted: Wanted, old: Collection[Row[Any]]) -> None:
    """Refuse a new name that another place has."""
    beside = (places.c.parent_id == next(iter(old)).parent_id) if wanted.commune else None
    rows = await tx.execute(
        select(places.c.name).where(
            places.c.kind == wanted.kind.value,
            places.c.valid_to.is_(None),
            places.c.id.not_in([row.id for row in old]),
            *(() if beside is None else (beside,)),
        )
    )
    if same(wanted.into) in map(same, rows.scalars()):
        raise _taken(wanted.into)


def alike(below: Iterable[tuple[str, int, str]]) -> None:
    """Refuse two new places of one kind, in one place, with one name; (kind, where, name)."""
    seen = set()
    for kind, where, name in below:
        if (kind, where, same(name)) in seen:
            raise _taken(name)
        seen.add((kind, where, same(name)))


def _taken(name: str) -> Refused:
    return Refused(
        "TS-75",
        _("There is a place called {name} already. Choose another name.", name=name),
    )


async def too_early(
    tx: AsyncConnection,
    wanted: Wanted,
    everything: Iterable[Row[Any]],
    communes: Collection[int],
) -> None:
    """Refuse a day before one of the places came to be, or before the end of a closed period."""
    for row in everything:
        if row.valid_from > wanted.day:
            raise Refused(
                "TS-76",
                _(
                    "{name} has existed only since {day}. Choose that day or a later one.",
                    name=row.name,
                    day=row.valid_from,
                ),
            )
    closed = await tx.execute(
        select(closings.c.period, closings.c.end)
        .where(
            or_(*(is_part(closings.c.commune_id, commune) for commune in communes)),
            closings.c.end > wanted.day,
            closings.c.reopened.is_(None),
        )
        .order_by(closings.c.end.desc())
        .limit(1)
    )
    if (last := closed.first()) is not None:
        raise Refused(
            "TS-77",
            _(
                "The period {period} is closed and on the old map. Choose {day} or a later day, "
                "or have the official open the period again first.",
                period=last.period,
                day=last.end,
            ),
        )
