"""Which chats are whose: tying one to a person, cutting all of them off, ending what was begun."""

import json

from sqlalchemy import delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.session import Session
from bot.store.letters import WAITING
from bot.store.schema import chats, letters, uploads


async def tie(tx: AsyncConnection, chat: int | None, person: int) -> None:
    """Make a chat somebody's."""
    await tx.execute(update(chats).where(chats.c.id == chat).values(person_id=person))


async def cut_off(tx: AsyncConnection, person: int) -> None:
    """Make no chat this person's any more; nothing of the conversations there is kept."""
    theirs = select(chats.c.id).where(chats.c.person_id == person)
    await tx.execute(delete(uploads).where(uploads.c.chat_id.in_(theirs)))
    await tx.execute(
        update(chats)
        .where(chats.c.person_id == person)
        .values(person_id=None, session=None, practice_until=None, commune_id=None)
    )


async def hush(tx: AsyncConnection, person: int) -> None:
    """Empty the letters on their way to somebody; what they are to delete there is still deleted.

    The phone may be in other hands. Called before the chats are cut off.
    """
    theirs = select(chats.c.channel, chats.c.chat).where(chats.c.person_id == person)
    found = await tx.execute(
        select(letters.c.id, letters.c.body).where(
            letters.c.state == WAITING, tuple_(letters.c.channel, letters.c.chat).in_(theirs)
        )
    )
    for number, body in found.all():
        deletes = json.loads(body or "{}").get("deletes")
        emptied = json.dumps({"deletes": deletes})
        await tx.execute(update(letters).where(letters.c.id == number).values(body=emptied))


async def end(tx: AsyncConnection, person: int, begun: str) -> None:
    """End what somebody has begun, or left for later, in flows whose names begin so."""
    found = await tx.execute(
        select(chats.c.id, chats.c.session).where(
            chats.c.person_id == person, chats.c.session.is_not(None)
        )
    )
    for chat, written in found.all():
        try:
            session = Session.from_json(json.loads(written))
        except (KeyError, TypeError, ValueError):
            # Said aloud at the person's next message.
            continue
        ended = json.dumps(session.without(begun).to_json(), ensure_ascii=False)
        await tx.execute(update(chats).where(chats.c.id == chat).values(session=ended))
