"""A house over a copy of the ready database, whose only flow hands out files."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import House
from tests.post.handing import FLOWS, Press


@pytest.fixture
def press() -> Press:
    """The makers of this house."""
    return Press()


@pytest.fixture
async def house(ready_file: Path, tmp_path: Path, press: Press) -> AsyncIterator[House]:
    """The program over a copy of its own."""
    copy = shutil.copy(ready_file, tmp_path / "toso.db")
    house = House(str(copy), flows=FLOWS, forms=press.forms)
    await house.open()
    yield house
    press.gate.set()
    await house.close()
    assert house.api.complaints == []
