"""Places, the people on the roster, their codes and chats."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from bot.store.columns import Day, Instant
from bot.store.schema.base import metadata

# The tree of places; `demo` marks invented communes, so that nobody reports them upward.
places = Table(
    "places",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("name", Text, nullable=False),
    Column("parent_id", ForeignKey("places.id")),
    Column("demo", Boolean, nullable=False, default=False),
    Column("valid_from", Day, nullable=False),
    Column("valid_to", Day),
)

# The roster. Leaving empties name and title; the row stays, so that facts keep their village.
# `cards_stopped_at`: since when an official wants no cards that come by themselves.
# `reminders_stopped_at`: since when a member wants to be told nothing unasked.
# Whose chats were `cut_off_at` an instant (a lost phone) joins again; since when they belong stays.
people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("title", Text),
    Column("role", String(10), nullable=False),
    Column("place_id", ForeignKey("places.id"), nullable=False),
    Column("consented_at", Instant),
    Column("notice", String(20)),
    Column("left_at", Instant),
    Column("cards_stopped_at", Instant),
    Column("reminders_stopped_at", Instant),
    Column("cut_off_at", Instant),
)

# One-time codes; only a digest is kept, so that a copy of the file opens no roster line.
join_codes = Table(
    "join_codes",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)

# `commune_id`: the commune that a viewer of several has chosen to look at.
chats = Table(
    "chats",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", String(20), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("language", String(5)),
    Column("session", Text),
    Column("practice_until", Instant),
    Column("commune_id", ForeignKey("places.id")),
    UniqueConstraint("channel", "chat"),
)
