"""Gives out join codes to many at once; only their digests are kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import CodeIssued, Entry
from bot.domain.people import Person
from bot.domain.places import Place, Scope
from bot.domain.text import fold
from bot.store import facts, roster
from bot.store.numbering import following
from bot.store.schema import join_codes

_CODE = "C0"


async def waiting(tx: AsyncConnection, commune: Place) -> tuple[Person, ...]:
    """Return everybody on a commune's roster who has yet to join, team by team."""
    found = await roster.people_of(tx, Scope(commune))
    return tuple(sorted((one for one in found if not one.joined), key=_where))


async def valid(tx: AsyncConnection, people: Sequence[Person], now: datetime) -> int:
    """Return how many of some people hold a code that still opens their line."""
    numbers = [person.id for person in people]
    counted = select(func.count()).where(
        join_codes.c.person_id.in_(numbers),
        join_codes.c.used_at.is_(None),
        join_codes.c.expires_at > now,
    )
    return await tx.scalar(counted) or 0


async def issue(
    tx: AsyncConnection,
    commune: Place,
    digests: Mapping[int, str],
    *,
    until: datetime,
    at: datetime,
) -> None:
    """Give each person (by number) a code, by its digest; an older one of theirs stops working."""
    codes = await following(tx, _CODE)
    for person, digest in digests.items():
        fact = CodeIssued(person, digest, until)
        entry = Entry(code=next(codes), at=at, fact=fact, commune=commune.id)
        await facts.add(tx, entry, None)


def _where(person: Person) -> tuple[str, str, int, str]:
    """Return by what people are sorted; officials, who have no team, come first."""
    village = person.village.name if person.village else ""
    team = person.team or person.commune
    return fold(village), fold(team.name), team.id, fold(person.name)
