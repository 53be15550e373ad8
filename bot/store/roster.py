"""The roster: communes, villages, teams and the people who belong to them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import MEMBERS, Person, Role
from bot.domain.places import Place, PlaceKind, Scope
from bot.store.persons import person_of, select_people
from bot.store.schema import join_codes, people, places

_VILLAGES = (
    select(places.c.id, places.c.name)
    .where(
        places.c.parent_id == bindparam("commune"),
        places.c.kind == PlaceKind.VILLAGE.value,
        places.c.valid_to.is_(None),
    )
    .order_by(places.c.id)
)

# Who may join by a code: those who never have, and those whose chats were cut off since.
_WAITING = people.c.consented_at.is_(None) | people.c.cut_off_at.is_not(None)


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
    """Return every commune, in the order in which they came; those that were merged come last."""
    found = await tx.execute(
        select(places.c.id, places.c.name)
        .where(places.c.kind == PlaceKind.COMMUNE.value)
        .order_by(places.c.valid_to.is_not(None), places.c.id)
    )
    return [Place(*row) for row in found]


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


async def villages(tx: AsyncConnection, commune: Place) -> tuple[Place, ...]:
    """Return the villages that a commune has now, by number."""
    return tuple(Place(*row) for row in await tx.execute(_VILLAGES, {"commune": commune.id}))


async def people_of(tx: AsyncConnection, scope: Scope) -> tuple[Person, ...]:
    """Return everybody on the roster of a scope, joined or not."""
    found = await tx.execute(
        select_people()
        .where(people.c.left_at.is_(None))
        .order_by(people.c.place_id, people.c.name, people.c.id)
    )
    known = (person_of(row) for row in found)
    return tuple(person for person in known if person and within(person, scope))


async def teams(tx: AsyncConnection, commune: Place) -> tuple[Place, ...]:
    """Return the teams that a commune has now, by number."""
    village = places.alias("village")
    found = await tx.execute(
        select(places.c.id, places.c.name)
        .join_from(places, village, village.c.id == places.c.parent_id)
        .where(
            village.c.parent_id == commune.id,
            places.c.kind == PlaceKind.TEAM.value,
            places.c.valid_to.is_(None),
        )
        .order_by(places.c.id)
    )
    return tuple(Place(*row) for row in found)


async def communes_of(tx: AsyncConnection, province: Place) -> tuple[Place, ...]:
    """Return the communes that a province has now, by name."""
    found = await tx.execute(
        select(places.c.id, places.c.name)
        .where(
            places.c.parent_id == province.id,
            places.c.kind == PlaceKind.COMMUNE.value,
            places.c.valid_to.is_(None),
        )
        .order_by(places.c.name, places.c.id)
    )
    return tuple(Place(*row) for row in found)


async def invited(tx: AsyncConnection, digest: str, now: datetime) -> Person | None:
    """Return whose roster line a join code opens, if it is still good."""
    found = await tx.execute(
        select_people()
        .join(join_codes, join_codes.c.person_id == people.c.id)
        .where(
            join_codes.c.digest == digest,
            join_codes.c.used_at.is_(None),
            join_codes.c.expires_at > now,
            _WAITING,
        )
    )
    row = found.first()
    return person_of(row) if row else None


def within(person: Person, scope: Scope) -> bool:
    """Tell whether somebody belongs to what a scope covers."""
    same_commune = person.commune.id == scope.commune.id
    return same_commune and (scope.team is None or person.team == scope.team)
