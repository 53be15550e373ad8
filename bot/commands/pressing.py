"""`toso bench report`: how long the files of a full year take, gathering and making apart."""

import statistics
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import countable
from bot.commands import million
from bot.commands.context import Context
from bot.domain.clock import local_day
from bot.domain.dossiers import Form
from bot.domain.periods import period
from bot.domain.text import _
from bot.forms import FORMS, Materials
from bot.printing import Printer
from bot.store import roster, version
from bot.store.db import Database

# How many facts of one commune in one year the demand speaks of, and how long its file may take.
FACTS = 50_000
_DEMANDED = 3.0
_RUNS = 5


async def measure(context: Context, folder: Path, count: int) -> dict[str, Any]:
    """Make a commune with so many facts in a year; time what becomes of them."""
    file = folder / "report.db"
    database = Database(str(file))
    declared = countable(context.content, context.overlay)
    materials = Materials(declared, context.content, context.overlay)
    now = context.clock.now()
    today = local_day(now)
    first = today - timedelta(days=million.DAYS)
    year = period(f"{first}..{today}")
    try:
        await version.migrate(database)
        members = await million.people(database, first - timedelta(days=1), now, communes=1)
        million.fill(context, file, members, tuple(declared.activities), count=count, end=today)
        async with database.read() as tx:
            (commune,) = await roster.communes(tx)
        printer = Printer(database, materials, context.voices, context.clock)
        taken: dict[str, list[float]] = {"gathering": []}
        sizes: dict[Form, int] = {}
        for __ in context.progress(_("Measuring"), range(_RUNS), _RUNS):
            begun = time.perf_counter()
            ___, dossier = await printer.gather(commune.id, year)
            taken["gathering"].append(time.perf_counter() - begun)
            for form, maker in FORMS.items():
                begun = time.perf_counter()
                sizes[form] = len(printer.print(maker, dossier, context.voice.language))
                taken.setdefault(f"making_{form.value}", []).append(time.perf_counter() - begun)
    finally:
        await database.close()
    return {
        "facts": count,
        "demanded_s": _DEMANDED,
        "taken": {name: _seconds(runs) for name, runs in taken.items()},
        "bytes": {form.value: {"bytes": size} for form, size in sizes.items()},
    }


def _seconds(runs: list[float]) -> Mapping[str, float]:
    return {
        "p50_s": round(statistics.median(runs), 3),
        "worst_s": round(max(runs), 3),
    }
