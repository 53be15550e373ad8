"""What the teams recorded as amounts: help given, people helped, people who came."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven, NothingToReport
from bot.domain.periods import Period, week
from bot.domain.quantities import Amount, Counts, Lack, Origin, Quantity
from bot.domain.tally import Helped
from bot.store.amounts.ground import Ground
from bot.store.amounts.window import Window
from bot.store.schema import facts
from bot.store.tallies import entries_of_people

# Place and activity.
_Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Events:
    """What was recorded in a window, and which places were heard of at all.

    `members`: by member, what all help came to, and the most of one entry.
    """

    window: Window
    given: Mapping[_Key, int]
    helped: Mapping[_Key, Helped]
    attended: Mapping[_Key, int]
    heard: frozenset[int]
    members: Mapping[int, tuple[int, int]]

    def amount(self, quantity: Quantity, place: int) -> Amount | Lack:
        """Return how much there was in a place: nothing only where its teams told something."""
        keys = [(place, activity) for activity in quantity.of]
        most = None
        match quantity.counts:
            case Counts.UNIT | Counts.EACH:
                value = sum(self.given.get(key, 0) for key in keys)
            case Counts.ATTENDEES:
                if any(self.given.get(key) for key in keys) and self.attended.keys().isdisjoint(
                    keys
                ):
                    # There were gatherings, and nobody told how many came.
                    return Lack.MISSING
                value = sum(self.attended.get(key, 0) for key in keys)
            case Counts.PEOPLE:
                helped = [self.helped.get(key, Helped()) for key in keys]
                value = sum(one.first for one in helped)
                most = sum(one.most for one in helped)
        if not value and not most and place not in self.heard:
            return Lack.SILENT
        return Amount(
            value=value,
            unit=quantity.unit,
            origin=Origin.EVENTS,
            as_of=self.window.until,
            since=self.window.period.start,
            most=most,
        )


async def events(
    tx: AsyncConnection, ground: Ground, window: Window, quantities: Iterable[Quantity]
) -> Events:
    """Read what was recorded in a commune and its villages; four questions at most."""
    within = _within(ground, window.period)
    of: defaultdict[Counts, set[str]] = defaultdict(set)
    for one in quantities:
        of[one.counts].update(one.of)
    given: Counter[_Key] = Counter()
    members: dict[int, tuple[int, int]] = {}
    for village, activity, member, count, most in await _given(tx, within):
        for holder in ground.holders(village):
            given[holder, activity] += count
        net, so_far = members.get(member, (0, 0))
        members[member] = net + count, max(most, so_far)
    heard = {place for (place, __), count in given.items() if count}
    helped = await _helped(tx, ground, within, of[Counts.PEOPLE])
    attended = await _attended(tx, ground, within, of[Counts.ATTENDEES])
    heard |= await _told(tx, ground, window.period)
    return Events(window, given, helped, attended, frozenset(heard), members)


def _within(ground: Ground, period: Period) -> list[ColumnElement[bool]]:
    return [
        facts.c.commune_id.in_(ground.communes),
        facts.c.day >= period.start,
        facts.c.day < period.end,
    ]


async def _given(
    tx: AsyncConnection, within: list[ColumnElement[bool]]
) -> list[tuple[int | None, str, int, int, int]]:
    """Return village, activity, member, what it came to, and the most of one entry."""
    count = facts.c["count"]
    by = (facts.c.village_id, facts.c.activity, facts.c.member_id)
    found = await tx.execute(
        select(*by, func.sum(count), func.max(count))
        .where(*within, facts.c.activity.is_not(None))
        .group_by(*by)
    )
    return [(*row[:3], int(row[3] or 0), int(row[4] or 0)) for row in found]


async def _helped(
    tx: AsyncConnection, ground: Ground, within: list[ColumnElement[bool]], activities: set[str]
) -> dict[_Key, Helped]:
    """Estimate the people helped, by place and activity."""
    if not activities:
        return {}
    entry = entries_of_people(within, activities).c
    unknown = func.sum(entry.all).filter(entry.first.is_(None))
    found: defaultdict[_Key, Helped] = defaultdict(Helped)
    for village, activity, first, rest in await tx.execute(
        select(entry.village_id, entry.activity, func.sum(entry.first), unknown).group_by(
            entry.village_id, entry.activity
        )
    ):
        for holder in ground.holders(village):
            known = found[holder, activity]
            found[holder, activity] = Helped(
                known.first + int(first or 0), known.unknown + int(rest or 0)
            )
    return found


async def _attended(
    tx: AsyncConnection, ground: Ground, within: list[ColumnElement[bool]], activities: set[str]
) -> Counter[_Key]:
    """Count those who came to gatherings.

    What was taken back no longer counts on its own day; where that day's period was closed, its
    number is taken off on the day of the adjustment.
    """
    if not activities:
        return Counter()
    voiding, voided = facts.alias("voiding"), facts.alias("voided")
    same_day = select(voiding.c.id).where(
        voiding.c.voids == facts.c.id, voiding.c.day == facts.c.day
    )
    came = select(facts.c.village_id, facts.c.activity, facts.c.attendees).where(
        *within,
        facts.c.kind == AssistanceGiven.__name__,
        facts.c.activity.in_(activities),
        facts.c.attendees.is_not(None),
        ~same_day.exists(),
    )
    taken_off = (
        select(facts.c.village_id, facts.c.activity, -voided.c.attendees)
        .join_from(facts, voided, voided.c.id == facts.c.voids)
        .where(*within, facts.c.activity.in_(activities), voided.c.day != facts.c.day)
        .where(voided.c.attendees.is_not(None))
    )
    each = union_all(came, taken_off).subquery().c
    counts: Counter[_Key] = Counter()
    for village, activity, attendees in await tx.execute(
        select(each.village_id, each.activity, func.sum(each.attendees)).group_by(
            each.village_id, each.activity
        )
    ):
        for holder in ground.holders(village):
            counts[holder, activity] += int(attendees or 0)
    return counts


async def _told(tx: AsyncConnection, ground: Ground, period: Period) -> set[int]:
    """Return the places that said that a week had nothing, or tried to help in vain."""
    weeks = Period(period.id, week(period.start).start, period.end)
    nothing = select(facts.c.village_id).where(
        *_within(ground, weeks),
        facts.c.kind == NothingToReport.__name__,
        # Said for the partial index.
        facts.c.activity.is_(None),
    )
    in_vain = (
        select(facts.c.village_id)
        .where(*_within(ground, period), facts.c.tried.is_not(None))
        .group_by(facts.c.village_id)
        .having(func.sum(facts.c.tried) != 0)
    )
    found = await tx.execute(union_all(nothing, in_vain))
    return {holder for village in found.scalars() for holder in ground.holders(village)}
