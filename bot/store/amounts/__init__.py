"""How much there is of every quantity of the catalogue, in a commune and in each village of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.periods import Period
from bot.domain.quantities import Amount, Amounts, Lack, Origin, Quantity
from bot.domain.summing import whole
from bot.domain.survey import HOUSEHOLDS
from bot.store.amounts.events import events
from bot.store.amounts.figures import given
from bot.store.amounts.ground import Ground, ground
from bot.store.amounts.register import register
from bot.store.amounts.survey import ANSWERED, surveyed
from bot.store.amounts.window import Window

__all__ = ["Ground", "amounts", "ground"]


async def amounts(
    tx: AsyncConnection,
    where: Ground,
    period: Period,
    quantities: Mapping[str, Quantity],
    today: date,
) -> dict[int, Amounts]:
    """Return every quantity of the commune and of each village in a period, by place.

    However many quantities and villages there are, the database is asked the same few questions.
    """
    window = Window(period, today)
    of = {origin: [one for one in quantities.values() if one.origin is origin] for origin in Origin}
    outside = await given(tx, where, window, of[Origin.FIGURE])
    recorded = await events(tx, where, window, of[Origin.EVENTS])
    roster = await register(tx, where, recorded)
    survey = await surveyed(tx, where, window)
    households = quantities.get(HOUSEHOLDS)
    # Whoever surveyed has been heard of, too.
    heard = recorded.heard | survey.answered.keys()
    recorded = replace(recorded, heard=heard)

    def asked(quantity: Quantity, place: int) -> Amount | Lack:
        if quantity.of == (ANSWERED,):
            return survey.reached(quantity, place, heard)
        homes = outside.amount(households, place) if households else Lack.MISSING
        return survey.amount(quantity, place, homes)

    measures: dict[Origin, Callable[[Quantity, int], Amount | Lack]] = {
        Origin.FIGURE: outside.amount,
        Origin.EVENTS: recorded.amount,
        Origin.REGISTER: roster.amount,
        Origin.SURVEY: asked,
    }
    return {
        place.id: _with_sums(
            {
                one.id: measures[one.origin](one, place.id)
                for one in quantities.values()
                if one.origin is not Origin.SUM
            },
            of[Origin.SUM],
        )
        for place in where.places
    }


def _with_sums(known: dict[str, Amount | Lack], sums: list[Quantity]) -> Amounts:
    """Add up what is made of other quantities, parts before what they are part of."""
    waiting = list(sums)
    while waiting:
        ready = [one for one in waiting if all(part in known for part in one.of)]
        if not ready:
            # A part that is not declared; no start gets this far with one.
            return known | {one.id: Lack.MISSING for one in waiting}
        known |= {one.id: whole(one, known) for one in ready}
        waiting = [one for one in waiting if one not in ready]
    return known
