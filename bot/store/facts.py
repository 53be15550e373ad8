"""Adds facts, and lets each have its effect on the roster, the chats and the figures."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import (
    AssistanceGiven,
    AssistanceVoided,
    CodeIssued,
    Entry,
    FigureGiven,
    HouseholdSurveyed,
    LanguageChosen,
    MemberJoined,
    MemberLeft,
    SurveyTakenBack,
)
from bot.store import rounds
from bot.store.schema import chats, facts, figures, join_codes, people

_ADD = insert(facts)


async def add(tx: AsyncConnection, entry: Entry, chat: int | None) -> None:
    """Add one fact in the transaction of the message that said it; `chat` is where it was said."""
    match entry.fact:
        case AssistanceGiven() as given:
            counted = {
                "day": given.day,
                "activity": given.activity,
                "count": given.count,
                "service": given.service,
            }
            await tx.execute(_ADD, _row(entry) | counted)
        case AssistanceVoided(voided):
            await _void(tx, entry, voided.code)
        case CodeIssued() as issued:
            await tx.execute(_ADD, _row(entry) | {"body": json.dumps({"person": issued.person})})
            await _issue(tx, issued)
        case MemberJoined() as joined:
            await tx.execute(_ADD, _row(entry) | {"member_id": joined.person})
            await _join(tx, joined, entry.at, chat)
        case MemberLeft(person):
            await tx.execute(_ADD, _row(entry) | {"member_id": person})
            await _leave(tx, person, entry.at)
        case LanguageChosen(language):
            await tx.execute(_ADD, _row(entry) | {"body": json.dumps({"language": language})})
            await tx.execute(update(chats).where(chats.c.id == chat).values(language=language))
        case FigureGiven() as figure:
            await tx.execute(_ADD, _row(entry))
            await _give(tx, figure, entry)
        case HouseholdSurveyed() as surveyed:
            await rounds.add(tx, _row(entry), surveyed)
        case SurveyTakenBack(code):
            await rounds.take_back(tx, _row(entry), code)


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "code": entry.code,
        "kind": type(entry.fact).__name__,
        "at": entry.at,
        "member_id": entry.member,
        "commune_id": entry.commune,
        "village_id": entry.village,
        "team_id": entry.team,
    }


async def _void(tx: AsyncConnection, entry: Entry, code: str) -> None:
    """Add the opposite of an entry, with that entry's own place and day, whoever voids it."""
    taken = select(
        literal(entry.code),
        literal(type(entry.fact).__name__),
        literal(entry.at, facts.c.at.type),
        facts.c.member_id,
        facts.c.commune_id,
        facts.c.village_id,
        facts.c.team_id,
        facts.c.day,
        facts.c.activity,
        -facts.c["count"],
        facts.c.service,
        facts.c.id,
    ).where(facts.c.code == code, facts.c.kind == AssistanceGiven.__name__)
    columns = (
        "code", "kind", "at", "member_id", "commune_id", "village_id", "team_id", "day",
        "activity", "count", "service", "voids",
    )  # fmt: skip
    await tx.execute(insert(facts).from_select(columns, taken))


async def _issue(tx: AsyncConnection, issued: CodeIssued) -> None:
    """Keep the digest of a new code; an older one of the same person no longer opens anything."""
    await tx.execute(delete(join_codes).where(join_codes.c.person_id == issued.person))
    await tx.execute(
        insert(join_codes).values(
            digest=issued.digest, person_id=issued.person, expires_at=issued.expires_at
        )
    )


async def _join(tx: AsyncConnection, joined: MemberJoined, at: datetime, chat: int | None) -> None:
    used = await tx.execute(
        update(join_codes)
        .where(join_codes.c.digest == joined.digest, join_codes.c.used_at.is_(None))
        .values(used_at=at)
    )
    if used.rowcount != 1:
        # Somebody else was quicker with the same code: nothing of this message may stand.
        raise LookupError(joined.person)
    await tx.execute(
        update(people)
        .where(people.c.id == joined.person)
        .values(consented_at=at, notice=joined.notice)
    )
    await tx.execute(update(chats).where(chats.c.id == chat).values(person_id=joined.person))


async def _leave(tx: AsyncConnection, person: int, at: datetime) -> None:
    """Erase what is the member's own; what they recorded stays with the village."""
    await tx.execute(
        update(people).where(people.c.id == person).values(name=None, title=None, left_at=at)
    )
    await tx.execute(delete(join_codes).where(join_codes.c.person_id == person))
    await tx.execute(
        update(chats).where(chats.c.person_id == person).values(person_id=None, session=None)
    )


async def _give(tx: AsyncConnection, figure: FigureGiven, entry: Entry) -> None:
    await tx.execute(
        insert(figures).values(
            place_id=entry.village or entry.commune,
            name=figure.name,
            value=figure.value,
            unit=str(figure.unit),
            as_of=figure.as_of,
            giver=figure.giver,
            document=figure.document,
            code=entry.code,
        )
    )
