"""Query → SQL: the one question everyone asks, answered by the columns and indexes of `events`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Select, select

from agenda_scraper.query import Query
from agenda_scraper.store.rows import folded
from agenda_scraper.store.tables import events, facets
from agenda_scraper.text import words
from agenda_scraper.zones import midnight


def asked(query: Query, now: datetime) -> Select[tuple[object, ...]]:
    """The events of a question by start, undated last; `now` says which day is today, and in which zone."""
    return select(events).where(*_conditions(query, now)).order_by(events.c.starts, events.c.uid)


def _conditions(query: Query, now: datetime) -> Iterator[ColumnElement[bool]]:
    zone = now.tzinfo or UTC
    since = query.since or (None if query.everything else now.date())
    if since:
        yield events.c.ends >= midnight(since, zone)
    if query.until:
        yield events.c.starts <= midnight(query.until, zone, last=True)
    if not query.everything:
        yield events.c.vanished.is_(False)
    for name in ("city", "department", "region", "country", "type", "audience", "language"):
        value = getattr(query, name)
        if value is not None:
            yield events.c[name] == (folded(value) or "")
    for name in ("theme", "organiser"):
        value = getattr(query, name)
        if value is not None:
            yield _has(name, folded(value) or "")
    if query.source is not None:
        yield _has("source", query.source)
    if query.online is not None:
        yield events.c.online.is_(query.online)
    if query.free is not None:
        yield events.c.free.is_(query.free)
    # A folded word holds letters and digits only: nothing in it means something to LIKE.
    for word in words(query.text or ""):
        yield events.c.search.like(f"%{word}%")


def _has(facet: str, value: str) -> ColumnElement[bool]:
    return events.c.id.in_(select(facets.c.event).where(facets.c.facet == facet, facets.c.value == value))
