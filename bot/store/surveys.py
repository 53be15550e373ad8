"""Reads the household survey for one person; what that person may not see is cut off here."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Subquery, and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import Person, Role
from bot.domain.places import Place, PlaceKind
from bot.domain.survey import HOUSEHOLDS, Outcome, Round, Survey, Total
from bot.domain.text import fold
from bot.domain.units import Unit
from bot.store.rounds import ROUNDS, asked_by_village, counted, standing
from bot.store.schema import facts, figures, places, survey_answers, surveys


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
        """Return a round of the person's own village that was not taken back, standing or not."""
        village = self._village
        asked = ROUNDS.where(surveys.c.village_id == village, facts.c.code == code)
        found = (await self._tx.execute(asked)).all() if village else ()
        rounds = await self._with_answers(found)
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
        if person.role is not Role.OFFICIAL:
            return (person.village,) if person.village else ()
        found = await self._tx.execute(
            select(places.c.id, places.c.name).where(
                places.c.parent_id == person.commune.id, places.c.kind == PlaceKind.VILLAGE.value
            )
        )
        return tuple(sorted((Place(*row) for row in found), key=lambda one: fold(one.name)))

    async def by_village(self) -> tuple[tuple[Place, Survey], ...]:
        """Return how many households each village of a commune asked, for its official."""
        person = self._person
        if not person or person.role is not Role.OFFICIAL:
            return ()
        asked = await asked_by_village(self._tx, facts.c.commune_id == person.commune.id)
        villages = await self.villages()
        given = await _totals(self._tx, [one.id for one in villages])
        return tuple(
            (one, Survey({Outcome.ASKED: asked.get(one.id, 0)}, total=given.get(one.id)))
            for one in villages
        )

    async def result(self, village: int | None = None) -> Survey:
        """Return what the survey comes to in the person's scope, or in one village of it."""
        person = self._person
        seen = [one.id for one in await self.villages()]
        if not person or (village and village not in seen):
            return Survey()
        within = and_(
            facts.c.commune_id == person.commune.id,
            surveys.c.village_id.in_([village] if village else seen),
        )
        team = person.team.id if person.role is Role.LEADER and person.team else None
        total = await self._total([village] if village else seen, whole=not village)
        return await counted(self._tx, within, team=team, total=total)

    @property
    def _village(self) -> int | None:
        person = self._person
        return person.village.id if person and person.village else None

    async def _own(self, which: Callable[[Subquery], ColumnElement[bool]]) -> tuple[Round, ...]:
        if not self._village:
            return ()
        stands = standing(surveys.c.village_id == self._village)
        found = await self._tx.execute(
            select(stands).where(which(stands)).order_by(stands.c.at, stands.c.fact_id)
        )
        return await self._with_answers(found.all())

    async def _with_answers(self, found: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Round, ...]:
        asked = select(survey_answers).where(
            survey_answers.c.fact_id.in_([row.fact_id for row in found])
        )
        answers: dict[int, dict[str, int]] = {}
        for row in (await self._tx.execute(asked)).mappings():
            answers.setdefault(row["fact_id"], {})[row["question"]] = row["count"]
        return tuple(_round(row, answers.get(row.fact_id, {})) for row in found)

    async def _total(self, villages: list[int], *, whole: bool) -> Total | None:
        """Return how many households some villages have, where somebody gave it.

        For a whole commune its own figure comes first; otherwise all its villages', if known.
        """
        person = self._person
        if person and person.role is Role.OFFICIAL and whole:
            own = await _totals(self._tx, [person.commune.id])
            if own:
                return own[person.commune.id]
        given = await _totals(self._tx, villages)
        if not villages or any(one not in given for one in villages):
            return None
        parts = [given[one] for one in villages]
        return Total(sum(one.households for one in parts), min(one.as_of for one in parts))


def _round(row: Row[*tuple[Any, ...]], answers: Mapping[str, int]) -> Round:
    return Round(
        code=row.code,
        household=row.household,
        day=row.day,
        outcome=Outcome(row.outcome),
        answers=answers,
        member=row.member_id,
        team=row.team_id,
    )


async def _totals(tx: AsyncConnection, where: list[int]) -> dict[int, Total]:
    """Return the newest number of households of each place that has one."""
    found = await tx.execute(
        select(figures)
        .where(
            figures.c.place_id.in_(where),
            figures.c.name == HOUSEHOLDS,
            figures.c.unit == Unit.HOUSEHOLD.value,
        )
        .order_by(figures.c.as_of.desc(), figures.c.id.desc())
    )
    totals: dict[int, Total] = {}
    for row in found:
        whole = row.value == row.value.to_integral_value() and row.value > 0
        if whole:
            totals.setdefault(row.place_id, Total(int(row.value), row.as_of))
    return totals
