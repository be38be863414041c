"""The list for machines: schema.org events as JSON-LD, safe inside a script element."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from agenda_scraper.model import Event, Mode, Place, Role, Status
from agenda_scraper.site.cards import Span, sittings
from agenda_scraper.site.series import by_rule, schedule
from agenda_scraper.text import shown, web_address

_STATUS = {
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.RESCHEDULED: "EventRescheduled",
    Status.MOVED_ONLINE: "EventMovedOnline",
}
_MODE = {Mode.OFFLINE: "Offline", Mode.ONLINE: "Online", Mode.MIXED: "Mixed"}
# A page stays light however often its event is repeated.
_SITTINGS = 50
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# HTML ends a script at "</script" and hides it after "<!--", whatever JSON thinks of it.
_HTML = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def event_list(events: Iterable[Event]) -> str:
    """A JSON-LD graph of the events that have a date, without the characters HTML reads in a script.

    Repeated events are separate ones to schema.org and Google: one a sitting. What goes on by a rule has its schedule:
    its first day would be taken for the only one.
    """
    graph = [each for event in events for each in _told(event)]
    document = {"@context": "https://schema.org", "@graph": graph}
    told = _ENCODE(document)
    for sign, escape in _HTML.items():
        told = told.replace(sign, escape)
    return told


def _told(event: Event) -> list[dict[str, Any]]:
    when = event.facts.when
    plan = schedule(when) if by_rule(when) else None
    if plan is not None:
        return [_event(event, {"eventSchedule": plan})]
    return [_event(event, _dates(span)) for span in sittings(event)[:_SITTINGS]]


def _dates(span: Span) -> dict[str, Any]:
    start, end = span
    return {"startDate": start.isoformat(), "endDate": end.isoformat() if end else None}


def _event(event: Event, dates: dict[str, Any]) -> dict[str, Any]:
    facts = event.facts
    told = {
        "@type": "Event",
        "name": _text(facts.title),
        **dates,
        "eventStatus": f"https://schema.org/{_STATUS.get(facts.status, 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{_MODE[facts.mode]}EventAttendanceMode",
        "location": _location(facts.place, web_address(facts.url) if facts.mode == Mode.ONLINE else None),
        "organizer": [
            {"@type": "Organization", "name": _text(who.name)} for who in facts.organisers if who.role == Role.ORGANISER
        ],
        "url": web_address(facts.url),
    }
    return {key: value for key, value in told.items() if value}


def _location(place: Place | None, online: str | None) -> dict[str, Any] | None:
    if place is None:
        return {"@type": "VirtualLocation", "url": online} if online else None
    address = {
        "@type": "PostalAddress",
        "streetAddress": _text(place.address),
        "postalCode": _text(place.postcode),
        "addressLocality": _text(place.city),
        "addressCountry": _text(place.country),
    }
    told = {
        "@type": "Place",
        "name": _text(place.name or place.city),
        "address": {key: value for key, value in address.items() if value},
    }
    return {key: value for key, value in told.items() if value}


def _text(text: str | None) -> str:
    return shown(text or "")
