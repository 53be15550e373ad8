"""Reads questions for one person; what that person may not see is cut off here, not in flows."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import Person, Role
from bot.domain.questions import Answered, Load, Means, Question
from bot.store import asked
from bot.store.persons import person_of, select_people
from bot.store.places import is_part
from bot.store.schema import askings, people, questions

# Of a commune's answers so many are looked through when a search finds nothing: the newest.
_LOOKED_THROUGH = 500


class Questions:
    """The questions as one person may read them; nobody reads nothing."""

    def __init__(self, tx: AsyncConnection, person: Person | None, today: date) -> None:
        self._tx = tx
        self._person = person
        self._today = today

    async def load(self) -> Load:
        """Return how many of the person's own questions wait, and how many they put today."""
        person = self._person
        if person is None:
            return Load()
        found = await self._tx.execute(
            select(
                func.count().filter(questions.c.means.is_(None)),
                func.count().filter(askings.c.day == self._today),
            )
            .join_from(askings, questions, questions.c.id == askings.c.question_id)
            .where(askings.c.person_id == person.id)
        )
        return Load(*found.one())

    async def same(self, words: str) -> Question | None:
        """Return the question that was put in these words within a week, by whomever."""
        person = self._person
        if person is None:
            return None
        number = await asked.same(self._tx, person.commune.id, words, self._today)
        found = await self._of(questions.c.id == number)
        return found[0] if found else None

    async def own(self) -> tuple[Question, ...]:
        """Return the person's own questions, those answered first longest ago at the front."""
        person = self._person
        if person is None:
            return ()
        mine = select(askings.c.question_id).where(askings.c.person_id == person.id)
        found = await self._of(questions.c.id.in_(mine))
        return tuple(sorted(found, key=lambda one: (one.answered_on or date.max, one.id)))

    async def waiting(self) -> tuple[Question, ...]:
        """Return what waits for an answer, longest waiting first; only an official sees it."""
        if not self._answers:
            return ()
        found = await self._of(questions.c.means.is_(None))
        return tuple(sorted(found, key=lambda one: (one.since, one.id)))

    async def one(self, number: int) -> Question | None:
        """Return a question of the official's commune by its number."""
        found = await self._of(questions.c.id == number) if self._answers else ()
        return found[0] if found else None

    async def askers(self, number: int, *, unhelped: bool = False) -> tuple[Person, ...]:
        """Return who put a question and is still on the roster; only an official sees it.

        `unhelped`: without those whom an earlier answer has helped.
        """
        if await self.one(number) is None:
            return ()
        who = select(askings.c.person_id).where(askings.c.question_id == number)
        if unhelped:
            who = who.where(askings.c.helped.is_not(True))
        found = await self._tx.execute(
            select_people()
            .where(people.c.id.in_(who), people.c.left_at.is_(None))
            .order_by(people.c.id)
        )
        return tuple(one for row in found if (one := person_of(row)))

    async def known(self) -> tuple[Question, ...]:
        """Return what was answered and did not help fewer than it helped, newest first."""
        answered = questions.c.means.in_((Means.WORDS.value, Means.GUIDE.value))
        found = await self._of(answered, limit=_LOOKED_THROUGH)
        return tuple(one for one in found if one.helped >= one.not_helped)

    @property
    def _answers(self) -> bool:
        return self._person is not None and self._person.role is Role.OFFICIAL

    async def _of(
        self, wanted: ColumnElement[bool], limit: int | None = None
    ) -> tuple[Question, ...]:
        """Return questions of the person's commune, newest first."""
        person = self._person
        if person is None:
            return ()
        within = is_part(questions.c.commune_id, person.commune.id)
        rows = (await self._tx.execute(_counted(within, wanted).limit(limit))).all()
        numbers = [row.id for row in rows]
        teams = await self._teams(numbers) if self._answers else {}
        mine = await self._mine(numbers, person)
        return tuple(
            question_of(row, tuple(sorted(teams.get(row.id, ()))), mine.get(row.id)) for row in rows
        )

    async def _teams(self, numbers: list[int]) -> dict[int, set[str]]:
        """Return of which teams those are who asked."""
        found = await self._tx.execute(
            select_people()
            .add_columns(askings.c.question_id)
            .join(askings, askings.c.person_id == people.c.id)
            .where(askings.c.question_id.in_(numbers))
        )
        teams: dict[int, set[str]] = {}
        for row in found:
            person = person_of(row)
            if person and person.team:
                teams.setdefault(row.question_id, set()).add(person.team.name)
        return teams

    async def _mine(self, numbers: list[int], person: Person) -> dict[int, Row[*tuple[Any, ...]]]:
        found = await self._tx.execute(
            select(askings)
            .where(askings.c.question_id.in_(numbers), askings.c.person_id == person.id)
            .order_by(askings.c.id)
        )
        return {row.question_id: row for row in found}


async def answers(tx: AsyncConnection, commune: int) -> tuple[Question, ...]:
    """Return every answer of a commune as a suggested guide text, the most often asked first."""
    answered = questions.c.means.in_((Means.WORDS.value, Means.GUIDE.value))
    found = await tx.execute(_counted(is_part(questions.c.commune_id, commune), answered))
    read = (question_of(row) for row in found)
    return tuple(sorted(read, key=lambda one: (-one.times, one.first, one.id)))


def question_of(
    row: Row[*tuple[Any, ...]],
    teams: tuple[str, ...] = (),
    mine: Row[*tuple[Any, ...]] | None = None,
) -> Question:
    """Return the question of a row; an answer that did not help stands in it without its means."""
    means = Means(row.means) if row.means else Means.GUIDE if row.guide else Means.WORDS
    answer = Answered(means, row.answer, row.guide) if row.answered else None
    return Question(
        id=row.id,
        words=row.words,
        first=row.first,
        since=row.since,
        about=row.about,
        answer=answer,
        answered_on=row.answered_on,
        open=row.means is None,
        reopened=row.reopened,
        named=row.named,
        times=int(row.times),
        helped=int(row.helped or 0),
        not_helped=int(row.not_helped or 0),
        teams=teams,
        code=mine.code if mine else None,
        judged=mine is not None and mine.helped is not None,
    )


def _counted(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Select questions with how often they were put and what was said of their answers."""
    yes, no = (func.sum(case((askings.c.helped.is_(said), 1), else_=0)) for said in (True, False))
    return (
        select(
            questions,
            func.count().label("times"),
            yes.label("helped"),
            no.label("not_helped"),
        )
        .join_from(questions, askings, askings.c.question_id == questions.c.id)
        .where(*conditions)
        .group_by(questions.c.id)
        .order_by(questions.c.id.desc())
    )
