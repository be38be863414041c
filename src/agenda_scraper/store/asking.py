"""Query → SQL: the one question everyone asks, answered by the columns and indexes of `events`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from math import cos, radians
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, or_, select
from sqlalchemy.ext.compiler import compiles

from agenda_scraper.query import NEAR, Query
from agenda_scraper.store.rows import SHOWN_CANCELLED, folded
from agenda_scraper.store.tables import events, facets
from agenda_scraper.text import words
from agenda_scraper.zones import midnight

# So many events are looked at one by one before the index of words is asked.
_AHEAD = 2000
_KM_A_DEGREE = 111.2


def asked(query: Query, now: datetime, *, pointers: bool = False) -> Select[tuple[object, ...]]:
    """The events of a question by start, undated last; `now` says which day is today, and in which zone.

    `pointers`: with those that turned out to be another event.
    """
    conditions = [*_conditions(query, now, pointers=pointers)]
    if query.text and words(query.text):
        conditions.append(has_words(query.text))
    # "+ 0": sorted after they are found; along the index by start every past event would be met first
    return select(events).where(*conditions).order_by(events.c.starts + 0, events.c.id)


def first(chosen: Select[Any], limit: int, offset: int) -> Select[Any]:
    """Some of the events of a question: found and sorted by what indexes hold, and only then read."""
    few = chosen.with_only_columns(events.c.id).limit(limit).offset(offset).subquery()
    return select(events).where(events.c.id.in_(select(few))).order_by(events.c.starts, events.c.id)


def soonest(query: Query, now: datetime) -> Select[Any]:
    """Those of the next few thousand events that hold the words of a text: a word that many share is found at once.

    Where they give too few, the index of words has to be asked, which is slow for common words.
    """
    near = asked(replace(query, text=None), now).with_only_columns(events.c.id).limit(_AHEAD).subquery()
    held = _in_order(query.text or "")
    return select(events).where(events.c.id.in_(select(near)), held).order_by(events.c.starts, events.c.id)


def _shown(query: Query, now: datetime, *, pointers: bool) -> Iterator[ColumnElement[bool]]:
    """What is shown at all: what is listed today, or, from another day on, what is not hidden, gone or called off."""
    if query.everything:
        if not pointers:
            yield events.c.merged_into.is_(None)
        return
    zone, heard = now.tzinfo or UTC, events.c.cancelled_at >= now - SHOWN_CANCELLED
    moved = and_(events.c.merged_into.is_not(None), heard)
    if query.since is None:
        listed = events.c.listed >= midnight(now.date(), zone)
        yield or_(listed, moved) if pointers else listed
        return
    yield events.c.ends >= midnight(query.since, zone)
    yield events.c.hidden.is_(False)
    own = and_(
        events.c.merged_into.is_(None), events.c.vanished.is_(False), or_(events.c.cancelled_at.is_(None), heard)
    )
    yield or_(own, moved) if pointers else own


def _in_order(text: str) -> ColumnElement[bool]:
    # A folded word holds letters and digits only: nothing in it means something to LIKE.
    return and_(*(events.c.search.like(f"% {word}%") for word in words(text)))


class has_words(ColumnElement[bool]):
    """Whether an event holds all words of a text, or words that begin so: by the full-text index of the database."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, text: str) -> None:
        self.words = words(text)


@compiles(has_words, "sqlite")
def _by_fts5(element: has_words, compiler: Any, **_: Any) -> str:
    asked = " ".join(f'"{word}"*' for word in element.words)
    return f"events.id IN (SELECT rowid FROM event_words WHERE event_words MATCH '{asked}')"


@compiles(has_words, "postgresql")
def _by_tsvector(element: has_words, compiler: Any, **_: Any) -> str:
    asked = " & ".join(f"{word}:*" for word in element.words)
    return f"to_tsvector('simple', events.search) @@ to_tsquery('simple', '{asked}')"


def moved(query: Query, now: datetime) -> Select[tuple[object, ...]]:
    """Of the events of a question those alone that turned out to be another, while a cancelled one would be shown.

    Asked apart from the others, both by an index; in one question with them neither can be.
    """
    heard = events.c.cancelled_at >= now - SHOWN_CANCELLED
    asked_for = [*_narrowing(query, now), *([has_words(query.text)] if query.text and words(query.text) else ())]
    return select(events).where(events.c.listed == 0, events.c.merged_into.is_not(None), heard, *asked_for)


def _conditions(query: Query, now: datetime, *, pointers: bool = False) -> Iterator[ColumnElement[bool]]:
    yield from _shown(query, now, pointers=pointers)
    yield from _narrowing(query, now)


def _narrowing(query: Query, now: datetime) -> Iterator[ColumnElement[bool]]:
    zone = now.tzinfo or UTC
    if query.everything and query.since:
        yield events.c.ends >= midnight(query.since, zone)
    if query.until:
        yield events.c.starts <= midnight(query.until, zone, last=True)
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
        yield (events.c.online if query.online else events.c.onsite).is_(True)
    if query.free is not None:
        yield events.c.free.is_(query.free)
    if query.cancelled is not None:
        # what turned out to be another event is called off as well
        yield events.c.cancelled_at.is_not(None) if query.cancelled else events.c.cancelled_at.is_(None)
    if query.spot is not None:
        yield _around(query.spot, query.within or NEAR)


def _around(spot: tuple[float, float], kilometres: int) -> ColumnElement[bool]:
    """Within a circle on a sphere that is flat near by: a hundred metres wrong at a hundred kilometres."""
    latitude, longitude = spot
    narrow = max(cos(radians(latitude)), 0.01)
    high, wide = kilometres / _KM_A_DEGREE, kilometres / _KM_A_DEGREE / narrow
    up, along = events.c.latitude - latitude, (events.c.longitude - longitude) * narrow
    return and_(
        events.c.latitude.between(latitude - high, latitude + high),
        events.c.longitude.between(longitude - wide, longitude + wide),
        up * up + along * along <= high * high,
    )


def _has(facet: str, value: str) -> ColumnElement[bool]:
    return events.c.id.in_(select(facets.c.event).where(facets.c.facet == facet, facets.c.value == value))
