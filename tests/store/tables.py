"""Looks straight at the tables and the files, past everything that is tested."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.store.db import Database


async def rows(database: Database, sql: str, **values: object) -> Sequence[tuple[Any, ...]]:
    """Put a question to the tables."""
    async with database.read() as tx:
        return [tuple(row) for row in await tx.execute(text(sql), values)]


def inside(folder: Path) -> list[str]:
    """Return the names of the files of a folder."""
    return sorted(path.name for path in folder.iterdir())
