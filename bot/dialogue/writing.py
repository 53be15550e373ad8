"""What a turn writes into the book: facts, and corrections of what was written before."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.dialogue import practised
from bot.dialogue.views import Records
from bot.domain.clock import local_day
from bot.domain.codes import entry_code
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry, Fact, day_of
from bot.domain.people import Person
from bot.domain.places import Place


@dataclass(slots=True, kw_only=True)
class Writing:
    """What one message adds to the book of the person who wrote it.

    `message`: its number, of which the codes of entries are made. `at`: when it was written.
    `practising`: what is recorded counts nowhere.
    `recorded`: what this turn has added so far.
    """

    message: int
    at: datetime
    person: Person | None
    records: Records
    practising: bool = False
    recorded: list[Entry] = field(default_factory=list)

    @property
    def today(self) -> date:
        """Return the local day on which the message was written."""
        return local_day(self.at)

    def record(self, fact: Fact, *, village: Place | None = None, why: str | None = None) -> Entry:
        """Keep a fact; it is in the ledger when the reply goes out, or neither is.

        `village`: where it was, if not in the person's own. Raises CannotBeTried.
        """
        practised.check(fact, practising=self.practising)
        person = self.person
        place = village or (person.village if person else None)
        return self._keep(
            Entry(
                code=self._next_code(),
                at=self.at,
                fact=fact,
                member=person.id if person else None,
                commune=person.commune.id if person else None,
                village=place.id if place else None,
                team=person.team.id if person and person.team else None,
                why=why,
            )
        )

    async def counts_on(self, day: date) -> date:
        """Return the day on which something of a day counts: that day, unless its period is closed.

        Then it is today; and where even today's period is closed (a message that came late), the
        first open day after it.
        """
        if not await self.records.closed(day):
            return day
        open_day = self.today
        while around := await self.records.closed(open_day):
            open_day = around.end
        return open_day

    async def take_back(self, entry: Entry, *, why: str | None = None) -> None:
        """Take an entry back; in a closed period, as an adjustment of today, with a reason."""
        day = await self.counts_on(day_of(entry))
        elsewhere = day if day != day_of(entry) else None
        self._keep(
            replace(
                entry,
                code=self._next_code(),
                at=self.at,
                fact=AssistanceVoided(entry, day=elsewhere),
                by=self._other_than(entry.member),
                corrects=None,
                why=why,
            )
        )

    async def rewrite(
        self,
        entry: Entry,
        given: AssistanceGiven,
        *,
        village: Place | None = None,
        why: str | None = None,
    ) -> Entry:
        """Put a corrected entry in the place of another; both are kept, with who and when.

        What was in a closed period stays there; the difference counts today.
        """
        await self.take_back(entry, why=why)
        day = await self.counts_on(given.day)
        if day != given.day:
            given = replace(given, day=day, adjusts=given.adjusts or given.day)
        return self._keep(
            replace(
                entry,
                code=self._next_code(),
                at=self.at,
                fact=given,
                by=self._other_than(entry.member),
                corrects=entry.code,
                village=village.id if village else entry.village,
                why=why,
            )
        )

    def _keep(self, entry: Entry) -> Entry:
        self.recorded.append(entry)
        return entry

    def _next_code(self) -> str:
        return entry_code(self.message, len(self.recorded))

    def _other_than(self, member: int | None) -> int | None:
        """Return who says it, where that is not the member whose entry it is."""
        return self.person.id if self.person and self.person.id != member else None

    async def find(self, code: str) -> Entry | None:
        """Return an entry by its code, recorded in this very turn or before, if it counts."""
        if any(self._voids(entry, code) for entry in self.recorded):
            return None
        for entry in self.recorded:
            if entry.code == code:
                return entry
        return await self.records.entry(code)

    @staticmethod
    def _voids(entry: Entry, code: str) -> bool:
        return isinstance(entry.fact, AssistanceVoided) and entry.fact.entry.code == code
