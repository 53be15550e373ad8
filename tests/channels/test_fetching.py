"""Fetching a file over a real connection: whole, no further than allowed, and what failed."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.channels.telegram.channel import make_bot
from bot.channels.telegram.fetching import fetch
from bot.domain.errors import Undelivered
from tests.botapi import BotApi
from tests.botapi.http import serve


@pytest.fixture
async def api() -> BotApi:
    """An imitation that holds one file."""
    api = BotApi()
    api.uploaded["one"] = bytes(range(256)) * 4000
    return api


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    """The program's own client, over a socket."""
    async with serve(api) as url:
        bot = make_bot(api.token, url)
        await bot.initialize()
        yield bot
        await bot.shutdown()


async def test_a_file_comes_whole(api: BotApi, bot: Bot) -> None:
    assert await fetch(bot, "one", 2_000_000) == api.uploaded["one"]


async def test_a_large_one_is_not_even_begun(api: BotApi, bot: Bot) -> None:
    assert len(await fetch(bot, "one", 1000)) == 1001
    assert api.calls_to("download") == []


async def test_one_that_says_too_little_is_read_no_further(api: BotApi, bot: Bot) -> None:
    answer = await bot.get_file("one")
    assert answer.file_path is not None
    status, read = await bot.request.download(answer.file_path, 1000)  # type: ignore[attr-defined]
    assert status == 200
    assert 1000 < len(read) < len(api.uploaded["one"])


@pytest.mark.parametrize(("status", "forever"), [(404, True), (502, False), (429, False)])
async def test_a_refusal_is_no_file(api: BotApi, bot: Bot, status: int, *, forever: bool) -> None:
    api.fault("download", status=status)
    with pytest.raises(Undelivered) as told:
        await fetch(bot, "one", 2_000_000)
    assert told.value.forever is forever


async def test_a_connection_that_is_lost_is_tried_again(api: BotApi, bot: Bot) -> None:
    api.fault("download", drop="before")
    with pytest.raises(Undelivered) as told:
        await fetch(bot, "one", 2_000_000)
    assert not told.value.forever
    assert api.token not in told.value.why


async def test_a_file_that_nobody_sent_is_gone(bot: Bot) -> None:
    with pytest.raises(Undelivered) as told:
        await fetch(bot, "two", 2_000_000)
    assert told.value.forever
