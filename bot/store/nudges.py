"""What members are told unasked: who is still to be told, and that they were, once a week.

A row of `nudges` and the message in the inbox are written together, or neither is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.chat import Address, Due, Incoming
from bot.domain.clock import local_day
from bot.domain.nudges import SETTLING_IN, Kind, Reach
from bot.domain.people import Person
from bot.domain.periods import Period, period, week
from bot.domain.schedules import awake, evening
from bot.store import inbox
from bot.store.dialects import insert_into
from bot.store.digests import is_busy
from bot.store.schema import chats, nudges, people
from bot.store.untold import belongs, told, wanted


@dataclass(frozen=True, slots=True)
class Untold:
    """Somebody who is to be told, where, and whether a question waits there for its answer."""

    person: int
    address: Address
    busy: bool


async def awaiting(
    tx: AsyncConnection, kind: Kind, about: Period, channels: Collection[str], now: datetime
) -> tuple[Untold, ...]:
    """Return who is to be told by itself at an instant, each in the chat they opened last.

    REMINDER: who recorded nothing in a week and did not say that there was nothing, nor did their
    leader for the team. MISSED: leaders with such a member.
    """
    found = await tx.execute(
        select(people.c.id, chats.c.channel, chats.c.chat, chats.c.session)
        .join_from(people, chats, chats.c.person_id == people.c.id)
        .where(
            belongs(now),
            people.c.consented_at <= now - SETTLING_IN,
            people.c.reminders_stopped_at.is_(None),
            ~told(now),
            wanted(kind, about),
            chats.c.channel.in_(channels),
        )
        .order_by(people.c.id, chats.c.id)
    )
    last = {row.id: row for row in found}
    return tuple(
        Untold(row.id, Address(row.channel, row.chat), is_busy(row.session))
        for row in last.values()
    )


async def reach(
    tx: AsyncConnection, person: int, channels: Collection[str], now: datetime
) -> Reach:
    """Tell whether a member may be reminded now because somebody asks for it, or why not."""
    row = (
        await tx.execute(
            select(
                people.c.consented_at,
                people.c.reminders_stopped_at,
                told(now).label("had"),
                belongs(now).label("there"),
            ).where(people.c.id == person)
        )
    ).first()
    if row is None or not row.there or await _chat(tx, person, channels) is None:
        return Reach.AWAY
    if row.had:
        return Reach.HAD
    if row.reminders_stopped_at:
        return Reach.STOPPED
    if row.consented_at > now - SETTLING_IN:
        return Reach.NEW
    return Reach.FREE if awake(now) else Reach.NIGHT


async def remind(
    tx: AsyncConnection,
    members: Collection[int],
    channels: Collection[str],
    now: datetime,
    by: Person | None,
) -> list[Address]:
    """Remind members of the running week because somebody asks for it; return where.

    Left out is who may not be reminded now.
    """
    reached = []
    for member in members:
        address = await _chat(tx, member, channels)
        if address is None or await reach(tx, member, channels, now) is not Reach.FREE:
            continue
        to, about = Untold(member, address, busy=False), week(local_day(now))
        if await put(tx, to, Kind.REMINDER, about, now, by=by.id if by else None):
            reached.append(address)
    return reached


async def put(
    tx: AsyncConnection,
    to: Untold,
    kind: Kind,
    about: Period,
    now: datetime,
    *,
    by: int | None = None,
) -> bool:
    """Have somebody told; False where they were told something this week already."""
    monday = week(local_day(now)).start
    row = {"person_id": to.person, "week": monday, "kind": kind.value, "by_id": by, "at": now}
    made = await tx.execute(insert_into(tx, nudges).values(row).on_conflict_do_nothing())
    if made.rowcount != 1:
        return False
    # The instant is part of the name: what was taken back may be put once more.
    name = f"nudge:{to.person}:{about.id}:{now.isoformat()}"
    due = Due(kind.value, about.id, evening(now))
    await inbox.add(tx, [Incoming(to.address, name, due, now)], now)
    return True


async def off(tx: AsyncConnection, person: int, due: Due, now: datetime) -> bool:
    """Tell whether nothing is to be said any more, and take it back then.

    The hour has passed, the work was recorded meanwhile, or the person wants to be left alone.
    """
    still = await tx.scalar(
        select(people.c.id).where(
            people.c.id == person,
            belongs(now),
            people.c.reminders_stopped_at.is_(None),
            wanted(Kind(due.flow), period(due.period)),
        )
    )
    if still and awake(now) and now < due.until:
        return False
    monday = week(local_day(due.until)).start
    await tx.execute(delete(nudges).where(nudges.c.person_id == person, nudges.c.week == monday))
    return True


async def _chat(tx: AsyncConnection, person: int, channels: Collection[str]) -> Address | None:
    """Return the chat that somebody opened last."""
    found = await tx.execute(
        select(chats.c.channel, chats.c.chat)
        .where(chats.c.person_id == person, chats.c.channel.in_(channels))
        .order_by(chats.c.id.desc())
        .limit(1)
    )
    row = found.first()
    return Address(row.channel, row.chat) if row else None
