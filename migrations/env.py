"""Runs the migrations on the connection that `bot.store.version` hands over."""

from alembic import context
from sqlalchemy.engine import Connection

from bot.store.schema import metadata

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    # SQLite can alter little in place; batch mode copies the table, inside the transaction.
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
