"""What was read of a sheet that somebody sent, while they look at it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for a sheet a chat."""
    op.create_table(
        "uploads",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_uploads_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_uploads")),
    )
