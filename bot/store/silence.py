"""Who could record something in a period, and who of them said that there was nothing.

Silence is not zero. Of a merged place everything is told only where each part of it has told.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import NothingToReport
from bot.domain.periods import Period, week
from bot.domain.places import PlaceKind
from bot.domain.tally import By
from bot.store.places import among, on_map, parts
from bot.store.schema import facts, people, places, successions
from bot.store.scopes import Held, dimension, is_place

_team = places.alias("team")
# Written into the sentence, so that the index of just these facts is known to hold them.
_NOTHING = literal(NothingToReport.__name__, literal_execute=True)


async def expected(tx: AsyncConnection, held: Held, by: By, day: date) -> set[int]:
    """Return the numbers of a scope's places on the map of a day, or of who has joined its teams.

    A village is expected where it has a team.
    """
    if by is By.ACTIVITY:
        return set()
    teams = (
        select(_team.c.id, _team.c.parent_id)
        .select_from(_team.join(places, places.c.id == _team.c.parent_id))
        .where(
            _team.c.kind == PlaceKind.TEAM.value,
            among(places.c.parent_id, held.communes),
            on_map(_team, day),
        )
    )
    if held.teams:
        teams = teams.where(among(_team.c.id, held.teams))
    if by is By.MEMBER:
        known = select(teams.subquery().c.id)
        # Whoever was in a team that has become part of another one belongs there now.
        now = select(successions.c.new_id).where(successions.c.old_id.in_(known))
        found = await tx.execute(
            select(people.c.id).where(
                or_(people.c.place_id.in_(known), people.c.place_id.in_(now)),
                people.c.left_at.is_(None),
                people.c.consented_at.is_not(None),
            )
        )
        return set(found.scalars())
    return {row.id if by is By.TEAM else row.parent_id for row in await tx.execute(teams)}


async def told(
    tx: AsyncConnection,
    held: Held,
    period: Period,
    by: By,
    silent: Collection[int],
    until: int | None = None,
) -> set[int]:
    """Return who of the silent has said of every week in a period that there was nothing.

    `until`: the number of the newest fact that counts, None where every one does.
    """
    key = dimension(by)
    if key is None or not silent:
        return set()
    # Nothing is told of a week; of a longer period only where it is told of every week in it.
    whole = replace(period, start=week(period.start).start)
    found = await tx.execute(
        select(key, facts.c.day)
        .where(*held.facts(whole.start, whole.end, until), facts.c.kind == _NOTHING)
        .distinct()
    )
    said: defaultdict[date, set[int]] = defaultdict(set)
    for whose, monday in found:
        said[monday].add(whose)
    mondays = range(0, (whole.end - whole.start).days, 7)
    weeks = [said[whole.start + timedelta(days=days)] for days in mondays]
    known = await parts(tx, silent) if is_place(by) else {}
    return {one for one in silent if all(_covered(one, week_said, known) for week_said in weeks)}


def _covered(place: int, said: Collection[int], known: Mapping[int, frozenset[int]]) -> bool:
    """Tell whether everything that a place was first made of has told, by itself or merged."""
    everything = {place, *known.get(place, ())}
    first = {one for one in everything if not known.get(one)}
    return first <= {
        part for one in everything.intersection(said) for part in (one, *known.get(one, ()))
    }
