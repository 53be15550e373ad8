"""An independent recount: every fact read one by one, added up in Python, compared with SQL."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import Row, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.indicators import Catalogue
from bot.domain.text import Phrase, _
from bot.store import (
    verify_closings,
    verify_given,
    verify_indicators,
    verify_places,
    verify_questions,
    verify_roster,
    verify_survey,
)
from bot.store.db import Database
from bot.store.recounting import DIMENSIONS, counted
from bot.store.schema import facts

Progress: TypeAlias = Callable[
    [Phrase, Iterable[Row[tuple[object, ...]]], int], Iterable[Row[tuple[object, ...]]]
]

# Under a name of its own: a row is a tuple, whose method `count` hides the column.
_AMOUNT = facts.c["count"].label("amount")


@dataclass(frozen=True, slots=True)
class Recount:
    """How many facts and totals were compared, and what does not agree."""

    facts: int
    totals: int
    problems: tuple[Phrase, ...]


async def verify(
    database: Database,
    progress: Progress,
    catalogue: Catalogue | None = None,
    today: date | None = None,
) -> Recount:
    """Recount; what indicators are made of only with their `catalogue`, as of `today`.

    1. The file itself is sound, and every reference leads somewhere.
    2. Every taken-back entry exists, once, and its opposite has its place, day and count.
    3. For each place, person, day and activity: given minus taken back, counted fact by fact,
       equals what the ledger's own sum says.
    4. The household survey, round by round, equals what its screens say.
    5. The map, merger by merger, equals what the places say of themselves.
    6. Every sheet of a closed period is the one that was closed, and agrees with the facts there
       were then; figures, looks and answers are those of their facts.
    7. Questions and answers are those of their facts, and know nobody who has left.
    8. Whoever has left has no name, chat, code or nudge any more; whoever was cut off, no chat.
    9. What indicators are made of, on closed sheets and as of today, is what the facts come to.
    """
    async with database.read() as tx:
        problems = await _file(tx, database)
        rows = (await tx.execute(select(facts, _AMOUNT).order_by(facts.c.id))).all()
        ours = counted(progress(_("Recounting"), rows, len(rows)), problems)
        total = func.sum(facts.c["count"])
        summed = await tx.execute(
            select(*DIMENSIONS, total).where(facts.c.activity.is_not(None)).group_by(*DIMENSIONS)
        )
        theirs = {tuple(row[:-1]): int(row[-1] or 0) for row in summed}
        surveyed, wrong = await verify_survey.recount(tx, rows)
        wrong += await verify_places.recount(tx, rows)
        closed, broken = await verify_closings.recount(tx, rows)
        wrong += broken + await verify_given.compare(tx, rows)
        wrong += await verify_questions.compare(tx, rows)
        wrong += await verify_roster.look(tx)
        if catalogue and today:
            made, broken = await verify_indicators.recount(tx, rows, catalogue, today)
            closed, wrong = closed + made, wrong + broken
    for key in sorted(set(ours) | set(theirs), key=str):
        if ours.get(key, 0) != theirs.get(key, 0):
            problems.append(
                _(
                    "Totals differ for {key}: {ours} fact by fact, {theirs} in the ledger.",
                    key=str(key),
                    ours=ours.get(key, 0),
                    theirs=theirs.get(key, 0),
                )
            )
    return Recount(len(rows), len(theirs) + surveyed + closed, tuple(problems + wrong))


async def _file(tx: AsyncConnection, database: Database) -> list[Phrase]:
    if not database.is_file:
        return []
    said = [str(row[0]) for row in await tx.execute(text("PRAGMA integrity_check"))]
    problems = [_("The file is damaged: {what}", what=line) for line in said if line != "ok"]
    dangling = (await tx.execute(text("PRAGMA foreign_key_check"))).all()
    problems += [_("A reference in {table} leads nowhere.", table=str(row[0])) for row in dangling]
    return problems
