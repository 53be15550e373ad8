"""Looks into the books past everything that is tested: what counts, what was added, what holds."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.domain.clock import local_day
from bot.domain.periods import period
from bot.domain.places import Place, Scope
from bot.domain.tally import By, Helped, Tally
from bot.store.tallies import helped, tally
from bot.store.verify import verify
from tests.house import House

# Where help counts people, whose number is estimated.
OF_PEOPLE = ("can_cuoc_van_dong", "tai_khoan_thanh_toan", "an_sinh_tai_khoan", "chu_ky_so")


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything a commune's period says, in every way of looking at it."""

    tallies: tuple[Tally, ...]
    helped: Helped


async def book(house: House, table: str = "facts") -> list[tuple[str, str, int]]:
    """Return activity, day and count of what messages recorded and still counts."""
    return [row[1:4] for row in await entries(house, table)]


async def entries(house: House, table: str = "facts") -> list[tuple[Any, ...]]:
    """Return code, activity, day, count, village, member, attendees of what still counts."""
    return await house.ask(
        "SELECT g.code, g.activity, g.day, g.count, village.name, people.name, g.attendees"  # noqa: S608 - one of our two tables
        f" FROM {table} g LEFT JOIN places village ON village.id = g.village_id"
        " LEFT JOIN people ON people.id = g.member_id"
        " WHERE g.kind = 'AssistanceGiven' AND g.code NOT LIKE 'M0%'"
        f" AND g.id NOT IN (SELECT voids FROM {table} WHERE voids IS NOT NULL) ORDER BY g.id"
    )


async def added(house: House) -> list[str]:
    """Return the kinds of all facts that messages have added."""
    found = await house.ask("SELECT kind FROM facts WHERE code NOT LIKE 'M0%' ORDER BY id")
    return [row[0] for row in found]


async def totals(house: House, asked: str) -> Totals:
    """Return what the demo commune's tallies of a period say."""
    found = await house.ask("SELECT id, name FROM places WHERE kind = 'commune' ORDER BY id")
    scope = Scope(Place(*found[0]))
    async with house.database.read() as tx:
        counted = [await tally(tx, scope, period(asked), by) for by in By]
        return Totals(tuple(counted), await helped(tx, scope, period(asked), OF_PEOPLE))


async def problems(house: House) -> list[str]:
    """Return what the independent recount finds wrong."""
    found = await verify(house.database, lambda _what, rows, _number: rows)
    return [str(problem) for problem in found.problems]


def day(house: House, back: int = 0) -> str:
    """Return the local day so many days ago, as the tables write it."""
    return (local_day(house.clock.now()) - timedelta(days=back)).isoformat()


def later(house: House, **more: float) -> None:
    """Let time pass."""
    house.clock.move(house.clock.now() + timedelta(**more))
