"""The ledger's tables: one schema for SQLite and PostgreSQL; instants are UTC text, days local."""

from bot.store.schema.base import metadata
from bot.store.schema.books import facts, practice
from bot.store.schema.commune import answers, closings, figures, gaps, looks, successions
from bot.store.schema.mail import digests, inbox, letters, nudges, uploads
from bot.store.schema.questions import askings, questions
from bot.store.schema.roster import chats, join_codes, people, places
from bot.store.schema.survey import survey_answers, surveys

__all__ = [
    "answers",
    "askings",
    "chats",
    "closings",
    "digests",
    "facts",
    "figures",
    "gaps",
    "inbox",
    "join_codes",
    "letters",
    "looks",
    "metadata",
    "nudges",
    "people",
    "places",
    "practice",
    "questions",
    "successions",
    "survey_answers",
    "surveys",
    "uploads",
]
