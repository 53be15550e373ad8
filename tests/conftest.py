"""Fixtures: a house per test, and a chat over each channel."""

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.chat import Chat
from tests.house import CONTENT, House, prepared

# How long something takes is measured by `toso bench`, on a machine that does nothing else.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo commune in it, closed: making one takes longer than most tests."""
    return prepared(tmp_path_factory.mktemp("ready"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that may be spoilt."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """The program over an empty file, with the demo commune in it."""
    house = House(str(tmp_path / "toso.db"))
    await house.open()
    yield house
    await house.close()
    assert house.api.complaints == []


@pytest.fixture(params=["terminal", "telegram"])
def channel(request: pytest.FixtureRequest) -> str:
    """Each conversation is played over every channel."""
    return str(request.param)


@pytest.fixture
def chat_as(house: House, channel: str) -> Callable[[str], Chat]:
    """Make a chat of one of the people: member, leader, official, outsider, stranger."""
    return lambda role: Chat(house, channel, role)


@pytest.fixture
def chat(chat_as: Callable[[str], Chat]) -> Chat:
    """The member's chat."""
    return chat_as("member")
