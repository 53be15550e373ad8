"""The recount of the map: every merger as it was said, followed in Python, compared with tables."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import PlacesMerged
from bot.domain.text import Phrase, _
from bot.store.schema import people, places, successions

# From which day on a place's numbers are whose.
Days: TypeAlias = dict[tuple[int, int], date]


async def recount(tx: AsyncConnection, facts: Iterable[Row[Any]]) -> list[Phrase]:
    """Return what does not agree on the map.

    1. Each merger's fact, followed through later ones, is what `successions` says, day by day.
    2. What was succeeded is closed on the day of its own merger, and what is closed was succeeded.
    3. No place ends before it began; nobody on the roster is in a closed one.
    """
    known = {row.id: row for row in await tx.execute(select(places))}
    theirs = {
        (row.old_id, row.new_id): row.day for row in await tx.execute(select(successions))
    }  # fmt: skip
    ours, ends = _followed(facts)
    problems = [
        _(
            "Place {old} became part of {new} on {ours} by the ledger, on {theirs} by the table.",
            old=old,
            new=new,
            ours=str(ours.get((old, new))),
            theirs=str(theirs.get((old, new))),
        )
        for old, new in sorted(ours.keys() | theirs.keys())
        if ours.get((old, new)) != theirs.get((old, new))
    ]
    problems += _wrong(known, ends)
    lost = await tx.execute(
        select(people.c.id)
        .join_from(people, places, places.c.id == people.c.place_id)
        .where(people.c.left_at.is_(None), places.c.valid_to.is_not(None))
        .order_by(people.c.id)
    )
    problems += [
        _("Person {person} is in a place that was merged.", person=number)
        for number in lost.scalars()
    ]
    return problems


def _followed(facts: Iterable[Row[Any]]) -> tuple[Days, dict[int, date]]:
    """Return whose numbers each place's became and when, and the day on which each ended."""
    days: Days = {}
    ends: dict[int, date] = {}
    for row in facts:
        if row.kind != PlacesMerged.__name__:
            continue
        body = json.loads(row.body)
        day = date.fromisoformat(body["day"])
        for old, new in body["became"]:
            ends[old] = day
            earlier = [first for first, then in days if then == old]
            days |= {(first, new): day for first in (old, *earlier)}
    return days, ends


def _wrong(known: Mapping[int, Row[Any]], ends: Mapping[int, date]) -> list[Phrase]:
    problems = []
    for number, row in sorted(known.items()):
        if row.valid_to != ends.get(number):
            problems.append(
                _(
                    "Place {place} ends on {theirs} on the map, on {ours} by the ledger.",
                    place=number,
                    theirs=str(row.valid_to),
                    ours=str(ends.get(number)),
                )
            )
        above = known.get(row.parent_id) if row.parent_id else None
        early = above is not None and row.valid_from < above.valid_from
        if early or (row.valid_to is not None and row.valid_to < row.valid_from):
            problems.append(_("The days of place {place} cannot be.", place=number))
    return problems
