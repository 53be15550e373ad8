"""An independent recount: every fact read one by one, added up in Python, compared with SQL."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Row, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven, AssistanceTried, AssistanceVoided
from bot.domain.text import Phrase, _
from bot.store import verify_places, verify_survey
from bot.store.db import Database
from bot.store.schema import facts

Key: TypeAlias = tuple[object, ...]
Progress: TypeAlias = Callable[
    [Phrase, Iterable[Row[tuple[object, ...]]], int], Iterable[Row[tuple[object, ...]]]
]

_GIVEN = (AssistanceGiven.__name__, AssistanceTried.__name__)
_DIMENSIONS = (
    facts.c.commune_id,
    facts.c.village_id,
    facts.c.team_id,
    facts.c.member_id,
    facts.c.day,
    facts.c.activity,
)
# Under a name of its own: a row is a tuple, whose method `count` hides the column.
_AMOUNT = facts.c["count"].label("amount")


@dataclass(frozen=True, slots=True)
class Recount:
    """How many facts and totals were compared, and what does not agree."""

    facts: int
    totals: int
    problems: tuple[Phrase, ...]


async def verify(database: Database, progress: Progress) -> Recount:
    """Recount.

    1. The file itself is sound, and every reference leads somewhere.
    2. Every taken-back entry exists, once, and its opposite has its place, day and count.
    3. For each place, person, day and activity: given minus taken back, counted fact by fact,
       equals what the ledger's own sum says.
    4. The household survey, round by round, equals what its screens say.
    5. The map, merger by merger, equals what the places say of themselves.
    """
    async with database.read() as tx:
        problems = await _file(tx, database)
        rows = (await tx.execute(select(facts, _AMOUNT).order_by(facts.c.id))).all()
        ours = _recounted(progress(_("Recounting"), rows, len(rows)), problems)
        total = func.sum(facts.c["count"])
        summed = await tx.execute(
            select(*_DIMENSIONS, total).where(facts.c.activity.is_not(None)).group_by(*_DIMENSIONS)
        )
        theirs = {tuple(row[:-1]): int(row[-1] or 0) for row in summed}
        surveyed, wrong = await verify_survey.recount(tx, rows)
        wrong += await verify_places.recount(tx, rows)
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
    return Recount(len(rows), len(theirs) + surveyed, tuple(problems + wrong))


async def _file(tx: AsyncConnection, database: Database) -> list[Phrase]:
    if not database.is_file:
        return []
    said = [str(row[0]) for row in await tx.execute(text("PRAGMA integrity_check"))]
    problems = [_("The file is damaged: {what}", what=line) for line in said if line != "ok"]
    dangling = (await tx.execute(text("PRAGMA foreign_key_check"))).all()
    problems += [_("A reference in {table} leads nowhere.", table=str(row[0])) for row in dangling]
    return problems


def _recounted(rows: Iterable[Row[tuple[object, ...]]], problems: list[Phrase]) -> Counter[Key]:
    """Count what was given and not taken back, without looking at the opposite rows' numbers.

    What was taken back after its period was closed still counts there; the opposite counts on the
    day of the adjustment.
    """
    written: dict[int, Row[tuple[object, ...]]] = {}
    taken_back: dict[int, Row[tuple[object, ...]]] = {}
    for row in rows:
        if row.kind in _GIVEN:
            written[row.id] = row
        elif row.kind == AssistanceVoided.__name__:
            problems += _wrong(row, written.get(row.voids), row.voids in taken_back)
            taken_back.setdefault(row.voids, row)
    counts: Counter[Key] = Counter()
    for number, row in written.items():
        amount = row.amount or 0
        opposite = taken_back.get(number)
        if opposite is None:
            counts[_key(row)] += amount
        elif opposite.adjusts is not None and opposite.day != row.day:
            counts[_key(row)] += amount
            counts[_key(opposite)] -= amount
        else:
            counts[_key(row)] += 0
    return counts


def _key(row: Row[tuple[object, ...]]) -> Key:
    return tuple(getattr(row, column.name) for column in _DIMENSIONS)


def _wrong(
    row: Row[tuple[object, ...]], voided: Row[tuple[object, ...]] | None, twice: object
) -> list[Phrase]:
    if voided is None:
        return [_("{code} takes back something that is not there.", code=row.code)]
    if twice:
        return [_("{code} takes back {other} a second time.", code=row.code, other=voided.code)]
    opposite = all(
        (getattr(row, number) or 0) == -(getattr(voided, number) or 0)
        for number in ("amount", "tried")
    )
    same = all(
        getattr(row, column.name) == getattr(voided, column.name)
        for column in _DIMENSIONS
        if column is not facts.c.day
    )
    # Another day only as an adjustment, which says whose day it stands for.
    adjusted = row.adjusts is not None and row.adjusts == (voided.adjusts or voided.day)
    if opposite and same and (row.day == voided.day or adjusted):
        return []
    return [_("{code} is not the opposite of {other}.", code=row.code, other=voided.code)]
