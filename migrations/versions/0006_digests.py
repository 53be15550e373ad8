"""Cards that come by themselves: which came into which chat, and who wants none."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for what was sent; everybody goes on being sent cards."""
    op.add_column("people", sa.Column("cards_stopped_at", sa.String(length=32)))
    op.create_table(
        "digests",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=40), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_digests_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "period", name=op.f("pk_digests")),
    )
