"""What a talk needs and the jokes do not: records in memory, a survey and a library of nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from bot.domain.activities import Activity
from bot.domain.dossiers import Grid
from bot.domain.enrolment import Known
from bot.domain.entries import Reading
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry
from bot.domain.figures import Figure
from bot.domain.findings import Finding
from bot.domain.guides import Found, Gap, Group, Guide
from bot.domain.history import Alike, Version
from bot.domain.indicators import Catalogue
from bot.domain.nudges import Reach
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.rolls import Roll
from bot.domain.services import Services
from bot.domain.sheets import Look, Sheet, State, Status
from bot.domain.survey import Round, Survey
from bot.domain.tally import By, Helped, Own, Tally


class Scroll:
    """Records in memory: what was recorded in earlier turns of one talk."""

    def __init__(self) -> None:
        self.all: list[Entry] = []

    async def entry(self, code: str) -> Entry | None:
        voided = {
            entry.fact.entry.code for entry in self.all if isinstance(entry.fact, AssistanceVoided)
        }
        found = (entry for entry in self.all if entry.code == code and code not in voided)
        return next(found, None)

    async def own(self, *periods: Period) -> tuple[Own, ...]:
        given = [one.fact for one in self.all if isinstance(one.fact, AssistanceGiven)]
        totals = [Counter[str]() for _period in periods]
        for period, total in zip(periods, totals, strict=True):
            for one in given:
                total[one.activity] += one.count if one.day in period else 0
        return tuple(Own(total) for total in totals)

    async def usual(self) -> tuple[str, ...]:
        return ()

    async def entries(self, limit: int, member: int | None = None) -> tuple[Entry, ...]:
        del member
        return tuple(self.all[-limit:])

    async def history(self, entry: Entry) -> tuple[Version, ...]:
        del entry
        return ()

    async def alike(self, entry: Entry, since: datetime) -> Alike | None:
        del entry, since
        return None

    async def first_told(self, entry: Entry) -> int | None:
        del entry
        return None

    async def told_nothing(self, monday: date) -> bool:
        del monday
        return False

    async def helped(self, period: Period, activities: tuple[str, ...]) -> Helped:
        del period, activities
        return Helped()

    async def closed(self, day: date) -> Period | None:
        del day
        return None

    async def is_closed(self, period: Period) -> bool:
        del period
        return False

    async def villages(self) -> tuple[Place, ...]:
        return ()

    async def members(self) -> tuple[Person, ...]:
        return ()

    async def village(self, number: int) -> Place | None:
        del number
        return None

    async def village_names(self) -> Mapping[int, str]:
        return {}

    async def villages_called(self) -> Mapping[str, Place]:
        return {}

    async def tally(self, period: Period, by: By, *, on: date | None = None) -> Tally:
        del on
        return Tally(period, by, {}, ())

    async def unjoined(self) -> tuple[Person, ...]:
        return ()

    async def roster(self) -> tuple[Person, ...]:
        return ()

    async def communes(self) -> tuple[Place, ...]:
        return ()

    async def teams(self) -> tuple[Place, ...]:
        return ()

    async def invited(self, digest: str) -> Person | None:
        del digest
        return None

    async def gaps(self, limit: int) -> tuple[Gap, ...]:
        del limit
        return ()

    async def figures(self) -> tuple[Figure, ...]:
        return ()


class BlankNumbers:
    """A commune of which nothing is known."""

    async def sheet(self, period: Period) -> Sheet:
        raise LookupError(period.id)

    async def status(self, period: Period) -> Status:
        del period
        return Status(State.DRAFT)

    async def findings(self, period: Period) -> tuple[Finding, ...]:
        del period
        return ()

    async def places(self) -> tuple[Place, ...]:
        return ()

    async def figures(self, quantity: str, place: Place) -> tuple[Figure, ...]:
        del quantity, place
        return ()


class OpenPeriods:
    """Periods at which nobody looked and which nobody closed."""

    async def looked(self, period: Period) -> Look | None:
        del period
        return None

    async def newest(self, period: Period) -> int:
        del period
        return 0

    async def hold(self) -> None:
        return

    def fingerprint(self, sheet: Sheet) -> str:
        raise LookupError(sheet.commune)

    async def before(self, period: Period) -> Sheet | None:
        del period
        return None

    async def beside(self, period: Period) -> tuple[Period, ...]:
        del period
        return ()


class BlankForms:
    """A survey in which nobody was asked anything."""

    async def standing(self, household: str) -> Round | None:
        del household
        return None

    async def round(self, code: str) -> Round | None:
        del code
        return None

    async def waiting(self) -> tuple[Round, ...]:
        return ()

    async def villages(self) -> tuple[Place, ...]:
        return ()

    async def by_village(self) -> tuple[tuple[Place, Survey], ...]:
        return ()

    async def result(self, village: int | None = None) -> Survey:
        del village
        return Survey()


class EmptyRolls:
    """Nobody is on any roll."""

    async def grid(self, period: Period) -> Grid:
        del period
        return Grid((), ())

    async def teams(self, day: date) -> tuple[Place, ...]:
        del day
        return ()

    async def roll(self, team: int, weeks: Sequence[Period]) -> Roll | None:
        del team, weeks
        return None

    async def did(self, member: int, period: Period) -> Own:
        del member, period
        return Own()

    async def reach(self, member: int) -> Reach:
        del member
        return Reach.AWAY


class NoIntake:
    """Nobody hands over a sheet."""

    async def hold(self, content: str) -> None:
        raise LookupError(content)

    async def held(self) -> str | None:
        return None

    async def drop(self) -> None:
        return

    async def known(self) -> Known:
        return Known()


class BareShelves:
    """A library without books: the jokes need none."""

    activities: Mapping[str, Activity] = MappingProxyType({})
    guides: Mapping[str, Guide] = MappingProxyType({})
    groups: tuple[Group, ...] = ()
    services = Services()
    catalogue = Catalogue("", 2, {}, {}, {}, (), {}, ())

    def find(self, said: str) -> Found:
        del said
        return Found(sure=False, results=())

    def troubles(self, guide: str, said: str) -> tuple[int, ...]:
        del guide, said
        return ()

    def gist(self, said: str) -> str:
        del said
        return ""

    def same(self, said: str, others: Sequence[str]) -> int | None:
        del said, others
        return None

    def unnamed(self, said: str) -> str:
        return said

    def read_entry(self, said: str, *, today: date, villages: Sequence[str]) -> Reading:
        del said, today, villages
        return Reading()
