"""`toso bench tally`: how long counting takes over a full ledger, beside a plain GROUP BY."""

import sqlite3
import statistics
import time
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.app import sound
from bot.commands import million
from bot.commands.context import Context
from bot.domain.clock import local_day
from bot.domain.periods import Period, previous, quarter, week
from bot.domain.places import Place, Scope
from bot.domain.tally import By
from bot.domain.text import _
from bot.store import roster, tallies, version
from bot.store.db import Database

# How many facts the demand speaks of, and in how many milliseconds their week is to be counted.
FACTS = 1_000_000
_DEMANDED = 100
_RUNS = 50
_WITHIN = 'FROM facts WHERE commune_id = ? AND "day" >= ? AND "day" < ?'
_PLAIN = f'SELECT activity, sum("count") {_WITHIN} GROUP BY activity'


async def measure(context: Context, folder: Path, count: int) -> dict[str, Any]:
    """Make a ledger of so many facts; time the tallies of one of its communes.

    Each is asked for in turn with the plain query, so that both meet the same machine.
    """
    file = folder / "tally.db"
    database = Database(str(file))
    today = local_day(context.clock.now())
    begun = time.perf_counter()
    try:
        await _make(context, database, file, count, today)
        made = time.perf_counter() - begun
        async with database.read() as tx:
            commune = (await roster.communes(tx))[0]
        with closing(sqlite3.connect(file)) as plain:
            asked = {"week": previous(week(today)), "quarter": previous(quarter(today))}
            told = {
                f"{name}_{what}": figures
                for name, period in asked.items()
                for what, figures in (
                    await _compare(context, database, plain, commune, period)
                ).items()
            }
    finally:
        await database.close()
    return {"facts": count, "making_them_s": round(made, 1), "week_demanded_ms": _DEMANDED} | {
        "counted": told
    }


async def _make(context: Context, database: Database, file: Path, count: int, today: date) -> None:
    await version.migrate(database)
    since, now = today - timedelta(days=2 * million.DAYS), context.clock.now()
    members = await million.people(database, since, now)
    activities = tuple(sound(context.content, context.overlay).activities)
    million.fill(context, file, members, activities, count=count, end=today)


async def _compare(
    context: Context, database: Database, plain: sqlite3.Connection, commune: Place, period: Period
) -> Mapping[str, Mapping[str, float]]:
    """Time our tallies and the plain query of one period, taking turns."""
    taken: dict[str, list[float]] = defaultdict(list)
    days = (commune.id, period.start.isoformat(), period.end.isoformat())
    for _run in context.progress(_("Measuring"), range(_RUNS), _RUNS):
        for by in (By.ACTIVITY, By.VILLAGE):
            begun = time.perf_counter()
            async with database.read() as tx:
                await tallies.tally(tx, Scope(commune), period, by)
            taken[f"by_{by}"].append(time.perf_counter() - begun)
        begun = time.perf_counter()
        plain.execute(_PLAIN, days).fetchall()
        taken["plain_group_by"].append(time.perf_counter() - begun)
    (facts,) = plain.execute(f"SELECT count(*) {_WITHIN}", days).fetchone()
    return {"rows": {"n": facts}} | {
        name: {
            "p50_ms": round(statistics.median(one) * 1000, 2),
            "p99_ms": round(statistics.quantiles(one, n=100)[98] * 1000, 2),
        }
        for name, one in taken.items()
    }
