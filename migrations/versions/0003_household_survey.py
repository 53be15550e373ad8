"""The household survey: its rounds, and what each household answered."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for the survey; nothing that is there changes."""
    op.create_table(
        "surveys",
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.Column("village_id", sa.Integer(), nullable=False),
        sa.Column("household", sa.String(length=8), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name=op.f("fk_surveys_fact_id")),
        sa.ForeignKeyConstraint(["village_id"], ["places.id"], name=op.f("fk_surveys_village_id")),
        sa.PrimaryKeyConstraint("fact_id", name=op.f("pk_surveys")),
    )
    op.create_index("ix_surveys_household", "surveys", ["village_id", "household"], unique=False)
    op.create_table(
        "survey_answers",
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=20), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("among", sa.Integer(), nullable=False),
        sa.CheckConstraint("count >= 0 AND count <= among", name="ck_survey_answers_count"),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["surveys.fact_id"], name=op.f("fk_survey_answers_fact_id")
        ),
        sa.PrimaryKeyConstraint("fact_id", "question", name=op.f("pk_survey_answers")),
    )
