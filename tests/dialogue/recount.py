"""Counts the ledger a second time, in plain SQL of its own: what was given and not taken back.

What was taken back after its period was closed counts there, and its opposite on a later day.
"""

from collections import Counter
from datetime import date
from itertools import product
from typing import Any

from sqlalchemy import text

from bot.domain.periods import Period, month, period, week
from bot.domain.places import Place, Scope
from bot.domain.tally import By
from bot.store.tallies import tally
from tests.house import House

_GIVEN = text("""
    SELECT given.commune_id, given.village_id, given.team_id, given.member_id,
           given.day, given.activity, given.count,
           village.name AS village, team.name AS team, people.name AS member
    FROM facts AS given
    LEFT JOIN places AS village ON village.id = given.village_id
    LEFT JOIN places AS team ON team.id = given.team_id
    LEFT JOIN people ON people.id = given.member_id
    WHERE given.kind = 'AssistanceGiven'
    AND NOT EXISTS (
        SELECT 1 FROM facts AS voided
        WHERE voided.kind = 'AssistanceVoided' AND voided.voids = given.id
        AND voided.day = given.day
    )
    UNION ALL
    SELECT given.commune_id, given.village_id, given.team_id, given.member_id,
           voided.day, given.activity, -given.count,
           village.name, team.name, people.name
    FROM facts AS given
    JOIN facts AS voided ON voided.voids = given.id AND voided.day <> given.day
    LEFT JOIN places AS village ON village.id = given.village_id
    LEFT JOIN places AS team ON team.id = given.team_id
    LEFT JOIN people ON people.id = given.member_id
    WHERE given.kind = 'AssistanceGiven'
""")
_ELSEWHERE = """
    SELECT facts.code FROM facts
    JOIN people ON people.id = facts.member_id
    JOIN places AS own ON own.id = people.place_id
    LEFT JOIN places AS village ON village.id = own.parent_id
    LEFT JOIN places AS helped ON helped.id = facts.village_id
    WHERE facts.activity IS NOT NULL
    AND (facts.team_id <> own.id OR helped.parent_id <> facts.commune_id
         OR facts.commune_id <> village.parent_id OR facts.team_id IS NULL)
"""
_UNEQUAL = """
    SELECT voided.code FROM facts AS given JOIN facts AS voided ON voided.voids = given.id
    WHERE given.count <> -voided.count
    OR (given.day <> voided.day AND voided.adjusts <> coalesce(given.adjusts, given.day))
    OR given.activity <> voided.activity OR given.member_id <> voided.member_id
"""


async def recount(house: House, today: date) -> int:
    """Compare every tally with a count of our own; return how many were compared."""
    compared = 0
    scopes = await _scopes(house)
    async with house.database.read() as tx:
        given = [row._asdict() for row in await tx.execute(_GIVEN)]
        for scope, asked in product(scopes, _periods(today)):
            totals = []
            for by in By:
                counted = await tally(tx, scope, asked, by)
                rows = Counter((row.name, row.activity, row.count) for row in counted.rows)
                assert rows == _rows(given, scope, asked, by), (scope, asked, by)
                totals.append(counted.totals)
                compared += 1
            # Villages, teams and members each add up to the whole.
            assert totals == totals[:1] * len(totals)
    assert await house.ask(_ELSEWHERE) == []
    assert await house.ask(_UNEQUAL) == []
    return compared


def _periods(today: date) -> tuple[Period, ...]:
    other = ("2026-10", "2026-Q4", "2026-H2", "2026", "2026-11@nd09", "2026-11-20..2026-11-21")
    return (week(today), month(today), *map(period, other))


async def _scopes(house: House) -> list[Scope]:
    """Return both communes, and a team of each."""
    rows = await house.ask(
        "SELECT commune.id, commune.name, team.id, team.name FROM places AS team"
        " JOIN places AS village ON village.id = team.parent_id"
        " JOIN places AS commune ON commune.id = village.parent_id"
        " WHERE team.kind = 'team' GROUP BY commune.id"
    )
    communes = [Scope(Place(row[0], row[1])) for row in rows]
    return communes + [Scope(Place(row[0], row[1]), Place(row[2], row[3])) for row in rows]


def _rows(
    given: list[dict[str, Any]], scope: Scope, asked: Period, by: By
) -> Counter[tuple[str | None, str, int]]:
    """Return name, activity and sum for each place or person (two may have the same name)."""
    sums: Counter[tuple[int | None, str | None, str]] = Counter()
    first, last = asked.start.isoformat(), asked.last.isoformat()
    for one in given:
        here = one["commune_id"] == scope.commune.id
        if scope.team:
            here = here and one["team_id"] == scope.team.id
        if here and first <= one["day"] <= last:
            whole = by is By.ACTIVITY
            key = (None, None) if whole else (one[f"{by}_id"], one[by.value])
            sums[*key, one["activity"]] += one["count"]
    return Counter((name, activity, total) for (__, name, activity), total in sums.items() if total)
