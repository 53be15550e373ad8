"""A whole conversation on PostgreSQL: both channels, restarts, and the official's tally."""

from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

import pytest

from bot.domain.text import Phrase
from bot.store.verify import verify
from tests.chat import Chat
from tests.house import House
from tests.postgres import Postgres

Item = TypeVar("Item")

OWN = (
    "SELECT g.activity, g.day, g.count, v.count FROM facts g LEFT JOIN facts v ON v.voids = g.id"
    " WHERE g.kind = 'AssistanceGiven' AND g.code NOT LIKE 'M0%' ORDER BY g.id"
)
ACTIVATION = "– Kích hoạt VNeID mức 2: "


@pytest.fixture
async def house(postgres: Postgres) -> AsyncIterator[House]:
    """The program over a server, with the demo commune in it."""
    async with postgres.empty() as url:
        house = House(url)
        await house.open()
        yield house
        await house.close()
        assert house.api.complaints == []


async def total(official: Chat) -> int:
    """Return how many activations the official's tally of this week shows."""
    await official.say("menu")
    shown = await official.say("/tonghop")
    (line,) = [line for line in shown if line.startswith(ACTIVATION)]
    return int(line.removeprefix(ACTIVATION).split()[0])


async def record(member: Chat, count: int) -> list[str]:
    await member.say("/ghi")
    await member.say("[Kích hoạt VNeID mức 2]")
    return await member.say(str(count))


async def test_help_is_recorded_undone_and_tallied_across_restarts(house: House) -> None:
    official = Chat(house, "terminal", "official")
    before = await total(official)
    for channel in ("terminal", "telegram"):
        member = Chat(house, channel, "member")
        assert (await record(member, 3))[0] == "Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản."
    # The second one says exactly the same, and is asked about; nothing is dropped by itself.
    assert await total(official) == before + 6
    await house.restart()
    undone = await Chat(house, "telegram", "member").say("[Trùng, bỏ lần này]")
    assert undone[0] == ("Đã bỏ: Kích hoạt VNeID mức 2: 3 tài khoản. Việc này không còn tính nữa.")
    await house.restart()
    assert await total(official) == await total(Chat(house, "telegram", "official")) == before + 3
    assert await house.ask(OWN) == [
        ("vneid_kich_hoat", "2026-11-21", 3, None),
        ("vneid_kich_hoat", "2026-11-21", 3, -3),
    ]
    assert await house.ask("SELECT DISTINCT state, said FROM inbox") == [("done", None)]
    assert await house.ask("SELECT DISTINCT state, body FROM letters") == [("sent", None)]


async def test_a_question_asked_before_a_restart_is_answered_after_it(house: House) -> None:
    for channel in ("terminal", "telegram"):
        member = Chat(house, channel, "member")
        await member.say("/ghi")
        await house.restart()
        await member.say("[Kích hoạt VNeID mức 2]")
        await house.restart()
        assert (await member.say("2"))[0] == "Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản."
    assert [row[2] for row in await house.ask(OWN)] == [2, 2]


async def test_what_was_talked_about_agrees_with_an_independent_recount(house: House) -> None:
    def silent(what: Phrase, items: Iterable[Item], total: int) -> Iterable[Item]:
        del what, total
        return items

    member = Chat(house, "telegram", "member")
    await record(member, 4)
    await member.say("[Hoàn tác]")
    assert (await verify(house.database, silent)).problems == ()


async def test_many_people_who_write_at_once_are_all_answered(house: House) -> None:
    """On a server transactions run side by side; each person still gets the own answer."""
    people = [house.people[role] for role in ("member", "leader", "official", "outsider")]
    for said in ("/start", "/toi", "/start"):
        for person in people:
            person.say(said)
    await house.telegram_settles()
    greeted = [person.screen[-1].text.split("!")[0] for person in people]
    assert [line.startswith("Chào ") for line in greeted] == [True] * 4
    assert len(set(greeted)) == 4
    assert await house.ask("SELECT state, count(*) FROM inbox GROUP BY state") == [("done", 12)]
