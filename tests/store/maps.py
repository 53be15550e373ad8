"""Mergers of the tests' villages and communes, and people as they are after one."""

from datetime import date

from bot.domain.facts import Entry, PlacesMerged
from bot.domain.people import Person
from bot.domain.periods import period
from bot.domain.places import Place, PlaceKind
from bot.domain.tally import By, Tally
from bot.store import mergers, roster
from bot.store.db import Database, Tx
from bot.store.ledger import Ledger
from bot.store.objections import Wanted
from tests.store.people import NOW, keep

EAST, WEST = "Thôn Đông", "Thôn Tây"
# A Wednesday: the week 2026-W47 begins on Monday the 16th.
WEDNESDAY = date(2026, 11, 18)


async def merge(
    database: Database,
    into: str,
    *names: str,
    day: date = WEDNESDAY,
    commune: Place | None = None,
    kind: PlaceKind | None = None,
) -> PlacesMerged:
    """Merge villages of a commune, or communes where none is given, as the command does."""
    wanted = Wanted(
        kind or (PlaceKind.VILLAGE if commune else PlaceKind.COMMUNE), commune, names, into, day
    )
    async with database.read() as tx:
        plan = await mergers.plan(tx, wanted)
        code = await mergers.code(tx)
    await keep(database, Entry(code=code, at=NOW, fact=plan.fact, commune=plan.commune))
    return plan.fact


def ledger(tx: Tx, person: Person) -> Ledger:
    """Return what somebody may read."""
    return Ledger(tx, person, NOW)


async def now(database: Database, person: Person) -> Person:
    """Return somebody with the places that they belong to now."""
    async with database.read() as tx:
        return await roster.person(tx, person.id)


async def tally(
    database: Database, person: Person, by: By, asked: str = "2026-W47", on: date | None = None
) -> Tally:
    """Return a tally as somebody is shown it now."""
    reader = await now(database, person)
    async with database.read() as tx:
        return await Ledger(tx, reader, NOW).tally(period(asked), by, on=on)


def counts(told: Tally) -> dict[str | None, int]:
    """Return what stands under each name, all activities together: a check, never a report."""
    found: dict[str | None, int] = {}
    for row in told.rows:
        found[row.name] = found.get(row.name, 0) + row.count
    return found


def silent(told: Tally) -> dict[str, bool]:
    """Return who has no count, and whether they said that there was nothing."""
    return {one.name: one.told for one in told.quiet}
