"""What came in: kept before the channel is told so, answered once, emptied when answered."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.chat import Address, Due, Incoming, Press, Said, Unread
from bot.domain.handed import FileRef
from bot.store.dialects import insert_into
from bot.store.schema import inbox

# More than this is not read by anybody; no channel sends so much in one message.
LONGEST = 4096
WAITING, DONE, ASIDE = "waiting", "done", "aside"

_NEXT = (
    select(inbox)
    .where(
        inbox.c.channel == bindparam("channel"),
        inbox.c.chat == bindparam("chat"),
        inbox.c.state == WAITING,
    )
    .order_by(inbox.c.id)
    .limit(2)
)
_DONE = (
    update(inbox)
    .where(inbox.c.id == bindparam("message"), inbox.c.state == WAITING)
    .values(state=DONE, said=None)
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that is to be answered, under its number in the inbox; `more` wait behind it."""

    id: int
    incoming: Incoming
    received_at: datetime
    more: bool


async def add(tx: AsyncConnection, messages: Sequence[Incoming], at: datetime) -> None:
    """Keep messages; one that is there already (same channel, same id) is left as it is."""
    rows = [
        {
            "channel": message.address.channel,
            "chat": message.address.chat,
            "external_id": message.external_id,
            "said": _written(message),
            "written_at": message.at,
            "received_at": at,
            "state": WAITING,
        }
        for message in messages
    ]
    if rows:
        # The unique key decides, not a look beforehand.
        await tx.execute(insert_into(tx, inbox).on_conflict_do_nothing(), rows)


async def set_aside(
    tx: AsyncConnection, channel: str, external_id: str, shape: str, at: datetime
) -> None:
    """Keep the shape of an update that could not be read: no words, only what kind they were."""
    row = {
        "channel": channel,
        "chat": "",
        "external_id": external_id,
        "said": shape,
        "written_at": at,
        "received_at": at,
        "state": ASIDE,
    }
    await tx.execute(insert_into(tx, inbox).on_conflict_do_nothing(), [row])


async def oldest(tx: AsyncConnection, address: Address) -> Waiting | None:
    """Return the next message of a chat that waits for an answer."""
    found = await tx.execute(_NEXT, {"channel": address.channel, "chat": address.chat})
    rows = found.all()
    if not rows:
        return None
    row = rows[0]
    try:
        incoming = _read(address, row.external_id, row.said, row.written_at)
    except (KeyError, TypeError, ValueError):
        # Written by another version: answered as something that cannot be read, or it would
        # stand before every later message for ever.
        incoming = Incoming(address, row.external_id, Unread.MEDIA, row.written_at)
    return Waiting(row.id, incoming, row.received_at, more=len(rows) > 1)


async def is_first_of_album(tx: AsyncConnection, waiting: Waiting) -> bool:
    """Tell whether no earlier message belongs together with this one; one alone is the first."""
    incoming = waiting.incoming
    if incoming.album is None:
        return True
    found = await tx.scalar(
        select(func.count()).where(
            inbox.c.channel == incoming.address.channel,
            inbox.c.external_id.startswith(incoming.album, autoescape=True),
            inbox.c.id < waiting.id,
        )
    )
    return not found


async def done(tx: AsyncConnection, message: int) -> bool:
    """Mark a message as answered; False where it was already."""
    result = await tx.execute(_DONE, {"message": message})
    return result.rowcount == 1


async def failed(tx: AsyncConnection, message: int, incident: str) -> None:
    """Set aside a message that the program could not answer, so that the chat goes on."""
    values = {"state": ASIDE, "said": None, "incident": incident}
    await tx.execute(update(inbox).where(inbox.c.id == message).values(values))


async def chats_waiting(tx: AsyncConnection, channels: Sequence[str]) -> list[Address]:
    """Return the chats with unanswered messages: what a crash interrupted."""
    found = await tx.execute(
        select(inbox.c.channel, inbox.c.chat)
        .where(inbox.c.state == WAITING, inbox.c.channel.in_(channels))
        .group_by(inbox.c.channel, inbox.c.chat)
        .order_by(func.min(inbox.c.id))
    )
    return [Address(*row) for row in found]


async def prune(tx: AsyncConnection, now: datetime, *, keep: timedelta) -> None:
    """Forget messages that are done with; a channel repeats none after a day, `keep` is longer."""
    await tx.execute(
        delete(inbox).where(inbox.c.state != WAITING, inbox.c.received_at < now - keep)
    )


def _written(message: Incoming) -> str:
    said: object
    match message.said:
        case Press(screen, line):
            said = {"press": [screen, line]}
        case Unread() as unread:
            said = {"unread": unread.value}
        case Due(flow, period, until):
            said = {"due": [flow, period, until.isoformat()]}
        case words:
            # Half an emoji, as a channel may cut it, can be written nowhere.
            said = {"words": words[:LONGEST].encode(errors="replace").decode()}
    file = message.file
    more = {
        "personal": sorted(message.personal),
        "own": message.own,
        "album": message.album,
        "file": [file.reference, file.size, file.ending] if file else None,
    }
    known = {name: value for name, value in more.items() if value}
    # Two values were all of it before there was an airlock; without more to say they still are.
    written = [said, message.message, known] if known else [said, message.message]
    return json.dumps(written, ensure_ascii=False)


def _read(address: Address, external_id: str, written: str, at: datetime) -> Incoming:
    """Make a message of what was written, also by the version before the airlock."""
    said, message, *rest = json.loads(written)
    more = rest[0] if rest else {}
    return Incoming(
        address,
        external_id,
        _said(said),
        at,
        message,
        personal=frozenset(more.get("personal", ())),
        own=more.get("own"),
        album=more.get("album"),
        file=FileRef(*more["file"]) if more.get("file") else None,
    )


def _said(said: dict[str, Any]) -> Said:
    if "press" in said:
        return Press(*said["press"])
    if "unread" in said:
        return Unread(said["unread"])
    if "due" in said:
        flow, period, until = said["due"]
        return Due(str(flow), str(period), datetime.fromisoformat(until))
    return str(said["words"])
