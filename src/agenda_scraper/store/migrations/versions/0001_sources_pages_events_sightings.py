"""The first tables: sources, pages, events with their facets, sightings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "sources",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("last_crawled", sa.BigInteger, nullable=False),
        sa.Column("last_ok", sa.BigInteger),
        sa.Column("failing_since", sa.BigInteger),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("found", sa.Integer, nullable=False),
        sa.Column("error", sa.Text),
    )
    op.create_table(
        "pages",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("body_hash", sa.Text, nullable=False),
        sa.Column("rules_hash", sa.Text, nullable=False),
        sa.Column("fetched_at", sa.BigInteger, nullable=False),
        sa.Column("extraction", sa.Text, nullable=False),
    )
    _create_events()
    op.create_table(
        "facets",
        sa.Column("facet", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("facets_event", "facets", ["event"])
    _create_sightings()


def _create_sightings() -> None:
    op.create_table(
        "sightings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("event", sa.Integer, sa.ForeignKey("events.id"), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("first_seen", sa.BigInteger, nullable=False),
        sa.Column("last_seen", sa.BigInteger, nullable=False),
        sa.Column("vanished_at", sa.BigInteger),
        sa.UniqueConstraint("source", "key", name="sightings_key"),
    )
    op.create_index("sightings_event", "sightings", ["event"])
    op.create_index("sightings_url", "sightings", ["url"])


def _create_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False, unique=True),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("witnesses", sa.Text, nullable=False),
        sa.Column("first_seen", sa.BigInteger, nullable=False),
        sa.Column("last_seen", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.Column("vanished", sa.Boolean, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("starts", sa.BigInteger, nullable=False),
        sa.Column("ends", sa.BigInteger, nullable=False),
        sa.Column("city", sa.Text),
        sa.Column("department", sa.Text),
        sa.Column("region", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("type", sa.Text),
        sa.Column("audience", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("online", sa.Boolean, nullable=False),
        sa.Column("free", sa.Boolean),
        sa.Column("search", sa.Text, nullable=False),
    )
    op.create_index("events_ends", "events", ["ends"])
    op.create_index("events_day", "events", ["day", "city"])
    for place in ("city", "department", "region", "country"):
        op.create_index(f"events_{place}", "events", [place, "type", "ends"])
    op.create_index("events_type", "events", ["type", "ends"])


def downgrade() -> None:
    for table in ("sightings", "facets", "events", "pages", "sources"):
        op.drop_table(table)
