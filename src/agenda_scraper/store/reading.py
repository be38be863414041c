"""Rows → what is remembered: sightings of a source, dossiers, pages, states. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, select

from agenda_scraper.history import Biography, Correction, News, Turn, Version
from agenda_scraper.model import Event, Evidence, Extraction, Validators
from agenda_scraper.report import Dossier, Known, Outcome, SourceState
from agenda_scraper.store.record import from_json
from agenda_scraper.store.rows import EVENT, correction_of, event_of, known_of, version_of
from agenda_scraper.store.tables import corrections, events, pages, sightings, sources, versions

T = TypeVar("T")

# How many values one IN (…) holds: far below what any database takes in a statement.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page as it was last read: what to ask "changed since?" with, and what it gave by the rules of that day."""

    url: str
    validators: Validators
    body_hash: str
    rules_hash: str
    fetched_at: datetime
    extraction: Extraction


def in_portions(values: Collection[T]) -> Iterator[list[T]]:
    """The values in lists short enough for IN (…)."""
    left = iter(values)
    while portion := list(islice(left, _AT_ONCE)):
        yield portion


def known_by_key(connection: Connection, source: str) -> dict[str, Known]:
    """All that a source ever showed, by key, in the order it was first shown."""
    rows = connection.execute(_remembered().where(sightings.c.source == source).order_by(sightings.c.id))
    found = (known_of(row) for row in rows)
    return {known.sighting.key: known for known in found}


def dossiers(connection: Connection, ids: Collection[int]) -> tuple[Dossier, ...]:
    """Events by their row ids with all their sightings, oldest first."""
    members: defaultdict[str, list[Known]] = defaultdict(list)
    found: list[Event] = []
    for portion in in_portions(sorted(ids)):
        for row in connection.execute(_remembered().where(sightings.c.event.in_(portion)).order_by(sightings.c.id)):
            members[row.uid].append(known_of(row))
        rows = connection.execute(select(events).where(events.c.id.in_(portion)).order_by(events.c.id))
        found += map(event_of, rows)
    told = corrections_of(connection, [event.uid for event in found])
    return tuple(_dossier(event, members[event.uid], told.get(event.uid, ())) for event in found)


def corrections_of(connection: Connection, uids: Collection[str]) -> dict[str, tuple[Correction, ...]]:
    """The corrections that stand, by the events they speak of, in the order they were made."""
    found: defaultdict[str, list[Correction]] = defaultdict(list)
    for portion in in_portions(uids):
        rows = connection.execute(
            select(corrections)
            .where(corrections.c.uid.in_(portion) | corrections.c.other.in_(portion), corrections.c.undone_at.is_(None))
            .order_by(corrections.c.id)
        )
        for correction in map(correction_of, rows):
            found[correction.uid].append(correction)
    return {uid: tuple(each) for uid, each in found.items()}


def versions_of(connection: Connection, uid: str) -> list[Version]:
    """Every version of an event, the first one first."""
    rows = connection.execute(_told().where(events.c.uid == uid).order_by(versions.c.id))
    return [version_of(row) for row in rows]


@dataclass(frozen=True, slots=True)
class _Evident:
    """Of the record of a sighting only what shows where its values come from."""

    evidence: tuple[Evidence, ...] = ()


def numbered_of(connection: Connection, numbers: Collection[int]) -> dict[int, Event]:
    """Events by their row ids, without their evidence."""
    told = select(*(events.c[name] for name in ("id", *EVENT)))
    return {
        row.id: event_of(row)
        for portion in in_portions(numbers)
        for row in connection.execute(told.where(events.c.id.in_(portion)))
    }


def biographies_of(connection: Connection, numbers: Collection[int]) -> dict[int, Biography]:
    """Events by their row ids, each with its evidence and its turns."""
    found = numbered_of(connection, numbers)
    evidence: defaultdict[int, list[Evidence]] = defaultdict(list)
    turns: defaultdict[int, list[Turn]] = defaultdict(list)
    for portion in in_portions(numbers):
        shown = select(sightings.c.event, sightings.c.record).where(sightings.c.event.in_(portion))
        for row in connection.execute(shown.order_by(sightings.c.id)):
            evidence[row.event] += from_json(row.record, _Evident).evidence
        columns = (versions.c.event, versions.c.at, versions.c.news, versions.c.source)
        told = select(*columns).where(versions.c.event.in_(portion)).order_by(versions.c.id)
        for number, at, news, source in connection.execute(told):
            turns[number].append(Turn(at, News(news), source))
    corrected = corrections_of(connection, [event.uid for event in found.values()])
    return {
        number: Biography(_evident(event, evidence[number], corrected.get(event.uid, ())), tuple(turns[number]))
        for number, event in found.items()
    }


def _told() -> Select[Any]:
    return select(versions, events.c.uid).join(events, events.c.id == versions.c.event)


def news_of(
    connection: Connection, shown: Select[Any], since: datetime, limit: int | None, without: Collection[News] = ()
) -> list[tuple[Version, Event]]:
    """What changed since then in the events of a question, the newest first."""
    # asked of the events beside each version, not of a list of theirs: then the index by time says which come first
    asked = [] if shown.whereclause is None else [shown.whereclause]
    rows = connection.execute(
        _told()
        .where(versions.c.at >= since, *asked)
        .where(versions.c.news.not_in([each.value for each in without]))
        .order_by(versions.c.at.desc(), versions.c.id.desc())
        .limit(limit)
    ).all()
    found: dict[str, Event] = {}
    for portion in in_portions({row.uid for row in rows}):
        each = connection.execute(select(events).where(events.c.uid.in_(portion)))
        found |= {event.uid: event for event in map(event_of, each)}
    return [(version_of(row), found[row.uid]) for row in rows]


def page_of(connection: Connection, source: str, url: str) -> KnownPage | None:
    """A page as it was last read, None when it never was."""
    row = connection.execute(select(pages).where(pages.c.source == source, pages.c.url == url)).one_or_none()
    return (
        KnownPage(
            url=row.url,
            validators=Validators(row.etag, row.last_modified),
            body_hash=row.body_hash,
            rules_hash=row.rules_hash,
            fetched_at=row.fetched_at,
            extraction=from_json(row.extraction, Extraction),
        )
        if row
        else None
    )


def states_of(connection: Connection) -> dict[str, SourceState]:
    """What is remembered of each source that was ever crawled."""
    return {row.source: _state(row) for row in connection.execute(select(sources).order_by(sources.c.source))}


def state_of(connection: Connection, source: str) -> SourceState | None:
    """What is remembered of one source."""
    row = connection.execute(select(sources).where(sources.c.source == source)).one_or_none()
    return _state(row) if row else None


def _remembered() -> Select[Any]:
    return select(sightings, events.c.uid).join(events, events.c.id == sightings.c.event)


def _dossier(event: Event, members: list[Known], told: tuple[Correction, ...]) -> Dossier:
    shown = [each for known in members for each in known.sighting.evidence]
    return Dossier(_evident(event, shown, told), tuple(members), told)


def _evident(event: Event, shown: list[Evidence], told: tuple[Correction, ...]) -> Event:
    """An event with what its values come from: what people said of it first."""
    by_hand = (
        Evidence(each.field, "", f"correction {each.number}", each.value or "", f"corrected by {each.author or 'hand'}")
        for each in told
        if each.field
    )
    evidence = (*by_hand, *shown)
    return replace(event, evidence=evidence) if evidence else event


def _state(row: Row[Any]) -> SourceState:
    return SourceState(**{**row._mapping, "outcome": Outcome(row.outcome)})
