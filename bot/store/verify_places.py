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
    2. What was merged ends, and what it became begins, on the day of that merger.
    3. No place ends before it began; nobody on the roster is in a closed one.
    """
    known = {row.id: row for row in await tx.execute(select(places))}
    theirs = {
        (row.old_id, row.new_id): row.day for row in await tx.execute(select(successions))
    }  # fmt: skip
    ours, ends, begins = _followed(facts)
    problems = [
        _(
            "Place {old} became part of {new} on {ours} by the ledger, on {theirs} by the table.",
            old=str(old),
            new=str(new),
            ours=str(ours.get((old, new))),
            theirs=str(theirs.get((old, new))),
        )
        for old, new in sorted(ours.keys() | theirs.keys())
        if ours.get((old, new)) != theirs.get((old, new))
    ]
    problems += _wrong(known, ends, begins)
    lost = await tx.execute(
        select(people.c.id)
        .join_from(people, places, places.c.id == people.c.place_id)
        .where(people.c.left_at.is_(None), places.c.valid_to.is_not(None))
        .order_by(people.c.id)
    )
    problems += [
        _("Person {person} is in a place that was merged.", person=str(number))
        for number in lost.scalars()
    ]
    return problems


def _followed(facts: Iterable[Row[Any]]) -> tuple[Days, dict[int, date], dict[int, date]]:
    """Return whose numbers each place's became and when; when each ended; when each began."""
    days: Days = {}
    ends: dict[int, date] = {}
    begins: dict[int, date] = {}
    for row in facts:
        if row.kind != PlacesMerged.__name__:
            continue
        body = json.loads(row.body)
        day = date.fromisoformat(body["day"])
        for old, new in body["became"]:
            ends[old] = begins[new] = day
            earlier = [first for first, then in days if then == old]
            days |= {(first, new): day for first in (old, *earlier)}
    return days, ends, begins


def _wrong(
    known: Mapping[int, Row[Any]], ends: Mapping[int, date], begins: Mapping[int, date]
) -> list[Phrase]:
    """Return what a merger says otherwise of a place's first or last day than the place itself."""
    problems = []
    for number, row in sorted(known.items()):
        if number in ends and row.valid_to != ends[number]:
            problems.append(
                _(
                    "Place {place} ends on {theirs} on the map, on {ours} by the ledger.",
                    place=str(number),
                    theirs=str(row.valid_to),
                    ours=str(ends[number]),
                )
            )
        wrong = row.valid_to is not None and row.valid_to < row.valid_from
        if wrong or row.valid_from != begins.get(number, row.valid_from):
            problems.append(_("The days of place {place} cannot be.", place=str(number)))
    return problems
