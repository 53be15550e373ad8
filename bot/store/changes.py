"""What a fact changes besides the books: the roster, a chat, the figures, the periods."""

import json
from typing import Any

from sqlalchemy import Insert, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import (
    CommuneChosen,
    Entry,
    FigureGiven,
    FindingAnswered,
    LanguageChosen,
    PeriodClosed,
    PeriodReopened,
    PeriodSeen,
    PlacesMerged,
    PracticeChosen,
)
from bot.store import answers, belonging, looks, merging, sealing
from bot.store.schema import chats, facts, figures


async def change(tx: AsyncConnection, entry: Entry, row: dict[str, Any], chat: int | None) -> None:
    """Add a fact's `row`, and change what it changes; `chat` is where it was said."""
    match entry.fact:
        case LanguageChosen(language):
            await tx.execute(_add(row, language=language))
            await tx.execute(update(chats).where(chats.c.id == chat).values(language=language))
        case CommuneChosen(commune):
            await tx.execute(_add(row, commune=commune))
            await tx.execute(update(chats).where(chats.c.id == chat).values(commune_id=commune))
        case PracticeChosen(until):
            await tx.execute(_add(row))
            await tx.execute(update(chats).where(chats.c.id == chat).values(practice_until=until))
        case _ if await belonging.change(tx, entry, row, chat):
            return
        case _:
            await _change_commune(tx, entry, row)


async def _change_commune(tx: AsyncConnection, entry: Entry, row: dict[str, Any]) -> None:
    """Add what changes a commune as a whole: its figures, periods and places."""
    match entry.fact:
        case FigureGiven() as figure:
            await tx.execute(_add(row, **_figure(figure)))
            await _give(tx, figure, entry)
        case PeriodSeen() as seen:
            await looks.see(tx, seen, entry, row)
        case FindingAnswered() as answered:
            body = {"key": answered.key, "period": answered.period.id}
            await tx.execute(_add(row, **body))
            await answers.keep(tx, answered, entry)
        case PeriodClosed() as closed:
            await sealing.close(tx, closed, entry, row)
        case PeriodReopened() as reopened:
            await tx.execute(_add(row, period=reopened.period.id))
            await sealing.reopen(tx, reopened, entry)
        case PlacesMerged() as merged:
            await merging.merge(tx, merged, row)


def _add(row: dict[str, Any], **body: object) -> Insert:
    return insert(facts).values(row | ({"body": json.dumps(body)} if body else {}))


def _figure(figure: FigureGiven) -> dict[str, str | None]:
    """Return a figure as its fact keeps it, in the forms of the table's own columns."""
    return {
        "name": figure.name,
        "value": str(figure.value),
        "unit": str(figure.unit),
        "as_of": figure.as_of.isoformat(),
        "giver": figure.giver,
        "document": figure.document,
        "since": figure.since.isoformat() if figure.since else None,
    }


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
            since=figure.since,
            code=entry.code,
        )
    )
