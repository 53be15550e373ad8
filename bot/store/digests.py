"""Cards that come by themselves: into which chats one is still to go, and that it went there once.

A row of `digests` and the message in the inbox are written together, or neither is.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.chat import Address, Due, Incoming
from bot.domain.people import Role
from bot.domain.places import PlaceKind
from bot.domain.schedules import awake
from bot.store import inbox
from bot.store.chats import Unreadable, session_of
from bot.store.dialects import insert_into
from bot.store.schema import chats, digests, people, places
from bot.store.schema import inbox as messages

_village, _team = places.alias("village"), places.alias("team")


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A chat of an official that has not got a card; `busy`: a question waits for its answer."""

    chat: int
    address: Address
    busy: bool


async def awaiting(
    tx: AsyncConnection, period: str, channels: Sequence[str]
) -> tuple[Awaiting, ...]:
    """Return the officials' chats without the card of a period, whose people want it.

    Where a commune has no team, nobody can have recorded anything, and there is no card.
    """
    sent = exists().where(digests.c.chat_id == chats.c.id, digests.c.period == period)
    has_team = exists().where(
        _village.c.parent_id == people.c.place_id,
        _village.c.valid_to.is_(None),
        _team.c.parent_id == _village.c.id,
        _team.c.kind == PlaceKind.TEAM.value,
        _team.c.valid_to.is_(None),
    )
    found = await tx.execute(
        select(chats.c.id, chats.c.channel, chats.c.chat, chats.c.session)
        .select_from(chats.join(people, people.c.id == chats.c.person_id))
        .where(
            people.c.role == Role.OFFICIAL.value,
            people.c.left_at.is_(None),
            people.c.cards_stopped_at.is_(None),
            chats.c.channel.in_(channels),
            ~sent,
            has_team,
        )
        .order_by(chats.c.id)
    )
    return tuple(
        Awaiting(row.id, Address(row.channel, row.chat), is_busy(row.session)) for row in found
    )


async def lately(
    tx: AsyncConnection, addresses: Collection[Address], since: datetime
) -> frozenset[Address]:
    """Return those of some chats in which something was said since an instant, or is unanswered."""
    if not addresses:
        return frozenset()
    found = await tx.execute(
        select(messages.c.channel, messages.c.chat)
        .where(
            messages.c.chat.in_({one.chat for one in addresses}),
            (messages.c.received_at > since) | (messages.c.state == inbox.WAITING),
        )
        .distinct()
    )
    return frozenset(Address(*row) for row in found) & frozenset(addresses)


async def put(tx: AsyncConnection, to: Awaiting, due: Due, now: datetime) -> bool:
    """Have a chat answered as if its person had opened the card; False where that was done."""
    row = {"chat_id": to.chat, "period": due.period, "at": now}
    made = await tx.execute(insert_into(tx, digests).values(row).on_conflict_do_nothing())
    if made.rowcount != 1:
        return False
    # The instant is part of the name: what was taken back may be put once more.
    name = f"due:{to.chat}:{due.period}:{now.isoformat()}"
    await inbox.add(tx, [Incoming(to.address, name, due, now)], now)
    return True


async def missed(tx: AsyncConnection, chat: int, due: Due, now: datetime) -> bool:
    """Tell whether the hour for a card had passed before it was answered; then it waits for a day.

    The program may have ended between the two.
    """
    if awake(now) and now < due.until:
        return False
    await tx.execute(
        delete(digests).where(digests.c.chat_id == chat, digests.c.period == due.period)
    )
    return True


def is_busy(written: str | None) -> bool:
    """Tell whether in a chat a question waits for its answer."""
    try:
        return session_of(written).busy
    except Unreadable:
        # The desk says so, whatever comes next in that chat.
        return False
