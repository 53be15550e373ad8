"""What is to be checked stands in the files as it stands on the screens."""

from bot.domain.checking import impersonal
from bot.domain.clock import local_day
from bot.domain.periods import period
from bot.store import frozen
from tests.house import NOW, House


async def test_the_findings_of_an_open_period_are_those_that_everybody_is_shown(
    house: House,
) -> None:
    week = period("2026-W46")
    place, dossier = await house.app.printer.gather(1, week)
    async with house.database.read() as tx:
        shown = await frozen.findings(tx, place, week, house.library.catalogue, local_day(NOW))
    assert len(shown) >= 3
    assert dossier.findings == tuple(map(impersonal, shown))
