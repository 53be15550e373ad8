"""The ledger's tables: one schema for SQLite and PostgreSQL; instants are UTC text, days local."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.store.columns import Amount, Day, Instant

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

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
    UniqueConstraint("channel", "chat"),
)

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

# The rounds of the household survey, one row a fact; which of them stands is a question put to
# all of a household's rounds. `household` is the team's own number or code, nothing else.
surveys = Table(
    "surveys",
    metadata,
    Column("fact_id", ForeignKey("facts.id"), primary_key=True),
    Column("village_id", ForeignKey("places.id"), nullable=False),
    Column("household", String(8), nullable=False),
    Column("outcome", String(10), nullable=False),
)
Index("ix_surveys_household", surveys.c.village_id, surveys.c.household)

# What a household answered: `count` out of `among`, both people or both the household itself.
survey_answers = Table(
    "survey_answers",
    metadata,
    Column("fact_id", ForeignKey("surveys.fact_id"), primary_key=True),
    Column("question", String(20), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("among", Integer, nullable=False),
    CheckConstraint("count >= 0 AND count <= among", name="ck_survey_answers_count"),
)
