"""The recount of closed periods: each sheet is the one that was closed, and the facts bear it out.

Nothing here asks the tallies' own sums: facts are read one by one, up to the last that was seen.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import PeriodClosed, PeriodReopened, PlacesMerged
from bot.domain.sheets import Sheet
from bot.domain.tally import Tally
from bot.domain.text import Phrase, _
from bot.store import sheet_text
from bot.store.recounting import counted
from bot.store.schema import closings


async def recount(
    tx: AsyncConnection, facts: Sequence[Row[tuple[Any, ...]]]
) -> tuple[int, list[Phrase]]:
    """Return how many totals were compared, and what does not agree."""
    by_code = {row.code: row for row in facts}
    kept = (await tx.execute(select(closings).order_by(closings.c.id))).all()
    problems = _unkept(facts, {row.code for row in kept})
    compared = 0
    for closing in kept:
        body, wrong = _said(closing, by_code)
        problems += wrong
        if closing.sheet is None and closing.fingerprint is None and not body.get("fingerprint"):
            # Closed by a version that kept no sheet: there is nothing to hold it against.
            continue
        sheet = _sheet(closing, body, problems)
        if sheet:
            known = [row for row in facts if row.id <= (closing.last_fact or 0)]
            for name, tally in (("village_id", sheet.by_village), ("team_id", sheet.by_team)):
                compared += len(tally.rows)
                problems += _differences(closing, tally, _ours(known, closing, sheet, name))
    return compared, problems


def _unkept(facts: Iterable[Row[tuple[Any, ...]]], kept: set[str]) -> list[Phrase]:
    return [
        _("{code} closed a period, but what was closed is not there.", code=row.code)
        for row in facts
        if row.kind == PeriodClosed.__name__ and row.code not in kept
    ]


def _said(
    closing: Row[tuple[Any, ...]], by_code: Mapping[str, Row[tuple[Any, ...]]]
) -> tuple[Mapping[str, Any], list[Phrase]]:
    """Return what the fact of a closing says, and what of it does not fit."""
    fact = by_code.get(closing.code)
    if fact is None or fact.kind != PeriodClosed.__name__:
        return {}, [_("Nobody closed the period {id} that is closed.", id=closing.period)]
    body: Mapping[str, Any] = json.loads(fact.body)
    problems = []
    if body["period"] != closing.period or fact.commune_id != closing.commune_id:
        problems.append(_("{code} closed another period than the one kept.", code=closing.code))
    opened = by_code.get(closing.reopened)
    if closing.reopened is not None and (opened is None or opened.kind != PeriodReopened.__name__):
        problems.append(_("Nobody opened the period {id} again.", id=closing.period))
    return body, problems


def _sheet(
    closing: Row[tuple[Any, ...]], body: Mapping[str, Any], problems: list[Phrase]
) -> Sheet | None:
    """Return the sheet of a closing, where it is what was closed."""
    made = sheet_text.fingerprint(closing.sheet or "")
    said = body.get("fingerprint") if body else made
    if not made == closing.fingerprint == said:
        problems.append(
            _(
                "The figures of the closed period {id} were changed after closing: they no longer "
                "have their fingerprint.",
                id=closing.period,
            )
        )
        return None
    return sheet_text.read(closing.sheet)


def _ours(
    facts: Sequence[Row[tuple[Any, ...]]], closing: Row[tuple[Any, ...]], sheet: Sheet, name: str
) -> Counter[tuple[str, int]]:
    """Return the counts of each activity, one for each place that had any."""
    became = _became(facts, sheet.map_day)
    place = {"village_id": 1, "team_id": 2}[name]
    sums: Counter[tuple[object, str]] = Counter()
    for key, number in counted(facts, []).items():
        day, activity = key[4], str(key[5])
        ours = _now(key[0], became) == closing.commune_id
        if ours and isinstance(day, date) and closing.first <= day < closing.end:
            sums[_now(key[place], became), activity] += number
    return Counter((activity, number) for (__, activity), number in sums.items() if number)


def _became(facts: Iterable[Row[tuple[Any, ...]]], map_day: date) -> dict[int, int]:
    """Return what places had become by a day, as far as it was known when the period was closed."""
    became: dict[int, int] = {}
    for row in facts:
        if row.kind == PlacesMerged.__name__ and row.body:
            body = json.loads(row.body)
            if date.fromisoformat(body["day"]) <= map_day:
                became |= {int(old): int(new) for old, new in body["became"]}
    return became


def _now(place: object, became: Mapping[int, int]) -> object:
    while isinstance(place, int) and place in became:
        place = became[place]
    return place


def _differences(
    closing: Row[tuple[Any, ...]], tally: Tally, ours: Counter[tuple[str, int]]
) -> list[Phrase]:
    """Compare counts without the names of their places, which may have changed since."""
    theirs = Counter((row.activity, row.count) for row in tally.rows)
    activities = {activity for activity, __ in (ours - theirs) + (theirs - ours)}
    return [
        _(
            "The closed period {id} differs for {activity}: {ours} fact by fact, {theirs} on its "
            "sheet.",
            id=closing.period,
            activity=activity,
            ours=_numbers(ours, activity),
            theirs=_numbers(theirs, activity),
        )
        for activity in sorted(activities)
    ]


def _numbers(counts: Counter[tuple[str, int]], activity: str) -> str:
    found = sorted(number for one, number in counts.elements() if one == activity)
    return " + ".join(map(str, found)) or "0"
