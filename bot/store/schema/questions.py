"""Questions to the official, and who asked them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from bot.store.columns import Day
from bot.store.schema.base import metadata

# The words stand here and in no fact, so that they can be forgotten. `means` is empty while the
# question waits; an `answer` that stands beside it then is one that did not help. `answered` is
# the code of the newest answer, `named` the day on which an official was last told of the waiting.
questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("commune_id", ForeignKey("places.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("about", String(60)),
    Column("first", Day, nullable=False),
    Column("since", Day, nullable=False),
    Column("named", Day),
    Column("means", String(10)),
    Column("answer", Text),
    Column("guide", String(60)),
    Column("answered_on", Day),
    Column("answered", String(12)),
    Column("reopened", Boolean, nullable=False, default=False),
)
Index("ix_questions_commune", questions.c.commune_id, questions.c.first)

# Each time a question was put. Person and code, by which its fact is found, go when they leave; of
# the time only the day is kept, or it would lead from the fact to the words.
askings = Table(
    "askings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("question_id", ForeignKey("questions.id"), nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("code", String(12), unique=True),
    Column("day", Day, nullable=False),
    Column("helped", Boolean),
)
Index("ix_askings_question", askings.c.question_id)
Index("ix_askings_person", askings.c.person_id, askings.c.day)
