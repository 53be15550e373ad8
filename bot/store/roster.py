"""Writes the roster: communes, villages, teams and the people who belong to them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import MEMBERS, Person, Role
from bot.domain.places import Place, PlaceKind
from bot.store.chats import person_of, select_people
from bot.store.schema import people, places


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place that is about to be put on the map."""

    kind: PlaceKind
    name: str
    parent: int | None
    since: date
    demo: bool


async def add_place(tx: AsyncConnection, place: NewPlace) -> int:
    """Put a place on the map; return its number."""
    row = {
        "kind": place.kind.value,
        "name": place.name,
        "parent_id": place.parent,
        "demo": place.demo,
        "valid_from": place.since,
    }
    made = await tx.execute(insert(places).values(row).returning(places.c.id))
    return int(made.scalar_one())


async def add_person(
    tx: AsyncConnection,
    *,
    title: str,
    name: str,
    role: Role,
    place: int,
    consented_at: datetime | None = None,
) -> int:
    """Put somebody on the roster; return their number. Without consent they have yet to join."""
    row = {
        "title": title,
        "name": name,
        "role": role.value,
        "place_id": place,
        "consented_at": consented_at,
        "notice": "demo" if consented_at else None,
    }
    made = await tx.execute(insert(people).values(row).returning(people.c.id))
    return int(made.scalar_one())


async def person(tx: AsyncConnection, number: int) -> Person:
    """Return somebody on the roster; raises LookupError."""
    row = (await tx.execute(select_people().where(people.c.id == number))).first()
    found = person_of(row) if row else None
    if found is None:
        raise LookupError(number)
    return found


async def communes(tx: AsyncConnection) -> list[Place]:
    """Return every commune, in the order in which they came."""
    found = await tx.execute(
        select(places.c.id, places.c.name)
        .where(places.c.kind == PlaceKind.COMMUNE.value)
        .order_by(places.c.id)
    )
    return [Place(*row) for row in found]


async def villages(tx: AsyncConnection, commune: int) -> list[str]:
    """Return the names of a commune's villages, in the order in which they came."""
    found = await tx.execute(
        select(places.c.name)
        .where(places.c.kind == PlaceKind.VILLAGE.value, places.c.parent_id == commune)
        .order_by(places.c.id)
    )
    return list(found.scalars())


async def members(tx: AsyncConnection) -> list[int]:
    """Return the numbers of all who have joined a team."""
    found = await tx.execute(
        select(people.c.id)
        .where(
            people.c.role.in_([role.value for role in MEMBERS]),
            people.c.consented_at.is_not(None),
            people.c.left_at.is_(None),
        )
        .order_by(people.c.id)
    )
    return list(found.scalars())
