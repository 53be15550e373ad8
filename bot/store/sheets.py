"""The sheet of a commune: every indicator of it and of its villages, as the ledger has it now."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.checking import impersonal
from bot.domain.findings import Finding
from bot.domain.indicators import Catalogue
from bot.domain.material import Spot
from bot.domain.periods import Period
from bot.domain.places import Place, Scope
from bot.domain.quantities import Amounts
from bot.domain.sheets import PlaceValues, Sheet
from bot.domain.tally import By
from bot.domain.valuing import climb, value
from bot.store import findings, tallies
from bot.store.amounts import Ground, amounts, ground


async def live(
    tx: AsyncConnection, commune: Place, period: Period, catalogue: Catalogue, today: date
) -> Sheet:
    """Return every number of a period as it is now, on the map of the period's last day."""
    where = await ground(tx, commune, period.last)
    known = await amounts(tx, where, period, catalogue.quantities, today)
    whole, *villages = (
        _values(place, known[place.id], catalogue, commune.name, period.last)
        for place in where.places
    )
    scope = Scope(commune)
    by_team = await tallies.tally(tx, scope, period, By.TEAM)
    spots = _spots(where, known, (whole, *villages))
    found = await findings.findings(tx, where, period, catalogue, spots, by_team, today)
    return Sheet(
        commune=commune.name,
        period=period,
        map_day=period.last,
        day=today,
        catalogue=catalogue.version,
        whole=whole,
        villages=tuple(villages),
        by_village=await tallies.tally(tx, scope, period, By.VILLAGE),
        by_team=by_team,
        findings=tuple(map(impersonal, found)),
        groups=tuple(catalogue.groups.items()),
    )


async def checked(
    tx: AsyncConnection, commune: Place, period: Period, catalogue: Catalogue, today: date
) -> tuple[Finding, ...]:
    """Return what is to be checked in a period, with the names of those it is about."""
    where = await ground(tx, commune, period.last)
    known = await amounts(tx, where, period, catalogue.quantities, today)
    values = tuple(
        _values(place, known[place.id], catalogue, commune.name, period.last)
        for place in where.places
    )
    by_team = await tallies.tally(tx, Scope(commune), period, By.TEAM)
    spots = _spots(where, known, values)
    return await findings.findings(tx, where, period, catalogue, spots, by_team, today)


def _spots(
    where: Ground, known: Mapping[int, Amounts], values: tuple[PlaceValues, ...]
) -> tuple[Spot, ...]:
    return tuple(
        Spot(None if place == where.commune else place.name, known[place.id], of.values)
        for place, of in zip(where.places, values, strict=True)
    )


def _values(
    place: Place, known: Amounts, catalogue: Catalogue, commune: str, day: date
) -> PlaceValues:
    return PlaceValues(
        place.name,
        tuple(value(one, catalogue, known, commune, day) for one in catalogue.indicators.values()),
        tuple(climb(one, catalogue, known) for one in catalogue.ladders),
    )
