"""Looks whether leaving and cutting off were done whole: no name, chat, code or nudge is left."""

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.text import Phrase, _
from bot.store.schema import chats, join_codes, nudges, people


async def look(tx: AsyncConnection) -> list[Phrase]:
    """Return who has left and is not forgotten, and whose lost phone still opens something."""

    def has(table: ColumnElement[int]) -> ColumnElement[bool]:
        return exists().where(table == people.c.id).correlate(people)

    of_theirs = (has(column) for column in (chats.c.person_id, join_codes.c.person_id))
    kept = or_(
        people.c.name.is_not(None), people.c.title.is_not(None), has(nudges.c.person_id), *of_theirs
    )
    left = await tx.execute(
        select(people.c.id).where(people.c.left_at.is_not(None), kept).order_by(people.c.id)
    )
    lost = await tx.execute(
        select(people.c.id)
        .where(people.c.cut_off_at.is_not(None), has(chats.c.person_id))
        .order_by(people.c.id)
    )
    return [
        *(
            _("Person {person} has left, and is not forgotten.", person=str(one))
            for one in left.scalars()
        ),
        *(
            _("Person {person} was cut off, and a chat is still theirs.", person=str(one))
            for one in lost.scalars()
        ),
    ]
