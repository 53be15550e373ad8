"""What changes questions: put, answered, judged, named, and forgotten."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clock import local_day
from bot.domain.questions import (
    DAYS_JOINED,
    AnswerJudged,
    Means,
    QuestionAnswered,
    QuestionAsked,
)
from bot.domain.text import fold
from bot.store.overtaken import Overtaken
from bot.store.places import is_part
from bot.store.schema import askings, questions


async def same(tx: AsyncConnection, commune: int, words: str, today: date) -> int | None:
    """Return the newest question of a commune that was put in the same words within a week."""
    found = await tx.execute(
        select(questions.c.id, questions.c.words)
        .where(
            is_part(questions.c.commune_id, commune),
            questions.c.first > today - timedelta(days=DAYS_JOINED),
        )
        .order_by(questions.c.id.desc())
    )
    wanted = _compared(words)
    return next((row.id for row in found if _compared(row.words) == wanted), None)


async def ask(tx: AsyncConnection, asked: QuestionAsked, row: dict[str, Any]) -> None:
    """Keep a question under the code of its fact's `row`, or join it to the same one."""
    today = local_day(row["at"])
    number = await same(tx, row["commune_id"], asked.words, today)
    if number is None:
        made = await tx.execute(
            insert(questions)
            .values(
                commune_id=row["commune_id"],
                words=asked.words,
                about=asked.about,
                first=today,
                since=today,
            )
            .returning(questions.c.id)
        )
        number = made.scalar_one()
    await tx.execute(
        insert(askings).values(
            question_id=number, person_id=row["member_id"], code=row["code"], day=today
        )
    )


async def answer(
    tx: AsyncConnection, answered: QuestionAnswered, row: dict[str, Any], at: datetime
) -> None:
    """Keep an answer; raises Overtaken where the commune has no such question waiting any more."""
    given = answered.answer
    done = await tx.execute(
        update(questions)
        .where(
            questions.c.id == answered.question,
            questions.c.means.is_(None),
            is_part(questions.c.commune_id, row["commune_id"]),
        )
        .values(
            means=given.means.value,
            answer=given.words,
            guide=given.guide,
            answered_on=local_day(at),
            answered=row["code"],
        )
    )
    if done.rowcount != 1:
        # Somebody else was quicker: nobody may be told two answers.
        raise Overtaken(row["code"])
    # Whom the answer before did not help has not said anything of this one.
    await tx.execute(
        update(askings)
        .where(askings.c.question_id == answered.question, askings.c.helped.is_(False))
        .values(helped=None)
    )


async def judge(tx: AsyncConnection, judged: AnswerJudged, person: int, at: datetime) -> None:
    """Keep what a person says of an answer; a no lets the question wait again, once.

    Raises LookupError where the person asked nothing under that code.
    """
    own = (askings.c.code == judged.code) & (askings.c.person_id == person)
    number = await tx.scalar(select(askings.c.question_id).where(own))
    if number is None:
        raise LookupError(judged.code)
    await tx.execute(update(askings).where(own).values(helped=judged.helped))
    if not judged.helped:
        await tx.execute(
            update(questions)
            .where(
                questions.c.id == number,
                questions.c.reopened.is_(False),
                questions.c.means.in_((Means.WORDS.value, Means.GUIDE.value)),
            )
            .values(means=None, reopened=True, since=local_day(at))
        )


async def name(tx: AsyncConnection, numbers: tuple[int, ...], today: date) -> None:
    """Remember that an official was told today that some questions wait too long."""
    await tx.execute(update(questions).where(questions.c.id.in_(numbers)).values(named=today))


async def unlink(tx: AsyncConnection, person: int) -> None:
    """Forget what somebody who leaves has asked; that it was asked stays, by nobody."""
    await tx.execute(
        update(askings).where(askings.c.person_id == person).values(person_id=None, code=None)
    )


async def prune(tx: AsyncConnection, before: date) -> None:
    """Forget the questions that were first put before a day, with their answers."""
    old = select(questions.c.id).where(questions.c.first < before)
    await tx.execute(delete(askings).where(askings.c.question_id.in_(old)))
    await tx.execute(delete(questions).where(questions.c.first < before))


def _compared(words: str) -> str:
    return fold(words).strip(" .!?,")
