"""Reads who recorded in which week for one person; what that person may not see is cut off here."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clock import local_day
from bot.domain.dossiers import Grid, Report
from bot.domain.nudges import Reach
from bot.domain.people import OFFICIALS, OVERSEERS, Person
from bot.domain.periods import Period, week
from bot.domain.places import Place, Scope
from bot.domain.rolls import Present, Roll
from bot.domain.tally import By, Own
from bot.domain.text import fold
from bot.store import nudges, own, presence, roster
from bot.store.place_names import labels
from bot.store.places import moved
from bot.store.presence import Stint
from bot.store.schema import facts
from bot.store.scopes import held
from bot.store.silence import expected


class Rolls:
    """Who recorded when, as one person may read it at one instant; nobody reads nothing.

    `channels`: over which somebody could be reminded.
    """

    def __init__(
        self,
        tx: AsyncConnection,
        person: Person | None,
        now: datetime,
        channels: Collection[str] = (),
    ) -> None:
        self._tx = tx
        self._person = person
        self._now = now
        self._channels = channels

    async def grid(self, period: Period) -> Grid:
        """Return which teams of the official's commune reported in which weeks; else no row."""
        person = self._person
        if not person or person.role not in OFFICIALS:
            return Grid((), ())
        return (await presence.presence(self._tx, person.scope, period, local_day(self._now))).grid

    async def teams(self, day: date) -> tuple[Place, ...]:
        """Return the teams in the person's scope on the map of a day, by name."""
        scope = self._scope
        if not scope:
            return ()
        found = await expected(self._tx, await held(self._tx, scope), By.TEAM, day)
        names = await labels(self._tx, found)
        listed = (Place(number, names[number]) for number in found)
        return tuple(sorted(listed, key=lambda one: (fold(one.name), one.id)))

    async def roll(self, team: int, weeks: Sequence[Period]) -> Roll | None:
        """Return who of a team recorded in some weeks; None where it is not in the scope."""
        scope, last, today = self._scope, weeks[-1].last, local_day(self._now)
        # A team that came out of a merger was not on the map of an earlier week.
        known = {one.id: one for day in (today, last) for one in await self.teams(day)}
        place = known.get(team)
        if not scope or place is None:
            return None
        now = (await moved(self._tx, [team], today))[team]
        members = [one for one in await self._members() if one.team and one.team.id == now]
        staying = {one.id for one in members}
        ours = await held(self._tx, Scope(scope.commune, place))
        # Who was moved here recorded for the former team, and was not silent then.
        span = (replace(ours, members=tuple(staying)), weeks[0].start, weeks[-1].end, None)
        worked = await presence.at_work(self._tx, *span)
        told = await presence.told_nothing(self._tx, *span)
        at = {(one.member, week(one.day).start) for one in worked}
        said = {(one.member, week(one.day).start) for one in told}
        return Roll(
            team=place,
            weeks=tuple(weeks),
            members=tuple(
                Present(one, tuple(self._report(one, monday, at, said) for monday in weeks))
                for one in sorted(members, key=lambda one: (fold(one.name), one.id))
            ),
            whole=tuple((None, one.start) in said for one in weeks),
            others=tuple(_others(worked, one, staying) for one in weeks),
        )

    async def did(self, member: int, period: Period) -> Own:
        """Return what somebody in the person's scope did in a period."""
        if member not in {one.id for one in await self._members()}:
            return Own()
        (found,) = await own.totals(self._tx, facts, member, [period])
        return found

    async def reach(self, member: int) -> Reach:
        """Tell whether somebody in the person's scope may be reminded now."""
        if member not in {one.id for one in await self._members()}:
            return Reach.AWAY
        return await nudges.reach(self._tx, member, self._channels, self._now)

    def _report(
        self,
        one: Person,
        about: Period,
        at: set[tuple[int | None, date]],
        said: set[tuple[int | None, date]],
    ) -> Report | None:
        key = (one.id, about.start)
        if key in at:
            return Report.GIVEN
        if key in said:
            return Report.NOTHING
        if about.start > local_day(self._now):
            return Report.AHEAD
        joined = one.consented_at
        return Report.SILENT if joined and local_day(joined) < about.end else None

    async def _members(self) -> tuple[Person, ...]:
        scope = self._scope
        if not scope:
            return ()
        found = await roster.people_of(self._tx, scope)
        return tuple(one for one in found if one.team and one.joined)

    @property
    def _scope(self) -> Scope | None:
        """Return what the person oversees; a plain member oversees nobody."""
        person = self._person
        if not person or person.role not in OVERSEERS:
            return None
        return person.scope if person.team or person.role in OFFICIALS else None


def _others(worked: Sequence[Stint], about: Period, known: Collection[int]) -> int:
    """Count who worked in a week and is not in the team any more."""
    there = {one.member for one in worked if one.day in about}
    return len(there.difference(known, {None}))
