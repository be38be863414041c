"""An event as rows: its record, the columns a question asks, its facets. And back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from agenda_scraper.history import Act, Correction, News, Version
from agenda_scraper.links import address_key
from agenda_scraper.model import Conflict, Event, Facts, Mode, Sighting, Witness
from agenda_scraper.report import Known, Outcome, SourceReport, SourceState
from agenda_scraper.store.record import fingerprint, from_json, to_json
from agenda_scraper.text import words
from agenda_scraper.zones import day_of, span_of


def folded(text: str | None) -> str | None:
    """A name as it is compared: folded words, so that Île-de-France is "ile de france"; None when nothing is left."""
    return " ".join(words(text)) or None if text else None


def event_row(event: Event) -> dict[str, Any]:
    """The row of an event in `events`, without its id."""
    facts = event.facts
    place = facts.place
    starts, ends = span_of(facts.when)
    return {
        "uid": event.uid,
        "sequence": event.sequence,
        "facts": to_json(facts, Facts),
        "witnesses": to_json(event.witnesses, tuple[Witness, ...]),
        "first_seen": event.first_seen,
        "last_seen": event.last_seen,
        "changed_at": event.changed_at,
        "vanished": event.vanished,
        "day": day(facts),
        "starts": starts,
        "ends": ends,
        "city": folded(place.city) if place else None,
        "department": folded(place.department) if place else None,
        "region": folded(place.region) if place else None,
        "country": folded(place.country) if place else None,
        "type": folded(facts.type),
        "audience": folded(facts.audience),
        "language": folded(facts.language),
        "online": facts.mode is not Mode.OFFLINE,
        "onsite": facts.mode is not Mode.ONLINE,
        "free": facts.free,
        "search": "".join(f" {word}" for word in dict.fromkeys(_searched(facts))),
        "listed": _listed_until(event, ends),
        "cancelled_at": event.cancelled_at,
        "merged_into": event.merged_into,
        "hidden": event.hidden,
        "sittings": to_json(event.sittings, tuple[int, ...]),
        "conflicts": to_json(event.conflicts, tuple[Conflict, ...]),
        "title": folded(facts.title) or "",
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


# A cancelled event stays where people see it for this long, so that who subscribed hears of it.
SHOWN_CANCELLED = timedelta(days=30)


def _listed_until(event: Event, ends: int) -> int:
    if event.hidden or event.vanished or event.merged_into:
        return 0
    return min(ends, int((event.cancelled_at + SHOWN_CANCELLED).timestamp())) if event.cancelled_at else ends


def event_facets(event: Event) -> set[tuple[str, str]]:
    """(facet, value) pairs of an event: what it has several of."""
    names = [name for organiser in event.facts.organisers for name in (organiser.name, organiser.acronym)]
    found = {("theme", folded(theme)) for theme in event.facts.themes}
    found |= {("organiser", folded(name)) for name in names}
    return {(facet, value) for facet, value in found if value} | {("source", each.source) for each in event.witnesses}


# The columns of `events` an event is read back from; the others are what a question may ask.
EVENT = (
    *("uid", "facts", "sequence", "first_seen", "last_seen", "changed_at", "witnesses", "vanished", "cancelled_at"),
    *("merged_into", "hidden", "sittings", "conflicts"),
)


def event_of(row: Row[Any]) -> Event:
    """The event of a row of `events`; its evidence lies with its sightings."""
    return Event(
        uid=row.uid,
        facts=from_json(row.facts, Facts),
        sequence=row.sequence,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        changed_at=row.changed_at,
        witnesses=from_json(row.witnesses, tuple[Witness, ...]),
        vanished=row.vanished,
        cancelled_at=row.cancelled_at,
        merged_into=row.merged_into,
        hidden=row.hidden,
        sittings=from_json(row.sittings, tuple[int, ...]),
        conflicts=from_json(row.conflicts, tuple[Conflict, ...]),
    )


def sighting_row(sighting: Sighting) -> dict[str, Any]:
    """What of a row of `sightings` follows from the sighting alone; `hash` tells whether it has to be written."""
    record = to_json(sighting, Sighting)
    url = sighting.facts.url
    registration = sighting.facts.registration_url
    return {
        "key": sighting.key,
        "url": address_key(url) if url else "",
        "registration": address_key(registration) if registration else None,
        "record": record,
        "hash": fingerprint(record),
    }


def known_of(row: Row[Any]) -> Known:
    """A sighting as remembered, out of a row of `sightings` joined with the UID of its event."""
    sighting = from_json(row.record, Sighting)
    if sighting.key != row.key:  # its source names it anew
        sighting = replace(sighting, key=row.key)
    return Known(sighting, row.uid, row.first_seen, row.last_seen, row.vanished_at, row.id)


def version_row(version: Version) -> dict[str, Any]:
    """The row of a version, without id and event."""
    return {
        "sequence": version.sequence,
        "at": version.at,
        "news": version.news.value,
        "source": version.source,
        "fields": " ".join(version.fields),
        "facts": to_json(version.facts, Facts),
        "before": to_json(version.before, Facts) if version.before else None,
    }


def version_of(row: Row[Any]) -> Version:
    """The version of a row of `versions` joined with the UID of its event."""
    return Version(
        uid=row.uid,
        sequence=row.sequence,
        at=row.at,
        news=News(row.news),
        facts=from_json(row.facts, Facts),
        before=from_json(row.before, Facts) if row.before else None,
        fields=tuple(row.fields.split()),
        source=row.source,
    )


def correction_row(correction: Correction) -> dict[str, Any]:
    """The row of a correction, without its id."""
    told = {name: getattr(correction, name) for name in ("uid", "at", "field", "value", "other", "author", "reason")}
    members = to_json(correction.members, tuple[int, ...])
    return told | {"act": correction.act.value, "members": members, "undone_at": correction.undone_at}


def correction_of(row: Row[Any]) -> Correction:
    """The correction of a row of `corrections`."""
    told = {name: getattr(row, name) for name in ("uid", "at", "field", "value", "other", "author", "reason")}
    members = from_json(row.members, tuple[int, ...])
    return Correction(**told, act=Act(row.act), members=members, number=row.id, undone_at=row.undone_at)


def state_after(before: SourceState | None, report: SourceReport, now: datetime, *, written: datetime) -> SourceState:
    """The state of a source after one more crawl, which began at `now`."""
    failed = report.outcome in (Outcome.HELD, Outcome.BROKEN)
    return SourceState(
        source=report.source,
        # whether it brought news is the report's: a crawl run again after a kill finds less of it
        outcome=Outcome.OK if report.outcome is Outcome.UNCHANGED else report.outcome,
        last_crawled=now,
        last_ok=(before.last_ok if before else None) if failed else now,
        failing_since=((before and before.failing_since) or now) if failed else None,
        failures=(before.failures if before else 0) + 1 if failed else 0,
        found=before.found if before and failed else report.found,
        error=report.error,
        written_at=written,
    )


# ── when, for a question ──────────────────────────────────────────────────────────────────────────


def days_of(facts: Facts) -> list[str]:
    """The local days on which an event or one of its sittings begins, as ISO texts."""
    starts = [facts.when.start, *(start for start, _ in facts.when.occurrences)]
    return sorted({day_of(start).isoformat() for start in starts if start is not None})


def day(facts: Facts) -> str:
    """The local day an event begins, as ISO text; empty when it has no date."""
    start = facts.when.start
    return "" if start is None else (start.date() if isinstance(start, datetime) else start).isoformat()


def _searched(facts: Facts) -> Iterator[str]:
    place = facts.place
    named = [place.name, place.city] if place else []
    for text in (facts.title, *named, *(each.name for each in facts.organisers), facts.summary):
        yield from words(text or "")
