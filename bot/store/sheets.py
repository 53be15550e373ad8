"""The sheet of a commune: every indicator of it and of its villages, as the ledger has it now."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.indicators import Catalogue
from bot.domain.periods import Period
from bot.domain.places import Place, Scope
from bot.domain.quantities import Amounts
from bot.domain.sheets import PlaceValues, Sheet
from bot.domain.tally import By
from bot.domain.valuing import climb, value
from bot.store import tallies
from bot.store.amounts import amounts, ground


async def live(
    tx: AsyncConnection, commune: Place, period: Period, catalogue: Catalogue, today: date
) -> Sheet:
    """Return every number of a period as it is now, on the map of the period's last day."""
    where = await ground(tx, commune, period.last)
    known = await amounts(tx, where, period, catalogue.quantities, today)

    def values(place: Place) -> PlaceValues:
        return _values(place, known[place.id], catalogue, commune.name, period.last)

    scope = Scope(commune)
    return Sheet(
        commune=commune.name,
        period=period,
        map_day=period.last,
        day=today,
        catalogue=catalogue.version,
        whole=values(commune),
        villages=tuple(values(village) for village in where.villages),
        by_village=await tallies.tally(tx, scope, period, By.VILLAGE),
        by_team=await tallies.tally(tx, scope, period, By.TEAM),
    )


def _values(
    place: Place, known: Amounts, catalogue: Catalogue, commune: str, day: date
) -> PlaceValues:
    return PlaceValues(
        place.name,
        tuple(value(one, catalogue, known, commune, day) for one in catalogue.indicators.values()),
        tuple(climb(one, catalogue, known) for one in catalogue.ladders),
    )
