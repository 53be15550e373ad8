"""An independent recount: every fact read one by one, added up in Python, compared with SQL."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Row, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven, AssistanceVoided
from bot.domain.text import Phrase, _
from bot.store import verify_survey
from bot.store.db import Database
from bot.store.schema import facts

Key: TypeAlias = tuple[object, ...]
Progress: TypeAlias = Callable[
    [Phrase, Iterable[Row[tuple[object, ...]]], int], Iterable[Row[tuple[object, ...]]]
]

_DIMENSIONS = (
    facts.c.commune_id,
    facts.c.village_id,
    facts.c.team_id,
    facts.c.member_id,
    facts.c.day,
    facts.c.activity,
)


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
    """
    async with database.read() as tx:
        problems = await _file(tx, database)
        rows = (await tx.execute(select(facts).order_by(facts.c.id))).all()
        ours = _recounted(progress(_("Recounting"), rows, len(rows)), problems)
        total = func.sum(facts.c["count"])
        summed = await tx.execute(
            select(*_DIMENSIONS, total).where(facts.c.activity.is_not(None)).group_by(*_DIMENSIONS)
        )
        theirs = {tuple(row[:-1]): int(row[-1]) for row in summed}
        surveyed, wrong = await verify_survey.recount(tx, rows)
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
    """Count what was given and not taken back, without looking at the opposite rows' numbers."""
    given: dict[int, Row[tuple[object, ...]]] = {}
    taken_back: set[int] = set()
    for row in rows:
        if row.kind == AssistanceGiven.__name__:
            given[row.id] = row
        elif row.kind == AssistanceVoided.__name__:
            problems += _wrong(row, given.get(row.voids), taken_back)
            taken_back.add(row.voids)
    counts: Counter[Key] = Counter()
    for number, row in given.items():
        key = tuple(row._mapping[column.name] for column in _DIMENSIONS)  # noqa: SLF001
        counts[key] += 0 if number in taken_back else row._mapping["count"]  # noqa: SLF001
    return counts


def _wrong(
    row: Row[tuple[object, ...]], voided: Row[tuple[object, ...]] | None, taken_back: set[int]
) -> list[Phrase]:
    if voided is None:
        return [_("{code} takes back something that is not there.", code=row.code)]
    if row.voids in taken_back:
        return [_("{code} takes back {other} a second time.", code=row.code, other=voided.code)]
    opposite = row._mapping["count"] == -voided._mapping["count"]  # noqa: SLF001
    same = all(
        row._mapping[column.name] == voided._mapping[column.name]  # noqa: SLF001
        for column in _DIMENSIONS
    )
    if opposite and same:
        return []
    return [_("{code} is not the opposite of {other}.", code=row.code, other=voided.code)]
