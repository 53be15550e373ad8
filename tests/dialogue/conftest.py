"""A house over a copy of the database that is made ready once."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import House


@pytest.fixture
async def house(ready_file: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The program over a copy of its own; no test of this folder may end in an incident."""
    house = House(str(shutil.copy(ready_file, tmp_path / "toso.db")))
    await house.open()
    yield house
    incidents = await house.ask("SELECT incident FROM inbox WHERE incident IS NOT NULL")
    await house.close()
    assert incidents == []
    assert house.api.complaints == []
