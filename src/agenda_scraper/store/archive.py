"""The store as the other rooms see it: opened by a URL, asked by a Query, written one source at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine, func, select

from agenda_scraper.model import Event
from agenda_scraper.query import Query
from agenda_scraper.report import Dossier, Known, SourceState
from agenda_scraper.store.asking import asked
from agenda_scraper.store.desk import Desk
from agenda_scraper.store.opening import engine_for, reading, writing
from agenda_scraper.store.reading import KnownPage, dossiers, known_by_key, page_of, states_of
from agenda_scraper.store.rows import event_of
from agenda_scraper.store.tables import events


def open_store(url: str) -> Store:
    """Open a database by its SQLAlchemy URL (sqlite:///agenda.db, postgresql://…); it is created or migrated if needed.

    Raises StoreError, which says what to do, when it cannot be used.
    """
    return Store(engine_for(url))


class Store:
    """All that is remembered. Reading never waits for a writer; close it, or use it in a `with`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()

    # ── the reading trip ──────────────────────────────────────────────────────────────────────────

    def find(self, query: Query, *, now: datetime, limit: int | None = None, offset: int = 0) -> list[Event]:
        """The events of a question by start; without `everything`, only what is not over and still shown somewhere.

        Today begins at midnight in the zone of `now`. Evidence is left out: `event` has it.
        """
        with reading(self._engine) as connection:
            return [event_of(row) for row in connection.execute(asked(query, now).limit(limit).offset(offset))]

    def count(self, query: Query, *, now: datetime) -> int:
        """How many events a question has."""
        with reading(self._engine) as connection:
            return connection.execute(select(func.count()).select_from(asked(query, now).subquery())).scalar_one()

    def event(self, uid: str) -> Event | None:
        """One event with its evidence."""
        dossier = self.dossier(uid)
        return dossier.event if dossier else None

    def dossier(self, uid: str) -> Dossier | None:
        """One event with all that its sources say."""
        with reading(self._engine) as connection:
            ids = connection.execute(select(events.c.id).where(events.c.uid == uid)).scalars().all()
            return next(iter(dossiers(connection, ids)), None)

    # ── the crawl trip ────────────────────────────────────────────────────────────────────────────

    def known(self, source: str) -> dict[str, Known]:
        """All that a source ever showed, by key, with when it was first seen."""
        with reading(self._engine) as connection:
            return known_by_key(connection, source)

    def page(self, source: str, url: str) -> KnownPage | None:
        """A page as it was last read; reuse its extraction only while the source's rules_hash is the same."""
        with reading(self._engine) as connection:
            return page_of(connection, source, url)

    def states(self) -> dict[str, SourceState]:
        """What is remembered of each source that was ever crawled."""
        with reading(self._engine) as connection:
            return states_of(connection)

    @contextmanager
    def writing(self) -> Iterator[Desk]:
        """A turn at writing; all of it is written when the block ends, nothing when it raises."""
        with writing(self._engine) as connection:
            yield Desk(connection)
