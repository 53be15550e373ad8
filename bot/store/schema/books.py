"""The ledger and the practice book, and the indexes that they are read by."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from bot.store.columns import Day, Instant
from bot.store.schema.base import metadata


def _book(name: str) -> Table:
    """Make a book of facts, append-only.

    A voided entry has a second row with the opposite count (`voids`), so that every sum is right
    without a join. `about`: the entry that a row corrects or says more of. `adjusts`: the day of a
    closed period that is corrected by a row which counts on another day. What was tried in vain
    has its number in `tried` and none in `count`, so that no sum can take it for help given.
    """
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("code", String(12), nullable=False, unique=True),
        Column("kind", String(30), nullable=False),
        Column("at", Instant, nullable=False),
        Column("member_id", ForeignKey("people.id")),
        Column("by_id", ForeignKey("people.id")),
        Column("commune_id", ForeignKey("places.id")),
        Column("village_id", ForeignKey("places.id")),
        Column("team_id", ForeignKey("places.id")),
        Column("day", Day),
        Column("activity", String(30)),
        Column("count", Integer),
        Column("attendees", Integer),
        Column("tried", Integer),
        Column("obstacle", String(20)),
        Column("service", String(60)),
        Column("adjusts", Day),
        Column("voids", ForeignKey(f"{name}.id"), unique=True),
        Column("about", ForeignKey(f"{name}.id"), index=True),
        Column("why", Text),
        Column("body", Text),
    )


facts = _book("facts")
# Where practice is kept: the same columns, and nothing ever counts them.
practice = _book("practice")
# Read by every tally: all it needs is in the index.
Index(
    "ix_facts_tally",
    facts.c.commune_id,
    facts.c.day,
    facts.c.activity,
    facts.c.village_id,
    facts.c.team_id,
    facts.c.member_id,
    facts.c["count"],
    sqlite_where=facts.c.activity.is_not(None),
    postgresql_where=facts.c.activity.is_not(None),
)
# Read by the member's own book and by the order of the activities offered.
Index(
    "ix_facts_book",
    facts.c.member_id,
    facts.c.day,
    facts.c.activity,
    facts.c["count"],
    sqlite_where=facts.c.activity.is_not(None),
    postgresql_where=facts.c.activity.is_not(None),
)
# Read by every tally beside its counts: what could not be finished, and who said "nothing".
Index(
    "ix_facts_tried",
    facts.c.commune_id,
    facts.c.day,
    facts.c.team_id,
    facts.c.obstacle,
    facts.c.tried,
    sqlite_where=facts.c.tried.is_not(None),
    postgresql_where=facts.c.tried.is_not(None),
)
Index(
    "ix_facts_nothing",
    facts.c.commune_id,
    facts.c.day,
    facts.c.village_id,
    facts.c.team_id,
    facts.c.member_id,
    sqlite_where=facts.c.kind == "NothingToReport",
    postgresql_where=facts.c.kind == "NothingToReport",
)
# Read beside every tally: adjustments are few, and nothing else may be looked at for them.
Index(
    "ix_facts_adjusts",
    facts.c.commune_id,
    facts.c.day,
    sqlite_where=facts.c.adjusts.is_not(None),
    postgresql_where=facts.c.adjusts.is_not(None),
)
# Read with what a member recorded in a week: a household that was surveyed has no activity.
Index(
    "ix_facts_surveyed",
    facts.c.member_id,
    facts.c.day,
    sqlite_where=facts.c.kind == "HouseholdSurveyed",
    postgresql_where=facts.c.kind == "HouseholdSurveyed",
)
