"""What members are told unasked: once a week whatever the reason, and who wants none."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for what was sent; nobody has been told anything, and nobody has stopped it."""
    op.add_column("people", sa.Column("reminders_stopped_at", sa.String(length=32)))
    op.create_table(
        "nudges",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_nudges_person_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_nudges_by_id")),
        sa.PrimaryKeyConstraint("person_id", "week", name=op.f("pk_nudges")),
    )
    op.create_index(
        "ix_facts_surveyed",
        "facts",
        ["member_id", "day"],
        sqlite_where=sa.text("kind = 'HouseholdSurveyed'"),
        postgresql_where=sa.text("kind = 'HouseholdSurveyed'"),
    )
