"""The names of places: those of today, those of before, and which of two that are alike."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.places import Place, PlaceKind
from bot.store.places import is_part
from bot.store.schema import places, successions

_old = places.alias("old")
_new = places.alias("new")
_village = places.alias("village_of_team")
_commune = places.alias("commune_of_place")


async def village_names(tx: AsyncConnection, commune: int) -> dict[int, str]:
    """Return the name of every village that a commune has or had, by number."""
    found = await tx.execute(
        select(places.c.id, places.c.name).where(
            is_part(places.c.parent_id, commune), places.c.kind == PlaceKind.VILLAGE.value
        )
    )
    return {row.id: row.name for row in found}


async def called(tx: AsyncConnection, commune: int) -> dict[str, Place]:
    """Return the present villages of a commune by their names, and by those they had before.

    A name that several villages had belongs to the one that has it now, else to none.
    """
    found = await tx.execute(
        select(_new.c.id, _new.c.name, _old.c.name.label("before"))
        .select_from(
            _new.outerjoin(successions, successions.c.new_id == _new.c.id)
            .outerjoin(_old, _old.c.id == successions.c.old_id)
        )
        .where(
            _new.c.parent_id == commune,
            _new.c.kind == PlaceKind.VILLAGE.value,
            _new.c.valid_to.is_(None),
        )
        .order_by(_new.c.id)
    )  # fmt: skip
    now: dict[str, Place] = {}
    before: dict[str, set[Place]] = {}
    for row in found:
        place = Place(row.id, row.name)
        now[place.name] = place
        if row.before:
            before.setdefault(row.before, set()).add(place)
    former = {name: next(iter(held)) for name, held in before.items() if len(held) == 1}
    return now | {name: place for name, place in former.items() if name not in now}


async def labels(tx: AsyncConnection, numbers: Iterable[int]) -> dict[int, str]:
    """Return the names of villages or teams; alike names of two communes say which one's."""
    above = _village.c.id == places.c.parent_id
    of_village = (places.c.kind == PlaceKind.VILLAGE.value) & (_commune.c.id == places.c.parent_id)
    of_team = (places.c.kind == PlaceKind.TEAM.value) & (_commune.c.id == _village.c.parent_id)
    found = await tx.execute(
        select(places.c.id, places.c.name, _commune.c.id.label("commune"), _commune.c.name)
        .select_from(
            places.outerjoin(_village, above).outerjoin(_commune, or_(of_village, of_team))
        )
        .where(places.c.id.in_(list(numbers)))
    )
    rows = found.all()
    communes: dict[str, set[int]] = {}
    for __, name, commune, __name in rows:
        communes.setdefault(name, set()).add(commune)
    return {
        number: name if len(communes[name]) == 1 else f"{name} ({of})"
        for number, name, __, of in rows
    }
