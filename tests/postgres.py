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
# Only for what may be lost: the tests' data die with the server.
_HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


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
        """Make the files of a server and run it; stop it and remove them, whatever happens."""
        if os.geteuid() == 0:
            shutil.chown(self._folder, self._user)
        # A socket has a path instead of a port: two workers never reach for the same one.
        socket = f"-c listen_addresses='' -c unix_socket_directories='{self._folder}'"
        try:
            self._run("initdb", "-A", "trust", "-U", "toso", "-E", "UTF8", "--no-locale", "-N")
            self._run("pg_ctl", "start", "-w", "-o", f"{socket} {_HASTY}")
            try:
                yield self
            finally:
                self._run("pg_ctl", "stop", "-w", "-m", "immediate")
        finally:
            shutil.rmtree(self._folder)

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

    def _run(self, program: str, *words: str) -> None:
        log = self._folder / "log"
        # A file and no pipe: the server inherits it from `pg_ctl`, and a pipe would never end.
        with log.open("ab") as heard:
            done = subprocess.run(
                [self._programs / program, "-D", self._folder / "data", *words],
                stdout=heard,
                stderr=heard,
                user=self._user if os.geteuid() == 0 else None,
                cwd=self._folder,
                check=False,
            )
        assert done.returncode == 0, log.read_text(encoding="utf-8")


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
