"""Events, and what was understood on the way to them, as JSON: the contract other programs rely on.

Every key of an event is always there, in this order; unknown is null or an empty list. Moments are `2014-11-18` when
the page gives no time, else ISO 8601 with the offset of the event's own zone; the end of whole days is the last day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from agenda_scraper.errors import PublishError
from agenda_scraper.history import Version
from agenda_scraper.model import Event, Evidence, Facts, Place, Sighting, When, Witness
from agenda_scraper.publish import Channel
from agenda_scraper.publish.moments import iso
from agenda_scraper.rendered import Rendered

_PLACE = ("name", "address", "postcode", "city", "department", "region", "country", "latitude", "longitude")

# No text of an event reads so: in a JSON string a quotation mark has a backslash before it.
_OPEN = "@"
_LAST_SEEN = f'"last_seen": "{_OPEN}"'


def entry_json(event: Event, channel: Channel | None = None) -> str:
    """The record of an event on one line; when it was last seen is left open, as it changes and the event does not."""
    return json.dumps(event_record(event) | {"last_seen": _OPEN}, ensure_ascii=False)


def joined_json(entries: Sequence[Rendered], *, channel: Channel | None = None, now: datetime | None = None) -> bytes:
    """A JSON list of event records, one line an event; the list alone, so channel and clock play no part."""
    told = (each.text.replace(_LAST_SEEN, f'"last_seen": "{_stamp(each.last_seen)}"') for each in entries)
    return _whole(f"[{','.join(f'{chr(10)}{record}' for record in told)}\n]\n")


def render_json(events: Sequence[Event]) -> bytes:
    """Events in hand as that list."""
    records = (json.dumps(event_record(event), ensure_ascii=False) for event in events)
    return _whole(f"[{','.join(f'{chr(10)}{record}' for record in records)}\n]\n")


def check_json(body: bytes) -> None:
    """Read the list back; PublishError when it is not one."""
    try:
        found = json.loads(body)
    except ValueError as error:
        raise PublishError(f"the JSON does not parse: {error}") from error
    if not isinstance(found, list):
        raise PublishError("the JSON is no list")


def event_record(event: Event) -> dict[str, object]:
    """An event by the contract."""
    return facts_record(event.facts, witnesses=event.witnesses) | {
        "uid": event.uid,
        "first_seen": _stamp(event.first_seen),
        "last_seen": _stamp(event.last_seen),
        "sequence": event.sequence,
    }


def facts_record(facts: Facts, *, witnesses: Sequence[Witness] = ()) -> dict[str, object]:
    """The same keys for what is not stored, and so has no identity and no history yet."""
    when, zone = facts.when, facts.when.timezone
    return {
        "uid": None,
        "title": facts.title,
        "start": iso(when.start, zone),
        "end": iso(when.end, zone),
        "all_day": when.all_day,
        "timezone": zone,
        "occurrences": _occurrences(when),
        "status": facts.status.value,
        "previous_start": iso(when.previous_start, zone),
        "mode": facts.mode.value,
        "place": _place(facts.place),
        "organisers": [{"name": who.name, "role": who.role.value} for who in facts.organisers],
        "contacts": [
            {"name": who.name, "email": who.email, "phone": who.phone, "url": who.url} for who in facts.contacts
        ],
        "url": facts.url or None,
        "registration_url": facts.registration_url,
        "deadline": iso(facts.deadline, zone),
        "summary": facts.summary,
        "type": facts.type,
        "themes": list(facts.themes),
        "audience": facts.audience,
        "free": facts.free,
        "price": facts.price,
        "language": facts.language,
        "image": facts.image,
        "relevance": facts.relevance,
        "sources": [{"source": witness.source, "url": witness.url or None} for witness in witnesses],
        "published_at": iso(facts.published_at, zone),
        "modified_at": iso(facts.modified_at, zone),
        "first_seen": None,
        "last_seen": None,
        "sequence": None,
    }


def sighting_record(sighting: Sighting, *, explain: bool = False) -> dict[str, object]:
    """What was understood of one notice; with `explain`, where each value was read, and what to look at."""
    told = facts_record(sighting.facts, witnesses=[Witness(sighting.source, sighting.facts.url)])
    if explain:
        told |= {"evidence": evidence_records(sighting.evidence), "warnings": list(sighting.warnings)}
    return told


def evidence_records(evidence: Iterable[Evidence]) -> list[dict[str, str]]:
    """Where each value was read: field, source, selector or path, raw text, rule."""
    return [asdict(each) for each in evidence]


def version_record(version: Version) -> dict[str, object]:
    """A version of an event: when, what news, what changed from what to what, and which source said so."""
    now, before = facts_record(version.facts), facts_record(version.before) if version.before else {}
    names = {"when": ("start", "end", "occurrences"), "summary_html": ()}
    keys = [key for name in version.fields for key in names.get(name, (name,))]
    return {
        "sequence": version.sequence,
        "at": _stamp(version.at),
        "news": version.news.value,
        "source": version.source or None,
        "changes": {key: [before.get(key), now.get(key)] for key in keys if before.get(key) != now.get(key)},
    }


def when_record(when: When) -> dict[str, object]:
    """What a date text says: start, end and all_day always, the rest only where it says something."""
    zone = when.timezone
    told: dict[str, object] = {
        "timezone": zone,
        "occurrences": _occurrences(when),
        "rrule": when.rrule,
        "status": when.status.value if when.status else None,
        "previous_start": iso(when.previous_start, zone),
        "deadline": iso(when.deadline, zone),
        "published": iso(when.published, zone),
        "approx": when.approx,
        "weekday_mismatch": when.weekday_mismatch,
    }
    always: dict[str, object] = {
        "start": iso(when.start, zone),
        "end": iso(when.end, zone),
        "all_day": when.all_day,
    }
    return always | {key: value for key, value in told.items() if value}


def _occurrences(when: When) -> list[list[str | None]]:
    return [[iso(start, when.timezone), iso(end, when.timezone)] for start, end in when.occurrences]


def _place(place: Place | None) -> dict[str, Any]:
    return {key: getattr(place, key, None) for key in _PLACE}


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _whole(text: str) -> bytes:
    # A lone surrogate has no UTF-8; no text of a page is worth refusing the file.
    return text.encode("utf-8", errors="replace")
