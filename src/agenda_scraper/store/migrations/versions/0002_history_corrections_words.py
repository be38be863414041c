"""Versions and corrections, the words one searches by, where events are, and what each reads like in each format."""

import json

import sqlalchemy as sa
from alembic import op

from agenda_scraper.text import words

revision = "0002"
down_revision = "0001"

_EVENTS = (
    sa.Column("listed", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("cancelled_at", sa.BigInteger),
    sa.Column("merged_into", sa.Text),
    sa.Column("hidden", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("sittings", sa.Text, nullable=False, server_default="[]"),
    sa.Column("conflicts", sa.Text, nullable=False, server_default="[]"),
    sa.Column("title", sa.Text, nullable=False, server_default=""),
    sa.Column("latitude", sa.Float),
    sa.Column("longitude", sa.Float),
)
# The indexes of 0001 that ask until when an event lasts; they ask until when it is listed now.
_BY_END = {
    "events_city": ["city", "type"],
    "events_department": ["department", "type"],
    "events_region": ["region", "type"],
    "events_country": ["country", "type"],
    "events_type": ["type"],
    "events_listed": [],
}
_INDEXES = (
    ("events_town", "events", ["city", "ends"]),
    ("events_title", "events", ["title", "starts"]),
    ("events_starts", "events", ["starts", "uid"]),
    ("events_spot", "events", ["latitude", "longitude"]),
    ("sightings_registration", "sightings", ["registration"]),
    ("versions_event", "versions", ["event"]),
    ("versions_at", "versions", ["at"]),
    ("renderings_event", "renderings", ["event"]),
    ("corrections_uid", "corrections", ["uid"]),
    ("corrections_other", "corrections", ["other"]),
)
# The words are kept in `events.search`; the index follows it by itself, whoever writes.
_SQLITE = (
    "CREATE VIRTUAL TABLE event_words USING fts5(search, content='events', content_rowid='id', detail='none',"
    " tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER event_words_new AFTER INSERT ON events BEGIN"
    " INSERT INTO event_words(rowid, search) VALUES (new.id, new.search); END",
    "CREATE TRIGGER event_words_gone AFTER DELETE ON events BEGIN"
    " INSERT INTO event_words(event_words, rowid, search) VALUES ('delete', old.id, old.search); END",
    "CREATE TRIGGER event_words_changed AFTER UPDATE OF search ON events WHEN old.search <> new.search BEGIN"
    " INSERT INTO event_words(event_words, rowid, search) VALUES ('delete', old.id, old.search);"
    " INSERT INTO event_words(rowid, search) VALUES (new.id, new.search); END",
    "INSERT INTO event_words(event_words) VALUES ('rebuild')",
)


def upgrade() -> None:
    for column in _EVENTS:
        op.add_column("events", column._copy())
    op.add_column("sightings", sa.Column("registration", sa.Text))
    op.drop_index("events_ends", "events")
    op.create_index("events_ends", "events", ["ends", "starts"])
    op.execute("UPDATE events SET listed = CASE WHEN vanished THEN 0 ELSE ends END")
    for name, columns in _BY_END.items():
        if columns:
            op.drop_index(name, "events")
        # the id with them: PostgreSQL then finds and sorts by the index alone, as SQLite does anyway
        op.create_index(name, "events", [*columns, "listed", "starts"], postgresql_include=["id"])
    op.execute("UPDATE events SET search = ' ' || search")
    _name_events()
    _create_tables()
    for name, table, columns in _INDEXES:
        op.create_index(name, table, columns)
    _index_words()


def _name_events() -> None:
    """The folded title of each event, which its record holds."""
    connection = op.get_bind()
    events = sa.table("events", sa.column("id"), sa.column("facts"), sa.column("title"))
    told = connection.execute(sa.select(events.c.id, events.c.facts)).all()
    named = [{"row": row.id, "told": " ".join(words(json.loads(row.facts)["title"]))} for row in told]
    if named:
        statement = sa.update(events).where(events.c.id == sa.bindparam("row")).values(title=sa.bindparam("told"))
        connection.execute(statement, named)


def _create_tables() -> None:
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("events.id"), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("news", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("field", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("other", sa.Text),
        sa.Column("members", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("undone_at", sa.BigInteger),
    )
    op.create_table(
        "renderings",
        sa.Column("format", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("voice", sa.Text, nullable=False),
        sa.Column("until", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
    )


def _index_words() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for statement in _SQLITE:
            op.execute(statement)
    else:
        op.execute("CREATE INDEX events_words ON events USING gin (to_tsvector('simple', search))")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for trigger in ("new", "gone", "changed"):
            op.execute(f"DROP TRIGGER event_words_{trigger}")
        op.execute("DROP TABLE event_words")
    else:
        op.execute("DROP INDEX events_words")
    for name, table, _ in _INDEXES:
        op.drop_index(name, table)
    for table in ("renderings", "corrections", "versions"):
        op.drop_table(table)
    op.drop_column("sightings", "registration")
    op.drop_index("events_ends", "events")
    op.create_index("events_ends", "events", ["ends"])
    for name, columns in _BY_END.items():
        op.drop_index(name, "events")
        if columns:
            op.create_index(name, "events", [*columns, "ends"])
    for column in _EVENTS:
        op.drop_column("events", column.name)
