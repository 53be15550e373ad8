"""The recount of the household survey: every round read as it was said, counted in Python."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import HouseholdSurveyed, SurveyTakenBack
from bot.domain.survey import Outcome, Survey
from bot.domain.survey_questions import BY_ID
from bot.domain.text import Phrase, _
from bot.store.rounds import counted
from bot.store.schema import surveys

# What is compared: households by outcome, and for each question count, among and households.
Totals: TypeAlias = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Said:
    """A round as the ledger's own line has it."""

    at: datetime
    fact: int
    outcome: Outcome
    answers: Mapping[str, int]

    @property
    def order(self) -> tuple[bool, datetime, int]:
        """Return what the round that stands has most of."""
        return self.outcome is Outcome.ASKED, self.at, self.fact


async def recount(
    tx: AsyncConnection, facts: Iterable[Row[tuple[Any, ...]]]
) -> tuple[int, list[Phrase]]:
    """Return how many totals were compared, and what does not agree.

    For each village: the round that stands of each household, found and added up here, is what
    the screens' own question to the tables says.
    """
    houses, problems = _houses(facts)
    compared = 0
    others = await tx.execute(select(surveys.c.village_id).distinct())
    for village in sorted({village for village, __ in houses} | set(others.scalars())):
        standing = [
            max(rounds, key=lambda one: one.order)
            for (at, __), rounds in houses.items()
            if at == village and rounds
        ]
        ours = _ours(standing)
        theirs = _theirs(await counted(tx, surveys.c.village_id == village))
        compared += len(theirs)
        problems += [
            _(
                "The survey of village {village} differs for {what}: {ours} round by round, "
                "{theirs} in the tables.",
                village=village,
                what=what,
                ours=str(ours.get(what)),
                theirs=str(theirs.get(what)),
            )
            for what in sorted(ours.keys() | theirs.keys())
            if ours.get(what) != theirs.get(what)
        ]
    return compared, problems


def _houses(
    facts: Iterable[Row[tuple[Any, ...]]],
) -> tuple[dict[tuple[int, str], list[_Said]], list[Phrase]]:
    """Return the rounds of each household that were not taken back, by village and label."""
    said: dict[int, tuple[tuple[int, str], _Said]] = {}
    problems = []
    for row in facts:
        if row.kind == HouseholdSurveyed.__name__:
            body = json.loads(row.body)
            one = _Said(row.at, row.id, Outcome(body["outcome"]), body["answers"])
            said[row.id] = ((row.village_id, body["household"]), one)
        elif row.kind == SurveyTakenBack.__name__ and said.pop(row.voids, None) is None:
            problems.append(_("{code} takes back something that is not there.", code=row.code))
    houses: dict[tuple[int, str], list[_Said]] = {}
    for house, one in said.values():
        houses.setdefault(house, []).append(one)
    return houses, problems


def _ours(standing: Iterable[_Said]) -> Totals:
    totals: Totals = {}
    for one in standing:
        _add(totals, one.outcome.value, (1,))
        if one.outcome is not Outcome.ASKED:
            continue
        for question, count in one.answers.items():
            base = BY_ID[question]
            among = count if base.is_base else base.out_of(one.answers)
            if among is not None:
                _add(totals, question, (count, among, 1))
    return totals


def _theirs(survey: Survey) -> Totals:
    totals: Totals = {outcome.value: (n,) for outcome, n in survey.households.items()}
    for question, rate in survey.rates.items():
        totals[question] = (rate.count, rate.among, rate.households)
    return totals


def _add(totals: Totals, what: str, more: tuple[int, ...]) -> None:
    before = totals.get(what, (0,) * len(more))
    totals[what] = tuple(a + b for a, b in zip(before, more, strict=True))
