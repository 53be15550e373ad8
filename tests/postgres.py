"""A PostgreSQL server for the tests, from Debian's package: started when needed, gone after."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bot.store import version
from bot.store.db import Database

_PACKAGES = Path("/usr/lib/postgresql")
_TEMPLATE = "migrated"
# The server lives as long as our end of the pipe is open: it is gone even where we are killed.
# A socket has a path instead of a port, so that two workers never reach for the same one.
# What is hasty may be lost in a power cut, as the tests' data may.
_LIFE = """
PATH="$1:$PATH"; export PGDATA="$2/data"
{
    initdb -A trust -U toso -E UTF8 --no-locale -N &&
    pg_ctl start -w -o "-c listen_addresses='' -c unix_socket_directories='$2'" \\
        -o "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
} </dev/null >"$2/log" 2>&1 && echo ready
cat >/dev/null
pg_ctl stop -w -m immediate >/dev/null 2>&1
cd / && rm -rf "$2"
"""


class Postgres:
    """One server of one test worker: no password, no network, a socket in a folder of its own."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        # PostgreSQL refuses to run as root; Debian's package has made this user for it.
        self._user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        # Not below pytest's own folder: nobody but its owner may enter that one.
        self._folder = Path(tempfile.mkdtemp(prefix="toso-pg-"))
        self._made = 0
        self._migrated = False

    @contextmanager
    def running(self) -> Iterator["Postgres"]:
        """Run the server until the end of the block, or of this process, however it ends."""
        log = self._folder / "log"
        if os.geteuid() == 0:
            shutil.chown(self._folder, self._user)
        keeper = subprocess.Popen(
            ["sh", "-c", _LIFE, "keeper", self._programs, self._folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            user=self._user if os.geteuid() == 0 else None,
            cwd=self._folder,
            start_new_session=True,
        )
        assert keeper.stdin
        assert keeper.stdout
        with keeper, keeper.stdin:
            assert keeper.stdout.readline() == b"ready\n", log.read_text(encoding="utf-8")
            yield self

    def url(self, name: str) -> str:
        """Return where a database is, as an operator would write it."""
        return f"postgresql://toso@/{name}?host={self._folder}"

    @asynccontextmanager
    async def empty(self) -> AsyncIterator[str]:
        """Lend a database without any table."""
        async with self._copy("template0") as url:
            yield url

    @asynccontextmanager
    async def migrated(self) -> AsyncIterator[str]:
        """Lend a database with the newest schema: a copy of one that was migrated once."""
        if not self._migrated:
            await self._say(f"CREATE DATABASE {_TEMPLATE}")
            template = Database(self.url(_TEMPLATE))
            await version.migrate(template)
            await template.close()
            self._migrated = True
        async with self._copy(_TEMPLATE) as url:
            yield url

    @asynccontextmanager
    async def _copy(self, template: str) -> AsyncIterator[str]:
        self._made += 1
        name = f"test_{self._made}"
        await self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield self.url(name)
        await self._say(f"DROP DATABASE {name} WITH (FORCE)")

    async def _say(self, sentence: str) -> None:
        connection: Any = await asyncpg.connect(self.url("postgres"))
        try:
            await connection.execute(sentence)
        finally:
            await connection.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running server, or a skip that says why there is none."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: the store was tested on SQLite only")
    with Postgres(programs).running() as server:
        yield server


def _programs() -> Path | None:
    """Return the folder of the newest server on this machine."""
    newest = sorted(_PACKAGES.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = newest[-1] if newest else shutil.which("initdb")
    return Path(found).resolve().parent if found else None
