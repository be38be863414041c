"""Alembic's way in: it runs on the connection that opened the store, inside its transaction."""

from __future__ import annotations

from alembic import context

from agenda_scraper.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # The transaction is the store's: a migration that is killed leaves the schema as it was.
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
