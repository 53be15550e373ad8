"""Random walks of several people at once over all flows; run longer with TOSO_WALKS=500."""

import asyncio
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.clock import local_day
from tests.dialogue.recount import recount
from tests.dialogue.village import Village
from tests.dialogue.visits import Act, Visit
from tests.house import NUMBERS, House

# How many walks; a number of one's own makes new ones each time, the default always the same.
_WALKS = int(os.environ.get("TOSO_WALKS", "0"))

_KINDS = (
    *("press",) * 12,
    *("label", "label", "digit", "digit", "digit", "words", "words", "words", "words"),
    *("record", "record", "take back", "elsewhere", "join", "leave"),
    *("old", "again", "photo", "restart", "wait"),
)
ACTS = st.builds(Act, st.sampled_from(_KINDS), st.integers(0, 400))
VISITS = st.builds(
    Visit,
    st.sampled_from(["member", *NUMBERS]),
    st.sampled_from(["terminal", "terminal", "telegram"]),
    st.lists(ACTS, min_size=3, max_size=9).map(tuple),
)


@settings(
    max_examples=_WALKS or 8,
    derandomize=not _WALKS,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
@given(visits=st.lists(VISITS, min_size=8, max_size=14))
def test_whatever_people_do_the_counts_agree_and_nothing_breaks(
    ready_file: Path, visits: list[Visit]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = shutil.copy(ready_file, folder)
        asyncio.run(_walk(file, visits))


async def _walk(file: str, visits: list[Visit]) -> None:
    house = House(file)
    await house.open()
    try:
        await Village(house).play(visits)
        assert await recount(house, local_day(house.clock.now())) == 128
        assert house.api.complaints == []
    finally:
        await house.close()
