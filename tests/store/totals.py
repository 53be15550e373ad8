"""What an activity comes to in a week, as the ledger tells it."""

from bot.domain.people import Person
from bot.domain.periods import period
from bot.domain.tally import By
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW

WEEK, LAST = period("2026-W47"), period("2026-W46")
ACTIVITY = "can_cuoc_van_dong"


async def total(database: Database, asked: str = WEEK.id, person: Person | None = None) -> int:
    """Return what the official, or somebody else, is told that an activity came to."""
    async with database.read() as tx:
        found = await Ledger(tx, person, NOW).tally(period(asked), By.ACTIVITY)
    return found.totals.get(ACTIVITY, 0)
