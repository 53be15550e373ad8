"""Where the sheet lies, and when it is read."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Where the sheet lies."""
    return tmp_path / "so-lieu.xlsx"


@pytest.fixture(autouse=True)
def _now(set_clock: Any) -> None:  # noqa: ANN401 - a fixture of the folder
    set_clock(datetime.fromisoformat("2026-11-21T09:00:00+07:00"))
