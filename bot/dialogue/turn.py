"""What a step may see of one message, and its two verbs: say and record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from bot.dialogue.surveys import Surveys
from bot.domain.activities import Activity
from bot.domain.chat import Ability, Address, Answer
from bot.domain.clock import local_day
from bot.domain.codes import entry_code
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry, Fact
from bot.domain.figures import Figure
from bot.domain.guides import Found, Group, Guide
from bot.domain.people import Person, Role, role_of
from bot.domain.periods import Period, week
from bot.domain.tally import By, Tally
from bot.domain.text import Text


class Records(Protocol):
    """What has been recorded, as far as the person of this turn may see it."""

    async def usual(self) -> tuple[str, ...]:
        """Return the person's activities, most often recorded first."""

    async def entries(self, limit: int) -> tuple[Entry, ...]:
        """Return the person's latest entries that still count, newest first."""

    async def entry(self, code: str) -> Entry | None:
        """Return an entry of the person's own that still counts."""

    async def own(self, period: Period) -> dict[str, int]:
        """Return the person's own totals by activity."""

    async def tally(self, period: Period, by: By) -> Tally:
        """Return the tally of the person's scope."""

    async def unjoined(self) -> tuple[Person, ...]:
        """Return those on the roster, in the person's scope, who have not joined yet."""

    async def invited(self, digest: str) -> Person | None:
        """Return whose roster line a join code opens, if it is still good."""

    async def figures(self) -> tuple[Figure, ...]:
        """Return the figures of the person's commune."""


class Shelves(Protocol):
    """The library, as flows use it."""

    @property
    def activities(self) -> Mapping[str, Activity]:
        """Every activity by id, in the order of the reports."""

    @property
    def guides(self) -> Mapping[str, Guide]:
        """Every guide by id."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The shelves that hold at least one guide."""

    def find(self, said: str) -> Found:
        """Return the guides most like what was typed."""


class Listed(Protocol):
    """A flow, as the menu sees it."""

    @property
    def name(self) -> str:
        """The name a door asks for."""

    @property
    def title(self) -> Text:
        """What the menu says."""

    @property
    def command(self) -> str | None:
        """The word that opens it."""


@dataclass(slots=True, kw_only=True)
class Turn:
    """One message being answered.

    `menu`: the flows this person may open from the home menu. `parked`: the flow that was left
    unfinished. `spoken`: every language's wording of a text, for recognising typed labels.
    """

    address: Address
    message: int
    at: datetime
    person: Person | None
    language: str
    ability: Ability
    records: Records
    surveys: Surveys
    library: Shelves
    spoken: Callable[[Text], tuple[str, ...]]
    menu: tuple[Listed, ...] = ()
    parked: Listed | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    said: list[Text] = field(default_factory=list)
    recorded: list[Entry] = field(default_factory=list)

    @property
    def today(self) -> date:
        """Return the local day on which the message was written."""
        return local_day(self.at)

    @property
    def role(self) -> Role:
        """Return what the person is to the commune."""
        return role_of(self.person)

    @property
    def member(self) -> Person:
        """Return the person, in flows that only people on a roster may open."""
        if self.person is None:
            raise LookupError(self.address)
        return self.person

    def say(self, text: Text) -> None:
        """Put a text above whatever is shown next."""
        self.said.append(text)

    def record(self, fact: Fact) -> Entry:
        """Keep a fact; it is in the ledger when the reply goes out, or neither is."""
        person = self.person
        entry = Entry(
            code=entry_code(self.message, len(self.recorded)),
            at=self.at,
            fact=fact,
            member=person.id if person else None,
            commune=person.commune.id if person else None,
            village=person.village.id if person and person.village else None,
            team=person.team.id if person and person.team else None,
        )
        self.recorded.append(entry)
        return entry

    async def find(self, code: str) -> Entry | None:
        """Return an entry by its code, recorded in this very turn or before, if it counts."""
        if any(self._voids(entry, code) for entry in self.recorded):
            return None
        for entry in self.recorded:
            if entry.code == code:
                return entry
        return await self.records.entry(code)

    async def this_week(self, activity: str) -> int:
        """Return how much of an activity the person gave this week, this turn included."""
        period = week(self.today)
        total = (await self.records.own(period)).get(activity, 0)
        for entry in self.recorded:
            match entry.fact:
                case AssistanceGiven() as given:
                    sign = 1
                case AssistanceVoided(Entry(fact=AssistanceGiven() as given)):
                    sign = -1
                case _:
                    continue
            if given.activity == activity and given.day in period:
                total += sign * given.count
        return total

    @staticmethod
    def _voids(entry: Entry, code: str) -> bool:
        return isinstance(entry.fact, AssistanceVoided) and entry.fact.entry.code == code
