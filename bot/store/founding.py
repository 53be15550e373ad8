"""Puts places on the map and people on the roster, each with its fact, in which nobody is named."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import PersonChanged, PlaceFounded
from bot.store import roster
from bot.store.roster import NewPlace
from bot.store.schema import facts, people, places


async def found(tx: AsyncConnection, founded: PlaceFounded, row: Mapping[str, Any]) -> None:
    """Put a place on the map; what is in an invented commune is invented, too."""
    demo = await tx.scalar(select(places.c.demo).where(places.c.id == founded.parent))
    place = NewPlace(founded.kind, founded.name, founded.parent, founded.since, demo=bool(demo))
    number = await roster.add_place(tx, place)
    commune = {} if founded.parent else {"commune_id": number}
    body = {
        "place": number,
        "kind": founded.kind.value,
        "name": founded.name,
        "parent": founded.parent,
        "since": founded.since.isoformat(),
    }
    await _add(tx, {**row, **commune}, body)


async def alter(tx: AsyncConnection, changed: PersonChanged, row: Mapping[str, Any]) -> None:
    """Give somebody on the roster another role or title."""
    await tx.execute(
        update(people)
        .where(people.c.id == changed.person, people.c.left_at.is_(None))
        .values(title=changed.title, role=changed.role.value)
    )
    await _add(tx, row, {"person": changed.person, "role": changed.role.value})


async def place_of(tx: AsyncConnection, code: str) -> int:
    """Return the number of the place that the fact of a code founded."""
    body = await tx.scalar(select(facts.c.body).where(facts.c.code == code))
    return int(json.loads(body or "")["place"])


async def _add(tx: AsyncConnection, row: Mapping[str, Any], body: Mapping[str, object]) -> None:
    await tx.execute(insert(facts).values({**row, "body": json.dumps(body)}))
