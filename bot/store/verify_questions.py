"""Compares questions with their facts: what was put and answered, and by nobody who has left."""

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import QuestionAnswered, QuestionAsked
from bot.domain.text import Phrase, _
from bot.store.schema import askings, people, questions

Rows: TypeAlias = Iterable[Row[tuple[Any, ...]]]


async def compare(tx: AsyncConnection, facts: Rows) -> list[Phrase]:
    """Return what of the questions is not as the facts say.

    A fact without its question is in order: questions are forgotten after a year, and whoever
    leaves takes the link along.
    """
    said = {
        row.code: row
        for row in facts
        if row.kind in {QuestionAsked.__name__, QuestionAnswered.__name__}
    }
    asked = (
        await tx.execute(
            select(askings, people.c.left_at)
            .join_from(askings, people, people.c.id == askings.c.person_id, isouter=True)
            .order_by(askings.c.id)
        )
    ).all()
    kept = (await tx.execute(select(questions).order_by(questions.c.id))).all()
    return [
        *(problem for row in asked if (problem := _asking(row, said.get(row.code)))),
        *(problem for row in kept if (problem := _answer(row, said.get(row.answered)))),
        *(
            _("Nobody has put the question {n}.", n=str(number))
            for number in sorted({row.id for row in kept} - {row.question_id for row in asked})
        ),
    ]


def _asking(row: Row[tuple[Any, ...]], fact: Row[tuple[Any, ...]] | None) -> Phrase | None:
    """Return what is wrong about a time that a question was put."""
    if row.left_at is not None or (row.person_id is None) != (row.code is None):
        return _("The question {n} still knows somebody who has left.", n=str(row.question_id))
    if row.code is None:
        return None
    same = (
        fact is not None and fact.kind == QuestionAsked.__name__ and fact.member_id == row.person_id
    )
    return None if same else _("The question of {code} is not the one that was put.", code=row.code)


def _answer(row: Row[tuple[Any, ...]], fact: Row[tuple[Any, ...]] | None) -> Phrase | None:
    """Return what is wrong about the answer of a question."""
    if row.answered is None:
        return _("Nobody gave the answer to {n}.", n=str(row.id)) if row.means else None
    body = json.loads(fact.body or "{}") if fact is not None else {}
    # An answer that did not help has lost its means, and nothing else.
    same = body.get("question") == row.id and row.means in {None, body.get("means")}
    return None if same else _("Nobody gave the answer to {n}.", n=str(row.id))
