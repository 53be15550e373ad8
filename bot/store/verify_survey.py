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
from bot.store.places import is_part
from bot.store.rounds import counted
from bot.store.schema import places, successions, surveys

# What is compared: households by outcome, and for each question count, among and households.
Totals: TypeAlias = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Said:
    """A round as the ledger's own line has it."""

    village: int
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

    For each village of today: the round that stands of each household, found and added up here,
    is what the screens' own question to the tables says. What became part of a village counts for
    it; a number on a list of one of its old villages is a household of its own.
    """
    became = await _became(tx)
    houses, problems = _houses(facts, await lists(tx))
    compared = 0
    others = await tx.execute(select(surveys.c.village_id).distinct())
    seen = {one.village for rounds in houses.values() for one in rounds} | set(others.scalars())
    for village in sorted({became.get(one, one) for one in seen}):
        standing = [
            max(rounds, key=lambda one: one.order)
            for rounds in houses.values()
            if became.get(rounds[0].village, rounds[0].village) == village
        ]
        ours = _ours(standing)
        theirs = _theirs(await counted(tx, is_part(surveys.c.village_id, village)))
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


async def _became(tx: AsyncConnection) -> dict[int, int]:
    """Return what each merged place is today."""
    found = await tx.execute(
        select(successions.c.old_id, successions.c.new_id)
        .join_from(successions, places, places.c.id == successions.c.new_id)
        .where(places.c.valid_to.is_(None))
    )
    return {row.old_id: row.new_id for row in found}


async def lists(tx: AsyncConnection) -> dict[int, int]:
    """Return the village whose household numbers a team of a merged village goes by."""
    parents = {row.id: row.parent_id for row in await tx.execute(select(places))}
    parts: dict[int, set[int]] = {}
    for row in await tx.execute(select(successions)):
        parts.setdefault(row.new_id, set()).add(row.old_id)
    villages = {
        team: {parents[one] for one in made_of if one not in parts}
        for team, made_of in parts.items()
    }
    return {team: next(iter(found)) for team, found in villages.items() if len(found) == 1}


def _houses(
    facts: Iterable[Row[tuple[Any, ...]]], lists: Mapping[int, int]
) -> tuple[dict[tuple[int, str], list[_Said]], list[Phrase]]:
    """Return the rounds of each household that were not taken back, by list and label."""
    said: dict[int, tuple[tuple[int, str], _Said]] = {}
    problems = []
    for row in facts:
        if row.kind == HouseholdSurveyed.__name__:
            body = json.loads(row.body)
            outcome = Outcome(body["outcome"])
            one = _Said(row.village_id, row.at, row.id, outcome, body["answers"])
            said[row.id] = ((lists.get(row.team_id, row.village_id), body["household"]), one)
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
