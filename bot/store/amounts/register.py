"""The roster as amounts: villages, their teams, and the teams' members at the end of a period."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven
from bot.domain.people import MEMBERS
from bot.domain.places import PlaceKind
from bot.domain.quantities import Amount, Lack, Origin, Quantity
from bot.store.amounts.events import Events
from bot.store.amounts.ground import Ground
from bot.store.amounts.window import Window
from bot.store.schema import facts, people, places

# Who did something, which is of a period; all else is of its last day.
ACTIVE = "active_members"
# What the roster counts, by the word under which a quantity asks for it.
COUNTS = (
    "teams",
    "village_teams",
    "villages",
    "villages_with_team",
    "members",
    ACTIVE,
)


@dataclass(frozen=True, slots=True)
class Register:
    """What the roster counts, by place and word."""

    window: Window
    counts: Mapping[tuple[int, str], int]

    def amount(self, quantity: Quantity, place: int) -> Amount | Lack:
        """Return how many there are in a place; a roster is always known."""
        return Amount(
            value=sum(self.counts.get((place, word), 0) for word in quantity.of),
            unit=quantity.unit,
            origin=Origin.REGISTER,
            as_of=self.window.until,
            since=self.window.period.start if quantity.of == (ACTIVE,) else None,
        )


async def register(tx: AsyncConnection, ground: Ground, recorded: Events) -> Register:
    """Count the roster of a commune and its villages; three questions at most."""
    window = recorded.window
    counts: Counter[tuple[int, str]] = Counter()
    teams = await _teams(tx, ground, window)
    manned = {place for above in teams.values() for place in ground.holders(above)}
    for village in ground.villages:
        for place in (ground.commune.id, village.id):
            counts[place, "villages"] += 1
            counts[place, "villages_with_team"] += village.id in manned
    for above in teams.values():
        for place in ground.holders(above):
            counts[place, "teams"] += 1
            counts[place, "village_teams"] += above is not None
    for member, active in (await _members(tx, ground, recorded)).items():
        for place in ground.holders(member[1]):
            counts[place, "members"] += 1
            counts[place, ACTIVE] += active
    return Register(window, counts)


async def _teams(tx: AsyncConnection, ground: Ground, window: Window) -> dict[int, int | None]:
    """Return the village of each team on the last day; None for a team of the whole commune."""
    last = window.period.last
    found = await tx.execute(
        select(places.c.id, places.c.parent_id).where(
            places.c.kind == PlaceKind.TEAM.value,
            places.c.parent_id.in_([*ground.communes, *ground.onto]),
            places.c.valid_from <= last,
            places.c.valid_to.is_(None) | (places.c.valid_to > last),
        )
    )
    return {team: None if above in ground.communes else above for team, above in found}


async def _members(
    tx: AsyncConnection, ground: Ground, recorded: Events
) -> dict[tuple[int, int | None], bool]:
    """Return each member at the end of the period with their village: active, or not."""
    team, end = places.alias("team"), recorded.window.end
    found = await tx.execute(
        select(people.c.id, team.c.parent_id)
        .join_from(people, team, team.c.id == people.c.place_id)
        .where(
            people.c.role.in_([role.value for role in MEMBERS]),
            team.c.parent_id.in_([*ground.communes, *ground.onto]),
            people.c.consented_at < end,
            people.c.left_at.is_(None) | (people.c.left_at >= end),
        )
    )
    active = await _active(tx, recorded)
    return {
        (person, None if above in ground.communes else above): person in active
        for person, above in found
    }


async def _active(tx: AsyncConnection, recorded: Events) -> set[int]:
    """Return who has at least one entry in the period that counts."""
    active = {member for member, (net, __) in recorded.members.items() if net > 0}
    # An adjustment of an earlier period may hide what was given in this one.
    unsure = {member for member, (net, most) in recorded.members.items() if net <= 0 and most > 0}
    if not unsure:
        return active
    period, voiding = recorded.window.period, facts.alias("voiding")
    taken_back = select(voiding.c.id).where(
        voiding.c.voids == facts.c.id, voiding.c.day == facts.c.day
    )
    kept = await tx.execute(
        select(facts.c.member_id)
        .where(
            facts.c.member_id.in_(unsure),
            facts.c.day >= period.start,
            facts.c.day < period.end,
            facts.c.activity.is_not(None),
            facts.c.kind == AssistanceGiven.__name__,
            ~taken_back.exists(),
        )
        .distinct()
    )
    return active.union(kept.scalars())
