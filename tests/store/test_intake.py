"""A sheet that waits for a yes: for its own chat, for an hour, and not on a lost phone."""

from datetime import timedelta

from bot.domain.facts import MemberCutOff
from bot.store import intake, roster
from bot.store.db import Database
from bot.store.intake import KEEP, Intake
from tests.store.people import NOW, People, keep, open_chat, signed
from tests.store.tables import rows

HELD = "SELECT content FROM uploads ORDER BY chat_id"


async def hold(database: Database, people: People) -> tuple[int, int]:
    """Have two officials hold a sheet each; return their chats."""
    here = await open_chat(database, "13", people.official)
    there = await open_chat(database, "15", people.outside_official)
    async with database.write() as tx:
        await Intake(tx, here, people.official, NOW).hold("first")
        await Intake(tx, here, people.official, NOW).hold("ours")
        await Intake(tx, there, people.outside_official, NOW).hold("theirs")
    return here, there


async def test_each_chat_holds_one_sheet_for_an_hour(database: Database, people: People) -> None:
    here, there = await hold(database, people)
    assert await rows(database, HELD) == [("ours",), ("theirs",)]
    async with database.write() as tx:
        late = NOW + KEEP
        just = late - timedelta(seconds=1)
        assert await Intake(tx, here, people.official, just).held() == "ours"
        assert await Intake(tx, here, people.official, late).held() is None
        await intake.prune(tx, just)
        await Intake(tx, there, people.outside_official, NOW).drop()
    assert await rows(database, HELD) == [("ours",)]
    async with database.write() as tx:
        await intake.prune(tx, late)
    assert await rows(database, HELD) == []


async def test_a_lost_phone_holds_nothing(database: Database, people: People) -> None:
    await hold(database, people)
    async with database.write() as tx:
        # Without another one nobody could let others in, and no phone would be cut off.
        await roster.add_person(
            tx, title="anh", name="Hà Văn Bé", role=people.official.role,
            place=people.official.commune.id, consented_at=NOW,
        )  # fmt: skip
    await keep(database, signed("A0001", people.official, MemberCutOff(people.official.id)))
    assert await rows(database, HELD) == [("theirs",)]
