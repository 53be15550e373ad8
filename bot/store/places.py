"""Places as they were on a day: which numbers count for a place, and for which place they count.

The map of a day is every place that existed on it. A merged place is closed for ever and its facts
keep its number; `successions` says, also through several mergers, whose numbers they became.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Select,
    Subquery,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.places import Place, PlaceKind
from bot.store.schema import places, successions

_old = places.alias("old")
_new = places.alias("new")
_village = places.alias("village")


def on_map(table: Any, day: date | ColumnElement[date]) -> ColumnElement[bool]:  # noqa: ANN401 - the table or any alias of it
    """Return the condition that a place existed on a day."""
    exists: ColumnElement[bool] = (table.c.valid_from <= day) & or_(
        table.c.valid_to.is_(None), table.c.valid_to > day
    )
    return exists


def is_part(column: ColumnElement[int], place: int | ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that a place is another one, or became part of it."""
    held = select(successions.c.old_id).where(successions.c.new_id == place)
    # Where `place` is a column, it is one of the question around this one, however far outside.
    return or_(column == place, column.in_(held.correlate_except(successions)))


def among(column: Column[int], numbers: tuple[int, ...]) -> ColumnElement[bool]:
    """Return the condition that a place is one of a lineage, said plainly where it is alone."""
    return column == numbers[0] if len(numbers) == 1 else column.in_(numbers)


def book_of(team: ColumnElement[int], village: ColumnElement[int]) -> ColumnElement[int]:
    """Return the village in which a team first was, where that is one; else the `village` given."""
    earlier = successions.alias("earlier")
    first = (
        select(func.min(_old.c.parent_id))
        .join_from(successions, _old, _old.c.id == successions.c.old_id)
        .where(
            successions.c.new_id == team,
            ~select(earlier.c.old_id).where(earlier.c.new_id == successions.c.old_id).exists(),
        )
        .having(func.count(_old.c.parent_id.distinct()) == 1)
    )
    return func.coalesce(first.scalar_subquery(), village)


async def lineage(tx: AsyncConnection, place: int, day: date | None = None) -> tuple[int, ...]:
    """Return the numbers that count for a place: its own first, then what became part of it.

    With a `day`, only what had become part of it by then.
    """
    asked = select(successions.c.old_id).where(successions.c.new_id == place)
    if day is not None:
        asked = asked.where(successions.c.day <= day)
    found = await tx.execute(asked.order_by(successions.c.old_id))
    return (place, *found.scalars())


async def villages_on(tx: AsyncConnection, commune: int, day: date) -> tuple[Place, ...]:
    """Return the villages of a commune, or of those that became part of it, on a day's map."""
    found = await tx.execute(
        select(places.c.id, places.c.name)
        .where(
            is_part(places.c.parent_id, commune),
            places.c.kind == PlaceKind.VILLAGE.value,
            on_map(places, day),
        )
        .order_by(places.c.id)
    )
    return tuple(Place(*row) for row in found)


async def onto(tx: AsyncConnection, commune: int, day: date) -> dict[int, int]:
    """Return for every village and team that a commune has or had its place on a day's map.

    What is not on that map and has no successor there (it came into being later) stays itself.
    """
    found = await tx.execute(_villages_and_teams(commune))
    return await moved(tx, found.scalars(), day)


async def moved(tx: AsyncConnection, numbers: Iterable[int], day: date) -> dict[int, int]:
    """Return for each of some places its place on a day's map, else itself."""
    known = {number: number for number in numbers}
    found = await tx.execute(
        select(successions.c.old_id, successions.c.new_id)
        .join_from(successions, _new, _new.c.id == successions.c.new_id)
        .where(
            successions.c.old_id.in_(list(known)), successions.c.day <= day, on_map(_new, day)
        )
    )  # fmt: skip
    return known | {row.old_id: row.new_id for row in found}


async def parts(tx: AsyncConnection, numbers: Iterable[int]) -> dict[int, frozenset[int]]:
    """Return of some places, and of all that became part of them, everything that did so."""
    wanted = list(numbers)
    inner = select(successions.c.old_id).where(successions.c.new_id.in_(wanted))
    found = await tx.execute(
        select(successions.c.old_id, successions.c.new_id).where(
            or_(successions.c.new_id.in_(wanted), successions.c.new_id.in_(inner))
        )
    )
    known: dict[int, set[int]] = {}
    for row in found:
        known.setdefault(row.new_id, set()).add(row.old_id)
    return {number: frozenset(held) for number, held in known.items()}


def direct(place: int, held: Mapping[int, frozenset[int]]) -> frozenset[int]:
    """Return what became a place at once, given everything that `parts` are made of."""
    every = held.get(place, frozenset())
    return every.difference(*(held.get(one, frozenset()) for one in every))


async def present(tx: AsyncConnection, place: int) -> int:
    """Return the number that a place has today: its own, or what it became."""
    asked = (
        select(successions.c.new_id)
        .join_from(successions, _new, _new.c.id == successions.c.new_id)
        .where(successions.c.old_id == place, _new.c.valid_to.is_(None))
    )
    return await tx.scalar(asked) or place


def _villages_and_teams(commune: int) -> Select[Any]:
    ours = _communes(commune)
    villages = select(_village.c.id).where(_village.c.parent_id.in_(select(ours.c.id)))
    return select(places.c.id).where(
        places.c.parent_id.in_(select(ours.c.id)) | places.c.parent_id.in_(villages)
    )


def _communes(commune: int) -> Subquery:
    return union_all(
        select(literal(commune).label("id")),
        select(successions.c.old_id).where(successions.c.new_id == bindparam("of", commune)),
    ).subquery()
