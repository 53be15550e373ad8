"""What comes in and what goes out."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.store.columns import Day, Instant
from bot.store.schema.base import metadata

# What came in, stored before the channel is told so. `said` is emptied once it is answered.
# AUTOINCREMENT: codes of entries come from this number, which must never be given twice.
inbox = Table(
    "inbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("external_id", String(80), nullable=False),
    Column("said", Text),
    Column("written_at", Instant, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", String(10), nullable=False),
    Column("incident", String(20)),
    UniqueConstraint("channel", "external_id"),
    sqlite_autoincrement=True,
)
Index(
    "ix_inbox_desk",
    inbox.c.channel,
    inbox.c.chat,
    inbox.c.id,
    sqlite_where=inbox.c.state == "waiting",
    postgresql_where=inbox.c.state == "waiting",
)

# What goes out (thư). `body` is emptied once it has arrived: it may hold a member's name.
letters = Table(
    "letters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("inbox_id", ForeignKey("inbox.id", ondelete="SET NULL")),
    Column("channel", String(20), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("body", Text),
    Column("state", String(10), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("parts_done", Integer, nullable=False, default=0),
    Column("maybe_sent", Boolean, nullable=False, default=False),
    Column("why", Text),
    Column("settled_at", Instant),
    UniqueConstraint("inbox_id"),
)
Index(
    "ix_letters_post",
    letters.c.channel,
    letters.c.chat,
    letters.c.id,
    sqlite_where=letters.c.state == "waiting",
    postgresql_where=letters.c.state == "waiting",
)

# What was read of a sheet that somebody sent, while they look at it: for an hour at most.
uploads = Table(
    "uploads",
    metadata,
    Column("chat_id", ForeignKey("chats.id"), primary_key=True),
    Column("content", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

# Which card came by itself into which chat: once, for ever. Its message is in the inbox, which
# forgets it after some days; this does not.
digests = Table(
    "digests",
    metadata,
    Column("chat_id", ForeignKey("chats.id"), primary_key=True),
    Column("period", String(40), primary_key=True),
    Column("at", Instant, nullable=False),
)

# What a member was told unasked, by the Monday of the week in which it was sent: one a week,
# whatever it was about, and for ever. `by_id`: the leader who asked for it.
nudges = Table(
    "nudges",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("week", Day, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("by_id", ForeignKey("people.id")),
    Column("at", Instant, nullable=False),
)
