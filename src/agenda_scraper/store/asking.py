"""Query → SQL: the one question everyone asks, answered by the columns and indexes of `events`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import cos, radians
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, or_, select
from sqlalchemy.ext.compiler import compiles

from agenda_scraper.query import NEAR, Query
from agenda_scraper.store.rows import folded
from agenda_scraper.store.tables import events, facets
from agenda_scraper.text import words
from agenda_scraper.zones import midnight

# A cancelled event stays where people see it for this long, so that who subscribed hears of it.
SHOWN_CANCELLED = timedelta(days=30)
# As many matches of a text are looked up and sorted; of more, the next few are found by walking along the calendar.
RARE = 3000
_LONG_AGO = timedelta(days=15)
_KM_A_DEGREE = 111.2


def asked(query: Query, now: datetime, *, pointers: bool = False) -> Select[tuple[object, ...]]:
    """The events of a question by start, undated last; `now` says which day is today, and in which zone.

    `pointers`: with those that turned out to be another event.
    """
    conditions = [*_conditions(query, now), *_shown(query, now, pointers=pointers)]
    if query.text and words(query.text):
        conditions.append(has_words(query.text))
    # "+ 0": sorted after they are found; along the index by start every past event would be met first
    return select(events).where(*conditions).order_by(events.c.starts + 0, events.c.uid)


def walked(query: Query, now: datetime, *, pointers: bool = False) -> tuple[Select[Any], Select[Any]]:
    """The same where the words of the text stand in very many events: what began long ago, and then the calendar.

    Walking along the index by start meets the next few at once, as long as it need not begin with the past.
    """
    conditions = [*_conditions(query, now), *_shown(query, now, pointers=pointers), _in_order(query.text or "")]
    bound = int((now - _LONG_AGO).timestamp())
    old = select(events).where(*conditions, events.c.starts + 0 < bound)
    soon = select(events).where(*conditions, events.c.starts >= bound)
    return old.order_by(events.c.starts + 0, events.c.uid), soon.order_by(events.c.starts, events.c.uid)


def matches(query: Query) -> Select[tuple[int]]:
    """The ids of events that hold the words of a text: a few more than are rare."""
    return select(events.c.id).where(has_words(query.text or "")).limit(RARE + 1)


def _shown(query: Query, now: datetime, *, pointers: bool) -> Iterator[ColumnElement[bool]]:
    if not pointers:
        yield events.c.merged_into.is_(None)
    if query.everything:
        return
    yield events.c.hidden.is_(False)
    yield or_(events.c.cancelled_at.is_(None), events.c.cancelled_at >= now - SHOWN_CANCELLED)
    yield or_(events.c.vanished.is_(False), events.c.merged_into.is_not(None))


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


def _conditions(query: Query, now: datetime) -> Iterator[ColumnElement[bool]]:
    zone = now.tzinfo or UTC
    since = query.since or (None if query.everything else now.date())
    if since:
        yield events.c.ends >= midnight(since, zone)
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
        yield events.c.online.is_(query.online)
    if query.free is not None:
        yield events.c.free.is_(query.free)
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
