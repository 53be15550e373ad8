"""Counts: a question put to the facts each time, answered from one covering index.

A tally is told on the map of one day: each place's numbers, its parts' included, stand where the
place is on that map.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Subquery, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven, FirstTimeTold
from bot.domain.obstacles import Obstacle
from bot.domain.periods import Period
from bot.domain.places import Scope
from bot.domain.tally import By, Helped, Quiet, Row, Tally, summed
from bot.domain.text import fold
from bot.store.adjustments import adjustments
from bot.store.place_names import labels
from bot.store.places import moved
from bot.store.schema import facts, people
from bot.store.scopes import as_of, dimension, held, is_place
from bot.store.silence import expected, told


async def tally(
    tx: AsyncConnection,
    scope: Scope,
    period: Period,
    by: By,
    *,
    on: date | None = None,
    until: int | None = None,
) -> Tally:
    """Count a period's help in a scope, and say who has nothing in it.

    `on`: the day whose map it is told on; without one, the period's last day. `until`: the number
    of the newest fact that counts, None where every one does.
    """
    day = on or period.last
    ours = await held(tx, scope)
    within = ours.facts(period.start, period.end, until)
    counts = await _counted(tx, within, by, day)
    having = {whose for whose, __ in counts if whose is not None}
    silent = await expected(tx, ours, by, day) - having
    names = await _names(tx, by, having | silent)
    rows = (
        Row(names.get(whose) if whose else None, what, number)
        for (whose, what), number in counts.items()
    )
    # By name as read aloud; those who left come last.
    ordered = tuple(
        sorted(rows, key=lambda row: (not row.name, fold(row.name or ""), row.activity))
    )
    said = await told(tx, ours, period, by, silent, until)
    quiet = (Quiet(names.get(number) or "", number in said) for number in silent)
    return Tally(
        period,
        by,
        summed(ordered),
        ordered,
        quiet=tuple(sorted(quiet, key=lambda one: (not one.told, fold(one.name)))),
        tried=await _tried(tx, within),
        adjustments=await adjustments(tx, within, period),
    )


async def _counted(
    tx: AsyncConnection, within: list[ColumnElement[bool]], by: By, day: date
) -> dict[tuple[int | None, str], int]:
    """Return the counts by place (or person) and activity, places as they are on a day's map.

    Which place is whose is looked up for the few places that there are, not for every fact.
    """
    key = dimension(by)
    columns = (facts.c.activity,) if key is None else (key, facts.c.activity)
    total = func.sum(facts.c["count"])
    found = await tx.execute(
        select(*columns, total)
        .where(*within, facts.c.activity.is_not(None))
        .group_by(*columns)
        .having(total != 0)
    )
    rows = [(None if key is None else row[0], row[-2], int(row[-1])) for row in found]
    where = await moved(tx, {row[0] for row in rows if row[0]}, day) if is_place(by) else {}
    counts: Counter[tuple[int | None, str]] = Counter()
    for whose, activity, number in rows:
        counts[where.get(whose, whose) if whose else whose, activity] += number
    return {key: number for key, number in counts.items() if number}


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
    tx: AsyncConnection,
    scope: Scope,
    period: Period,
    activities: tuple[str, ...],
    *,
    until: int | None = None,
) -> Helped:
    """Estimate the people helped by some activities: what was told last of each entry counts.

    `until`: the number of the newest fact that counts, None where every one does.
    """
    ours = await held(tx, scope)
    within = ours.facts(period.start, period.end, until)
    entries = entries_of_people(within, activities, until)
    unknown = func.sum(entries.c.all).filter(entries.c.first.is_(None))
    row = (await tx.execute(select(func.sum(entries.c.first), unknown))).one()
    return Helped(int(row[0] or 0), int(row[1] or 0))


def entries_of_people(
    within: Sequence[ColumnElement[bool]], activities: Collection[str], until: int | None = None
) -> Subquery:
    """Select entries with how many people they are of (`all`), and of how many it was told that
    they came for the first time (`first`, none where nobody told).
    """
    voiding, said = facts.alias("voiding"), facts.alias("told")
    first = (
        select(said.c["count"])
        .where(
            said.c.about == facts.c.id,
            said.c.kind == FirstTimeTold.__name__,
            *as_of(said, until),
        )
        .order_by(said.c.id.desc())
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
            .where(
                voiding.c.voids == facts.c.id, voiding.c.adjusts.is_(None), *as_of(voiding, until)
            )
            .exists(),
        )
        .subquery()
    )


async def _names(tx: AsyncConnection, by: By, ids: set[int]) -> dict[int, str | None]:
    """Return the names of places or people; one who left has none."""
    if not ids:
        return {}
    if is_place(by):
        return dict(await labels(tx, ids))
    found = await tx.execute(select(people.c.id, people.c.name).where(people.c.id.in_(ids)))
    return {row.id: row.name for row in found}
