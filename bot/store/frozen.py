"""Tallies and sheets as everybody is shown them: as they were closed, else as they are now."""

from dataclasses import replace
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.findings import Finding
from bot.domain.indicators import Catalogue
from bot.domain.periods import Period
from bot.domain.places import Place, Scope
from bot.domain.sheets import Sheet
from bot.domain.tally import By, Helped, Row, Tally
from bot.store import answers, sealing, sheets, tallies


async def sheet(
    tx: AsyncConnection, commune: Place, period: Period, catalogue: Catalogue, today: date
) -> Sheet:
    """Return every number of a period: of a closed one as it was closed. Raises Damaged."""
    closed = await sealing.sheet(tx, commune.id, period)
    return closed or await sheets.live(tx, commune, period, catalogue, today)


async def findings(
    tx: AsyncConnection, commune: Place, period: Period, catalogue: Catalogue, today: date
) -> tuple[Finding, ...]:
    """Return what is to be checked in a period; of a closed one, what was when it was closed.

    A reason that was given after the closing is told beside the sheet, which never changes.
    Raises Damaged.
    """
    closed = await sealing.sheet(tx, commune.id, period)
    if closed is None:
        return await sheets.checked(tx, commune, period, catalogue, today)
    given = await answers.of(tx, commune.id, period)
    told = [replace(one, answer=one.answer or given.get(one.key)) for one in closed.findings]
    return tuple(sorted(told, key=lambda one: one.answer is not None))


async def tally(
    tx: AsyncConnection, scope: Scope, period: Period, by: By, *, on: date | None = None
) -> Tally:
    """Return the tally of a scope, told on a day's map (the period's last one where none is given).

    The sheet of a closed period has the commune's villages and teams. What it has not (members,
    one team alone, another map) is counted from the facts there were when it was closed.
    Raises Damaged.
    """
    kept = await sealing.kept(tx, scope.commune.id, period)
    closed = kept.sheet if kept else None
    if kept is None or kept.seal is None or closed is None:
        return await tallies.tally(tx, scope, period, by, on=on)
    elsewhere = on is not None and on != closed.map_day
    if scope.team or by is By.MEMBER or elsewhere:
        return await tallies.tally(tx, scope, period, by, on=on, until=kept.seal.last_fact)
    if by is By.TEAM:
        return _in_order(closed.by_team)
    villages = _in_order(closed.by_village)
    return villages if by is By.VILLAGE else _summed(villages)


async def helped(
    tx: AsyncConnection, scope: Scope, period: Period, activities: tuple[str, ...]
) -> Helped:
    """Estimate the people helped; of a closed period from the facts there were then."""
    kept = await sealing.kept(tx, scope.commune.id, period)
    until = kept.seal.last_fact if kept and kept.seal else None
    return await tallies.helped(tx, scope, period, activities, until=until)


def _in_order(tally: Tally) -> Tally:
    """Return a tally that was read from a sheet, whose keys are in another order there."""
    tried = dict(sorted(tally.tried.items(), key=lambda one: (-one[1], one[0])))
    return replace(tally, tried=tried)


def _summed(tally: Tally) -> Tally:
    """Return a tally by activity, of one by village."""
    rows = tuple(Row(None, activity, tally.totals[activity]) for activity in sorted(tally.totals))
    return replace(tally, by=By.ACTIVITY, rows=rows, quiet=())
