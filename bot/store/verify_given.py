"""Compares what was given beside the counts with its facts: figures, looks, answers."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import Row, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import FigureGiven, FindingAnswered, PeriodSeen
from bot.domain.text import Phrase, _
from bot.store.schema import answers, figures, looks

Rows: TypeAlias = Iterable[Row[tuple[Any, ...]]]


async def compare(tx: AsyncConnection, facts: Rows) -> list[Phrase]:
    """Return what of the figures, looks and answers is not as its fact says."""
    kinds = {FigureGiven.__name__, PeriodSeen.__name__, FindingAnswered.__name__}
    said: dict[str, dict[str, Row[tuple[Any, ...]]]] = {kind: {} for kind in kinds}
    for row in facts:
        if row.kind in kinds:
            said[row.kind][row.code] = row
    return [
        *await _figures(tx, said[FigureGiven.__name__]),
        *await _looks(tx, said[PeriodSeen.__name__]),
        *await _answers(tx, said[FindingAnswered.__name__]),
    ]


async def _figures(tx: AsyncConnection, said: Mapping[str, Row[tuple[Any, ...]]]) -> list[Phrase]:
    found = await _by_code(tx, figures)
    problems = [
        _("The figure of {code} is not there.", code=code) for code in sorted(said.keys() - found)
    ]
    for code, row in found.items():
        fact = said.get(code)
        if fact is None:
            problems.append(_("Nobody gave the figure {name} ({code}).", name=row.name, code=code))
            continue
        body = json.loads(fact.body or "{}")
        kept = {
            "name": row.name,
            "value": str(row.value),
            "unit": row.unit,
            "as_of": row.as_of.isoformat(),
            "giver": row.giver,
            "document": row.document,
            "since": row.since.isoformat() if row.since else None,
        }
        wrong = sorted(name for name, value in kept.items() if body.get(name) != value)
        if row.place_id != (fact.village_id or fact.commune_id):
            wrong.append("place")
        problems += [
            _("The figure of {code} is not what was given: {what}.", code=code, what=what)
            for what in wrong
        ]
    return problems


async def _looks(tx: AsyncConnection, said: Mapping[str, Row[tuple[Any, ...]]]) -> list[Phrase]:
    found = await _by_code(tx, looks)
    wrong = [
        code
        for code in sorted(said.keys() | found)
        if code not in said
        or code not in found
        or said[code].team_id != found[code].team_id
        or json.loads(said[code].body)["period"] != found[code].period
    ]
    return [_("The look of {code} is not the one that a leader had.", code=code) for code in wrong]


async def _answers(tx: AsyncConnection, said: Mapping[str, Row[tuple[Any, ...]]]) -> list[Phrase]:
    found = await _by_code(tx, answers)
    wrong = [
        code
        for code in sorted(said.keys() | found)
        if code not in said
        or code not in found
        or said[code].commune_id != found[code].commune_id
        or not said[code].why
    ]
    return [_("The answer of {code} is not the one that was given.", code=code) for code in wrong]


async def _by_code(tx: AsyncConnection, table: Table) -> dict[str, Row[tuple[Any, ...]]]:
    rows = await tx.execute(select(table).order_by(table.c.id))
    return {row.code: row for row in rows}
