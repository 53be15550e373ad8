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
    """What was recorded in a window, and which places were heard of at all."""

    window: Window
    given: Mapping[_Key, int]
    helped: Mapping[_Key, Helped]
    attended: Mapping[_Key, int]
    heard: frozenset[int]

    def amount(self, quantity: Quantity, place: int) -> Amount | Lack:
        """Return how much there was in a place: nothing only where its teams told something."""
        keys = [(place, activity) for activity in quantity.of]
        most = None
        match quantity.counts:
            case Counts.UNIT | Counts.EACH:
                value = sum(self.given.get(key, 0) for key in keys)
            case Counts.ATTENDEES:
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
    heard = set()
    for village, activity, count in await tx.execute(
        select(facts.c.village_id, facts.c.activity, func.sum(facts.c["count"]))
        .where(*within, facts.c.activity.is_not(None))
        .group_by(facts.c.village_id, facts.c.activity)
    ):
        for holder in ground.holders(village):
            given[holder, activity] += int(count or 0)
            heard |= {holder} if count else set()
    helped = await _helped(tx, ground, within, of[Counts.PEOPLE])
    attended = await _attended(tx, ground, within, of[Counts.ATTENDEES])
    heard |= await _told(tx, ground, window.period)
    return Events(window, given, helped, attended, frozenset(heard))


def _within(ground: Ground, period: Period) -> list[ColumnElement[bool]]:
    return [
        facts.c.commune_id.in_(ground.communes),
        facts.c.day >= period.start,
        facts.c.day < period.end,
    ]


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
        ~same_day.exists(),
    )
    taken_off = (
        select(facts.c.village_id, facts.c.activity, -voided.c.attendees)
        .join_from(facts, voided, voided.c.id == facts.c.voids)
        .where(*within, facts.c.activity.in_(activities), voided.c.day != facts.c.day)
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
        *_within(ground, weeks), facts.c.kind == NothingToReport.__name__
    )
    in_vain = (
        select(facts.c.village_id)
        .where(*_within(ground, period), facts.c.activity.is_not(None))
        .group_by(facts.c.village_id)
        .having(func.sum(facts.c.tried) != 0)
    )
    found = await tx.execute(union_all(nothing, in_vain))
    return {holder for village in found.scalars() for holder in ground.holders(village)}
