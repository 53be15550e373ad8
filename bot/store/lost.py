"""Who has lost a phone and nobody in the chat can help: the office's own people, and viewers."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clock import Clock
from bot.domain.codes import CODE_GOOD_FOR, join_digest
from bot.domain.facts import CodeIssued, Entry, MemberCutOff
from bot.domain.people import WATCHERS, Person
from bot.domain.text import fold
from bot.store import facts
from bot.store.numbering import following
from bot.store.persons import person_of, select_people
from bot.store.schema import people

_CODE = "P0"


@dataclass(frozen=True, slots=True)
class Lost:
    """Somebody of the office, or a viewer, and where they belong."""

    person: Person
    place: str


async def called(tx: AsyncConnection, name: str, place: str | None) -> tuple[Lost, ...]:
    """Return the officials and viewers of a name (with or without title), of a place if given.

    Case and accents do not matter, and neither does whether they have joined.
    """
    found = await tx.execute(
        select_people()
        .where(people.c.left_at.is_(None), people.c.role.in_([role.value for role in WATCHERS]))
        .order_by(people.c.id)
    )
    wanted = fold(name)
    everybody = (one for row in found if (one := person_of(row)))
    known = (Lost(one, (one.province or one.commune).name) for one in everybody)
    return tuple(
        one
        for one in known
        if wanted in {fold(one.person.name), fold(f"{one.person.title} {one.person.name}")}
        and (place is None or fold(one.place) == fold(place))
    )


async def replace_phone(tx: AsyncConnection, person: Person, code: str, clock: Clock) -> None:
    """Cut the chats of somebody off, where they have any, and keep a new code by its digest."""
    now, codes = clock.now(), await following(tx, _CODE)
    # Of a province no commune has the fact.
    commune = None if person.province else person.commune.id
    issued = CodeIssued(person.id, join_digest(code) or "", now + CODE_GOOD_FOR)
    for fact in (MemberCutOff(person.id), issued) if person.joined else (issued,):
        await facts.add(tx, Entry(code=next(codes), at=now, fact=fact, commune=commune), None)
