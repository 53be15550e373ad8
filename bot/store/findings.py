"""Gathers what findings are made from: how figures and entries came in, what was usual, answers.

Four questions, however many villages, members and rules there are.
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.checking import findings as checked
from bot.domain.errors import Unclear
from bot.domain.figures import Figure
from bot.domain.findings import Finding
from bot.domain.indicators import Catalogue
from bot.domain.material import Given, Material, Spot
from bot.domain.periods import Period, previous
from bot.domain.tally import Tally
from bot.store import answers
from bot.store.amounts import Ground
from bot.store.habits import series, sittings
from bot.store.schema import facts, figures

# How many periods of the same kind tell what is usual for a village.
_BEFORE = 8


async def findings(
    tx: AsyncConnection,
    where: Ground,
    period: Period,
    catalogue: Catalogue,
    spots: tuple[Spot, ...],
    by_team: Tally,
    today: date,
) -> tuple[Finding, ...]:
    """Return what is to be checked in a period, unanswered first.

    `spots`: the amounts and values of the commune and then of each village of `where`. `by_team`:
    the period's tally, which knows who did not report. Members' names may stand in what is found:
    `impersonal` leaves them out for whatever is kept.
    """
    before = _before(period)
    material = Material(
        period=period,
        day=today,
        spots=spots,
        before=before,
        series=await series(tx, where, (period, *before), catalogue),
        sittings=await sittings(tx, where, period, catalogue),
        silent=tuple(one.name for one in by_team.quiet if not one.told),
        given=await _given(tx, where, period),
        answers=await answers.of(tx, where.commune.id, period),
    )
    return checked(catalogue, material)


def _before(period: Period) -> tuple[Period, ...]:
    """Return the periods of the same kind before one, the latest first, as far as there are any."""
    found: list[Period] = []
    try:
        while len(found) < _BEFORE:
            found.append(previous(found[-1] if found else period))
    except Unclear:
        # The calendar that we know begins here.
        return tuple(found)
    return tuple(found)


async def _given(tx: AsyncConnection, where: Ground, period: Period) -> tuple[Given, ...]:
    """Read every figure given up to a period, of each place on the map for itself."""
    names = {where.commune.id: None} | {one.id: one.name for one in where.villages}
    former = facts.alias("former")
    found = await tx.execute(
        select(figures, facts.c.at, former.c.code.label("corrects"))
        .join_from(figures, facts, facts.c.code == figures.c.code)
        .outerjoin(former, former.c.id == facts.c.about)
        .where(figures.c.place_id.in_(list(names)), figures.c.as_of < period.end)
        .order_by(figures.c.id)
    )
    return tuple(
        Given(
            Figure(row.name, row.value, row.unit, row.as_of, row.giver, row.document, row.since),
            names[row.place_id],
            row.code,
            row.at,
            row.corrects,
        )
        for row in found
    )
