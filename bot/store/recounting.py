"""Counting facts one by one in Python, past every sum that the database makes."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from sqlalchemy import Row

from bot.domain.facts import AssistanceGiven, AssistanceTried, AssistanceVoided
from bot.domain.text import Phrase, _
from bot.store.schema import facts

Key: TypeAlias = tuple[object, ...]

DIMENSIONS = (
    facts.c.commune_id,
    facts.c.village_id,
    facts.c.team_id,
    facts.c.member_id,
    facts.c.day,
    facts.c.activity,
)
_GIVEN = (AssistanceGiven.__name__, AssistanceTried.__name__)


def counted(rows: Iterable[Row[tuple[object, ...]]], problems: list[Phrase]) -> Counter[Key]:
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
    return tuple(getattr(row, column.name) for column in DIMENSIONS)


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
        for column in DIMENSIONS
        if column is not facts.c.day
    )
    # Another day only as an adjustment, which says whose day it stands for.
    adjusted = row.adjusts is not None and row.adjusts == (voided.adjusts or voided.day)
    if opposite and same and (row.day == voided.day or adjusted):
        return []
    return [_("{code} is not the opposite of {other}.", code=row.code, other=voided.code)]
