"""A ledger of very many invented facts, written in bulk: what counting is measured on."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from bot.commands.context import Context
from bot.domain.clock import VIET_NAM
from bot.domain.facts import (
    AssistanceGiven,
    AssistanceTried,
    AssistanceVoided,
    FirstTimeTold,
    NothingToReport,
)
from bot.domain.obstacles import Obstacle
from bot.domain.people import Role
from bot.domain.periods import week
from bot.domain.places import PlaceKind
from bot.domain.text import _
from bot.store import roster
from bot.store.db import Database, Tx
from bot.store.roster import NewPlace

_COMMUNES, _VILLAGES, _MEMBERS = 4, 8, 5
# A year of them, so that a week is one of fifty-two.
DAYS = 364
_AT_ONCE = 20_000
_COLUMNS = (
    "id", "code", "kind", "at", "member_id", "commune_id", "village_id", "team_id", "day",
    "activity", "count", "tried", "obstacle", "adjusts", "voids", "about",
)  # fmt: skip
Member: TypeAlias = tuple[int, int, int, int]
Row: TypeAlias = tuple[Any, ...]


async def people(
    database: Database, since: date, at: datetime, communes: int = _COMMUNES
) -> list[Member]:
    """Put communes, villages, teams and members on the roster: (member, commune, village, team)."""
    made: list[Member] = []
    async with database.write() as tx:
        for nth in range(communes):
            commune = await _place(tx, PlaceKind.COMMUNE, f"Xã {nth + 1}", None, since)
            for number in range(_VILLAGES):
                village = await _place(tx, PlaceKind.VILLAGE, f"Thôn {number + 1}", commune, since)
                team = await _place(tx, PlaceKind.TEAM, f"Tổ {number + 1}", village, since)
                for which in range(_MEMBERS):
                    role = Role.MEMBER if which else Role.LEADER
                    member = await roster.add_person(
                        tx, title="anh", name=f"Người {which + 1}", role=role, place=team,
                        consented_at=at,
                    )  # fmt: skip
                    made.append((member, commune, village, team))
    return made


async def _place(tx: Tx, kind: PlaceKind, name: str, parent: int | None, since: date) -> int:
    return await roster.add_place(tx, NewPlace(kind, name, parent, since, demo=True))


def fill(
    context: Context,
    file: Path,
    members: list[Member],
    activities: Sequence[str],
    *,
    count: int,
    end: date,
) -> None:
    """Write so many facts of the year before a day in one transaction; indexes are made last."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA foreign_keys=OFF")
    named = "SELECT name, sql FROM sqlite_master WHERE type='index' AND tbl_name='facts' AND sql>''"
    indexes = connection.execute(named).fetchall()
    marks = ", ".join("?" * len(_COLUMNS))
    quoted = ", ".join(f'"{name}"' for name in _COLUMNS)
    sentence = f"INSERT INTO facts ({quoted}) VALUES ({marks})"  # noqa: S608 - our own names
    connection.execute("BEGIN")
    for name, __ in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    rows = _facts(members, activities, count, end)
    portions = range(-(-count // _AT_ONCE))
    for nth in context.progress(_("Writing facts"), portions, len(portions)):
        size = min(_AT_ONCE, count - nth * _AT_ONCE)
        connection.executemany(sentence, (next(rows) for _row in range(size)))
    for __, made in indexes:
        connection.execute(made)
    connection.execute("COMMIT")
    connection.close()


def _facts(
    members: list[Member], activities: Sequence[str], count: int, end: date
) -> Iterator[Row]:
    """Yield rows in the order of their days: help, what was taken back, adjusted, told besides."""
    chance = random.Random("toso")  # noqa: S311 - no secret is made
    obstacles = [one.value for one in Obstacle]
    given: tuple[int, Member, date, str, int] | None = None
    for number in range(1, count + 1):
        day = end - timedelta(days=DAYS - (number - 1) * DAYS // count)
        which = chance.random()
        if given and which < 0.06:
            entry, who, when, activity, many = given
            given = None
            if which < 0.03:
                yield _row(number, AssistanceVoided, who, day, when, activity, -many, voids=entry)
            else:
                yield _row(number, FirstTimeTold, who, day, None, None, 1, about=entry)
            continue
        who = chance.choice(members)
        activity, many = chance.choice(activities), chance.randint(1, 5)
        if which < 0.08:
            yield _row(number, AssistanceTried, who, day, day, activity, None, tried=many,
                       obstacle=chance.choice(obstacles))  # fmt: skip
        elif which < 0.09:
            yield _row(number, NothingToReport, who, day, week(day).start, None, None)
        elif which < 0.11:
            # A day of a period that was closed meanwhile, which counts today.
            late = day - timedelta(days=45)
            yield _row(number, AssistanceGiven, who, day, day, activity, many, adjusts=late)
        else:
            given = (number, who, day, activity, many)
            yield _row(number, AssistanceGiven, who, day, day, activity, many)


def _row(
    number: int,
    kind: type[object],
    who: Member,
    said: date,
    day: date | None,
    activity: str | None,
    count: int | None,
    **rest: object,
) -> Row:
    """Return a row of the ledger, said on one day and counting on another."""
    member, commune, village, team = who
    at = datetime.combine(said, time(18), VIET_NAM).astimezone(UTC)
    adjusts = rest.get("adjusts")
    return (
        number,
        f"B1{number:08d}",
        kind.__name__,
        at.isoformat(timespec="microseconds"),
        member,
        commune,
        village,
        team,
        day.isoformat() if day else None,
        activity,
        count,
        rest.get("tried"),
        rest.get("obstacle"),
        adjusts.isoformat() if isinstance(adjusts, date) else None,
        rest.get("voids"),
        rest.get("about"),
    )
