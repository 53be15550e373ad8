"""Reads the household survey for one person; what that person may not see is cut off here."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Row, Subquery, and_, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import LEADERS, OFFICIALS, Person
from bot.domain.places import Place
from bot.domain.survey import Outcome, Round, Survey, Total
from bot.domain.text import fold
from bot.store import roster
from bot.store.households import added, totals
from bot.store.places import book_of, is_part, lineage, parts
from bot.store.rounds import ROUNDS, asked_by_village, counted, standing
from bot.store.schema import facts, survey_answers, surveys


class Surveys:
    """The survey as one person may read it; nobody reads nothing."""

    def __init__(self, tx: AsyncConnection, person: Person | None) -> None:
        self._tx = tx
        self._person = person

    async def standing(self, household: str) -> Round | None:
        """Return the round that stands for a household of the person's own village."""
        found = await self._own(lambda stands: stands.c.household == household)
        return found[0] if found else None

    async def round(self, code: str) -> Round | None:
        """Return a round of the person's own list that was not taken back, standing or not."""
        asked = ROUNDS.where(facts.c.code == code)
        found = (await self._tx.execute(asked)).all() if self._village else ()
        own = await self._own_list() if found else None
        rounds = await self._with_answers([row for row in found if row.list == own])
        return rounds[0] if rounds else None

    async def waiting(self) -> tuple[Round, ...]:
        """Return the households of the own village to come back to, longest waiting first."""
        again = (Outcome.ABSENT.value, Outcome.LATER.value)
        return await self._own(lambda stands: stands.c.outcome.in_(again))

    async def villages(self) -> tuple[Place, ...]:
        """Return the villages of the person's scope, by name."""
        person = self._person
        if not person:
            return ()
        if person.role not in OFFICIALS:
            return (person.village,) if person.village else ()
        found = await roster.villages(self._tx, person.commune)
        return tuple(sorted(found, key=lambda one: fold(one.name)))

    async def by_village(self) -> tuple[tuple[Place, Survey], ...]:
        """Return how many households each village of a commune asked, for its official."""
        person = self._person
        if not person or person.role not in OFFICIALS:
            return ()
        asked = await asked_by_village(self._tx, is_part(facts.c.commune_id, person.commune.id))
        villages = await self.villages()
        held = await parts(self._tx, [one.id for one in villages])
        given = await totals(self._tx, [one.id for one in villages])
        return tuple(
            (
                one,
                Survey(
                    {
                        Outcome.ASKED: sum(
                            asked.get(of, 0) for of in (one.id, *held.get(one.id, ()))
                        )
                    },
                    total=given.get(one.id),
                ),
            )
            for one in villages
        )

    async def result(self, village: int | None = None) -> Survey:
        """Return what the survey comes to in the person's scope, or in one village of it.

        What was asked in a village that has become part of another one counts for that one.
        """
        person = self._person
        seen = [one.id for one in await self.villages()]
        if not person or (village and village not in seen):
            return Survey()
        chosen = [village] if village else seen
        held = await parts(self._tx, chosen)
        within = and_(
            is_part(facts.c.commune_id, person.commune.id),
            surveys.c.village_id.in_({*chosen, *chain.from_iterable(held.values())}),
        )
        team = person.team.id if person.role in LEADERS and person.team else None
        total = await self._total(chosen, whole=not village)
        return await counted(self._tx, within, team=team, total=total)

    @property
    def _village(self) -> int | None:
        person = self._person
        return person.village.id if person and person.village else None

    async def _own(self, which: Callable[[Subquery], ColumnElement[bool]]) -> tuple[Round, ...]:
        if not self._village:
            return ()
        own = await self._own_list()
        stands = standing(surveys.c.village_id.in_(await lineage(self._tx, self._village)))
        found = await self._tx.execute(
            select(stands)
            .where(stands.c.list == own, which(stands))
            .order_by(stands.c.at, stands.c.fact_id)
        )
        return await self._with_answers(found.all())

    async def _own_list(self) -> int | None:
        """Return the village whose household numbers the person's team goes by."""
        person = self._person
        if not person or not person.team or not person.village:
            return None
        return await self._tx.scalar(
            select(book_of(literal(person.team.id), literal(person.village.id)))
        )

    async def _with_answers(self, found: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Round, ...]:
        asked = select(survey_answers).where(
            survey_answers.c.fact_id.in_([row.fact_id for row in found])
        )
        answers: dict[int, dict[str, int]] = {}
        for row in (await self._tx.execute(asked)).mappings():
            answers.setdefault(row["fact_id"], {})[row["question"]] = row["count"]
        team = self._person.team.id if self._person and self._person.team else 0
        ours = await lineage(self._tx, team)
        return tuple(
            _round(row, answers.get(row.fact_id, {}), team if row.team_id in ours else row.team_id)
            for row in found
        )

    async def _total(self, villages: list[int], *, whole: bool) -> Total | None:
        """Return how many households some villages have, where somebody gave it.

        For a whole commune its own figure comes first; otherwise all its villages', if known.
        """
        person = self._person
        if person and person.role in OFFICIALS and whole:
            own = await totals(self._tx, [person.commune.id])
            if own:
                return own[person.commune.id]
        given = await totals(self._tx, villages)
        return added(given.get(one) for one in villages)


def _round(row: Row[*tuple[Any, ...]], answers: Mapping[str, int], team: int | None) -> Round:
    return Round(
        code=row.code,
        household=row.household,
        day=row.day,
        outcome=Outcome(row.outcome),
        answers=answers,
        member=row.member_id,
        team=team,
    )
