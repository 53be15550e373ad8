"""Fixtures: a town in a file, a Bot API server before it, phones, and the program between them."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.botapi import BotApi, serve
from tests.house import NUMBERS
from tests.process import town as towns
from tests.process.phones import Phone
from tests.process.runner import Program
from tests.process.town import Town


@pytest.fixture
async def town(tmp_path: Path) -> Town:
    """The demo commune in a file of its own."""
    return await towns.make(tmp_path / "toso.db")


@pytest.fixture
def api() -> BotApi:
    """Telegram, by the real clock."""
    return BotApi()


@pytest.fixture
async def url(api: BotApi) -> AsyncIterator[str]:
    """The server's address; at the end every call must have been a right one."""
    async with serve(api) as url:
        yield url
    assert api.complaints == []


@pytest.fixture
def phone_of(api: BotApi) -> Callable[[str], Phone]:
    """Make a phone of one of the people: member, leader, official, outsider, stranger."""
    return lambda role: Phone(api, api.person(NUMBERS[role], role.title()))


@pytest.fixture
def phone(phone_of: Callable[[str], Phone]) -> Phone:
    """The member's phone."""
    return phone_of("member")


@pytest.fixture
async def program(api: BotApi, url: str, town: Town) -> AsyncIterator[Program]:
    """The program, serving; at the end the token must be nowhere it does not belong."""
    async with Program(api, url, town.path) as program:
        yield program
        if program.running:
            await program.terminate()
    secret = api.token.partition(":")[2]
    assert secret not in program.err
    assert not town.holds(secret)
