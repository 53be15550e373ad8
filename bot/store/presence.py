"""Who was at work on which day, and which team reported in which week; silence is not zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import starmap

from sqlalchemy import ColumnElement, Select, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.dossiers import Grid, Report, Worked
from bot.domain.facts import AssistanceGiven, AssistanceTried, HouseholdSurveyed, NothingToReport
from bot.domain.periods import Period, week
from bot.domain.places import Scope
from bot.domain.tally import By
from bot.domain.text import fold
from bot.store.place_names import labels
from bot.store.places import moved
from bot.store.schema import facts, people
from bot.store.scopes import Held, as_of, held
from bot.store.silence import expected

# What takes somebody out of the house: help, also in vain, and the round of the households.
_WORK = tuple(kind.__name__ for kind in (AssistanceGiven, AssistanceTried, HouseholdSurveyed))
# Of one week alone nobody sees who is often silent.
_WEEKS_AT_LEAST = 4

_taking_back = facts.alias("taking_back")


@dataclass(frozen=True, slots=True)
class Stint:
    """One member was at work for one team on one day."""

    member: int | None
    team: int | None
    day: date


@dataclass(frozen=True, slots=True)
class Presence:
    """Which teams reported in which weeks, and who worked on which days."""

    grid: Grid
    worked: tuple[Worked, ...]


async def presence(
    tx: AsyncConnection, scope: Scope, period: Period, today: date, until: int | None = None
) -> Presence:
    """Return the weeks of the teams and the days of the members, of one look at the facts.

    `until`: the number of the newest fact that counts, None where every one does.
    """
    ours, weeks = await held(tx, scope), _weeks(period)
    # The weeks hold every day of the period.
    days = await at_work(tx, ours, weeks[0].start, weeks[-1].end, until)
    return Presence(
        await _grid(tx, ours, period, weeks, days, today, until),
        await _worked(tx, ours, period, days, until),
    )


async def _grid(
    tx: AsyncConnection,
    ours: Held,
    period: Period,
    weeks: Sequence[Period],
    stints: Sequence[Stint],
    today: date,
    until: int | None,
) -> Grid:
    """Return which teams of the map of the period's last day reported in its weeks."""
    told = await told_nothing(tx, ours, weeks[0].start, weeks[-1].end, until)
    teams = await expected(tx, ours, By.TEAM, period.last)
    now = await moved(tx, {one.team for one in (*stints, *told) if one.team}, period.last)
    worked = {(one.team, one.day) for one in stints if one.team}
    given = {(now[team], week(day).start) for team, day in worked}
    nothing = {(now[one.team], one.day) for one in told if one.team}
    names = await labels(tx, teams)

    def report(team: int, monday: date) -> Report:
        if (team, monday) in given:
            return Report.GIVEN
        if (team, monday) in nothing:
            return Report.NOTHING
        return Report.AHEAD if monday > today else Report.SILENT

    rows = ((names[team], tuple(report(team, one.start) for one in weeks)) for team in teams)
    return Grid(tuple(weeks), tuple(sorted(rows, key=lambda row: fold(row[0]))))


async def _worked(
    tx: AsyncConnection, ours: Held, period: Period, stints: Sequence[Stint], until: int | None
) -> tuple[Worked, ...]:
    """Return the days of a period on which everybody of a scope worked.

    Of a closed period (`until`) who joins or leaves changes nothing: only those who worked are
    there.
    """
    everybody = await expected(tx, ours, By.MEMBER, period.last) if until is None else ()
    days: dict[int, set[date]] = {number: set() for number in everybody}
    for one in stints:
        if one.member and period.start <= one.day < period.end:
            days.setdefault(one.member, set()).add(one.day)
    found = await tx.execute(
        select(people.c.id, people.c.name, people.c.place_id).where(people.c.id.in_(days))
    )
    rows = found.all()
    teams = await labels(tx, {row.place_id for row in rows})
    listed = (
        Worked(row.name, teams.get(row.place_id, ""), tuple(sorted(days[row.id]))) for row in rows
    )
    return tuple(
        sorted(listed, key=lambda one: (fold(one.team), not one.name, fold(one.name or "")))
    )


def _weeks(period: Period) -> tuple[Period, ...]:
    """Return the weeks of a period, and as many before it as make four."""
    last = week(period.last).start
    first = min(week(period.start).start, last - timedelta(weeks=_WEEKS_AT_LEAST - 1))
    return tuple(
        week(first + timedelta(days=days)) for days in range(0, (last - first).days + 1, 7)
    )


async def at_work(
    tx: AsyncConnection, ours: Held, first: date, end: date, until: int | None
) -> tuple[Stint, ...]:
    """Return who was at work when, each day of a member in a team once.

    An adjustment of a closed period counts its numbers later, but its day is the one it was on.
    """
    by_day = [*ours.facts(first, end, until), facts.c.adjusts.is_(None)]
    adjusted = [
        *ours.facts(first, date.max, until), facts.c.adjusts >= first, facts.c.adjusts < end
    ]  # fmt: skip
    found = await tx.execute(
        union(_standing(facts.c.day, by_day, until), _standing(facts.c.adjusts, adjusted, until))
    )
    # Ten thousands in a year: read at once, and by place.
    return tuple(starmap(Stint, found.all()))


def _standing(
    day: ColumnElement[date], within: Sequence[ColumnElement[bool]], until: int | None
) -> Select[tuple[int, int, date]]:
    taken_back = select(_taking_back.c.id).where(
        _taking_back.c.voids == facts.c.id, *as_of(_taking_back, until)
    )
    return select(facts.c.member_id, facts.c.team_id, day).where(
        *within, facts.c.kind.in_(_WORK), ~taken_back.exists()
    )


async def told_nothing(
    tx: AsyncConnection, ours: Held, first: date, end: date, until: int | None
) -> tuple[Stint, ...]:
    """Return who told of which week, by its Monday, that there was nothing."""
    found = await tx.execute(
        select(facts.c.member_id, facts.c.team_id, facts.c.day)
        .where(*ours.facts(first, end, until), facts.c.kind == NothingToReport.__name__)
        .distinct()
    )
    return tuple(Stint(*row) for row in found)
