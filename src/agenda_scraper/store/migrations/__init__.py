"""The steps of the schema, one file a revision in `versions/`; Alembic runs them when a database is opened."""
