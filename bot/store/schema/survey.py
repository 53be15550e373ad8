"""The household survey."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table

from bot.store.schema.base import metadata

# The rounds of the household survey, one row a fact; which of them stands is a question put to
# all of a household's rounds. `household` is the team's own number or code, nothing else.
surveys = Table(
    "surveys",
    metadata,
    Column("fact_id", ForeignKey("facts.id"), primary_key=True),
    Column("village_id", ForeignKey("places.id"), nullable=False),
    Column("household", String(8), nullable=False),
    Column("outcome", String(10), nullable=False),
)
Index("ix_surveys_household", surveys.c.village_id, surveys.c.household)

# What a household answered: `count` out of `among`, both people or both the household itself.
survey_answers = Table(
    "survey_answers",
    metadata,
    Column("fact_id", ForeignKey("surveys.fact_id"), primary_key=True),
    Column("question", String(20), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("among", Integer, nullable=False),
    CheckConstraint("count >= 0 AND count <= among", name="ck_survey_answers_count"),
)
