"""The household survey as amounts: what the rounds say that stand on a period's last day."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.quantities import Amount, Coverage, Lack, Origin, Quantity
from bot.domain.survey import Outcome, Rate
from bot.store.amounts.ground import Ground
from bot.store.amounts.window import Window
from bot.store.rounds import ROUNDS, standing
from bot.store.schema import facts, survey_answers, surveys

# No question, but how many households answered in a period.
ANSWERED = "households"
_RATE = ("count", "among", "households")


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What households answered, by place and question, and when the last one was asked.

    `answered`: by place, how many households answered within the period.
    """

    window: Window
    rates: Mapping[tuple[int, str], Rate]
    last: Mapping[int, date]
    answered: Mapping[int, int]

    def amount(self, quantity: Quantity, place: int, households: Amount | Lack) -> Amount | Lack:
        """Return how many people (or households) of a place said yes, or were counted at all.

        A question that nobody was asked is missing, not answered with no.
        """
        found = [rate for one in quantity.of if (rate := self.rates.get((place, one)))]
        if not found or len(found) < len(quantity.of):
            return Lack.MISSING
        known = isinstance(households, Amount) and not households.expired
        return Amount(
            value=sum(rate.among if quantity.among else rate.count for rate in found),
            unit=quantity.unit,
            origin=Origin.SURVEY,
            as_of=self.last[place],
            coverage=Coverage(
                min(rate.households for rate in found),
                households.value if known and isinstance(households, Amount) else None,
            ),
        )

    def reached(self, quantity: Quantity, place: int, heard: Set[int]) -> Amount | Lack:
        """Return how many households answered in the period; none where the teams did else."""
        count = self.answered.get(place, 0)
        if not count and place not in heard:
            return Lack.SILENT
        return Amount(
            value=count,
            unit=quantity.unit,
            origin=Origin.SURVEY,
            as_of=self.window.until,
            since=self.window.period.start,
        )


async def surveyed(tx: AsyncConnection, ground: Ground, window: Window) -> Surveyed:
    """Count what the standing rounds of a commune's villages say; two questions."""
    stands = standing(surveys.c.village_id.in_(list(ground.onto)), window.period.last)
    answer = survey_answers.c
    found = await tx.execute(
        select(
            stands.c.village_id,
            answer.question,
            func.sum(answer["count"]),
            func.sum(answer.among),
            func.count(),
            func.max(stands.c.day),
        )
        .join_from(survey_answers, stands, stands.c.fact_id == answer.fact_id)
        .where(stands.c.outcome == Outcome.ASKED.value)
        .group_by(stands.c.village_id, answer.question)
    )
    sums: Counter[tuple[int, str, str]] = Counter()
    last: dict[int, date] = {}
    for village, question, count, among, households, day in found:
        for holder in ground.holders(village):
            sums[holder, question, "count"] += int(count)
            sums[holder, question, "among"] += int(among)
            sums[holder, question, "households"] += int(households)
            last[holder] = max(last.get(holder, day), day)
    rates = {
        (holder, question): Rate(*(sums[holder, question, name] for name in _RATE))
        for holder, question, __ in sums
    }
    return Surveyed(window, rates, last, await _answered(tx, ground, window))


async def _answered(tx: AsyncConnection, ground: Ground, window: Window) -> Counter[int]:
    """Count the households that answered within the period, each once."""
    found = await tx.execute(
        ROUNDS.with_only_columns(surveys.c.village_id, surveys.c.household)
        .where(
            surveys.c.village_id.in_(list(ground.onto)),
            facts.c.day >= window.period.start,
            facts.c.day < window.period.end,
            surveys.c.outcome == Outcome.ASKED.value,
        )
        .distinct()
    )
    return Counter(holder for village, __ in found for holder in ground.holders(village))
