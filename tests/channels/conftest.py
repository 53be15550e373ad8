"""A strict Bot API, the real client of it, and somebody who has written to the bot."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.botapi import BotApi, Person, Wire


@pytest.fixture
def api() -> BotApi:
    return BotApi()


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    wires = (Wire(api, read_timeout=0.1), Wire(api))
    async with Bot(api.token, request=wires[0], get_updates_request=wires[1]) as bot:
        yield bot
    assert api.complaints == []


@pytest.fixture
def mai(api: BotApi) -> Person:
    person = api.person(11, "Mai")
    person.say("/start")
    return person
