"""Who belongs: what joining, leaving, moving and new roles change on the roster and in chats.

A change that two people make at once is made once; what must hold is in `roster_lines`.
"""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, literal, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import (
    CodeIssued,
    Entry,
    MemberAdded,
    MemberCutOff,
    MemberJoined,
    MemberLeft,
    MemberMoved,
    RoleGiven,
)
from bot.store import asked, roster_lines, ties
from bot.store.schema import facts, join_codes, nudges, people


async def change(tx: AsyncConnection, entry: Entry, row: dict[str, Any], chat: int | None) -> bool:
    """Add a fact's `row` and change what it changes; False where it is of another kind.

    Of a member who joins or leaves the fact is in their own name; of everything else, in the name
    of who did it, and its body has the number of the person concerned. Raises Overtaken.
    """
    match entry.fact:
        case CodeIssued() as issued:
            await _add(tx, row, person=issued.person)
            await _issue(tx, issued.person, issued.digest, issued.expires_at)
        case MemberJoined() as joined:
            await _add(tx, row | {"member_id": joined.person})
            await _join(tx, joined, entry, chat)
        case MemberLeft(person):
            by = row["member_id"] if row["member_id"] != person else row["by_id"]
            await _add(tx, row | {"member_id": person, "by_id": by})
            await _leave(tx, person, entry)
        case MemberCutOff(person):
            await _add(tx, row, person=person)
            await _cut_off(tx, person, entry)
        case MemberMoved() as moved:
            body = {"person": moved.person, "from": moved.before, "to": moved.team}
            await _add(tx, row, **body)
            await roster_lines.move(tx, moved, entry)
        case RoleGiven(person, before, role):
            await _add(tx, row, person=person, role=role.value, before=before.value)
            await roster_lines.give(tx, RoleGiven(person, before, role), entry)
        case MemberAdded() as added:
            number = await roster_lines.enrol(tx, added, entry)
            await _add(tx, row, person=number, role=added.role.value, place=added.place)
            if added.digest and added.expires_at:
                await _issue(tx, number, added.digest, added.expires_at)
        case _:
            return False
    return True


async def _add(tx: AsyncConnection, row: dict[str, Any], **body: object) -> None:
    await tx.execute(insert(facts).values(row | ({"body": json.dumps(body)} if body else {})))


async def _issue(tx: AsyncConnection, person: int, digest: str, expires_at: datetime) -> None:
    """Keep the digest of a new code; an older one of the same person no longer opens anything."""
    await tx.execute(delete(join_codes).where(join_codes.c.person_id == person))
    await tx.execute(
        insert(join_codes).values(digest=digest, person_id=person, expires_at=expires_at)
    )


async def _join(tx: AsyncConnection, joined: MemberJoined, entry: Entry, chat: int | None) -> None:
    """Tie a chat to a roster line; since when somebody belongs is told by their first consent."""
    used = await tx.execute(
        update(join_codes)
        .where(join_codes.c.digest == joined.digest, join_codes.c.used_at.is_(None))
        .values(used_at=entry.at)
    )
    if used.rowcount != 1:
        # Somebody else was quicker with the same code: nothing of this message may stand.
        raise LookupError(joined.person)
    at = literal(entry.at, people.c.consented_at.type)
    await tx.execute(
        update(people)
        .where(people.c.id == joined.person)
        .values(
            consented_at=func.coalesce(people.c.consented_at, at),
            cut_off_at=None,
            notice=joined.notice,
        )
    )
    await ties.tie(tx, chat, joined.person)


async def _leave(tx: AsyncConnection, person: int, entry: Entry) -> None:
    """Erase what is the member's own; what they recorded stays with the village."""
    await roster_lines.keep_an_official(tx, person, entry)
    gone = update(people).values(name=None, title=None, left_at=entry.at)
    await roster_lines.of(tx, entry, gone.where(people.c.id == person))
    await tx.execute(delete(join_codes).where(join_codes.c.person_id == person))
    await tx.execute(delete(nudges).where(nudges.c.person_id == person))
    await asked.unlink(tx, person)
    if entry.member not in {None, person}:
        await ties.hush(tx, person)
    await ties.cut_off(tx, person)


async def _cut_off(tx: AsyncConnection, person: int, entry: Entry) -> None:
    """Let no chat be this person's until they have joined again.

    Nobody in the chat may cut off the last official who could let others in; who runs the program
    may (the fact is then nobody's), and hands over the code.
    """
    if entry.member is not None:
        await roster_lines.keep_an_official(tx, person, entry)
    known = update(people).where(people.c.id == person, people.c.cut_off_at.is_(None))
    await roster_lines.of(tx, entry, known.values(cut_off_at=entry.at))
    await ties.hush(tx, person)
    await ties.cut_off(tx, person)
