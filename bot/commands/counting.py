"""`toso bench tally`: how long counting takes over a full ledger, beside a plain GROUP BY."""

import sqlite3
import statistics
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.app import countable
from bot.commands import million
from bot.commands.context import Context
from bot.domain.clock import local_day
from bot.domain.indicators import Catalogue
from bot.domain.periods import Period, month, previous, week
from bot.domain.places import Place, Scope
from bot.domain.tally import By
from bot.domain.text import _
from bot.store import roster, sheets, tallies, version
from bot.store.db import Database

# How many facts the demand speaks of, and in how many milliseconds a week of them is counted.
FACTS = 1_000_000
_DEMANDED = 100
_RUNS = 50
# The least that could give the same numbers; it may use whatever index there is.
_PLAIN = (
    'SELECT activity, sum("count") FROM facts WHERE commune_id = ? AND "day" >= ? AND "day" < ? '
    'AND activity IS NOT NULL GROUP BY activity HAVING sum("count") <> 0'
)


async def measure(context: Context, folder: Path, count: int) -> dict[str, Any]:
    """Make a ledger of so many facts; time what is asked of one of its communes."""
    file = folder / "tally.db"
    database = Database(str(file))
    declared = countable(context.content, context.overlay)
    today = local_day(context.clock.now())
    begun = time.perf_counter()
    try:
        await _make(context, database, file, tuple(declared.activities), count, today)
        made = time.perf_counter() - begun
        async with database.read() as tx:
            commune = (await roster.communes(tx))[0]
        told: dict[str, Mapping[str, float]] = {}
        with closing(sqlite3.connect(file)) as plain:
            race = _Race(database, plain, commune, declared.catalogue)
            for period in (previous(week(today)), previous(month(today))):
                for __ in context.progress(_("Measuring"), range(_RUNS), _RUNS):
                    await race.run(period)
                told |= race.figures(period.kind.value)
    finally:
        await database.close()
    return {
        "facts": count,
        "making_them_s": round(made, 1),
        "week_demanded_ms": _DEMANDED,
        "counted": told,
    }


async def _make(
    context: Context,
    database: Database,
    file: Path,
    activities: Sequence[str],
    count: int,
    today: date,
) -> None:
    await version.migrate(database)
    since, now = today - timedelta(days=2 * million.DAYS), context.clock.now()
    members = await million.people(database, since, now)
    million.fill(context, file, members, activities, count=count, end=today)


class _Race:
    """Our counting and the plain query over one file, taking turns on the same machine."""

    def __init__(
        self, database: Database, plain: sqlite3.Connection, commune: Place, catalogue: Catalogue
    ) -> None:
        self._database = database
        self._plain = plain
        self._commune = commune
        self._catalogue = catalogue
        self._taken: dict[str, list[float]] = defaultdict(list)

    async def run(self, period: Period) -> None:
        """Ask everything once; raises ValueError where the plain query counts something else."""
        days = (self._commune.id, period.start.isoformat(), period.end.isoformat())
        begun = time.perf_counter()
        wanted = dict(self._plain.execute(_PLAIN, days).fetchall())
        self._took("plain_group_by", begun)
        for by in (By.ACTIVITY, By.VILLAGE):
            begun = time.perf_counter()
            async with self._database.read() as tx:
                counted = await tallies.tally(tx, Scope(self._commune), period, by)
            self._took(f"tally_by_{by}", begun)
            if counted.totals != wanted:
                raise ValueError(period.id)
        begun = time.perf_counter()
        async with self._database.read() as tx:
            await sheets.live(tx, self._commune, period, self._catalogue, period.last)
        self._took("indicators", begun)

    def figures(self, kind: str) -> dict[str, Mapping[str, float]]:
        """Return how long each took for a kind of period, and begin anew."""
        taken, self._taken = self._taken, defaultdict(list)
        return {
            f"{kind}_{name}": {
                "p50_ms": round(statistics.median(one) * 1000, 2),
                "p99_ms": round(statistics.quantiles(one, n=100)[98] * 1000, 2),
            }
            for name, one in taken.items()
        }

    def _took(self, name: str, begun: float) -> None:
        self._taken[name].append(time.perf_counter() - begun)
