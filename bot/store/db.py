"""The database: one file with one writer at a time, or a PostgreSQL server; transactions only."""

import asyncio
import fcntl
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL, AdaptedConnection, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.domain.errors import Refused
from bot.domain.text import _
from bot.store.faults import explained

# A transaction, for those who may not say SQL but must pass one on.
Tx = AsyncConnection

# How long another process may hold the file before we give up, in seconds.
_BUSY = 15
# PostgreSQL's lock for "one program runs on this database"; any number will do.
_RUNNER_LOCK = 7_057_05


class Database:
    """Where the ledger is, and the two ways to use it: `write` and `read`."""

    def __init__(self, where: str) -> None:
        self.url = database_url(where)
        self.path = Path(make_url(self.url).database or "") if self.is_file else None
        self._writer = self._engine(pool_size=1 if self.is_file else 8)
        self._reader = self._engine(pool_size=2, reading=True) if self.is_file else self._writer
        self._one_at_a_time = asyncio.Lock() if self.is_file else None
        self._runner: IO[bytes] | AsyncConnection | None = None

    @property
    def is_file(self) -> bool:
        """Tell whether the database is a file of SQLite."""
        return self.url.startswith("sqlite")

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction: committed at the end, rolled back on any exception.

        On SQLite one at a time, begun as a writer's, so that none fails half-way as "locked".
        Raises Refused where the disk is full or the file cannot be used.
        """
        with explained():
            if self._one_at_a_time is None:
                async with self._writer.begin() as tx:
                    yield tx
                return
            async with self._one_at_a_time, self._writer.begin() as tx:
                yield tx

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that only reads, beside whoever is writing."""
        with explained():
            async with self._reader.connect() as tx:
                yield tx

    async def claim(self) -> None:
        """Make this the only program that runs on the database; raises Refused if one does."""
        if self.path:
            with explained():
                lock = Path(f"{self.path}.lock").open("ab")  # noqa: SIM115, ASYNC230 - held on
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                lock.close()
                raise _taken() from None
            self._runner = lock
            return
        with explained():
            held = await self._writer.connect()
        if not await held.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _RUNNER_LOCK}):
            await held.close()
            raise _taken()
        # The lock outlasts its transaction; servers end those that idle, and the lock with them.
        await held.commit()
        self._runner = held

    async def close(self) -> None:
        """Let go of everything."""
        if isinstance(self._runner, AsyncConnection):
            await self._runner.close()
        elif self._runner:
            self._runner.close()
        await self._reader.dispose()
        await self._writer.dispose()

    def _engine(self, *, pool_size: int, reading: bool = False) -> AsyncEngine:
        options: dict[str, Any] = {"timeout": _BUSY} if self.is_file else {"timeout": 10}
        engine = create_async_engine(
            self.url,
            pool_size=pool_size,
            max_overflow=4,
            connect_args=options,
            # An error of the database names its sentence, never what people said in it.
            hide_parameters=True,
            # `write` and `read` end every transaction themselves; a rollback more costs a hop.
            pool_reset_on_return=None if self.is_file else "rollback",
        )
        if self.is_file:
            prepare = _prepare_reader if reading else _prepare_writer
            event.listen(engine.sync_engine, "do_connect", _try_to_open)
            event.listen(engine.sync_engine, "connect", prepare)
            event.listen(engine.sync_engine, "invalidate", _let_go)
            begin = "BEGIN" if reading else "BEGIN IMMEDIATE"
            event.listen(engine.sync_engine, "begin", partial(_begin, begin))
        return engine


def database_url(where: str) -> str:
    """Return the URL of a path or URL; PostgreSQL is always spoken to through asyncpg."""
    if "://" not in where:
        url = URL.create("sqlite+aiosqlite", database=str(Path(where).resolve()))
        return url.render_as_string(hide_password=False)
    url = make_url(where)
    driver = "sqlite+aiosqlite" if url.get_backend_name() == "sqlite" else "postgresql+asyncpg"
    # Hosting providers write `sslmode`, as for every other driver; asyncpg's name for it is `ssl`.
    query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    return url.set(drivername=driver, query=query).render_as_string(hide_password=False)


def _begin(sentence: str, tx: Connection) -> None:
    """Begin a transaction past the cursors, which cost two more waits for the driver's thread."""
    adapted = cast("AdaptedConnection", tx.connection.dbapi_connection)
    try:
        adapted.run_async(lambda driver: driver.execute(sentence))
    except asyncio.CancelledError:
        # The driver's thread may have begun it all the same.
        tx.invalidate()
        raise


def _try_to_open(
    _dialect: Dialect, _entry: ConnectionPoolEntry, words: tuple[str, ...], _options: object
) -> None:
    """Fail before the driver does, whose thread would outlive a failed start and complain."""
    sqlite3.connect(words[0]).close()


def _prepare_writer(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Set up a connection: durable commits, foreign keys, deleted bytes overwritten."""
    # The driver must not begin transactions of its own: ours begin as writers.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"
    ):  # fmt: skip
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _prepare_reader(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA query_only=ON")
    cursor.close()


def _let_go(connection: DBAPIConnection, _entry: ConnectionPoolEntry, _error: object) -> None:
    """End the transaction of a cancelled task before its connection is closed.

    SQLite keeps a closed connection, and its lock, while a statement of it is unfinished.
    """
    connection.rollback()


def _taken() -> Refused:
    return Refused(
        "TS-10",
        _("toso is already running on this database. Stop that one first, or choose another file."),
    )
