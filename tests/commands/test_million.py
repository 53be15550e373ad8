"""The ledger that counting is measured on: as many facts as asked for, and sound ones."""

from datetime import timedelta
from pathlib import Path

from bot.commands import million
from bot.commands.context import Context
from bot.config import Config
from bot.domain.clock import FixedClock
from bot.store import version
from bot.store.db import Database
from bot.voices import Voices
from tests.commands.conftest import rows
from tests.house import CONTENT, NOW
from tests.store.recounting import recount

COUNT = 5000
ACTIVITIES = ("an_toan_so", "vneid_kich_hoat")


async def test_it_holds_all_kinds_of_facts_and_is_found_sound(tmp_path: Path) -> None:
    file = tmp_path / "many.db"
    database = Database(str(file))
    await version.migrate(database)
    indexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
    before = rows(file, indexes)
    context = Context(Config(), Voices(CONTENT / "words"), FixedClock(NOW))
    today = NOW.date()
    members = await million.people(database, today - timedelta(days=800), NOW)
    million.fill(context, file, members, ACTIVITIES, count=COUNT, end=today)
    assert rows(file, "SELECT count(*) FROM facts") == [(COUNT,)]
    assert rows(file, indexes) == before
    kinds = dict(rows(file, "SELECT kind, count(*) FROM facts GROUP BY kind"))
    assert set(kinds) == {
        "AssistanceGiven", "AssistanceVoided", "AssistanceTried", "FirstTimeTold",
        "NothingToReport",
    }  # fmt: skip
    assert min(kinds.values()) >= COUNT // 200
    assert rows(file, "SELECT count(*) FROM facts WHERE adjusts IS NOT NULL")[0][0] > 0
    for column, wanted in (("commune_id", 4), ("village_id", 32), ("team_id", 32)):
        asked = f"SELECT count(DISTINCT {column}) FROM facts"  # noqa: S608 - our own names
        assert rows(file, asked) == [(wanted,)]
    assert rows(file, "SELECT min(day) >= '2025-11-10', max(day) FROM facts") == [
        (1, (today - timedelta(days=1)).isoformat())
    ]
    assert (await recount(database)).problems == ()
    await database.close()
