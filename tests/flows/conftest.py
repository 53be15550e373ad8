"""Fixtures: a house over a copy of a database that was made ready once."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.dialogue.guest import prepared
from tests.house import House


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo commune in it, closed: making one takes longer than most tests."""
    return prepared(tmp_path_factory.mktemp("demo"))


@pytest.fixture
async def house(demo_file: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The program over a copy of its own."""
    house = House(str(shutil.copy(demo_file, tmp_path / "toso.db")))
    await house.open()
    yield house
    await house.close()
    assert house.api.complaints == []
