"""What goes out (thư): written with the facts, kept until delivered, emptied on arrival."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.chat import Address, Letter
from bot.domain.dossiers import Form, Wish
from bot.store.schema import letters

WAITING, SENT, FAILED = "waiting", "sent", "failed"
# Why a letter was put off that may not be tried earlier: the channel said until when.
HELD = "RetryAfter"

_FAR = timedelta(hours=2)

_ADD = insert(letters)
_NEXT = (
    select(letters)
    .where(
        letters.c.channel == bindparam("channel"),
        letters.c.chat == bindparam("chat"),
        letters.c.state == WAITING,
    )
    .order_by(letters.c.id)
    .limit(1)
)
_SETTLE = (
    update(letters)
    .where(letters.c.id == bindparam("letter"))
    .values(
        state=bindparam("to"), body=None, why=bindparam("because"), settled_at=bindparam("when")
    )
)


async def post(tx: AsyncConnection, letter: Letter, message: int | None, at: datetime) -> None:
    """Put a letter into the out-tray; a second one for the same message is refused."""
    body = {
        "text": letter.text,
        "lines": letter.lines,
        "screen": letter.screen,
        "standing": letter.standing,
        "typed_numbers": letter.typed_numbers,
        "edits": letter.edits,
        "deletes": letter.deletes,
        "document": asdict(letter.document) if letter.document else None,
    }
    row = {
        "inbox_id": message,
        "channel": letter.address.channel,
        "chat": letter.address.chat,
        "body": json.dumps(body, ensure_ascii=False),
        "state": WAITING,
        "due_at": at,
    }
    await tx.execute(_ADD, row)


async def oldest(tx: AsyncConnection, address: Address) -> tuple[Letter, datetime] | None:
    """Return the next letter of a chat and when it is due."""
    found = await tx.execute(_NEXT, {"channel": address.channel, "chat": address.chat})
    row = found.first()
    if row is None:
        return None
    # Another version may have written it; what it lacks must not hold up the letters behind it.
    body = json.loads(row.body or "{}")
    letter = Letter(
        id=row.id,
        address=address,
        text=body.get("text", ""),
        lines=tuple((digit, label) for digit, label in body.get("lines", ())),
        screen=body.get("screen", 0),
        standing=body.get("standing", False),
        typed_numbers=body.get("typed_numbers", False),
        edits=body.get("edits"),
        held=row.why == HELD,
        attempts=row.attempts,
        parts_done=row.parts_done,
        deletes=body.get("deletes"),
        document=_wish(body.get("document")),
    )
    return letter, row.due_at


def _wish(kept: object) -> Wish | None:
    """Return the file that a letter is to bring; None where this version knows no such file."""
    match kept:
        case {
            "form": str(form),
            "commune": int(commune),
            "period": str(period),
            "language": str(language),
        } if form in set(Form):
            return Wish(Form(form), commune, period, language)
        case _:
            return None


async def part_sent(tx: AsyncConnection, letter: int, parts: int) -> None:
    """Remember how many parts of a long letter have gone out."""
    await tx.execute(update(letters).where(letters.c.id == letter).values(parts_done=parts))


async def sent(tx: AsyncConnection, letter: int, at: datetime) -> None:
    """Settle a letter that has arrived."""
    await tx.execute(_SETTLE, {"letter": letter, "to": SENT, "because": None, "when": at})


async def given_up(tx: AsyncConnection, letter: int, why: str, at: datetime) -> None:
    """Settle a letter that will never arrive."""
    await tx.execute(_SETTLE, {"letter": letter, "to": FAILED, "because": why, "when": at})


async def put_off(
    tx: AsyncConnection, letter: int, *, why: str, until: datetime, maybe_sent: bool
) -> None:
    """Try a letter again later; `maybe_sent`: the last try may have arrived."""
    values = {"attempts": letters.c.attempts + 1, "due_at": until, "why": why}
    if maybe_sent:
        values["maybe_sent"] = True
    await tx.execute(update(letters).where(letters.c.id == letter).values(values))


async def chats_waiting(
    tx: AsyncConnection, channels: Sequence[str], now: datetime
) -> list[Address]:
    """Return the chats whose next letter is due."""
    first = (
        select(func.min(letters.c.id))
        .where(letters.c.state == WAITING, letters.c.channel.in_(channels))
        .group_by(letters.c.channel, letters.c.chat)
    )
    found = await tx.execute(
        select(letters.c.channel, letters.c.chat)
        .where(
            letters.c.id.in_(first),
            # What is due in the far future was put off by a clock that was wrong.
            (letters.c.due_at <= now) | (letters.c.due_at > now + _FAR),
        )
        .order_by(letters.c.id)
    )
    return [Address(*row) for row in found]


async def prune(tx: AsyncConnection, now: datetime, *, keep: timedelta) -> None:
    """Forget letters that were settled long ago."""
    await tx.execute(
        delete(letters).where(letters.c.state != WAITING, letters.c.settled_at < now - keep)
    )
