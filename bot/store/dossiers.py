"""Gathers the dossier of a period: once, in one look at the database, for every file made of it."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.checking import impersonal
from bot.domain.clock import local_day
from bot.domain.dossiers import Dossier
from bot.domain.indicators import Catalogue
from bot.domain.periods import Period, previous, week
from bot.domain.places import Place, Scope
from bot.domain.sheets import State
from bot.domain.tally import By
from bot.store import frozen, looks, presence, tallies
from bot.store.schema import places

_TREND_WEEKS = 12


async def gather(
    tx: AsyncConnection,
    commune: Place,
    period: Period,
    catalogue: Catalogue,
    *,
    of_people: Collection[str],
    now: datetime,
) -> Dossier:
    """Return all that the files of a period show.

    Of a closed period everything is counted from the facts that there were when it was closed, so
    that the same dossier comes out for ever. `of_people`: the activities that are counted in
    people. Raises Damaged.
    """
    today, scope = local_day(now), Scope(commune)
    status = await looks.status(tx, commune.id, period)
    until = status.seal.last_fact if status.seal else None
    sheet = await frozen.sheet(tx, commune, period, catalogue, today)
    # Of an open period the sheet has today's findings; of a closed one, not the answers of today.
    found = sheet.findings
    if status.state is State.CLOSED:
        found = await frozen.findings(tx, commune, period, catalogue, today)
    weeks = [week(period.last - timedelta(weeks=ago)) for ago in reversed(range(_TREND_WEEKS))]
    at_work = await presence.presence(tx, scope, period, today, until)
    demo = await tx.scalar(select(places.c.demo).where(places.c.id == commune.id))
    return Dossier(
        sheet=sheet,
        status=status,
        before=await tallies.tally(
            tx, scope, previous(period), By.VILLAGE, on=period.last, until=until
        ),
        helped=await frozen.helped(tx, scope, period, tuple(of_people)),
        trend=tuple(
            [
                await tallies.tally(tx, scope, one, By.ACTIVITY, on=period.last, until=until)
                for one in weeks
            ]
        ),
        grid=at_work.grid,
        worked=at_work.worked,
        findings=tuple(map(impersonal, found)),
        made_at=now,
        demo=bool(demo),
    )
