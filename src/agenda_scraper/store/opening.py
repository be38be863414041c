"""From a database URL to an engine at the newest schema, and from a database's complaint to a StoreError.

SQLite and PostgreSQL differ here and nowhere else: how a writer waits its turn, and what a connection needs first.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from agenda_scraper.errors import StoreError
from agenda_scraper.store.frozen import frozen, opener
from agenda_scraper.store.tables import REVISION

log = logging.getLogger(__name__)

# How long a writer waits for another one, in seconds: a source's crawl is written in hundredths.
PATIENCE = 30.0
# One number for "I write this agenda": PostgreSQL lets writers pass one by one (advisory lock).
_TURN = 0x41_67_65_6E
# "I crawl for this agenda": held from the first page to the last.
_CRAWL = _TURN + 1

_FIXES = (
    ("locked", "another crawl is writing to it; run this again when it has ended"),
    ("readonly", "make the file and its folder writable, or name another database with --database"),
    ("read-only", "make the database writable, or name another one with --database"),
    ("unable to open", "look whether the folder exists and may be written, or name another one with --database"),
    ("full", "free some space on the disk; nothing was half written"),
    ("not a database", "this file is something else; name another one with --database"),
    ("malformed", "the file is damaged; put back a backup of it"),
    ("authentication", "look at the user and the password in the database URL"),
    ("does not exist", "create the database, or look at its name in the database URL"),
    ("connection", "look whether the database server runs and the database URL is right; then run this again"),
)


def engine_for(address: str, *, patience: float = PATIENCE) -> Engine:
    """An engine on a SQLAlchemy URL, its schema at `tables.REVISION`; SQLite waits so many seconds for its turn.

    A new database is created and an older one migrated; one that is newer than the code raises StoreError.
    """
    url = _parsed(address)
    file = frozen(url)
    try:
        engine = create_engine(url, **(_manners(url, patience) if file is None else _only_read(file, patience)))
    except (NoSuchModuleError, ModuleNotFoundError, ArgumentError) as error:
        fix = "pip install 'agenda-scraper[postgres]'" if "psycopg" in str(error) else "use sqlite:///agenda.db"
        raise StoreError(str(error), where=_shown(url), fix=fix) from error
    if engine.dialect.name == "sqlite":
        if file is None:
            event.listen(engine, "connect", _prepare_sqlite)
        else:
            event.listen(engine, "connect", _by_hand)
        event.listen(engine, "begin", _begin_sqlite)
    if not in_memory(engine):
        _OPEN.add(engine)
    with complaints(engine):
        _reach_revision(engine)
    return engine


def in_memory(engine: Engine) -> bool:
    """Whether the database is no file and no server, and ends with its last connection."""
    named = engine.url.database or ":memory:"
    return engine.dialect.name == "sqlite" and (named == ":memory:" or "mode=memory" in str(engine.url))


# No connection crosses a fork: the locks of SQLite and what is under way to a server belong to one process.
# https://www.sqlite.org/howtocorrupt.html#_carrying_an_open_database_file_across_a_fork_
_OPEN: WeakSet[Engine] = WeakSet()


def _forget_connections(*, close: bool) -> None:
    for engine in _OPEN:
        engine.dispose(close=close)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=partial(_forget_connections, close=True), after_in_child=partial(_forget_connections, close=False)
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment of the database."""
    with complaints(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection whose turn it is to write: all that is done on it happens, or nothing of it."""
    with complaints(engine), engine.connect() as connection:
        connection = connection.execution_options(agenda_writes=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
            yield connection


@contextmanager
def crawling(engine: Engine) -> Iterator[None]:
    """Held by the one process that crawls; StoreError when another does. Killed, it gives it back."""
    if frozen(engine.url):
        raise StoreError("it may only be read", where=_shown(engine.url), fix=dict(_FIXES)["readonly"])
    with complaints(engine), ExitStack() as held:
        if engine.dialect.name == "postgresql":
            free = _held_by_server(engine, held)
        else:
            free = in_memory(engine) or _held_by_file(f"{engine.url.database}.crawling", held)
        if not free:
            fix = "it reads the same pages: run this again when it has ended"
            raise StoreError("another crawl is at work on it", where=_shown(engine.url), fix=fix)
        yield


def _held_by_server(engine: Engine, held: ExitStack) -> bool:
    # no transaction is left open meanwhile: it would keep the server from cleaning up
    connection = held.enter_context(engine.connect().execution_options(isolation_level="AUTOCOMMIT"))
    free = connection.execute(text("SELECT pg_try_advisory_lock(:turn)"), {"turn": _CRAWL}).scalar_one()
    if free:
        held.callback(_given_back, connection)
    return bool(free)


def _given_back(connection: Connection) -> None:
    with suppress(DBAPIError):  # a connection that was lost meanwhile holds nothing
        connection.execute(text("SELECT pg_advisory_unlock(:turn)"), {"turn": _CRAWL})


def _held_by_file(name: str, held: ExitStack) -> bool:
    if os.name != "posix":
        return True
    import fcntl  # there is none on Windows

    try:
        lock = Path(name.removeprefix("file:")).open("a")  # noqa: SIM115 - the stack closes it
        fcntl.flock(held.enter_context(lock), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a store that cannot be written says so by itself
    return True


@contextmanager
def complaints(engine: Engine) -> Iterator[None]:
    """Turns what the database driver says into a StoreError that tells what to do."""
    try:
        yield
    except DBAPIError as error:
        said = " ".join(str(error.orig).split())
        fix = next((fix for words, fix in _FIXES if words in said.lower()), "look at the database, then run this again")
        raise StoreError(said, where=_shown(engine.url), fix=fix) from error


def _parsed(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreError(
            "not a database URL", where=address, fix=f"a file is written sqlite:///{address or 'agenda.db'}"
        ) from error
    # The names people copy from hosting panels mean the one driver we ship.
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url


def _manners(url: URL, patience: float) -> dict[str, Any]:
    """How to make connections: with patience, and for a file, in a folder that exists."""
    if url.get_backend_name() != "sqlite":
        return {"pool_pre_ping": True}
    if url.database and not url.database.startswith((":", "file:")):
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(str(error), where=_shown(url), fix="name another file with --database") from error
    return {"connect_args": {"timeout": patience}}


def _only_read(file: Path, patience: float) -> dict[str, Any]:
    return {"creator": opener(file, patience), "poolclass": NullPool}


def _by_hand(connection: Any, _record: object) -> None:
    # Python's driver would begin transactions by itself, too late for BEGIN IMMEDIATE (docs of SQLAlchemy, pysqlite).
    connection.isolation_level = None


def _prepare_sqlite(connection: Any, record: object) -> None:
    _by_hand(connection, record)
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later cannot wait for another writer: it must take its turn at once.
    writes = connection.get_execution_options().get("agenda_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


# ── the schema ────────────────────────────────────────────────────────────────────────────────────


def revision_of(connection: Connection) -> str | None:
    """The revision a database is at, None when it is new."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _reach_revision(engine: Engine) -> None:
    with reading(engine) as connection:
        at = revision_of(connection)
    if at != REVISION:
        migrate(engine, REVISION)


def migrate(engine: Engine, target: str) -> None:
    """Bring the schema to a revision, up or down ("base": nothing left), in one transaction."""
    # Alembic takes a fifth of a second to import, and is needed once in the life of a schema.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with writing(engine) as connection:
        at = revision_of(connection)
        try:
            known = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
            if at is not None and at not in known:
                raise StoreError(
                    f"the database is at revision {at}, newer than this program ({REVISION})",
                    where=_shown(engine.url),
                    fix="pip install --upgrade agenda-scraper",
                )
            config.attributes["connection"] = connection
            # `known` is newest first: what stands before `at` in it is newer than the database.
            up = at is None or (target in known and known.index(target) <= known.index(at))
            (command.upgrade if up else command.downgrade)(config, target)
        except CommandError as error:
            raise StoreError(str(error), where=_shown(engine.url), fix="reinstall agenda-scraper") from error
    log.info("schema migrated", extra={"from_revision": at, "to_revision": target})
