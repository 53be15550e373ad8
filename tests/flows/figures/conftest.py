"""A commune that nobody has given any figure, and its official."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.chat import Chat
from tests.house import House


@pytest.fixture
async def house(ready_file: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The program over a commune that nobody has given any figure."""
    file = Path(shutil.copy(ready_file, tmp_path / "toso.db"))
    with closing(sqlite3.connect(file)) as tables:
        tables.execute("DELETE FROM figures")
        tables.commit()
    house = House(str(file))
    await house.open()
    yield house
    await house.close()
    assert house.api.complaints == []


@pytest.fixture
def official(chat_as: Callable[[str], Chat]) -> Chat:
    """The official's chat."""
    return chat_as("official")
