"""What belongs to a commune as a whole: figures, closed periods, gaps of the library."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from bot.store.columns import Amount, Day
from bot.store.schema.base import metadata

# Figures from outside; a newer one replaces an older one when read, and both stay.
figures = Table(
    "figures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("place_id", ForeignKey("places.id"), nullable=False),
    Column("name", String(60), nullable=False),
    Column("value", Amount, nullable=False),
    Column("unit", String(20), nullable=False),
    Column("as_of", Day, nullable=False),
    Column("giver", Text, nullable=False),
    Column("document", Text),
    Column("code", String(12), nullable=False, unique=True),
)

# Periods that are closed: what counts in them does not change any more.
closings = Table(
    "closings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("commune_id", ForeignKey("places.id"), nullable=False),
    Column("period", String(40), nullable=False),
    Column("first", Day, nullable=False),
    Column("end", Day, nullable=False),
    Column("code", String(12), nullable=False, unique=True),
    Column("reopened", String(12)),
)

# Searches that found nothing, by their words; who looked is not kept.
gaps = Table(
    "gaps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("commune_id", ForeignKey("places.id"), nullable=False),
    Column("words", String(120), nullable=False),
    Column("times", Integer, nullable=False),
    Column("last", Day, nullable=False),
    UniqueConstraint("commune_id", "words"),
)
