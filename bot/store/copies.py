"""Copies of the database file: made while it is in use, and put back with the present one kept."""

import contextlib
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from bot.domain.errors import Refused
from bot.domain.text import _
from bot.store import version
from bot.store.db import Database
from bot.store.version import State

_BESIDE = ("-wal", "-shm")


def back_up(database: Database, to: Path) -> None:
    """Write a consistent copy, also while the program runs; raises Refused."""
    file = _file_of(database)
    if not file.exists():
        raise Refused("TS-51", _("There is no database to copy yet."))
    if to.exists():
        raise Refused("TS-52", _("That file is there already. Choose another name for the copy."))
    try:
        with contextlib.closing(sqlite3.connect(file)) as connection:
            connection.execute("VACUUM INTO ?", (str(to),))
    except (OSError, sqlite3.Error):
        to.unlink(missing_ok=True)
        raise Refused(
            "TS-53", _("The copy could not be written. Check the folder, its rights and its space.")
        ) from None


async def restore(database: Database, copy: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the database; return where the present one is kept.

    Raises Refused where the program runs, or the file is not a sound database of this program.
    """
    file = _file_of(database)
    await _sound(copy)
    # Held until the caller closes the database: nothing may start in between.
    await database.claim()
    kept: Path | None = None
    if file.exists():
        # Moved, not copied: the present one may be damaged, which is why it is replaced.
        kept = file.with_name(f"{file.name}.before-{now:%Y%m%d-%H%M%S}")
        for suffix in ("", *_BESIDE):
            part = file.with_name(f"{file.name}{suffix}")
            if part.exists():
                part.rename(kept.with_name(f"{kept.name}{suffix}"))
    incoming = file.with_name(f"{file.name}.incoming")
    shutil.copyfile(copy, incoming)
    incoming.replace(file)
    return kept


async def _sound(copy: Path) -> None:
    """Raise Refused unless a file is a whole database of this program."""
    opened = Database(str(copy))
    try:
        whole = _whole(copy) and await version.state(opened) in {State.CURRENT, State.OLDER}
    finally:
        await opened.close()
    if not whole:
        raise Refused(
            "TS-54", _("That file is no sound copy of the database; nothing was changed.")
        )


def _whole(copy: Path) -> bool:
    """Tell whether a file is an undamaged database, without writing to it."""
    if not copy.is_file():
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _file_of(database: Database) -> Path:
    if database.path is None:
        raise Refused(
            "TS-50",
            _("This is for database files. A PostgreSQL server has pg_dump and pg_restore."),
        )
    return database.path
