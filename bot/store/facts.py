"""Adds facts: what belongs into a book is written here, what changes something else in changes."""

from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, Table, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import (
    AnswerJudged,
    AssistanceGiven,
    AssistanceTried,
    AssistanceVoided,
    Entry,
    FirstTimeTold,
    HouseholdSurveyed,
    NothingToReport,
    PeriodSeen,
    QuestionAnswered,
    QuestionAsked,
    SurveyTakenBack,
)
from bot.store import rounds
from bot.store.changes import change
from bot.store.schema import facts, practice


async def add(
    tx: AsyncConnection, entry: Entry, chat: int | None, *, practising: bool = False
) -> None:
    """Add one fact in the transaction of the message that said it; `chat` is where it was said.

    What is recorded while `practising` goes into the practice book, or (a survey) nowhere.
    """
    match entry.fact:
        case AssistanceGiven() | AssistanceVoided() | AssistanceTried():
            await _count(tx, entry, practice if practising else facts)
        case FirstTimeTold() | NothingToReport():
            await _count(tx, entry, practice if practising else facts)
        case HouseholdSurveyed() as surveyed if not practising:
            await rounds.add(tx, _row(entry, facts), surveyed)
        case SurveyTakenBack(code) if not practising:
            await rounds.take_back(tx, _row(entry, facts), code)
        case PeriodSeen() | QuestionAsked() | QuestionAnswered() | AnswerJudged() if practising:
            # Who practises has looked at nothing that counts, and writes to nobody.
            return
        case _:
            await change(tx, entry, _row(entry, facts), chat)


async def _count(tx: AsyncConnection, entry: Entry, book: Table) -> None:
    """Write what belongs into a book."""
    row = _row(entry, book)
    match entry.fact:
        case AssistanceGiven() as given:
            row |= {
                "day": given.day,
                "activity": given.activity,
                "count": given.count,
                "service": given.service,
                "attendees": given.attendees,
                "adjusts": given.adjusts,
            }
        case AssistanceTried() as tried:
            row |= {
                "day": tried.day,
                "activity": tried.activity,
                "tried": tried.count,
                "obstacle": tried.obstacle.value,
                "service": tried.service,
            }
        case FirstTimeTold(told, first):
            row |= {"about": _number(book, told.code), "day": None, "count": first}
        case NothingToReport(monday, whole_team):
            row |= {"day": monday}
            if whole_team:
                row |= {"member_id": None, "by_id": entry.member}
        case AssistanceVoided() as voided:
            await _void(tx, entry, voided, book)
            return
    await tx.execute(insert(book).values(row))


def _row(entry: Entry, book: Table) -> dict[str, Any]:
    corrects = {"about": _number(book, entry.corrects)} if entry.corrects else {}
    return corrects | {
        "code": entry.code,
        "kind": type(entry.fact).__name__,
        "at": entry.at,
        "member_id": entry.member,
        "by_id": entry.by,
        "commune_id": entry.commune,
        "village_id": entry.village,
        "team_id": entry.team,
        "why": entry.why,
    }


def _number(book: Table, code: str) -> ScalarSelect[Any]:
    """Return the number of an entry, looked up where it is needed."""
    named = book.alias("named")
    return select(named.c.id).where(named.c.code == code).scalar_subquery()


async def _void(tx: AsyncConnection, entry: Entry, voided: AssistanceVoided, book: Table) -> None:
    """Add the opposite of an entry, with that entry's own place, whoever takes it back.

    It counts on that entry's own day, or on the day it was given where that period is closed.
    """
    day = literal(voided.day, book.c.day.type)
    known = {
        "code": literal(entry.code),
        "kind": literal(type(entry.fact).__name__),
        "at": literal(entry.at, book.c.at.type),
        "by_id": literal(entry.by, book.c.by_id.type),
        "why": literal(entry.why, book.c.why.type),
        "day": book.c.day if voided.day is None else day,
        "adjusts": book.c.adjusts
        if voided.day is None
        else func.coalesce(book.c.adjusts, book.c.day),
        "count": -book.c["count"],
        "tried": -book.c.tried,
        "voids": book.c.id,
    }
    same = ("member_id", "commune_id", "village_id", "team_id", "activity", "service", "obstacle")
    columns = known | {name: book.c[name] for name in same}
    taken = select(*columns.values()).where(
        book.c.code == voided.entry.code,
        book.c.kind.in_((AssistanceGiven.__name__, AssistanceTried.__name__)),
    )
    await tx.execute(insert(book).from_select(list(columns), taken))


async def forget_practice(tx: AsyncConnection, before: datetime) -> None:
    """Empty the practice book of what was practised before an instant."""
    older = practice.alias("older")
    old = select(older.c.id).where(older.c.at < before)
    for column in (practice.c.about, practice.c.voids):
        await tx.execute(update(practice).where(column.in_(old)).values({column: None}))
    await tx.execute(delete(practice).where(practice.c.at < before))
