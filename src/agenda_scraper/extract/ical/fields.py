"""What a VEVENT says, as the fields of a notice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from agenda_scraper.extract.ical.lines import Component, Property
from agenda_scraper.extract.ical.series import Telling
from agenda_scraper.extract.ical.spans import Span, moment_in
from agenda_scraper.extract.ical.zones import Zones
from agenda_scraper.extract.markup import absolute
from agenda_scraper.model import Found, Moment
from agenda_scraper.text import web_address

Fields = dict[str, tuple[Found, ...]]

# Field → the properties that say it, surest first. The X- are those of All-in-One Event Calendar, Outlook and Apple.
_TEXTS = {
    "title": ("SUMMARY",),
    "summary": ("DESCRIPTION", "STYLED-DESCRIPTION", "X-ALT-DESC"),
    "place": ("LOCATION",),
    "status": ("STATUS",),
    "contact": ("CONTACT",),
    "free": ("X-COST-TYPE",),
    "price": ("X-COST",),
}
_LINKS = {"url": ("URL",), "registration": ("X-TICKETS-URL",), "image": ("IMAGE", "X-WP-IMAGES-URL")}
_POINT = re.compile(r"(?:geo:)?\s*(-?\d{1,3}(?:\.\d+)?)\s*[;,]\s*(-?\d{1,3}(?:\.\d+)?)", re.I)
# Google and others put the address of a calendar where that of a person belongs.
_NOBODY = re.compile(r"@(?:group|resource)\.calendar\.google\.com$|^unknownorganizer@|^no-?reply@", re.I)


def fields_of(telling: Telling, zones: Zones, *, base: str) -> Fields:
    """The fields of an event; one whose start does not read shows it as `when`, to be rejected with its title."""
    event = telling.event
    where = f"VEVENT[{telling.number}]"
    fields: Fields = {}
    for name, text, told in (*_texts(event, base), *_people(event), *_places(event)):
        if text and name not in fields:
            fields[name] = (Found(text, f"{where}.{told.name}", told.value),)
    if telling.id:
        fields["id"] = (Found(telling.id, f"{where}.UID"),)
    themes = [(word, told.name) for told in event.all("CATEGORIES") for word in told.words]
    if themes:
        fields["themes"] = tuple(Found(word, f"{where}.{name}") for word, name in themes)
    for name, key in (("published", "CREATED"), ("modified", "LAST-MODIFIED")):
        stamp = event.first(key)
        moment = moment_in(stamp, zones) if stamp else None
        if moment is not None:
            fields[name] = (Found(_written(moment, zones), f"{where}.{key}"),)
    return fields | _moments(telling, zones, where)


def _moments(telling: Telling, zones: Zones, where: str) -> Fields:
    """Start, end, zone, and the sittings of a series as `start/end` texts beside its rule."""
    event, spans = telling.event, telling.spans
    told = event.first("DTSTART")
    if told is None:
        return {}
    if not spans:
        return {"when": (Found(told.value, f"{where}.DTSTART"),)}
    fields: Fields = {"start": (Found(_written(spans[0].start, zones), f"{where}.DTSTART", told.value),)}
    if spans[0].end is not None:
        name = "DTEND" if event.first("DTEND") else "DURATION"
        fields["end"] = (Found(_written(spans[0].end, zones), f"{where}.{name}", event.text(name)),)
    zone = zones.zone(spans[0].tzid) if spans[0].tzid else None
    if isinstance(zone, ZoneInfo):
        fields["timezone"] = (Found(zone.key, f"{where}.DTSTART.TZID", spans[0].tzid),)
    if len(spans) > 1:  # a rule beside a single sitting would bring back those that were taken out of it
        fields["occurrences"] = tuple(Found(_sitting(each, zones), f"{where}.RRULE") for each in spans)
        if event.first("RRULE"):
            fields["rrule"] = (Found(event.text("RRULE"), f"{where}.RRULE"),)
    return fields


def _texts(event: Component, base: str) -> Iterator[tuple[str, str, Property]]:
    for name, keys in _TEXTS.items():
        for told in (told for key in keys for told in event.all(key)):
            yield name, told.text, told
    for name, keys in _LINKS.items():
        for told in (told for key in keys for told in event.all(key)):
            yield name, absolute(base, told.value) or "", told
    for told in event.all("ATTACH"):
        if told.params.get("FMTTYPE", "").lower().startswith("image/"):
            yield "image", absolute(base, told.value) or "", told
    title = event.first("SUMMARY")
    if title:
        yield "language", title.params.get("LANGUAGE", ""), title


def _people(event: Component) -> Iterator[tuple[str, str, Property]]:
    """ORGANIZER: a name beside an address to write to; Mobilizon writes the name alone."""
    for told in event.all("ORGANIZER"):
        mail = re.sub(r"^mailto:", "", told.value.strip(), flags=re.I)
        name = told.params.get("CN", "") or ("" if "@" in mail or ":" in mail else told.text)
        yield "organisers", "" if "@" in name else name, told
        yield "email", mail if "@" in mail and not _NOBODY.search(mail) else "", told


def _places(event: Component) -> Iterator[tuple[str, str, Property]]:
    """Coordinates, Apple's location where LOCATION is silent, and the room on the web where one takes part."""
    for told in (*event.all("GEO"), *event.all("X-APPLE-STRUCTURED-LOCATION")):
        point = _POINT.match(told.value)
        if point:
            yield "latitude", point[1], told
            yield "longitude", point[2], told
        lines = (told.params.get("X-TITLE", ""), told.params.get("X-ADDRESS", "").replace("\\n", "\n"))
        yield "place", "\n".join(line for line in lines if line), told
    for told in (*event.all("CONFERENCE"), *event.all("X-GOOGLE-CONFERENCE"), *event.all("LOCATION")):
        yield "virtual", web_address(told.text) or "", told


def _sitting(span: Span, zones: Zones) -> str:
    return f"{_written(span.start, zones)}/{_written(span.end, zones) if span.end is not None else ''}"


def _written(moment: Moment, zones: Zones) -> str:
    return (zones.shown(moment) if isinstance(moment, datetime) else moment).isoformat()
