"""Records that can be corrected: who said it, what it corrects; practice; closed periods."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Said in SQL: both engines add a column with its reference in place, while Alembic would have to
# copy the whole table on SQLite.
_ADDED = (
    "ADD COLUMN by_id INTEGER CONSTRAINT fk_facts_by_id REFERENCES people (id)",
    "ADD COLUMN about INTEGER CONSTRAINT fk_facts_about REFERENCES facts (id)",
    "ADD COLUMN attendees INTEGER",
    "ADD COLUMN tried INTEGER",
    "ADD COLUMN obstacle VARCHAR(20)",
    "ADD COLUMN adjusts VARCHAR(10)",
    "ADD COLUMN why TEXT",
)


def upgrade() -> None:
    """Add the columns, the practice book and the closings."""
    for change in _ADDED:
        op.execute(f"ALTER TABLE facts {change}")
    op.create_index("ix_facts_about", "facts", ["about"])
    op.add_column("chats", sa.Column("practice_until", sa.String(length=32), nullable=True))
    _practice()
    op.create_table(
        "closings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commune_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=40), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("end", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("reopened", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(["commune_id"], ["places.id"], name="fk_closings_commune_id"),
        sa.PrimaryKeyConstraint("id", name="pk_closings"),
        sa.UniqueConstraint("code", name="uq_closings_code"),
    )


def _practice() -> None:
    references = {
        "member_id": "people.id",
        "by_id": "people.id",
        "commune_id": "places.id",
        "village_id": "places.id",
        "team_id": "places.id",
        "voids": "practice.id",
        "about": "practice.id",
    }
    op.create_table(
        "practice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("commune_id", sa.Integer(), nullable=True),
        sa.Column("village_id", sa.Integer(), nullable=True),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("activity", sa.String(length=30), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("attendees", sa.Integer(), nullable=True),
        sa.Column("tried", sa.Integer(), nullable=True),
        sa.Column("obstacle", sa.String(length=20), nullable=True),
        sa.Column("service", sa.String(length=60), nullable=True),
        sa.Column("adjusts", sa.String(length=10), nullable=True),
        sa.Column("voids", sa.Integer(), nullable=True),
        sa.Column("about", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        *(
            sa.ForeignKeyConstraint([name], [target], name=f"fk_practice_{name}")
            for name, target in references.items()
        ),
        sa.PrimaryKeyConstraint("id", name="pk_practice"),
        sa.UniqueConstraint("code", name="uq_practice_code"),
        sa.UniqueConstraint("voids", name="uq_practice_voids"),
    )
    op.create_index("ix_practice_about", "practice", ["about"])
