"""Counts: a question put to the facts each time, answered from one covering index."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Subquery, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven, FirstTimeTold, NothingToReport
from bot.domain.obstacles import Obstacle
from bot.domain.periods import Period, week
from bot.domain.places import PlaceKind, Scope
from bot.domain.tally import By, Helped, Quiet, Row, Tally, summed
from bot.domain.text import fold
from bot.store.schema import facts, people, places


async def tally(tx: AsyncConnection, scope: Scope, period: Period, by: By) -> Tally:
    """Count a period's help in a scope, and say who has nothing in it."""
    key = _dimension(by)
    columns = (facts.c.activity,) if key is None else (key, facts.c.activity)
    total = func.sum(facts.c["count"])
    query = (
        select(*columns, total)
        .where(*_within(scope, period), facts.c.activity.is_not(None))
        .group_by(*columns)
        .having(total != 0)
    )
    found = (await tx.execute(query)).all()
    names = await _names(tx, by, {row[0] for row in found}) if key is not None else {}
    rows = tuple(
        Row(None if key is None else names.get(row[0]), row[-2], int(row[-1])) for row in found
    )
    # By name as read aloud; those who left come last.
    ordered = tuple(
        sorted(rows, key=lambda row: (not row.name, fold(row.name or ""), row.activity))
    )
    counted = set() if key is None else {row[0] for row in found}
    return Tally(
        period,
        by,
        summed(ordered),
        ordered,
        quiet=() if key is None else await _quiet(tx, scope, period, by, counted),
        tried=await _tried(tx, _within(scope, period)),
    )


async def _tried(tx: AsyncConnection, conditions: list[ColumnElement[bool]]) -> dict[Obstacle, int]:
    """Count help that could not be finished, by what stood in the way."""
    found = await tx.execute(
        select(facts.c.obstacle, func.sum(facts.c.tried))
        .where(*conditions, facts.c.tried.is_not(None))
        .group_by(facts.c.obstacle)
        .having(func.sum(facts.c.tried) != 0)
        .order_by(func.sum(facts.c.tried).desc(), facts.c.obstacle)
    )
    return {Obstacle(row[0]): int(row[1]) for row in found}


async def helped(
    tx: AsyncConnection, scope: Scope, period: Period, activities: tuple[str, ...]
) -> Helped:
    """Estimate the people helped by some activities: what was told last of each entry counts."""
    entries = entries_of_people(_within(scope, period), activities)
    unknown = func.sum(entries.c.all).filter(entries.c.first.is_(None))
    row = (await tx.execute(select(func.sum(entries.c.first), unknown))).one()
    return Helped(int(row[0] or 0), int(row[1] or 0))


def entries_of_people(
    within: Sequence[ColumnElement[bool]], activities: Collection[str]
) -> Subquery:
    """Select entries with how many people they are of (`all`), and of how many it was told that
    they came for the first time (`first`, none where nobody told).
    """
    voiding, told = facts.alias("voiding"), facts.alias("told")
    first = (
        select(told.c["count"])
        .where(told.c.about == facts.c.id, told.c.kind == FirstTimeTold.__name__)
        .order_by(told.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            facts.c.village_id,
            facts.c.activity,
            facts.c["count"].label("all"),
            first.label("first"),
        )
        .where(
            *within,
            facts.c.activity.in_(activities),
            facts.c.kind == AssistanceGiven.__name__,
            # An adjustment of a closed period changes no estimate, neither there nor later.
            facts.c.adjusts.is_(None),
            ~select(voiding.c.id)
            .where(voiding.c.voids == facts.c.id, voiding.c.adjusts.is_(None))
            .exists(),
        )
        .subquery()
    )


def _within(scope: Scope, period: Period) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        facts.c.commune_id == scope.commune.id,
        facts.c.day >= period.start,
        facts.c.day < period.end,
    ]
    return [*conditions, facts.c.team_id == scope.team.id] if scope.team else conditions


def _dimension(by: By) -> Column[int] | None:
    match by:
        case By.ACTIVITY:
            return None
        case By.VILLAGE:
            return facts.c.village_id
        case By.TEAM:
            return facts.c.team_id
        case By.MEMBER:
            return facts.c.member_id


async def _names(tx: AsyncConnection, by: By, ids: set[int]) -> dict[int, str | None]:
    """Return the names of places or people; one who left has none."""
    table = people if by is By.MEMBER else places
    found = await tx.execute(select(table.c.id, table.c.name).where(table.c.id.in_(ids)))
    return {row.id: row.name for row in found}


async def _quiet(
    tx: AsyncConnection, scope: Scope, period: Period, by: By, counted: set[int]
) -> tuple[Quiet, ...]:
    """Return who could have recorded something and has not: "không có", or not a word."""
    key = _dimension(by)
    if key is None:
        return ()
    expected = await tx.execute(_expected(scope, period, by))
    silent = {row.id: row.name for row in expected if row.id not in counted}
    # Nothing is told of a week; of a longer period only where it is told of every week in it.
    whole = replace(period, start=week(period.start).start)
    weeks = -(-(whole.end - whole.start).days // 7)
    said = await tx.execute(
        select(key)
        .where(*_within(scope, whole), facts.c.kind == NothingToReport.__name__)
        .group_by(key)
        .having(func.count(facts.c.day.distinct()) >= weeks)
    )
    told = set(said.scalars())
    found = (Quiet(name or "", number in told) for number, name in silent.items())
    return tuple(sorted(found, key=lambda one: (not one.told, fold(one.name))))


def _expected(scope: Scope, period: Period, by: By) -> Select[Any]:
    """Select the places of a scope that exist in a period, or its members who have joined."""
    team = places.alias("team")
    teams = (
        select(team.c.id, team.c.parent_id)
        .select_from(team.join(places, places.c.id == team.c.parent_id))
        .where(
            team.c.kind == PlaceKind.TEAM.value,
            places.c.parent_id == scope.commune.id,
            team.c.valid_from < period.end,
            team.c.valid_to.is_(None) | (team.c.valid_to > period.start),
        )
    )
    if scope.team:
        teams = teams.where(team.c.id == scope.team.id)
    known = teams.subquery()
    match by:
        case By.MEMBER:
            return select(people.c.id, people.c.name).where(
                people.c.place_id.in_(select(known.c.id)),
                people.c.left_at.is_(None),
                people.c.consented_at.is_not(None),
            )
        case By.TEAM:
            return select(places.c.id, places.c.name).where(places.c.id.in_(select(known.c.id)))
        case _:
            return select(places.c.id, places.c.name).where(
                places.c.id.in_(select(known.c.parent_id))
            )
