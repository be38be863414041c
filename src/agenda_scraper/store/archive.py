"""The store as the other rooms see it: opened by a URL, asked by a Query, written one source at a time."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, and_, func, select

from agenda_scraper.errors import StoreError
from agenda_scraper.history import Biography, Correction, News, Version
from agenda_scraper.model import Event
from agenda_scraper.query import Query
from agenda_scraper.rendered import Rendered
from agenda_scraper.report import Dossier, Known, SourceState
from agenda_scraper.store.asking import asked, first, moved, soonest
from agenda_scraper.store.desk import Desk
from agenda_scraper.store.dump import dumped, loaded
from agenda_scraper.store.frozen import frozen
from agenda_scraper.store.hosts import silences_of
from agenda_scraper.store.opening import PATIENCE, crawling, engine_for, in_memory, reading, writing
from agenda_scraper.store.reading import (
    KnownPage,
    biographies_of,
    dossiers,
    known_by_key,
    news_of,
    numbered_of,
    page_of,
    states_of,
    versions_of,
)
from agenda_scraper.store.rows import correction_of, event_of
from agenda_scraper.store.shelf import listed_of, revision_of, stale_of, texts_of
from agenda_scraper.store.tables import corrections, events
from agenda_scraper.text import words

# What a UID of ours begins with; "g" is what follows the last of these letters.
_HEX = re.compile("[0-9a-f]{16}")


def open_store(url: str, *, patience: float = PATIENCE) -> Store:
    """Open a database by its SQLAlchemy URL (sqlite:///agenda.db, postgresql://…); it is created or migrated if needed.

    A writer of SQLite waits `patience` seconds for its turn. Raises StoreError, which says what to do, when the
    database cannot be used.
    """
    return Store(engine_for(url, patience=patience))


class Store:
    """All that is remembered. Reading never waits for a writer; close it, or use it in a `with`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> tuple[Callable[[str], Store], tuple[str]]:
        """Another process opens it anew, by its address."""
        return open_store, (self._engine.url.render_as_string(hide_password=False),)

    @property
    def reachable(self) -> bool:
        """Whether another process can open it: what is kept in memory is this one's alone."""
        return not in_memory(self._engine)

    @property
    def writable(self) -> bool:
        """Whether it may be written at all: a copy on a medium that is read only may not."""
        return frozen(self._engine.url) is None

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()

    # ── the reading trip ──────────────────────────────────────────────────────────────────────────

    def find(
        self, query: Query, *, now: datetime, limit: int | None = None, offset: int = 0, pointers: bool = False
    ) -> list[Event]:
        """The events of a question by start; without `everything`, only what is not over and still shown somewhere.

        Today begins at midnight in the zone of `now`. Evidence is left out: `event` has it. `pointers`: also those
        that turned out to be another event, for as long as a cancelled one is shown.
        """
        with reading(self._engine) as connection:
            rows = _some(connection, query, now, limit + offset) if limit is not None else []
            if limit is None:
                rows = connection.execute(asked(query, now, pointers=pointers).offset(offset)).all()
            elif len(rows) < limit + offset:
                rows = connection.execute(first(asked(query, now, pointers=pointers), limit, offset)).all()
            else:
                rows = rows[offset:]
            return [event_of(row) for row in rows]

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

    def history(self, uid: str) -> list[Version]:
        """Every version of an event, the first one first."""
        with reading(self._engine) as connection:
            return versions_of(connection, uid)

    def biographies(self, numbers: Collection[int]) -> dict[int, Biography]:
        """What the page of each event tells, by their numbers."""
        with reading(self._engine) as connection:
            return biographies_of(connection, numbers)

    def news(
        self,
        since: datetime,
        query: Query,
        *,
        now: datetime,
        limit: int | None = None,
        without: tuple[News, ...] = (),
    ) -> list[tuple[Version, Event]]:
        """What changed since then in the events of a question, past ones too, the newest first.

        `without`: news that nobody asked for.
        """
        shown = asked(replace(query, everything=True), now, pointers=True).where(events.c.hidden.is_(False))
        with reading(self._engine) as connection:
            return news_of(connection, shown, since, limit, without)

    def corrections(self, *, undone: bool = False) -> list[Correction]:
        """What people said of events, in the order they said it; `undone`: what was taken back as well."""
        standing = select(corrections).order_by(corrections.c.id)
        with reading(self._engine) as connection:
            rows = connection.execute(standing if undone else standing.where(corrections.c.undone_at.is_(None)))
            return [correction_of(row) for row in rows]

    # ── events already in words ───────────────────────────────────────────────────────────────────

    def listed(self, query: Query, *, now: datetime, pointers: bool = False) -> list[Rendered]:
        """The events of a question in order, without their texts; `pointers`: those too that are another event."""
        apart = pointers and query.since is None and not query.everything
        with reading(self._engine) as connection:
            found = listed_of(connection, asked(query, now, pointers=pointers and not apart))
            if apart and (others := listed_of(connection, moved(query, now))):
                found = sorted((*found, *others), key=lambda each: (each.starts, each.number))
            return found

    def texts(
        self, formats: Collection[str], numbers: Collection[int], *, voice: str, today: date
    ) -> dict[str, dict[int, str]]:
        """The texts kept of events, by format and by their numbers: those of that voice that are true today."""
        with reading(self._engine) as connection:
            return texts_of(connection, numbers, formats, voice, today.isoformat())

    def stale(
        self, format: str, *, voice: str, now: datetime, query: Query, limit: int = 500
    ) -> Iterator[list[tuple[int, str]]]:
        """Portions of the events whose text in a format is missing or untrue: their numbers, and the text it was."""
        after = 0
        while True:
            with reading(self._engine) as connection:
                # one that turned out to be another is put in words when it is asked for: there are few
                chosen = asked(query, now, pointers=query.everything).where(events.c.id > after).order_by(None)
                day = now.date().isoformat()
                found = stale_of(connection, chosen.order_by(events.c.id).limit(limit), format, voice, day)
            if found:
                yield found
            if len(found) < limit:
                return
            after = found[-1][0]

    def numbered(self, numbers: Collection[int]) -> dict[int, Event]:
        """Events by their numbers."""
        with reading(self._engine) as connection:
            return numbered_of(connection, numbers)

    def beginning(self, name: str) -> Biography | None:
        """The event whose UID begins so, as its page tells it."""
        alike = and_(events.c.uid >= name, events.c.uid < f"{name}g") if _HEX.fullmatch(name) else events.c.uid == name
        with reading(self._engine) as connection:
            ids = connection.execute(select(events.c.id).where(alike).order_by(events.c.id).limit(1)).scalars().all()
            return next(iter(biographies_of(connection, ids).values()), None)

    def revision(self) -> tuple[str, datetime | None]:
        """A word that changes whenever anything was written that a reader may see, and when that was."""
        with reading(self._engine) as connection:
            return revision_of(connection)

    # ── the whole of it ───────────────────────────────────────────────────────────────────────────

    def export(self) -> Iterator[str]:
        """The whole store as JSON lines, as it is at one moment."""
        with reading(self._engine) as connection:
            yield from dumped(connection)

    def export_to(self, path: Path) -> int:
        """The same into a file, whole or not at all; returns how many lines."""
        part = path.with_name(f".{path.name}.new")
        try:
            with part.open("w", encoding="utf-8") as file:
                count = sum(file.write(f"{line}\n") > 0 for line in self.export())
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            with suppress(OSError):  # nothing can be taken away either where nothing can be written
                part.unlink(missing_ok=True)
            fix = "name another file, or free some space on the disk"
            raise StoreError(error.strerror or str(error), where=str(path), fix=fix) from error
        return count

    def load(self, lines: Iterable[str], *, where: str = "import", replace: bool = False) -> int:
        """Fill the store from such lines, all or nothing; `replace`: what it holds goes. Returns how many rows."""
        with writing(self._engine) as connection:
            return loaded(connection, lines, where=where, replace=replace)

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

    def crawling(self) -> AbstractContextManager[None]:
        """Held while a crawl lasts: StoreError when another one is at work on this store, which asks the same pages."""
        return crawling(self._engine)

    def silences(self, *, now: datetime) -> dict[str, datetime]:
        """The hosts that asked to be left alone, and until when."""
        with reading(self._engine) as connection:
            return silences_of(connection, now)

    @contextmanager
    def writing(self) -> Iterator[Desk]:
        """A turn at writing; all of it is written when the block ends, nothing when it raises."""
        with writing(self._engine) as connection:
            yield Desk(connection)


def _some(connection: Connection, query: Query, now: datetime, enough: int) -> Sequence[Row[Any]]:
    """The first events that hold the words of a text, when they are among the next ones; fewer mean nothing."""
    if not words(query.text or "") or query.everything:
        return []
    return connection.execute(soonest(query, now).limit(enough)).all()
