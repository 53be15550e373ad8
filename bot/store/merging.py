"""Makes one place of several: old rows are closed, new ones made, people move, facts stay.

Nothing but this writes `successions`, which is kept as a transitive closure: whose numbers a place
holds is one look-up, however often there was a merger.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import PlacesMerged
from bot.domain.places import PlaceKind
from bot.store.columns import Day
from bot.store.schema import facts, people, places, successions


async def merge(tx: AsyncConnection, merged: PlacesMerged, row: Mapping[str, Any]) -> None:
    """Merge places and add the fact's `row`, in which a merged commune becomes the new one.

    1. Put the new place on the map, and below it a new one for each village and team of the old.
    2. Close the old ones, say what each became, and move the people along.

    Raises LookupError where a place is not there any more, or does not go with the others.
    """
    found = await tx.execute(
        select(places).where(places.c.id.in_(merged.places), places.c.valid_to.is_(None))
    )
    old = found.all()
    kinds, parents = {one.kind for one in old}, {one.parent_id for one in old}
    if len(old) != len(set(merged.places)) or len(kinds) != 1 or len(parents) != 1:
        raise LookupError(merged.places)
    (kind,), (parent,) = kinds, parents
    new = await _add(tx, merged, kind, merged.into, parent, demo=any(one.demo for one in old))
    became = {one.id: new for one in old} | await _below(tx, merged, {one.id: new for one in old})
    for one, successor in became.items():
        await _succeed(tx, one, successor, merged)
    commune = {"commune_id": new} if kind == PlaceKind.COMMUNE.value else {}
    body = {
        "places": sorted(merged.places),
        "into": new,
        "name": merged.into,
        "day": merged.day.isoformat(),
        "became": sorted(became.items()),
    }
    await tx.execute(insert(facts).values({**row, **commune, "body": json.dumps(body)}))


async def _below(
    tx: AsyncConnection, merged: PlacesMerged, above: Mapping[int, int]
) -> dict[int, int]:
    """Make a new place for each open one below some old places; return what became what."""
    if not above:
        return {}
    became: dict[int, int] = {}
    for one in await children(tx, above):
        name = merged.names.get(one.id, one.name)
        parent = above[one.parent_id]
        became[one.id] = await _add(tx, merged, one.kind, name, parent, demo=one.demo)
    return became | await _below(tx, merged, became)


async def children(tx: AsyncConnection, above: Iterable[int]) -> list[Any]:
    """Return the open places right below some places, by number."""
    found = await tx.execute(
        select(places)
        .where(places.c.parent_id.in_(list(above)), places.c.valid_to.is_(None))
        .order_by(places.c.id)
    )
    return list(found)


async def _add(
    tx: AsyncConnection,
    merged: PlacesMerged,
    kind: str,
    name: str,
    parent: int | None,
    *,
    demo: bool,
) -> int:
    made = await tx.execute(
        insert(places)
        .values(kind=kind, name=name, parent_id=parent, demo=demo, valid_from=merged.day)
        .returning(places.c.id)
    )
    return int(made.scalar_one())


async def _succeed(tx: AsyncConnection, old: int, new: int, merged: PlacesMerged) -> None:
    """Close a place; what it was made of became part of the new one on that day, too."""
    await tx.execute(update(places).where(places.c.id == old).values(valid_to=merged.day))
    await tx.execute(
        insert(successions).from_select(
            ("old_id", "new_id", "day"),
            select(successions.c.old_id, literal(new), literal(merged.day, Day())).where(
                successions.c.new_id == old
            ),
        )
    )
    await tx.execute(insert(successions).values(old_id=old, new_id=new, day=merged.day))
    await tx.execute(update(people).where(people.c.place_id == old).values(place_id=new))
