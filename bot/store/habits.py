"""How counts came in: what villages recorded in a row of periods, and when members did so."""

from collections import Counter, defaultdict

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven
from bot.domain.findings import Kind
from bot.domain.indicators import Catalogue
from bot.domain.material import Series, Sitting
from bot.domain.periods import Period
from bot.domain.quantities import Counts, Origin
from bot.store.amounts import Ground
from bot.store.schema import facts, people


async def series(
    tx: AsyncConnection, where: Ground, periods: tuple[Period, ...], catalogue: Catalogue
) -> tuple[Series, ...]:
    """Count what villages recorded in a period and in each of those before it.

    A village is known in a period in which it recorded anything at all.
    """
    wanted = _watched(catalogue)
    if not wanted:
        return ()
    book = facts.c
    sums = [
        func.sum(book["count"]).filter(and_(book.day >= one.start, book.day < one.end))
        for one in periods
    ]
    found = await tx.execute(
        select(book.village_id, book.activity, *sums)
        .where(
            book.commune_id.in_(where.communes),
            book.day >= min(one.start for one in periods),
            book.day < periods[0].end,
            book.activity.is_not(None),
        )
        .group_by(book.village_id, book.activity)
    )
    counts: Counter[tuple[int, str, int]] = Counter()
    heard: set[tuple[int, int]] = set()
    for row in found:
        holder = where.onto.get(row.village_id)
        for nth, total in enumerate(row[2:]):
            if holder is not None and total:
                counts[holder, row.activity, nth] += int(total)
                heard.add((holder, nth))

    def count(village: int, activities: tuple[str, ...], nth: int) -> int | None:
        if (village, nth) not in heard:
            return None
        return sum(counts[village, activity, nth] for activity in activities)

    return tuple(
        Series(
            quantity,
            village.name,
            count(village.id, activities, 0),
            tuple(count(village.id, activities, nth) for nth in range(1, len(periods))),
        )
        for village in where.villages
        for quantity, activities in wanted.items()
    )


def _watched(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the counts that rules hold against their history, with what they are made of.

    Estimates of people and heads at gatherings are not among them: they vary with who is asked.
    """
    rules = [one for one in catalogue.rules.values() if one.kind is Kind.HISTORY]
    named = {quantity for rule in rules for quantity in rule.left}
    every = any(not rule.left for rule in rules)
    return {
        one.id: one.of
        for one in catalogue.quantities.values()
        if one.origin is Origin.EVENTS
        and one.counts in {Counts.UNIT, Counts.EACH}
        and (every or one.id in named)
    }


async def sittings(
    tx: AsyncConnection, where: Ground, period: Period, catalogue: Catalogue
) -> tuple[Sitting, ...]:
    """Read when members recorded help of one day, where there was enough of it to be a burst."""
    least = min(
        (one.low for one in catalogue.rules.values() if one.kind is Kind.BURST and one.low),
        default=None,
    )
    if least is None:
        return ()
    within = (
        facts.c.commune_id.in_(where.communes),
        facts.c.day >= period.start,
        facts.c.day < period.end,
        facts.c.activity.is_not(None),
        facts.c.kind == AssistanceGiven.__name__,
        # A correction is no new entry. Asked plainly, SQLite takes the index of corrections, in
        # which nearly every fact there ever was is about nothing.
        func.coalesce(facts.c.about, 0) == 0,
    )
    busy = (
        select(facts.c.member_id, facts.c.day)
        .where(*within)
        .group_by(facts.c.member_id, facts.c.day)
        .having(func.count() >= int(least))
        .subquery()
    )
    voiding = facts.alias("voiding")
    same = and_(busy.c.member_id == facts.c.member_id, busy.c.day == facts.c.day)
    found = await tx.execute(
        select(facts.c.member_id, people.c.name, facts.c.day, facts.c.at, facts.c.village_id)
        .join_from(facts, busy, same)
        .join(people, people.c.id == facts.c.member_id)
        .where(*within, ~select(voiding.c.id).where(voiding.c.voids == facts.c.id).exists())
        .order_by(facts.c.id)
    )
    names = {one.id: one.name for one in where.villages}
    rows = defaultdict(list)
    for row in found:
        rows[row.member_id, row.day].append(row)
    return tuple(
        Sitting(
            member,
            of[0].name,
            names.get(where.onto.get(of[0].village_id, 0)),
            day,
            tuple(one.at for one in of),
        )
        for (member, day), of in rows.items()
    )
