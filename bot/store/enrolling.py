"""What a roster sheet is held against, and how it is kept: in one transaction, nothing renamed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.enrolment import Enrolment, Known, Team
from bot.domain.facts import Entry, Fact, MemberAdded, PersonChanged, PlaceFounded
from bot.domain.people import VIEWERS
from bot.domain.places import Place, PlaceKind, Scope
from bot.store import facts, founding, roster
from bot.store.numbering import following
from bot.store.places import is_part
from bot.store.schema import closings, places, successions

_CODE = "R0"
_new = places.alias("new")


async def known(tx: AsyncConnection, commune: Place | None = None) -> Known:
    """Return the roster of a commune, or (without one) only which communes there are."""
    rows = await _open(tx, places.c.kind == PlaceKind.COMMUNE.value)
    communes = tuple(Place(row.id, row.name) for row in rows)
    demo = any(row.demo for row in rows)
    if commune is None:
        return Known(communes, demo=demo)
    (here,) = [row for row in rows if row.id == commune.id]
    closed = await tx.scalar(
        select(func.max(closings.c.end)).where(
            is_part(closings.c.commune_id, commune.id), closings.c.reopened.is_(None)
        )
    )
    villages = await roster.villages(tx, commune)
    teams = await _open(
        tx,
        places.c.kind == PlaceKind.TEAM.value,
        places.c.parent_id.in_([village.id for village in villages]),
    )
    everybody = await roster.people_of(tx, Scope(commune))
    return Known(
        communes,
        commune,
        first=here.valid_from,
        since=max(filter(None, (here.valid_from, closed))),
        demo=demo,
        villages=villages,
        teams=tuple(Team(Place(row.id, row.name), row.parent_id) for row in teams),
        # A sheet names no viewers; an official of the same name is another one.
        people=tuple(one for one in everybody if one.role not in VIEWERS),
        gone=await _gone(tx, commune),
    )


async def keep(
    tx: AsyncConnection, wanted: Enrolment, at: datetime, member: int | None = None
) -> Mapping[int, Place]:
    """Keep what is new or other; return the places that were founded by their number till then.

    `member`: who said so in a chat.
    """
    codes = await following(tx, _CODE)
    real: dict[int, Place] = {}

    def number(place: Place) -> int:
        return real[place.id].id if place.id in real else place.id

    async def add(fact: Fact) -> str:
        code = next(codes)
        commune = number(wanted.commune)
        where = commune if commune > 0 else None
        entry = Entry(code=code, at=at, fact=fact, member=member, commune=where)
        await facts.add(tx, entry, None)
        return code

    for one in wanted.founded:
        parent = number(one.parent) if one.parent else None
        since = await _since(tx, parent, wanted.since)
        code = await add(PlaceFounded(one.kind, one.place.name, parent, since))
        real[one.place.id] = Place(await founding.place_of(tx, code), one.place.name)
    # Whoever leads no longer stands back first: a team has one leader.
    for other in wanted.changed:
        await add(PersonChanged(other.person.id, other.title, other.role))
    for new in wanted.listed:
        await add(MemberAdded(new.role, number(new.place), new.title, new.name))
    return real


async def _since(tx: AsyncConnection, parent: int | None, since: date) -> date:
    """Return the first day of a new place: never before the one it is in began."""
    above = await tx.scalar(select(places.c.valid_from).where(places.c.id == parent))
    return max(since, above) if above else since


async def _open(tx: AsyncConnection, *conditions: Any) -> list[Row[Any]]:  # noqa: ANN401 - any conditions of SQL
    found = await tx.execute(
        select(places).where(places.c.valid_to.is_(None), *conditions).order_by(places.c.id)
    )
    return list(found)


async def _gone(tx: AsyncConnection, commune: Place) -> dict[str, tuple[Place, date]]:
    """Return what each village that was merged, by its name then, is today and since when."""
    found = await tx.execute(
        select(places.c.name, successions.c.day, _new.c.id, _new.c.name.label("now"))
        .join_from(successions, places, places.c.id == successions.c.old_id)
        .join(_new, _new.c.id == successions.c.new_id)
        .where(
            places.c.kind == PlaceKind.VILLAGE.value,
            _new.c.parent_id == commune.id,
            _new.c.valid_to.is_(None),
        )
        .order_by(successions.c.day)
    )
    return {row.name: (Place(row.id, row.now), row.day) for row in found}
