"""Damages a database past the program, recounts it, and says what was found."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from bot.domain.text import Phrase
from bot.store.db import Database
from bot.store.verify import Recount, verify

Item = TypeVar("Item")


async def recount(database: Database) -> Recount:
    """Recount a database, saying nothing meanwhile."""

    def silent(what: Phrase, items: Iterable[Item], total: int) -> Iterable[Item]:
        del what, total
        return items

    return await verify(database, silent)


def said(recounted: Recount) -> list[str]:
    """Return the problems as they are said in English, without a catalogue."""
    return [problem.message.format(**problem.values) for problem in recounted.problems]


def without(constraint: str) -> Callable[[Connection], None]:
    """Take away what keeps the database from being damaged."""

    def drop(connection: Connection) -> None:
        operations = Operations(MigrationContext.configure(connection))
        kind = "foreignkey" if constraint.startswith("fk") else "unique"
        with operations.batch_alter_table("facts") as batch:
            batch.drop_constraint(constraint, type_=kind)

    return drop


async def damage(
    database: Database, *sentences: str, first: Callable[[Connection], None] | None = None
) -> None:
    """Damage a database past the program: on SQLite foreign keys are off then."""
    engine = create_async_engine(database.url)
    async with engine.begin() as tx:
        if first:
            await tx.run_sync(first)
        for sentence in sentences:
            await tx.execute(text(sentence))
    await engine.dispose()
