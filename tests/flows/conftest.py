"""A house over a copy of the database that is made ready once."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.botapi import Person
from tests.house import House


@pytest.fixture
async def house(ready_file: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The program over a copy of its own."""
    house = House(str(shutil.copy(ready_file, tmp_path / "toso.db")))
    await house.open()
    yield house
    await house.close()
    assert house.api.complaints == []


@pytest.fixture
def official(house: House) -> Person:
    """The official's telephone."""
    return house.people["official"]
