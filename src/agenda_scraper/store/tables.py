"""The tables. Values live as JSON records (`record.py`); the columns beside them are what a question may ask.

Moments are whole seconds since 1970 UTC: one type, one order, on SQLite and on PostgreSQL.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    true,
)

# The revision these tables are at; the newest file of migrations/versions says the same.
REVISION = "0005"


class Seconds(TypeDecorator[datetime]):
    """An aware datetime as whole seconds since 1970 UTC, and back as UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value.timestamp())

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value, UTC)


class Safe(TypeDecorator[str]):
    """Text from anywhere: without NUL, which PostgreSQL refuses, and lone surrogates, which no encoding has."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


METADATA = MetaData()

sources = Table(
    "sources",
    METADATA,
    Column("source", Safe, primary_key=True),
    Column("outcome", Text, nullable=False),
    Column("last_crawled", Seconds, nullable=False),
    Column("last_ok", Seconds),
    Column("failing_since", Seconds),
    Column("failures", Integer, nullable=False),
    Column("found", Integer, nullable=False),
    Column("error", Safe),
    Column("written_at", Seconds),
)

pages = Table(
    "pages",
    METADATA,
    Column("source", Safe, primary_key=True),
    Column("url", Safe, primary_key=True),
    Column("etag", Safe),
    Column("last_modified", Safe),
    Column("body_hash", Text, nullable=False),
    Column("rules_hash", Text, nullable=False),
    Column("fetched_at", Seconds, nullable=False),
    Column("extraction", Text, nullable=False),
)

# Hosts that asked to be left alone (Retry-After), and until when.
silences = Table(
    "silences",
    METADATA,
    Column("host", Safe, primary_key=True),
    Column("until", Seconds, nullable=False),
)

events = Table(
    "events",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uid", Safe, nullable=False, unique=True),
    Column("sequence", Integer, nullable=False),
    Column("facts", Text, nullable=False),
    Column("witnesses", Text, nullable=False),
    Column("first_seen", Seconds, nullable=False),
    Column("last_seen", Seconds, nullable=False),
    Column("changed_at", Seconds, nullable=False),
    Column("vanished", Boolean, nullable=False),
    # What a question may ask. Names are folded words ("ile de france"), so that accents and hyphens do not matter.
    Column("day", Text, nullable=False),
    Column("starts", BigInteger, nullable=False),
    Column("ends", BigInteger, nullable=False),
    Column("city", Text),
    Column("department", Text),
    Column("region", Text),
    Column("country", Text),
    Column("type", Text),
    Column("audience", Text),
    Column("language", Text),
    # from afar, on the spot: a hybrid event is both
    Column("online", Boolean, nullable=False),
    Column("onsite", Boolean, nullable=False, server_default=true()),
    Column("free", Boolean),
    # " word word": every word after a blank, so that LIKE finds beginnings of words as the full-text index does
    Column("search", Text, nullable=False),
    # until when it is shown to who asks for nothing in particular: its end, less for what was called off, never for
    # what is hidden, vanished or another event; the one column makes the common questions answerable by an index alone
    Column("listed", BigInteger, nullable=False, server_default="0"),
    Column("cancelled_at", Seconds),
    Column("merged_into", Safe),
    Column("hidden", Boolean, nullable=False, server_default=false()),
    Column("sittings", Text, nullable=False, server_default="[]"),
    Column("conflicts", Text, nullable=False, server_default="[]"),
    Column("title", Text, nullable=False, server_default=""),
    Column("latitude", Float),
    Column("longitude", Float),
    Index("events_starts", "starts", "uid"),
    Index("events_spot", "latitude", "longitude"),
    Index("events_ends", "ends", "starts"),
    Index("events_listed", "listed", "starts", postgresql_include=["id"]),
    Index("events_town", "city", "ends"),
    Index("events_title", "title", "starts"),
    Index("events_day", "day", "city"),
    Index("events_city", "city", "type", "listed", "starts", postgresql_include=["id"]),
    Index("events_department", "department", "type", "listed", "starts", postgresql_include=["id"]),
    Index("events_region", "region", "type", "listed", "starts", postgresql_include=["id"]),
    Index("events_country", "country", "type", "listed", "starts", postgresql_include=["id"]),
    Index("events_type", "type", "listed", "starts", postgresql_include=["id"]),
)

facets = Table(
    "facets",
    METADATA,
    Column("facet", Text, primary_key=True),
    Column("value", Safe, primary_key=True),
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Index("facets_event", "event"),
)

sightings = Table(
    "sightings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("source", Safe, nullable=False),
    Column("key", Safe, nullable=False),
    Column("event", ForeignKey("events.id"), nullable=False),
    Column("url", Safe, nullable=False),
    Column("record", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("first_seen", Seconds, nullable=False),
    Column("last_seen", Seconds, nullable=False),
    Column("vanished_at", Seconds),
    Column("registration", Safe),
    UniqueConstraint("source", "key", name="sightings_key"),
    Index("sightings_event", "event"),
    Index("sightings_url", "url"),
    Index("sightings_registration", "registration"),
)

versions = Table(
    "versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("event", ForeignKey("events.id"), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("at", Seconds, nullable=False),
    Column("news", Text, nullable=False),
    Column("source", Safe, nullable=False),
    Column("fields", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("before", Text),
    Index("versions_event", "event"),
    Index("versions_at", "at"),
)

corrections = Table(
    "corrections",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uid", Safe, nullable=False),
    Column("act", Text, nullable=False),
    Column("at", Seconds, nullable=False),
    Column("field", Text),
    Column("value", Safe),
    Column("other", Safe),
    Column("members", Text, nullable=False),
    Column("author", Safe, nullable=False),
    Column("reason", Safe, nullable=False),
    Column("undone_at", Seconds),
    Index("corrections_uid", "uid"),
    Index("corrections_other", "other"),
)

renderings = Table(
    "renderings",
    METADATA,
    Column("format", Text, primary_key=True),
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("voice", Text, nullable=False),
    Column("until", Text),
    Column("text", Text, nullable=False),
    Index("renderings_event", "event"),
)
