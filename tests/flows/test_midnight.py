"""The last second of a period and the first of the next, from a typed message to the numbers."""

from datetime import datetime, timedelta

from bot.domain.clock import VIET_NAM, local_day
from bot.domain.periods import Period, period
from bot.domain.places import Scope
from bot.domain.sheets import Sheet
from bot.domain.tally import By
from bot.store import roster, sheets, tallies
from tests.house import LIBRARY, House

ACTIVITY, INDICATOR = "vneid_kich_hoat", "vneid_kich_hoat_ho_tro"
# The midnight (Viet Nam's) between two periods, behind the demo's own work.
EDGES = {
    "2026-12-28": [("2026-W52", "2026-W53")],
    "2027-01-04": [("2026-W53", "2027-W01"), ("2026-W53@nd09", "2027-W01@nd09")],
    "2027-01-01": [
        *(("2026-12", "2027-01"), ("2026-Q4", "2027-Q1"), ("2026-H2", "2027-H1")),
        *(("2026", "2027"), ("2026-12-01..2026-12-31", "2027-01-01..2027-01-31")),
    ],
    "2026-12-15": [
        *(("2026-12@nd09", "2027-01@nd09"), ("2026-Q4@nd09", "2027-Q1@nd09")),
        *(("2026-H2@nd09", "2027-H1@nd09"), ("2026@nd09", "2027@nd09")),
    ],
    "2027-07-01": [("2027-Q2", "2027-Q3"), ("2027-H1", "2027-H2")],
    "2027-06-15": [("2027-Q2@nd09", "2027-Q3@nd09"), ("2027-H1@nd09", "2027-H2@nd09")],
    "2027-10-01": [("2027-9M", "2027-Q4")],
    "2027-09-15": [("2027-9M@nd09", "2027-Q4@nd09")],
    "2028-02-29": [("2028-02-28..2028-02-28", "2028-02-29..2028-02-29")],
    "2028-03-01": [("2028-02", "2028-03"), ("2028-02-29..2028-02-29", "2028-03")],
    "2028-03-15": [("2028-03@nd09", "2028-04@nd09"), ("2028-Q1@nd09", "2028-Q2@nd09")],
}


async def test_a_message_counts_on_the_day_it_was_written_in_viet_nam(house: House) -> None:
    for midnight in sorted(EDGES):
        at = datetime.fromisoformat(midnight).replace(tzinfo=VIET_NAM)
        pairs = [(period(early), period(late)) for early, late in EDGES[midnight]]
        for early, late in pairs:
            assert (early.end, late.start) == (local_day(at), local_day(at)), midnight
        before = [[await _counted(house, one) for one in pair] for pair in pairs]
        await _record(house, at - timedelta(seconds=1), 1)
        await _record(house, at, 2)
        for pair, (was_early, was_late) in zip(pairs, before, strict=True):
            now = [await _counted(house, one) for one in pair]
            assert now == [was_early + 1, was_late + 2], [one.id for one in pair]


async def _record(house: House, at: datetime, count: int) -> None:
    """Have the member record an activation at an instant."""
    house.clock.move(at)
    for line in ("/ghi", "Kích hoạt VNeID mức 2", str(count)):
        await house.type("member", line)
    assert house.shown["member"][-1].startswith("Đã ghi: "), house.shown["member"][-1]


async def _counted(house: House, asked: Period) -> int:
    """Return what the tally and the sheet of indicators of a period both say."""
    async with house.database.read() as tx:
        commune = (await roster.communes(tx))[0]
        tally = await tallies.tally(tx, Scope(commune), asked, By.ACTIVITY)
        sheet = await sheets.live(
            tx, commune, asked, LIBRARY.catalogue, local_day(house.clock.now())
        )
    counted = tally.totals.get(ACTIVITY, 0)
    assert _of_sheet(sheet) == counted
    return counted


def _of_sheet(sheet: Sheet) -> int:
    value = next(one for one in sheet.whole.values if one.id == INDICATOR)
    return value.numerator.value if value.numerator else 0
