"""Who is at the other end of a chat, and where the conversation with them stands."""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.chat import Address
from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.session import Session
from bot.store import persons
from bot.store.persons import COLUMNS, person_of
from bot.store.places import is_part
from bot.store.schema import chats, closings, people, places

_chosen = places.alias("chosen")
# Asked along with the chat, since every record needs it and hardly any is as old.
_closed_until = (
    select(func.max(closings.c.end))
    .where(
        is_part(closings.c.commune_id, func.coalesce(persons.commune.c.id, persons.place.c.id)),
        closings.c.reopened.is_(None),
    )
    .scalar_subquery()
    .label("closed_until")
)
_LOAD = (
    select(
        chats.c.id, chats.c.language, chats.c.session, chats.c.practice_until, _closed_until,
        people.c.cards_stopped_at, people.c.reminders_stopped_at,
        *COLUMNS, _chosen.c.id.label("chosen_id"), _chosen.c.name.label("chosen_name"),
    )
    .select_from(
        chats.outerjoin(people, people.c.id == chats.c.person_id)
        .outerjoin(persons.place, persons.place.c.id == people.c.place_id)
        .outerjoin(persons.village, persons.village.c.id == persons.place.c.parent_id)
        .outerjoin(persons.commune, persons.commune.c.id == persons.village.c.parent_id)
        # A commune that is no longer there, or never was one of theirs, is not chosen.
        .outerjoin(
            _chosen,
            (_chosen.c.id == chats.c.commune_id)
            & (_chosen.c.parent_id == people.c.place_id)
            & _chosen.c.valid_to.is_(None),
        )
    )
    .where(chats.c.channel == bindparam("channel"), chats.c.chat == bindparam("chat"))
)  # fmt: skip
_KEEP = update(chats).where(chats.c.id == bindparam("chat_id")).values(session=bindparam("written"))


class Unreadable(Exception):
    """A session on disk is not one: an alarm, never a reason to start over silently."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One chat: its number, who it belongs to, its language and its session.

    `cards`, `reminders`: whether those come by themselves to its person.
    `closed_until`: the first day behind everything that the person's commune has closed.
    """

    id: int
    person: Person | None
    language: str
    session: Session
    practice_until: datetime | None = None
    closed_until: date | None = None
    cards: bool = True
    reminders: bool = True

    def practises(self, now: datetime) -> bool:
        """Tell whether what is recorded here counts nowhere at present."""
        return self.practice_until is not None and now < self.practice_until

    def practised(self, now: datetime) -> bool:
        """Tell whether practice has ended by itself, and nobody was told yet."""
        return self.practice_until is not None and now >= self.practice_until


async def visit(tx: AsyncConnection, address: Address) -> Visit:
    """Return a chat, opening it at the first message; raises Unreadable."""
    where = {"channel": address.channel, "chat": address.chat}
    row = (await tx.execute(_LOAD, where)).first()
    if row is None:
        made = await tx.execute(insert(chats).values(where).returning(chats.c.id))
        return Visit(made.scalar_one(), None, "vi", Session())
    return Visit(
        row.id,
        _visitor(row),
        row.language or "vi",
        session_of(row.session),
        row.practice_until,
        row.closed_until,
        row.cards_stopped_at is None,
        row.reminders_stopped_at is None,
    )


async def language(tx: AsyncConnection, address: Address) -> str:
    """Return the language of a chat, whatever else is wrong with it."""
    found = select(chats.c.language).where(
        chats.c.channel == address.channel, chats.c.chat == address.chat
    )
    return await tx.scalar(found) or "vi"


async def start_over(tx: AsyncConnection, address: Address) -> None:
    """Forget where a conversation stood; what was recorded in it is not touched."""
    await tx.execute(
        update(chats)
        .where(chats.c.channel == address.channel, chats.c.chat == address.chat)
        .values(session=None)
    )


async def keep(tx: AsyncConnection, chat: int, session: Session) -> None:
    """Keep where a conversation stands."""
    written = json.dumps(session.to_json(), ensure_ascii=False)
    await tx.execute(_KEEP, {"chat_id": chat, "written": written})


async def end_practice(tx: AsyncConnection, chat: int) -> None:
    """Let what a chat records count again."""
    await tx.execute(update(chats).where(chats.c.id == chat).values(practice_until=None))


async def of(tx: AsyncConnection, person: int) -> list[tuple[Address, str, str | None]]:
    """Return the chats of somebody on the roster: address, language, how they are addressed."""
    found = await tx.execute(
        select(chats.c.channel, chats.c.chat, chats.c.language, people.c.title)
        .select_from(chats.join(people, people.c.id == chats.c.person_id))
        .where(people.c.id == person, people.c.left_at.is_(None))
        .order_by(chats.c.id)
    )
    return [(Address(row.channel, row.chat), row.language or "vi", row.title) for row in found]


async def bind(tx: AsyncConnection, address: Address, person: int) -> None:
    """Tie a chat to a person without a conversation: for the people of the demo."""
    known = await visit(tx, address)
    await tx.execute(update(chats).where(chats.c.id == known.id).values(person_id=person))


async def person(tx: AsyncConnection, address: Address) -> Person | None:
    """Return who a chat belongs to; None where nobody on the roster does."""
    row = (await tx.execute(_LOAD, {"channel": address.channel, "chat": address.chat})).first()
    return person_of(row) if row else None


async def known(tx: AsyncConnection, address: Address) -> bool:
    """Tell whether a chat belongs to somebody on the roster."""
    return await person(tx, address) is not None


async def opened(tx: AsyncConnection, address: Address) -> bool:
    """Tell whether a chat was ever opened, whoever it belongs to by now."""
    where = {"channel": address.channel, "chat": address.chat}
    return (await tx.execute(_LOAD, where)).first() is not None


def _visitor(row: Row[*tuple[Any, ...]]) -> Person | None:
    """Return the person of a chat, a viewer of several communes with the one chosen in it."""
    person = person_of(row)
    if person is None or person.province is None or row.chosen_id is None:
        return person
    return replace(person, commune=Place(row.chosen_id, row.chosen_name))


def session_of(written: str | None) -> Session:
    """Return the session that was kept; raises Unreadable."""
    if not written:
        return Session()
    try:
        return Session.from_json(json.loads(written))
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(type(error).__name__) from error
