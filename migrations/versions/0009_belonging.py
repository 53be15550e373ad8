"""Who joins again with another phone, and which commune a viewer of several looks at."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for both; nothing that is there changes."""
    op.add_column("people", sa.Column("cut_off_at", sa.String(length=32), nullable=True))
    # As the database's own words: SQLite adds a column that refers only so, without a copy.
    op.execute(
        "ALTER TABLE chats ADD COLUMN commune_id INTEGER"
        " CONSTRAINT fk_chats_commune_id REFERENCES places (id)"
    )
