"""Questions to the official, their answers, and who asked."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for questions; nothing that is there changes."""
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commune_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("about", sa.String(length=60)),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=False),
        sa.Column("named", sa.String(length=10)),
        sa.Column("means", sa.String(length=10)),
        sa.Column("answer", sa.Text()),
        sa.Column("guide", sa.String(length=60)),
        sa.Column("answered_on", sa.String(length=10)),
        sa.Column("answered", sa.String(length=12)),
        sa.Column("reopened", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commune_id"], ["places.id"], name=op.f("fk_questions_commune_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    op.create_index("ix_questions_commune", "questions", ["commune_id", "first"], unique=False)
    op.create_table(
        "askings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer()),
        sa.Column("code", sa.String(length=12)),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("helped", sa.Boolean()),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("fk_askings_question_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_askings_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_askings")),
        sa.UniqueConstraint("code", name=op.f("uq_askings_code")),
    )
    op.create_index("ix_askings_question", "askings", ["question_id"], unique=False)
    op.create_index("ix_askings_person", "askings", ["person_id", "day"], unique=False)
