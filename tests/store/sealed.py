"""Closing and looking as the program does it, for the tests of what is closed."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.facts import PeriodClosed, PeriodReopened, PeriodSeen
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.places import Scope
from bot.domain.sheets import PlaceValues, Sheet, Status
from bot.domain.tally import By
from bot.store import looks, sealing, tallies
from bot.store.db import Database
from tests.store.people import NOW, People, keep, signed
from tests.store.tables import rows


async def sheet(database: Database, person: Person, period: Period) -> Sheet:
    """Return a sheet of a commune as it is now, with the tallies alone."""
    scope = Scope(person.commune)
    async with database.read() as tx:
        by_village = await tallies.tally(tx, scope, period, By.VILLAGE)
        by_team = await tallies.tally(tx, scope, period, By.TEAM)
    whole = PlaceValues(person.commune.name, (), ())
    return Sheet(
        person.commune.name, period, period.last, period.end, "7", whole, (), by_village, by_team
    )


async def close(
    database: Database, people: People, code: str, period: Period, at: datetime = NOW
) -> Sheet:
    """Close a period with the sheet that it has now."""
    made = await sheet(database, people.official, period)
    await keep(database, signed(code, people.official, PeriodClosed(period, made), at))
    return made


async def reopen(database: Database, people: People, code: str, period: Period) -> None:
    """Open a period again."""
    await keep(
        database, replace(signed(code, people.official, PeriodReopened(period)), why="nộp muộn")
    )


async def look(
    database: Database, person: Person, code: str, period: Period, minutes: int = 0
) -> None:
    """Have a leader look."""
    at = NOW + timedelta(minutes=minutes)
    await keep(database, signed(code, person, PeriodSeen(period), at))


async def status(database: Database, people: People, period: Period) -> Status:
    """Return how far a period is."""
    async with database.read() as tx:
        return await looks.status(tx, people.official.commune.id, period)


async def kept(database: Database, people: People, period: Period) -> Sheet | None:
    """Return the sheet of a closed period."""
    async with database.read() as tx:
        return await sealing.sheet(tx, people.official.commune.id, period)


async def texts(database: Database) -> list[tuple[str, str]]:
    """Return fingerprint and text of every closing, the first one first."""
    found = await rows(database, "SELECT fingerprint, sheet FROM closings ORDER BY id")
    return [(row[0], row[1]) for row in found]
