"""Plans a merger of places: what would become what, and who would move along."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import PlacesMerged
from bot.domain.places import Place, PlaceKind
from bot.store import objections
from bot.store.merging import children
from bot.store.objections import Wanted, in_communes, same
from bot.store.places import lineage
from bot.store.schema import facts, people, places

_HELD = {
    PlaceKind.COMMUNE: facts.c.commune_id,
    PlaceKind.VILLAGE: facts.c.village_id,
    PlaceKind.TEAM: facts.c.team_id,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A place and what it is called after the merger."""

    kind: PlaceKind
    place: Place
    into: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merger would change: places, people who move along, entries since its day."""

    fact: PlacesMerged
    commune: int
    changes: tuple[Change, ...]
    people: int
    entries: int


async def done(tx: AsyncConnection, wanted: Wanted) -> bool:
    """Tell whether this very merger was made already."""
    made = await tx.execute(
        select(facts.c.body).where(facts.c.kind == PlacesMerged.__name__).order_by(facts.c.id)
    )
    within = await lineage(tx, wanted.commune.id) if wanted.commune else None
    for body in map(json.loads, made.scalars()):
        if same(body["name"]) != same(wanted.into) or body["day"] != wanted.day.isoformat():
            continue
        old = (await tx.execute(in_communes(places.c.id.in_(body["places"])))).all()
        if (
            {row.kind for row in old} == {wanted.kind.value}
            and {same(row.name) for row in old} == set(map(same, wanted.places))
            and (within is None or {row.commune for row in old} <= set(within))
        ):
            return True
    return False


async def plan(tx: AsyncConnection, wanted: Wanted) -> Plan:
    """Return what a merger would change; raises Refused with the reason and the way out."""
    old = await objections.found(tx, wanted)
    top = {row.id: row.name for row in old}
    below = await _below(tx, {number: number for number in top})
    names = _renamed(wanted, _named(below, top))
    await objections.taken(tx, wanted, old)
    objections.alike([(one.row.kind, one.above(top), names[one.row.id]) for one in below])
    everything = [*old, *(one.row for one in below)]
    communes = (wanted.commune.id,) if wanted.commune else tuple(top)
    await objections.too_early(tx, wanted, everything, communes)
    moving = [row.id for row in everything]
    return Plan(
        fact=PlacesMerged(tuple(top), wanted.into, wanted.day, names),
        commune=communes[0],
        changes=tuple(
            Change(PlaceKind(row.kind), Place(row.id, row.name), names.get(row.id, wanted.into))
            for row in everything
        ),
        people=await _count(tx, people, people.c.place_id.in_(moving), people.c.left_at.is_(None)),
        entries=await _count(
            tx,
            facts,
            _HELD[wanted.kind].in_(list(top)),
            facts.c.day >= wanted.day,
            facts.c.activity.is_not(None),
        ),
    )


async def code(tx: AsyncConnection) -> str:
    """Return the code of the next merger; it holds 0, which codes of messages never do."""
    made = await _count(tx, facts, facts.c.kind == PlacesMerged.__name__)
    return f"G0{made + 1:04d}"


@dataclass(frozen=True, slots=True)
class _Below:
    """A village or team that gets a new row, and the merged place that it is in."""

    row: Row[Any]
    origin: int

    def above(self, top: Mapping[int, str]) -> int:
        """Return what tells apart under which new place it will be; 0 is the merged one."""
        return 0 if self.row.parent_id in top else int(self.row.parent_id)


async def _below(tx: AsyncConnection, origins: Mapping[int, int]) -> list[_Below]:
    """Return all open places below some, each with the merged place it is in."""
    if not origins:
        return []
    found = [_Below(row, origins[row.parent_id]) for row in await children(tx, origins)]
    return found + await _below(tx, {one.row.id: one.origin for one in found})


def _named(below: Iterable[_Below], top: Mapping[int, str]) -> dict[int, str]:
    """Return what each is called: its own name, where two are alike with where it came from."""
    alike: dict[tuple[str, str], list[int]] = {}
    for one in below:
        alike.setdefault((one.row.kind, same(one.row.name)), []).append(one.origin)
    names = {}
    for one in below:
        origins = alike[one.row.kind, same(one.row.name)]
        once = len(origins) == len(set(origins)) > 1
        names[one.row.id] = f"{one.row.name} ({top[one.origin]})" if once else one.row.name
    return names


def _renamed(wanted: Wanted, names: Mapping[int, str]) -> dict[int, str]:
    """Put the names that were asked for in the place of those that would be given."""
    given = {same(name): name for name in names.values()}
    for name in wanted.renamed:
        if same(name) not in given:
            raise objections.unknown(name, given.values())
    asked = {same(name): other for name, other in wanted.renamed.items()}
    return {number: asked.get(same(name), name) for number, name in names.items()}


async def _count(tx: AsyncConnection, table: Table, *conditions: ColumnElement[bool]) -> int:
    return await tx.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
