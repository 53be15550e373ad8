"""What a fact changes besides the books: the roster, a chat, the figures, the periods."""

import json
from typing import Any

from sqlalchemy import Insert, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import (
    AnswerJudged,
    CardsChosen,
    CommuneChosen,
    Entry,
    FigureGiven,
    FindingAnswered,
    LanguageChosen,
    PeriodClosed,
    PeriodReopened,
    PeriodSeen,
    PersonChanged,
    PlaceFounded,
    PlacesMerged,
    PracticeChosen,
    QuestionAnswered,
    QuestionAsked,
    RemindersChosen,
)
from bot.store import answers, asked, belonging, founding, looks, merging, sealing
from bot.store.schema import chats, facts, figures, people


async def change(tx: AsyncConnection, entry: Entry, row: dict[str, Any], chat: int | None) -> None:
    """Add a fact's `row`, and change what it changes; `chat` is where it was said."""
    match entry.fact:
        case LanguageChosen(language):
            await tx.execute(_add(row, language=language))
            await tx.execute(update(chats).where(chats.c.id == chat).values(language=language))
        case CardsChosen(wanted):
            await tx.execute(_add(row, wanted=wanted))
            stopped = {"cards_stopped_at": None if wanted else entry.at}
            await tx.execute(update(people).where(people.c.id == entry.member).values(stopped))
        case RemindersChosen(wanted):
            await tx.execute(_add(row, wanted=wanted))
            stopped = {"reminders_stopped_at": None if wanted else entry.at}
            await tx.execute(update(people).where(people.c.id == entry.member).values(stopped))
        case CommuneChosen(commune):
            await tx.execute(_add(row, commune=commune))
            await tx.execute(update(chats).where(chats.c.id == chat).values(commune_id=commune))
        case PracticeChosen(until):
            await tx.execute(_add(row))
            await tx.execute(update(chats).where(chats.c.id == chat).values(practice_until=until))
        case QuestionAsked() | QuestionAnswered() | AnswerJudged():
            await _change_questions(tx, entry, row)
        case _ if await belonging.change(tx, entry, row, chat):
            return
        case _:
            await _change_commune(tx, entry, row)


async def _change_questions(tx: AsyncConnection, entry: Entry, row: dict[str, Any]) -> None:
    """Add what was asked, answered or judged; of a question no word stands in its fact."""
    match entry.fact:
        case QuestionAsked() as question:
            await tx.execute(_add(row))
            await asked.ask(tx, question, row)
        case QuestionAnswered() as answered:
            body = {"question": answered.question, "means": answered.answer.means.value}
            await tx.execute(_add(row, **body))
            await asked.answer(tx, answered, row, entry.at)
        case AnswerJudged() as judged:
            await tx.execute(_add(row))
            await asked.judge(tx, judged, row["member_id"], entry.at)


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
        case PlaceFounded() as founded:
            await founding.found(tx, founded, row)
        case PersonChanged() as changed:
            await founding.alter(tx, changed, row)


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
