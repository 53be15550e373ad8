"""The rounds of the household survey: added, taken back, found standing, and counted."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import HouseholdSurveyed
from bot.domain.survey import Outcome, Rate, Survey, Total
from bot.domain.survey_questions import BY_ID
from bot.store.schema import facts, survey_answers, surveys

_taken_back = facts.alias("taken_back")
ROUNDS = (
    select(
        surveys, facts.c.code, facts.c.at, facts.c.day, facts.c.member_id, facts.c.team_id
    )
    .join_from(surveys, facts, facts.c.id == surveys.c.fact_id)
    .where(~select(_taken_back.c.id).where(_taken_back.c.voids == surveys.c.fact_id).exists())
)  # fmt: skip
# What stands for a household: its newest round with answers; where it has none, its newest one.
_STANDING = func.row_number().over(
    partition_by=(surveys.c.village_id, surveys.c.household),
    order_by=(
        case((surveys.c.outcome == Outcome.ASKED.value, 0), else_=1),
        facts.c.at.desc(),
        facts.c.id.desc(),
    ),
)


async def add(tx: AsyncConnection, row: Mapping[str, Any], surveyed: HouseholdSurveyed) -> None:
    """Add a round: the fact with what was said, and beside it what is counted.

    Raises IntegrityError where an answer is more than it is counted out of.
    """
    said = {
        "household": surveyed.household,
        "outcome": surveyed.outcome.value,
        "answers": dict(surveyed.answers),
    }
    row = {**row, "day": surveyed.day, "body": json.dumps(said)}
    made = await tx.execute(insert(facts).values(row).returning(facts.c.id))
    number = made.scalar_one()
    await tx.execute(
        insert(surveys).values(
            fact_id=number,
            village_id=row["village_id"],
            household=surveyed.household,
            outcome=surveyed.outcome.value,
        )
    )
    counted = [
        {"fact_id": number, "question": question, "count": count, "among": among}
        for question, count in surveyed.answers.items()
        if (among := _among(question, surveyed.answers)) is not None
    ]
    if counted:
        await tx.execute(insert(survey_answers), counted)


async def take_back(tx: AsyncConnection, row: Mapping[str, Any], code: str) -> None:
    """Add the fact that a round no longer stands; both stay readable."""
    names = ("code", "kind", "at", "member_id", "commune_id", "village_id", "team_id")
    taken = select(
        *(literal(row[name], facts.c[name].type) for name in names), facts.c.day, facts.c.id
    ).where(facts.c.code == code, facts.c.kind == HouseholdSurveyed.__name__)
    await tx.execute(insert(facts).from_select((*names, "day", "voids"), taken))


async def counted(
    tx: AsyncConnection,
    within: ColumnElement[bool],
    *,
    team: int | None = None,
    total: Total | None = None,
    until: date | None = None,
) -> Survey:
    """Count the standing rounds within some villages; of a team only those that it made.

    `until`: as it stood at the end of a day.
    """
    stands = standing(within, until)
    ours: Select[Any] = select(stands.c.fact_id, stands.c.outcome, stands.c.day)
    if team:
        ours = ours.where(stands.c.team_id == team)
    one = ours.subquery()
    by_outcome = await tx.execute(
        select(one.c.outcome, func.count(), func.min(one.c.day), func.max(one.c.day)).group_by(
            one.c.outcome
        )
    )
    found = {Outcome(row[0]): row for row in by_outcome}
    answer = survey_answers.c
    rates = await tx.execute(
        select(answer.question, func.sum(answer["count"]), func.sum(answer.among), func.count())
        .join_from(survey_answers, one, one.c.fact_id == answer.fact_id)
        .where(one.c.outcome == Outcome.ASKED.value)
        .group_by(answer.question)
    )
    asked = found.get(Outcome.ASKED)
    return Survey(
        households={outcome: int(row[1]) for outcome, row in found.items()},
        rates={row[0]: Rate(int(row[1]), int(row[2]), int(row[3])) for row in rates},
        first=asked[2] if asked else None,
        last=asked[3] if asked else None,
        total=total,
    )


async def asked_by_village(tx: AsyncConnection, within: ColumnElement[bool]) -> dict[int, int]:
    """Return how many households answered, by village; one question for all villages."""
    stands = standing(within)
    found = await tx.execute(
        select(stands.c.village_id, func.count())
        .where(stands.c.outcome == Outcome.ASKED.value)
        .group_by(stands.c.village_id)
    )
    return {row[0]: int(row[1]) for row in found}


def standing(within: ColumnElement[bool], until: date | None = None) -> Subquery:
    """Select the round that stands for each household, now or at the end of a day."""
    within = within if until is None else and_(within, facts.c.day <= until)
    numbered = ROUNDS.add_columns(_STANDING.label("nth")).where(within).subquery()
    return select(numbered).where(numbered.c.nth == 1).subquery()


def _among(question: str, answers: Mapping[str, int]) -> int | None:
    """Return out of how many a household's answer counts: a base out of itself."""
    one = BY_ID[question]
    return answers[question] if one.is_base else one.out_of(answers)
