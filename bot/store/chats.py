"""Who is at the other end of a chat, and where the conversation with them stands."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import Select

from bot.domain.chat import Address
from bot.domain.people import Person, Role
from bot.domain.places import Place
from bot.domain.session import Session
from bot.store.places import is_part
from bot.store.schema import chats, closings, people, places

_place = places.alias("place")
_village = places.alias("village")
_commune = places.alias("commune")

_PERSON_COLUMNS = (
    people.c.id.label("person_id"), people.c.name, people.c.title, people.c.role,
    people.c.consented_at, people.c.cut_off_at, people.c.left_at,
    _place.c.id.label("place_id"), _place.c.name.label("place_name"),
    _place.c.kind.label("place_kind"),
    _village.c.id.label("village_id"), _village.c.name.label("village_name"),
    _commune.c.id.label("commune_id"), _commune.c.name.label("commune_name"),
)  # fmt: skip
# Asked along with the chat, since every record needs it and hardly any is as old.
_closed_until = (
    select(func.max(closings.c.end))
    .where(
        is_part(closings.c.commune_id, func.coalesce(_commune.c.id, _place.c.id)),
        closings.c.reopened.is_(None),
    )
    .scalar_subquery()
    .label("closed_until")
)
_LOAD = (
    select(
        chats.c.id, chats.c.language, chats.c.session, chats.c.practice_until, _closed_until,
        *_PERSON_COLUMNS,
    )
    .select_from(
        chats.outerjoin(people, people.c.id == chats.c.person_id)
        .outerjoin(_place, _place.c.id == people.c.place_id)
        .outerjoin(_village, _village.c.id == _place.c.parent_id)
        .outerjoin(_commune, _commune.c.id == _village.c.parent_id)
    )
    .where(chats.c.channel == bindparam("channel"), chats.c.chat == bindparam("chat"))
)  # fmt: skip
_KEEP = update(chats).where(chats.c.id == bindparam("chat_id")).values(session=bindparam("written"))


class Unreadable(Exception):
    """A session on disk is not one: an alarm, never a reason to start over silently."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One chat: its number, who it belongs to, its language and its session.

    `closed_until`: the first day behind everything that the person's commune has closed.
    """

    id: int
    person: Person | None
    language: str
    session: Session
    practice_until: datetime | None = None
    closed_until: date | None = None

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
        person_of(row),
        row.language or "vi",
        _session(row.session),
        row.practice_until,
        row.closed_until,
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


async def known(tx: AsyncConnection, address: Address) -> bool:
    """Tell whether a chat belongs to somebody on the roster."""
    row = (await tx.execute(_LOAD, {"channel": address.channel, "chat": address.chat})).first()
    return row is not None and person_of(row) is not None


def select_people() -> Select[Any]:
    """Select people with their places, for `person_of`."""
    return select(*_PERSON_COLUMNS).select_from(
        people.join(_place, _place.c.id == people.c.place_id)
        .outerjoin(_village, _village.c.id == _place.c.parent_id)
        .outerjoin(_commune, _commune.c.id == _village.c.parent_id)
    )


def person_of(row: Row[*tuple[Any, ...]]) -> Person | None:
    """Return the person of a row; an official's place is the commune, everybody else's a team."""
    if row.person_id is None or row.left_at is not None:
        return None
    at = Place(row.place_id, row.place_name)
    in_team = row.place_kind == "team"
    return Person(
        id=row.person_id,
        name=row.name or "",
        title=row.title or "",
        role=Role(row.role),
        commune=Place(row.commune_id, row.commune_name) if in_team else at,
        village=Place(row.village_id, row.village_name) if in_team else None,
        team=at if in_team else None,
        consented_at=None if row.cut_off_at else row.consented_at,
    )


def _session(written: str | None) -> Session:
    if not written:
        return Session()
    try:
        return Session.from_json(json.loads(written))
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(type(error).__name__) from error
