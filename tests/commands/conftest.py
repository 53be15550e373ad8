"""A command line of one's own: an empty folder, no settings, and the demo commune on request."""

import asyncio
import io
import json
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.commands import demo
from bot.domain.clock import FixedClock
from bot.store import version
from bot.store.db import Database
from tests.house import CONTENT, NOW

_CHATTY = ("httpx", "httpcore", "alembic", "telegram", "aiosqlite")


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - any JSON value
        """The one JSON value on standard output."""
        assert self.out.count("\n") == 1
        return json.loads(self.out)


Toso = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _log_levels() -> Iterator[None]:
    """The program quietens chatty loggers for good; other tests listen to them."""
    levels = {name: logging.getLogger(name).level for name in _CHATTY}
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def toso(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Toso:
    """Run a command in an empty folder: `toso("search", "thẻ", stdin="", language="en")`."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("TOSO_")]:
        monkeypatch.delenv(name)
    # argparse breaks its lines where the terminal ends.
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words: object, stdin: str = "", **settings: object) -> Ran:
        with monkeypatch.context() as patch:
            patch.setattr("sys.stdin", io.StringIO(stdin))
            for name, value in settings.items():
                patch.setenv(f"TOSO_{name.upper()}", str(value))
            capsys.readouterr()
            try:
                code = main([str(word) for word in words])
            except SystemExit as ended:
                code = int(str(ended.code))
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Let the commands of this test run at an instant."""

    def to(at: datetime) -> None:
        monkeypatch.setattr("bot.__main__.Clock", lambda: FixedClock(at))

    return to


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo commune as it is on the morning of 21 November 2026, made once."""
    file = tmp_path_factory.mktemp("demo") / "made.db"

    async def make() -> None:
        database = Database(str(file))
        await version.ready(database)
        assert await demo.make(database, CONTENT, FixedClock(NOW))
        await database.close()

    asyncio.run(make())
    return file


@pytest.fixture
def commune(_made: Path, tmp_path: Path) -> Path:
    """A copy of the demo commune's database."""
    copy = tmp_path / "commune.db"
    with closing(sqlite3.connect(_made)) as made, closing(sqlite3.connect(copy)) as mine:
        made.backup(mine)
    return copy


def rows(file: Path, sql: str) -> list[tuple[Any, ...]]:
    """Ask the file itself, past the program."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def change(file: Path, sql: str) -> None:
    """Change the file itself, past the program."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(sql)
        connection.commit()


def dump(file: Path) -> list[str]:
    """Return everything that is in a file."""
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())
