"""What a step may look at: the records, the library and the menu, as far as this person may."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.activities import Activity
from bot.domain.entries import Reading
from bot.domain.facts import Entry
from bot.domain.figures import Figure
from bot.domain.guides import Found, Gap, Group, Guide
from bot.domain.history import Alike, Version
from bot.domain.indicators import Catalogue
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.services import Services
from bot.domain.tally import By, Helped, Own, Tally
from bot.domain.text import Text


class Records(Protocol):
    """What has been recorded, as far as the person of this turn may see it."""

    async def usual(self) -> tuple[str, ...]:
        """Return the person's activities, most often recorded first."""

    async def entries(self, limit: int, member: int | None = None) -> tuple[Entry, ...]:
        """Return the latest entries that still count, newest first: one's own, or a `member`'s."""

    async def entry(self, code: str) -> Entry | None:
        """Return an entry that still counts and that the person may correct."""

    async def history(self, entry: Entry) -> tuple[Version, ...]:
        """Return the versions of an entry, the first one first."""

    async def alike(self, entry: Entry, since: datetime) -> Alike | None:
        """Return another entry that says the same and was made since an instant."""

    async def first_told(self, entry: Entry) -> int | None:
        """Return how many people of an entry were helped for the first time, if that was told."""

    async def own(self, *periods: Period) -> tuple[Own, ...]:
        """Return what the person did in each of some periods."""

    async def told_nothing(self, monday: date) -> bool:
        """Tell whether the person has said that a week has nothing to report."""

    async def tally(self, period: Period, by: By, *, on: date | None = None) -> Tally:
        """Return the tally of the person's scope, on the map of a day, else of its last one."""

    async def helped(self, period: Period, activities: tuple[str, ...]) -> Helped:
        """Estimate the people helped in the person's scope."""

    async def closed(self, day: date) -> Period | None:
        """Return the closed period that a day lies in, if it does."""

    async def is_closed(self, period: Period) -> bool:
        """Tell whether this very period is closed."""

    async def villages(self) -> tuple[Place, ...]:
        """Return the villages of the person's commune."""

    async def village(self, number: int) -> Place | None:
        """Return a village of the person's commune as it is today, whatever became of it."""

    async def village_names(self) -> Mapping[int, str]:
        """Return the name of every village that the commune has or had, by number."""

    async def villages_called(self) -> Mapping[str, Place]:
        """Return the villages of the person's commune by name, former names included."""

    async def members(self) -> tuple[Person, ...]:
        """Return those in the person's scope who have joined a team."""

    async def unjoined(self) -> tuple[Person, ...]:
        """Return those on the roster, in the person's scope, who have not joined yet."""

    async def roster(self) -> tuple[Person, ...]:
        """Return everybody in the person's scope, joined or not."""

    async def teams(self) -> tuple[Place, ...]:
        """Return the teams that the person may put somebody in."""

    async def invited(self, digest: str) -> Person | None:
        """Return whose roster line a join code opens, if it is still good."""

    async def gaps(self, limit: int) -> tuple[Gap, ...]:
        """Return what the commune's people looked for most often and did not find."""

    async def figures(self) -> tuple[Figure, ...]:
        """Return the figures of the person's commune."""

    async def communes(self) -> tuple[Place, ...]:
        """Return the communes that a viewer of several may look at."""


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

    @property
    def services(self) -> Services:
        """The essential public services."""

    @property
    def catalogue(self) -> Catalogue:
        """What indicators are declared, and what each is made of."""

    def find(self, said: str) -> Found:
        """Return the guides most like what was typed."""

    def troubles(self, guide: str, said: str) -> tuple[int, ...]:
        """Return which of a guide's troubles (from 0) the words may name, the likeliest first."""

    def gist(self, said: str) -> str:
        """Return what a search was about in words that are nobody's, "" where none are known."""

    def same(self, said: str, others: Sequence[str]) -> int | None:
        """Return which of some questions (from 0) asks the same, None where none surely does."""

    def unnamed(self, said: str) -> str:
        """Return a sentence with whole names covered."""

    def read_entry(self, said: str, *, today: date, villages: Sequence[str]) -> Reading:
        """Return what a quick entry says, written on a local day in a commune of these villages."""


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
