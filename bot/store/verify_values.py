"""The recount of what indicators are made of, fact by fact in Python, past all that SQL adds up.

Recounted: what the teams recorded (counts, people helped, people who came), the household survey,
stocks given from outside, and sums of these. The roster is no ledger, and flows are laid together
of windows; both are left to the recounts of the map and of the figures.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Row

from bot.domain.facts import (
    AssistanceGiven,
    AssistanceVoided,
    FigureGiven,
    FirstTimeTold,
    HouseholdSurveyed,
    SurveyTakenBack,
)
from bot.domain.periods import Period
from bot.domain.quantities import Counts, Origin, Quantity
from bot.domain.survey import Outcome
from bot.domain.survey_questions import BY_ID
from bot.store.recounting import counted

Fact: TypeAlias = Row[tuple[Any, ...]]
# How many households answered in the period; no question has this name.
_ANSWERED = "households"
_Key: TypeAlias = tuple[int | None, str]


@dataclass(frozen=True, slots=True)
class _Round:
    """What one household said."""

    fact: Fact
    asked: bool
    answers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Recounted:
    """What the facts of a period come to, by place and activity, on the map of its last day.

    `became`: what each merged place had become by that day. `end` is not in the period. `figures`:
    of a place and a quantity's name, day and number of the fact with its value and unit.
    """

    start: date
    end: date
    became: Mapping[int, int]
    commune: int
    villages: tuple[int, ...]
    helped: Counter[_Key] = field(default_factory=Counter)
    came: Counter[_Key] = field(default_factory=Counter)
    first: Counter[_Key] = field(default_factory=Counter)
    homes: dict[int | None, dict[tuple[int, str], list[_Round]]] = field(default_factory=dict)
    figures: dict[_Key, list[tuple[str, int, Decimal, str]]] = field(default_factory=dict)

    def number(self, quantity: Quantity, place: int, known: Mapping[str, Quantity]) -> int | None:
        """Return how much there is of a quantity in a place, None where nobody can tell."""
        match quantity.origin:
            case Origin.EVENTS:
                of = {Counts.ATTENDEES: self.came, Counts.PEOPLE: self.first}
                return sum(of.get(quantity.counts, self.helped)[place, a] for a in quantity.of)
            case Origin.SURVEY:
                return self._survey(quantity, list(self.homes.get(place, {}).values()))
            case Origin.FIGURE if not quantity.flow:
                return self._stock(quantity, place)
            case Origin.SUM:
                return _added(self.number(known[one], place, known) for one in quantity.of)
            case _:
                return None

    def holders(self, *of: int | None) -> set[int]:
        """Return what some places, one above the other, had become."""
        found = set()
        for now in of:
            while now is not None and now in self.became:
                now = self.became[now]  # noqa: PLW2901 - followed to its end
            if now is not None:
                found.add(now)
        return found

    def within(self, day: date | None) -> bool:
        """Tell whether a day is in the period."""
        return day is not None and self.start <= day < self.end

    def _survey(self, quantity: Quantity, homes: Sequence[list[_Round]]) -> int | None:
        if quantity.of == (_ANSWERED,):
            return sum(any(one.asked and self.within(one.fact.day) for one in of) for of in homes)
        total, answered = 0, set()
        for of in homes:
            one = max(of, key=lambda said: (said.asked, said.fact.at, said.fact.id))
            for name in quantity.of if one.asked else ():
                count, question = one.answers.get(name), BY_ID[name]
                among = count if question.is_base else question.out_of(one.answers)
                if count is not None and among is not None:
                    answered.add(name)
                    total += among if quantity.among else count
        return total if len(answered) == len(quantity.of) else None

    def _stock(self, quantity: Quantity, place: int) -> int | None:
        """Return the newest figure of a place, else what the places that became it come to."""
        fit = [
            one
            for one in self.figures.get((place, quantity.id), ())
            if one[3] == quantity.unit.value and one[2] >= 0 and one[2] % 1 == 0
        ]
        if fit:
            return int(max(fit)[2])
        parts = [old for old, new in self.became.items() if new == place]
        whole = _added(self._stock(quantity, part) for part in parts)
        if whole is None and place == self.commune:
            return _added(self._stock(quantity, village) for village in self.villages)
        return whole


def recounted(
    facts: Sequence[Fact],
    period: Period,
    became: Mapping[int, int],
    lists: Mapping[int, int],
    map_of: tuple[int, tuple[int, ...]],
) -> Recounted:
    """Count the facts of a period one by one.

    `lists`: the village whose household numbers a team of a merged village goes by. `map_of`: the
    commune, and its villages on the map of the period's last day.
    """
    made = Recounted(period.start, period.end, became, *map_of)
    for key, number in counted(facts, []).items():
        commune, village, _team, _member, day, activity = key
        if isinstance(day, date) and made.within(day) and number:
            for place in made.holders(*(one for one in (commune, village) if type(one) is int)):
                made.helped[place, str(activity)] += number
    _people(made, facts)
    _homes(made, facts, lists)
    for fact in facts:
        if fact.kind == FigureGiven.__name__:
            body = json.loads(fact.body)
            if date.fromisoformat(body["as_of"]) < period.end:
                place = fact.village_id or fact.commune_id
                said = (body["as_of"], fact.id, Decimal(body["value"]), body["unit"])
                made.figures.setdefault((place, body["name"]), []).append(said)
    return made


def _people(made: Recounted, facts: Sequence[Fact]) -> None:
    """Count who came, and who came for the first time, as it was told last of each entry.

    What was taken back is gone; after a closing, who came is taken off on the day it was said.
    """
    voids = {one.voids: one for one in facts if one.kind == AssistanceVoided.__name__}
    told = {one.about: one.amount or 0 for one in facts if one.kind == FirstTimeTold.__name__}
    for fact in facts:
        if fact.kind != AssistanceGiven.__name__ or not (fact.attendees or fact.id in told):
            continue
        back = voids.get(fact.id)
        elsewhere = back is not None and back.day != fact.day
        for place in made.holders(fact.commune_id, fact.village_id):
            if made.within(fact.day) and (back is None or elsewhere):
                made.came[place, fact.activity] += fact.attendees or 0
            if back is not None and elsewhere and made.within(back.day):
                made.came[place, fact.activity] -= fact.attendees or 0
            kept = back is None or back.adjusts is not None
            if made.within(fact.day) and fact.adjusts is None and kept:
                made.first[place, fact.activity] += told.get(fact.id, 0)


def _homes(made: Recounted, facts: Sequence[Fact], lists: Mapping[int, int]) -> None:
    """Keep the rounds of each household up to the last day that were not taken back."""
    back = {one.voids for one in facts if one.kind == SurveyTakenBack.__name__}
    for fact in facts:
        if fact.kind != HouseholdSurveyed.__name__ or fact.id in back or fact.day >= made.end:
            continue
        body = json.loads(fact.body)
        one = _Round(fact, body["outcome"] == Outcome.ASKED.value, body["answers"])
        house = (lists.get(fact.team_id, fact.village_id), body["household"])
        for place in made.holders(fact.commune_id, fact.village_id):
            made.homes.setdefault(place, defaultdict(list))[house].append(one)


def _added(numbers: Iterable[int | None]) -> int | None:
    """Add up what is known; None where one of them is not, or there is none."""
    found = list(numbers)
    known = [one for one in found if one is not None]
    return sum(known) if known and len(known) == len(found) else None
