"""What goes wrong on order, as the real client sees it."""

import asyncio
from datetime import timedelta
from typing import Literal

import pytest
from telegram import (
    Bot,
)
from telegram.error import (
    Forbidden,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from .pace import Pace
from .people import Person
from .scene import Connect, ids
from .server import BotApi, NeverHappened


@pytest.fixture(autouse=True)
def _durations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this the client warns of a coming change whenever it meets a 429."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


async def test_too_many_requests_says_how_long_to_wait(api: BotApi, bot: Bot, mai: Person) -> None:
    api.fault("sendMessage", status=429, retry_after=7)
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(mai.id, "một")
    assert told.value.retry_after == timedelta(seconds=7)
    await bot.send_message(mai.id, "hai")
    assert [call.status for call in api.calls_to("sendMessage")] == [429, 200]
    assert [one.text for one in mai.screen] == ["/start", "hai"]


@pytest.mark.parametrize("status", [500, 502])
async def test_a_broken_gateway_answers_with_a_page(
    api: BotApi, bot: Bot, mai: Person, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    api.fault("*", status=status)
    with pytest.raises(NetworkError, match="Parsing the server response b'<html>"):
        await bot.send_message(mai.id, "một")
    assert (len(mai.screen), api.faults.left) == (1, 0)
    assert "<html>" in caplog.text


async def test_any_other_refusal_can_be_ordered(api: BotApi, bot: Bot, mai: Person) -> None:
    api.fault("sendMessage", status=403, description="Forbidden: user is deactivated")
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(mai.id, "một")


@pytest.mark.parametrize(("drop", "arrived"), [("before", 0), ("after", 1)])
async def test_a_dropped_connection_hides_whether_it_arrived(
    api: BotApi, bot: Bot, mai: Person, drop: Literal["before", "after"], arrived: int
) -> None:
    api.fault("sendMessage", drop=drop)
    with pytest.raises(NetworkError) as lost:
        await bot.send_message(mai.id, "một")
    assert type(lost.value) is NetworkError
    assert len(mai.screen) == 1 + arrived
    assert len(api.calls_to("sendMessage")) == 1


async def test_a_hanging_server_times_out_although_it_did_the_work(
    api: BotApi, connect: Connect, mai: Person
) -> None:
    api.fault("sendMessage", hang=600)
    with pytest.raises(TimedOut):
        await connect(read_timeout=0.05).send_message(mai.id, "một")
    assert [one.text for one in mai.screen] == ["/start", "một"]


async def test_in_an_outage_nothing_is_answered_and_nothing_lost(
    api: BotApi, bot: Bot, mai: Person
) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await api.until(lambda: api.updates.polling)
    api.pause()
    with pytest.raises(NetworkError):
        async with asyncio.timeout(2):
            await polling
    said = mai.say("một").update_id
    with pytest.raises(NetworkError):
        await bot.send_message(mai.id, "hai")
    api.resume()
    assert await ids(bot.get_updates()) == [said]
    assert len(mai.screen) == 2


async def test_the_busiest_second_is_counted(mai: Person, api: BotApi) -> None:
    ticks = iter([0.0, 0.5, 0.9, 1.2, 9.0, 9.5])
    api.pace = Pace(ticks.__next__)
    api.person(12).say("/start")
    for chat_id in (11, 11, 12, 12, 11, 12):
        await api.answer("sendMessage", {"chat_id": chat_id, "text": "a"})
    assert (api.pace.busiest_in_a_chat, api.pace.busiest) == (2, 3)
    assert mai.screen[-1].who == "bot"


async def test_limits_are_enforced_on_demand(api: BotApi, bot: Bot, mai: Person) -> None:
    api.enforce_limits = True
    api.pace = Pace(lambda: 5.0)
    await bot.send_message(mai.id, "một")
    with pytest.raises(RetryAfter):
        await bot.send_message(mai.id, "hai")
    everybody = [api.person(number) for number in range(100, 130)]
    for person in everybody:
        person.say("/start")
    for person in everybody[:29]:
        await bot.send_message(person.id, "một")
    with pytest.raises(RetryAfter):
        await bot.send_message(everybody[29].id, "một")


async def test_waiting_in_vain_says_what_happened_instead(api: BotApi) -> None:
    await api.answer("getMe", {})
    with pytest.raises(NeverHappened, match="getMe"):
        await api.until(lambda: False, within=0.01)
