"""Reads single entries of a book: whose they are, what still counts, what they were before."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, bindparam, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import AssistanceGiven, AssistanceTried, Entry, FirstTimeTold
from bot.domain.history import Alike, Version
from bot.domain.obstacles import Obstacle
from bot.domain.people import LEADERS, OFFICIALS, Person
from bot.store.places import is_part
from bot.store.schema import people, practice

# What a book shows: help that was given, and help that could not be finished.
_SHOWN = (AssistanceGiven.__name__, AssistanceTried.__name__)


def scope(person: Person, book: Table) -> ColumnElement[bool]:
    """Return the condition under which a person may see (and correct) an entry."""
    if book is practice:
        return book.c.member_id == person.id
    if person.role in OFFICIALS:
        return is_part(book.c.commune_id, person.commune.id)
    if person.role in LEADERS and person.team:
        return is_part(book.c.team_id, person.team.id)
    return book.c.member_id == person.id


@cache
def counting(book: Table) -> Select[Any]:
    """Select the entries that still count, newest first; their number is `amount`."""
    voiding = book.alias("voiding")
    return (
        select(book, book.c["count"].label("amount"))
        .where(
            book.c.kind.in_(_SHOWN),
            # Said again for the partial index of the member's book.
            book.c.activity.is_not(None),
            ~select(voiding.c.id).where(voiding.c.voids == book.c.id).exists(),
        )
        .order_by(book.c.id.desc())
    )


@cache
def usual(book: Table) -> Select[Any]:
    """Select a member's activities since a day, most often recorded first."""
    return (
        select(book.c.activity)
        .where(
            book.c.member_id == bindparam("member"),
            book.c.day >= bindparam("since"),
            book.c.activity.is_not(None),
            book.c["count"] > 0,
        )
        .group_by(book.c.activity)
        .order_by(func.count().desc(), book.c.activity)
    )


def entry_of(row: Row[Any]) -> Entry:
    """Return the entry of a row of `counting`."""
    given: AssistanceGiven | AssistanceTried
    if row.kind == AssistanceTried.__name__:
        obstacle = Obstacle(row.obstacle)
        given = AssistanceTried(row.activity, row.tried, row.day, obstacle, row.service)
    else:
        given = AssistanceGiven(
            row.activity, row.amount, row.day, row.service, row.attendees, row.adjusts
        )
    return Entry(
        code=row.code,
        at=row.at,
        fact=given,
        member=row.member_id,
        commune=row.commune_id,
        village=row.village_id,
        team=row.team_id,
        by=row.by_id,
        why=row.why,
    )


async def history(tx: AsyncConnection, book: Table, code: str) -> tuple[Version, ...]:
    """Return every version of an entry, the first one first, the present one last."""
    versions: list[Version] = []
    wanted: ColumnElement[bool] = book.c.code == code
    while True:
        query = (
            select(book, book.c["count"].label("amount"), people.c.name)
            .select_from(
                book.outerjoin(people, people.c.id == func.coalesce(book.c.by_id, book.c.member_id))
            )
            .where(wanted, book.c.kind.in_(_SHOWN))
        )
        row = (await tx.execute(query)).first()
        if row is None:
            return tuple(reversed(versions))
        versions.append(Version(entry_of(row), row.name))
        if row.about is None:
            return tuple(reversed(versions))
        wanted = book.c.id == row.about


async def alike(
    tx: AsyncConnection, book: Table, entry: Entry, since: datetime, reader: Person
) -> Alike | None:
    """Return the newest other entry that says the same, made since an instant, if there is one."""
    given = entry.fact
    if not isinstance(given, AssistanceGiven):
        raise TypeError(entry.code)
    wanted = {
        "reader": reader.id,
        "commune": entry.commune,
        "village": entry.village,
        "day": given.day,
        "activity": given.activity,
        "number": given.count,
        "since": since,
        "entry": entry.code,
    }
    row = (await tx.execute(_alike(book), wanted)).first()
    return Alike(row.code, row.at, row.name, row.member_id == reader.id) if row else None


@cache
def _alike(book: Table) -> Select[Any]:
    """Select what says the same as an entry; who practises is compared with nobody else."""
    voiding = book.alias("voiding")
    return (
        select(book.c.code, book.c.at, book.c.member_id, people.c.name)
        .select_from(book.outerjoin(people, people.c.id == book.c.member_id))
        .where(
            book.c.commune_id == bindparam("commune"),
            book.c.day == bindparam("day"),
            book.c.activity == bindparam("activity"),
            book.c["count"] == bindparam("number"),
            book.c.village_id.is_not_distinct_from(bindparam("village")),
            book.c.at >= bindparam("since"),
            book.c.code != bindparam("entry"),
            book.c.member_id == bindparam("reader") if book is practice else true(),
            book.c.kind == AssistanceGiven.__name__,
            ~select(voiding.c.id).where(voiding.c.voids == book.c.id).exists(),
        )
        .order_by(book.c.id.desc())
        .limit(1)
    )


async def first_told(tx: AsyncConnection, book: Table, code: str) -> int | None:
    """Return what was said last about the people of an entry who came for the first time."""
    told: int | None = await tx.scalar(_first_told(book), {"entry": code})
    return told


@cache
def _first_told(book: Table) -> Select[tuple[int | None]]:
    told = book.alias("told")
    return (
        select(told.c["count"])
        .select_from(told.join(book, book.c.id == told.c.about))
        .where(book.c.code == bindparam("entry"), told.c.kind == FirstTimeTold.__name__)
        .order_by(told.c.id.desc())
        .limit(1)
    )
