"""Alembic runs this file; the connection is given by `storage.schema`."""

from alembic import context

from storage.schema import COMPARISON
from storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    # SQLite cannot alter a table: Alembic builds a new one and copies the rows.
    render_as_batch=True,
    # A revision is done as a whole or not at all, on SQLite as well.
    transactional_ddl=True,
    **COMPARISON,
)
with context.begin_transaction():
    context.run_migrations()
