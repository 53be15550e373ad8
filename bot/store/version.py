"""Which schema a database has, and the way to the newest one (Alembic, in one transaction)."""

from enum import StrEnum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.engine import Connection

from bot.domain.errors import Refused
from bot.domain.text import _
from bot.store.db import Database

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


class State(StrEnum):
    """How a database stands to this version of the program."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"
    FOREIGN = "foreign"


async def state(database: Database) -> State:
    """Tell how a database stands to this version of the program; changes nothing."""
    async with database.read() as tx:
        return await tx.run_sync(_state)


async def migrate(database: Database) -> bool:
    """Bring a database to the newest schema; False where it was there already.

    Raises Refused where it belongs to a newer version or to another program.
    """
    # Opening a file to write would change it, if only its journal mode.
    _refuse(await state(database))
    async with database.write() as tx:
        before = await tx.run_sync(_state)
        if before is State.CURRENT:
            return False
        _refuse(before)
        await tx.run_sync(_upgrade)
    return True


async def ready(database: Database) -> None:
    """Make an empty database ready; raises Refused where an older or newer one needs somebody."""
    if await state(database) is State.OLDER:
        raise Refused(
            "TS-15",
            _("The database is of an older version. Make a copy of it, then run: toso migrate"),
        )
    await migrate(database)


def _refuse(found: State) -> None:
    if found is State.NEWER:
        raise Refused(
            "TS-16",
            _("The database was made by a newer version. Update the program; nothing was changed."),
        )
    if found is State.FOREIGN:
        raise Refused(
            "TS-17",
            _("This is another program's database. Choose another file; nothing was changed."),
        )


def _state(connection: Connection) -> State:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return State.EMPTY
    if "alembic_version" not in tables:
        return State.FOREIGN
    script = ScriptDirectory.from_config(_config(connection))
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {found.revision for found in script.walk_revisions()}
    if revision == script.get_current_head():
        return State.CURRENT
    return State.OLDER if revision is None or revision in known else State.NEWER


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
