"""A schema.org Event, whatever syntax it was written in, as the fields of a notice (https://schema.org/Event).

JSON-LD, microdata, RDFa and microformats all arrive here as a dict in the shape of JSON-LD. Fields stay text.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from agenda_scraper.model import Found
from agenda_scraper.text import squash

# They end in Event, or are called so, and are none that one could go to.
_NOT_EVENTS = frozenset({"PublicationEvent", "BroadcastEvent", "OnDemandEvent", "EventSeries", "EventVenue"})
_OTHER_EVENTS = frozenset({"Festival", "Hackathon", "CourseInstance"})

_FREQUENCIES = {"P1D": "DAILY", "P1W": "WEEKLY", "P1M": "MONTHLY", "P1Y": "YEARLY"} | {
    word: word for word in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
}
_DAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_PREFIX = re.compile(r"^https?://schema\.org/")

_ADDRESS = (("address", "streetAddress"), ("postcode", "postalCode"), ("city", "addressLocality"))
Link = Callable[[str], str | None]


def is_event(kind: Any) -> bool:
    """Whether an `@type`, one or a list, names an Event of schema.org or a sort of it."""
    if isinstance(kind, list):
        return any(_names_event(str(name)) for name in kind if name)
    return bool(kind) and _names_event(str(kind))


@lru_cache(maxsize=256)
def _names_event(kind: str) -> bool:
    name = kind.replace(":", "/").rsplit("/", 1)[-1]
    return name not in _NOT_EVENTS and (name.endswith("Event") or name in _OTHER_EVENTS)


def fields_of(thing: Mapping[str, Any], path: str, *, link: Link) -> dict[str, tuple[Found, ...]]:
    """A schema.org Event as the fields of a notice; `link` makes its addresses absolute."""
    fields: dict[str, tuple[Found, ...]] = {}

    def put(name: str, key: str, texts: Sequence[str | None]) -> None:
        where = f"{path}.{key}"
        found = [Found(text, where) for text in texts if text]
        if found:
            fields.setdefault(name, tuple(found))

    for name, key, read in _READ:
        if key in thing and name not in fields and (texts := read(thing[key])):
            where = f"{path}.{key}"
            # most properties say one thing, and this is done for each of each event
            fields[name] = (Found(texts[0], where),) if len(texts) == 1 else tuple([Found(t, where) for t in texts])
    for name, key, read in _LINKED:
        if key in thing:
            put(name, key, [link(text) for text in read(thing[key])[:1]])
    if "eventSchedule" in thing:
        _scheduled(thing["eventSchedule"], put)
    if "location" in thing:
        for name, (key, texts) in _located(thing["location"]).items():
            put(name, key, texts)
    if "offers" in thing:
        _offered(thing["offers"], put, link)
    return fields


def _words(value: Any) -> list[str]:
    """Keywords: one text with commas, or a list."""
    return [word.strip() for text in _texts(value) for word in text.split(",") if word.strip()]


def _scheduled(schedule: Any, put: Any) -> None:
    """The first sitting of a Schedule and its rule (https://schema.org/Schedule), where the event has no date."""
    plan = schedule[0] if isinstance(schedule, list) and schedule else schedule
    if not isinstance(plan, dict) or not (days := _texts(plan.get("startDate"))):
        return
    days[0] = _first_sitting(days[0], _texts(plan.get("byDay")))
    clocks = {name: "".join(f"T{text}" for text in _texts(plan.get(f"{name}Time"))[:1]) for name in ("start", "end")}
    put("start", "eventSchedule", [days[0] + clocks["start"]])
    if clocks["end"]:
        put("end", "eventSchedule", [days[0] + clocks["end"]])
    put("timezone", "eventSchedule.scheduleTimezone", _texts(plan.get("scheduleTimezone"))[:1])
    rule = _FREQUENCIES.get("".join(_texts(plan.get("repeatFrequency"))[:1]).upper())
    parts = [
        *([f"FREQ={rule}"] if rule else []),
        *(["BYDAY=" + ",".join(day[:2].upper() for day in found)] if (found := _texts(plan.get("byDay"))) else []),
        *([f"COUNT={found[0]}"] if (found := _texts(plan.get("repeatCount"))) else []),
        *([f"UNTIL={last[0].replace('-', '')}"] if not found and (last := _texts(plan.get("endDate"))) else []),
    ]
    put("rrule", "eventSchedule", [";".join(parts)] if rule else [])


def _first_sitting(day: str, weekdays: Sequence[str]) -> str:
    """The first day of a schedule from a date on: it need not be a day it is held on."""
    wanted = {_DAYS[name[:2].upper()] for name in weekdays if name[:2].upper() in _DAYS}
    try:
        start = date.fromisoformat(day)
        return next(
            str(start + timedelta(n)) for n in range(7) if not wanted or (start + timedelta(n)).weekday() in wanted
        )
    except (ValueError, OverflowError):
        return day


def _located(location: Any) -> dict[str, tuple[str, list[str]]]:
    """Place fields, and the mode a VirtualLocation implies."""
    fields: dict[str, tuple[str, list[str]]] = {}
    hall = False
    for spot in location if isinstance(location, list) else [location]:
        if isinstance(spot, str):
            fields.setdefault("place", ("location", [_plain(spot)]))
        if not isinstance(spot, dict):
            continue
        if str(spot.get("@type", "")).endswith("VirtualLocation"):
            fields["virtual"] = ("location", _texts(spot.get("url")) or ["online"])
            continue
        address = spot.get("address", spot if "PostalAddress" in str(spot.get("@type")) else None)
        if hall:
            continue  # a second hall: its address belongs to no name but its own
        place = {} if address is spot else {"place": spot.get("name")}
        if isinstance(address, dict):
            place |= {name: address[key] for name, key in _ADDRESS if key in address}
            place["country"] = _inner(address.get("addressCountry"), "name")
        elif address:
            place["address"] = address
        geo = spot.get("geo")
        if isinstance(geo, dict):
            place |= {"latitude": geo.get("latitude"), "longitude": geo.get("longitude")}
        said = {name: (f"location.{name}", texts) for name, value in place.items() if (texts := _texts(value))}
        hall = bool(said)
        fields |= said
    return fields


def _offered(offers: Any, put: Any, link: Link) -> None:
    """Price and registration of the first offer."""
    offer = next((o for o in (offers if isinstance(offers, list) else [offers]) if isinstance(o, dict)), None)
    if offer:
        amount, currency = _texts(offer.get("price")), _texts(offer.get("priceCurrency"))
        put("price", "offers.price", [" ".join([*amount[:1], *currency[:1]])] if amount else [])
        put("registration", "offers.url", [link(text) for text in _texts(offer.get("url"))[:1]])


def _texts(value: Any, *, markup: bool = False) -> list[str]:
    """A JSON value as texts: strings, numbers, lists of them, language maps; schema.org words without their prefix."""
    if isinstance(value, str):
        text = value.strip() if markup else _plain(value)
        return [_PREFIX.sub("", text) if text.startswith("http") else text] if text else []
    if isinstance(value, list):
        return [text for each in value for text in _texts(each, markup=markup)]
    if isinstance(value, dict):
        return _texts(value.get("@value", value.get("name", value.get("@id"))), markup=markup)
    if isinstance(value, bool):
        return [str(value).lower()]
    return [] if value is None else [str(value)]


def _plain(text: str) -> str:
    """Text with its entities read: sites escape them twice as often as once."""
    return squash(entities.unescape(entities.unescape(text)) if "&" in text else text)


def _names(value: Any) -> list[str]:
    # The Events Calendar writes `performer: "Organization"` on every event
    return [name for name in _texts(value) if name != "Organization" and not name.startswith(("http://", "https://"))]


def _inner(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else value


def _addresses(value: Any) -> list[str]:
    """Addresses of pictures: a string, a list, or ImageObjects."""
    if isinstance(value, list):
        return [text for each in value for text in _addresses(each)]
    return _texts(_inner(value, "url") if isinstance(value, dict) else value)


def _description(value: Any) -> list[str]:
    # HTML in most of the field's software, plain text in the rest: normalise cleans both
    return _texts(value, markup=True)


# Field, property, and how its value is read; the first property that says a field counts.
_READ: tuple[tuple[str, str, Callable[[Any], list[str]]], ...] = (
    ("title", "name", _texts),
    ("start", "startDate", _texts),
    ("end", "endDate", _texts),
    ("previous_start", "previousStartDate", _texts),
    ("status", "eventStatus", _texts),
    ("mode", "eventAttendanceMode", _texts),
    ("language", "inLanguage", _texts),
    ("published", "datePublished", _texts),
    ("modified", "dateModified", _texts),
    ("price", "price", _texts),
    ("free", "isAccessibleForFree", _texts),
    ("organisers", "organizer", _names),
    ("partners", "contributor", _names),
    ("funders", "funder", _names),
    ("funders", "sponsor", _names),
    ("speakers", "performer", _names),
    ("summary", "description", _description),
    ("audience", "audience", lambda value: _texts(_inner(value, "audienceType"))),
    ("id", "identifier", lambda value: _texts(_inner(value, "value"))[:1]),
    ("themes", "keywords", _words),
)
_LINKED: tuple[tuple[str, str, Callable[[Any], list[str]]], ...] = (
    ("url", "url", _texts),
    ("image", "image", _addresses),
)
