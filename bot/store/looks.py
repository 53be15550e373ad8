"""Looks of leaders at their teams' numbers, and how far a period is by them."""

import json
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import Entry, PeriodSeen
from bot.domain.people import LEADERS
from bot.domain.periods import Period
from bot.domain.places import PlaceKind
from bot.domain.sheets import Look, State, Status
from bot.store import sealing
from bot.store.places import is_part, on_map
from bot.store.schema import facts, looks, people, places

_team = places.alias("team")


async def see(tx: AsyncConnection, seen: PeriodSeen, entry: Entry, row: dict[str, Any]) -> None:
    """Add the fact's `row`, and the look with the newest fact that it can have seen.

    Raises LookupError where whoever looked has no team.
    """
    if entry.team is None:
        raise LookupError(seen.period.id)
    newest = await tx.scalar(select(func.max(facts.c.id)))
    body = {"period": seen.period.id}
    await tx.execute(insert(facts).values({**row, "body": json.dumps(body)}))
    await tx.execute(
        insert(looks).values(
            team_id=entry.team,
            period=seen.period.id,
            at=entry.at,
            last_fact=newest or 0,
            code=entry.code,
        )
    )


async def status(tx: AsyncConnection, commune: int, period: Period) -> Status:
    """Return how far a period of a commune is, on the map of its last day.

    A team without a leader who has joined holds nothing up; where no leader has looked at all the
    period stays a draft. Of a closed period only the seal is told: nothing else of it may change.
    """
    kept = await sealing.kept(tx, commune, period)
    if kept:
        return Status(State.CLOSED, seal=kept.seal)
    teams = await _teams(tx, commune, period)
    found = await _looks(tx, commune, period, [row.id for row in teams])
    seen = tuple(found[row.id] for row in teams if row.id in found)
    missing = tuple(row.name for row in teams if row.led and row.id not in found)
    state = State.SEEN if seen and not missing else State.DRAFT
    return Status(state, seen, missing, former=await sealing.former(tx, commune, period))


async def newest(tx: AsyncConnection, commune: int, team: int, period: Period) -> Look | None:
    """Return the newest look at one team's numbers, if there was one."""
    return (await _looks(tx, commune, period, [team])).get(team)


async def _teams(tx: AsyncConnection, commune: int, period: Period) -> list[Any]:
    """Return the teams of the map: number, name, and whether a leader is there to look."""
    led = (
        select(people.c.id)
        .where(
            people.c.place_id == _team.c.id,
            people.c.role.in_([role.value for role in LEADERS]),
            people.c.consented_at.is_not(None),
            people.c.left_at.is_(None),
        )
        .exists()
        .label("led")
    )
    found = await tx.execute(
        select(_team.c.id, _team.c.name, led)
        .join_from(_team, places, places.c.id == _team.c.parent_id)
        .where(
            _team.c.kind == PlaceKind.TEAM.value,
            is_part(places.c.parent_id, commune),
            on_map(_team, period.last),
        )
        .order_by(_team.c.id)
    )
    return list(found)


async def _looks(
    tx: AsyncConnection, commune: int, period: Period, teams: list[int]
) -> dict[int, Look]:
    """Return the newest look at each of some teams, with what came after it."""
    newest = (
        select(func.max(looks.c.id))
        .where(looks.c.team_id.in_(teams), looks.c.period == period.id)
        .group_by(looks.c.team_id)
    )
    found = await tx.execute(
        select(looks.c.id, looks.c.team_id, looks.c.at, places.c.name)
        .join_from(looks, places, places.c.id == looks.c.team_id)
        .where(looks.c.id.in_(newest))
    )
    rows = found.all()
    if not rows:
        return {}
    later = await tx.execute(
        select(looks.c.id, func.count())
        .join_from(
            facts,
            looks,
            (looks.c.team_id == facts.c.team_id) & (facts.c.id > looks.c.last_fact),
        )
        .where(
            looks.c.id.in_([row.id for row in rows]),
            facts.c.commune_id == commune,
            facts.c.day >= period.start,
            facts.c.day < period.end,
            facts.c.activity.is_not(None),
        )
        .group_by(looks.c.id)
    )
    since = {row[0]: int(row[1]) for row in later}
    return {row.team_id: Look(row.name, row.at, since.get(row.id, 0)) for row in rows}
