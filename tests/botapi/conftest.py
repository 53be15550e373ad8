"""Fixtures of the imitation's own tests: each test with a client runs over both fronts."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from .http import serve
from .people import Person
from .scene import Clock, Connect
from .server import TOKEN, BotApi
from .wire import Wire


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def api(clock: Clock) -> BotApi:
    return BotApi(now=clock)


@pytest.fixture
def mai(api: BotApi) -> Person:
    """Somebody who has written to the bot, and whose greeting is confirmed."""
    person = api.person(11, "Mai")
    person.say("/start")
    api.updates.forget()
    return person


@pytest.fixture(params=["wire", "http"])
async def connect(request: pytest.FixtureRequest, api: BotApi) -> AsyncIterator[Connect]:
    """Make clients of the API, over one front or the other."""
    async with AsyncExitStack() as stack:
        url = "http://telegram.test"
        if request.param == "http":
            url = await stack.enter_async_context(serve(api))

        def line(read_timeout: float) -> BaseRequest:
            if request.param == "wire":
                return Wire(api, read_timeout=read_timeout)
            # Reading the system's certificates takes longer than any of these tests.
            http = HTTPXRequest(read_timeout=read_timeout, httpx_kwargs={"verify": False})
            stack.push_async_callback(http.shutdown)
            return http

        def connect(token: str = TOKEN, read_timeout: float = 5) -> Bot:
            request, polling = line(read_timeout), line(read_timeout)
            return Bot(token, f"{url}/bot", request=request, get_updates_request=polling)

        yield connect


@pytest.fixture
def bot(connect: Connect) -> Bot:
    return connect()
