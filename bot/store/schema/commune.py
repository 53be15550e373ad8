"""What belongs to a commune as a whole: figures, closed periods, mergers, gaps."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from bot.store.columns import Amount, Day, Instant
from bot.store.schema.base import metadata

# Figures from outside, by the id of their quantity; a newer one replaces an older one when read,
# and both stay. A flow has its first day in `since`.
figures = Table(
    "figures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("place_id", ForeignKey("places.id"), nullable=False),
    Column("name", String(60), nullable=False),
    Column("value", Amount, nullable=False),
    Column("unit", String(20), nullable=False),
    Column("as_of", Day, nullable=False),
    Column("since", Day),
    Column("giver", Text, nullable=False),
    Column("document", Text),
    Column("code", String(12), nullable=False, unique=True),
)

# Periods that are closed: what counts in them does not change any more; `sheet` is every number of
# it as JSON, `fingerprint` that text's SHA-256, `last_fact` the newest fact it counted.
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
    Column("sheet", Text),
    Column("fingerprint", String(64)),
    Column("catalogue", String(16)),
    Column("last_fact", Integer),
)

# A leader's look at a period of their team, and the newest fact there was then.
looks = Table(
    "looks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("team_id", ForeignKey("places.id"), nullable=False),
    Column("period", String(40), nullable=False),
    Column("at", Instant, nullable=False),
    Column("last_fact", Integer, nullable=False),
    Column("code", String(12), nullable=False, unique=True),
)
Index("ix_looks_team", looks.c.team_id, looks.c.period)

# Why findings are right as they are; the newest reason of a key stands.
answers = Table(
    "answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("commune_id", ForeignKey("places.id"), nullable=False),
    Column("period", String(40), nullable=False),
    Column("key", String(160), nullable=False),
    Column("code", String(12), nullable=False, unique=True),
)
Index("ix_answers_commune", answers.c.commune_id, answers.c.period)

# Which place holds whose numbers from a day on, also through several mergers.
successions = Table(
    "successions",
    metadata,
    Column("old_id", ForeignKey("places.id"), primary_key=True),
    Column("new_id", ForeignKey("places.id"), primary_key=True),
    Column("day", Day, nullable=False),
)
Index("ix_successions_new", successions.c.new_id)

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
