"""Reads the ledger for one person; what that person may not see is cut off here, not in flows."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clock import local_day
from bot.domain.facts import Entry
from bot.domain.figures import Figure
from bot.domain.guides import Gap
from bot.domain.history import Alike, Version
from bot.domain.people import OFFICIALS, OVERSEERS, VIEWERS, Person
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.tally import By, Helped, Own, Tally
from bot.store import closings, entries, figures, frozen, gaps, own, place_names, places, roster
from bot.store.schema import facts, practice
from bot.store.scopes import may_count

# How far back the order of a member's activities looks, in days.
_USUAL_DAYS = 60


class Ledger:
    """The ledger as one person may read it at one instant; nobody reads nothing.

    Who is `practising` reads the practice book instead, wherever single entries are concerned.
    `closed_until`: from that day on nothing is closed, None where nothing is at all.
    """

    def __init__(
        self,
        tx: AsyncConnection,
        person: Person | None,
        now: datetime,
        *,
        practising: bool = False,
        closed_until: date | None = date.max,
    ) -> None:
        self._tx = tx
        self._person = person
        self._now = now
        self._book = practice if practising else facts
        self._closed_until = closed_until

    async def usual(self) -> tuple[str, ...]:
        """Return the person's activities, most often recorded first."""
        if not self._person:
            return ()
        since = local_day(self._now) - timedelta(days=_USUAL_DAYS)
        wanted = {"member": self._person.id, "since": since}
        return tuple((await self._tx.execute(entries.usual(self._book), wanted)).scalars())

    async def entries(self, limit: int, member: int | None = None) -> tuple[Entry, ...]:
        """Return the latest entries that still count, newest first: one's own, or a `member`'s."""
        if not self._person:
            return ()
        wanted = self._book.c.member_id == (member or self._person.id)
        found = await self._tx.execute(
            entries.counting(self._book)
            .where(wanted, entries.scope(self._person, self._book))
            .limit(limit)
        )
        return tuple(map(entries.entry_of, found))

    async def entry(self, code: str) -> Entry | None:
        """Return an entry that still counts and that the person may correct."""
        if not self._person:
            return None
        found = await self._tx.execute(
            entries.counting(self._book).where(
                self._book.c.code == code, entries.scope(self._person, self._book)
            )
        )
        row = found.first()
        return entries.entry_of(row) if row else None

    async def history(self, entry: Entry) -> tuple[Version, ...]:
        """Return the versions of an entry that the person may correct, the first one first."""
        if not await self.entry(entry.code):
            return ()
        return await entries.history(self._tx, self._book, entry.code)

    async def alike(self, entry: Entry, since: datetime) -> Alike | None:
        """Return another entry that says the same and was made since an instant."""
        person = self._person
        if not person or person.role in VIEWERS or entry.commune is None:
            return None
        if entry.commune not in await places.lineage(self._tx, person.commune.id):
            return None
        return await entries.alike(self._tx, self._book, entry, since, person)

    async def first_told(self, entry: Entry) -> int | None:
        """Return how many people of an entry were helped for the first time, if that was told."""
        if not await self.entry(entry.code):
            return None
        return await entries.first_told(self._tx, self._book, entry.code)

    async def own(self, *periods: Period) -> tuple[Own, ...]:
        """Return what the person did in each of some periods."""
        if not self._person:
            return tuple(Own() for _period in periods)
        return await own.totals(self._tx, self._book, self._person.id, periods)

    async def told_nothing(self, monday: date) -> bool:
        """Tell whether the person has said that a week has nothing to report."""
        person = self._person
        return person is not None and await own.told_nothing(
            self._tx, self._book, person.id, monday
        )

    async def tally(self, period: Period, by: By, *, on: date | None = None) -> Tally:
        """Return the tally of the person's scope, on a day's map; a plain member's is empty."""
        if not self._person or not may_count(self._person, by):
            return Tally(period, by, {}, ())
        return await frozen.tally(self._tx, self._person.scope, period, by, on=on)

    async def helped(self, period: Period, activities: tuple[str, ...]) -> Helped:
        """Estimate the people helped in the person's scope; a plain member sees none."""
        if not self._person or not may_count(self._person, By.ACTIVITY):
            return Helped()
        return await frozen.helped(self._tx, self._person.scope, period, activities)

    async def closed(self, day: date) -> Period | None:
        """Return the closed period that a day of the person's commune lies in, if it does."""
        if not self._person or self._closed_until is None or day >= self._closed_until:
            return None
        return await closings.around(self._tx, self._person.commune.id, day)

    async def is_closed(self, period: Period) -> bool:
        """Tell whether the person's commune has closed this very period."""
        person = self._person
        return person is not None and await closings.closed(self._tx, person.commune.id, period)

    async def villages(self) -> tuple[Place, ...]:
        """Return the villages of the person's commune, by number."""
        return await roster.villages(self._tx, self._person.commune) if self._person else ()

    async def village(self, number: int) -> Place | None:
        """Return a village of the person's commune as it is today, whatever became of it."""
        today = await places.present(self._tx, number)
        return next((one for one in await self.villages() if one.id == today), None)

    async def village_names(self) -> Mapping[int, str]:
        """Return the name of every village the person's commune has or had, by number."""
        return (
            await place_names.village_names(self._tx, self._person.commune.id)
            if self._person
            else {}
        )

    async def villages_called(self) -> Mapping[str, Place]:
        """Return the villages of the person's commune by name, former names included."""
        return await place_names.called(self._tx, self._person.commune.id) if self._person else {}

    async def members(self) -> tuple[Person, ...]:
        """Return those in the person's scope who have joined a team; a member sees nobody."""
        return tuple(one for one in await self.roster() if one.team and one.joined)

    async def unjoined(self) -> tuple[Person, ...]:
        """Return those on the roster, in the person's scope, who have not joined yet."""
        return tuple(one for one in await self.roster() if not one.joined)

    async def roster(self) -> tuple[Person, ...]:
        """Return everybody in the scope of a leader or an official, joined or not."""
        if not self._person or self._person.role not in OVERSEERS:
            return ()
        return await roster.people_of(self._tx, self._person.scope)

    async def teams(self) -> tuple[Place, ...]:
        """Return the teams of the official's commune, or a leader's own one, by number."""
        person = self._person
        if not person or person.role not in OVERSEERS:
            return ()
        found = await roster.teams(self._tx, person.commune)
        return tuple(one for one in found if person.role in OFFICIALS or one == person.team)

    async def invited(self, digest: str) -> Person | None:
        """Return whose roster line a join code opens, if it is still good."""
        return await roster.invited(self._tx, digest, self._now)

    async def gaps(self, limit: int) -> tuple[Gap, ...]:
        """Return what the commune looked for and did not find; only an official sees it."""
        if not self._person or self._person.role not in OFFICIALS:
            return ()
        return tuple(await gaps.most(self._tx, self._person.commune.id, limit))

    async def figures(self) -> tuple[Figure, ...]:
        """Return the newest of each figure of the person's commune; a viewer gives none."""
        if not self._person or self._person.role in VIEWERS:
            return ()
        return await figures.newest(self._tx, self._person.commune)

    async def communes(self) -> tuple[Place, ...]:
        """Return the communes that a viewer of several may look at, by name."""
        above = self._person.province if self._person else None
        return await roster.communes_of(self._tx, above) if above else ()
