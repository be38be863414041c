"""What an entry says of its event outside RSS and Atom: the event module, xCal, Google's gd:, and their many kin.

By the names of elements, not by their namespaces: every maker of calendars has one of its own, and they all say
"startdate" or "dtstart". Keys are those of feedparser, `prefix_name` in lower case; a JSON Feed's extensions are
brought into that shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from agenda_scraper.extract.moments import joined
from agenda_scraper.model import Found
from agenda_scraper.text import squash

Fields = dict[str, tuple[Found, ...]]

# Day and time stand apart in some (Modern Events Calendar: startDate, startHour; CivicPlus: EventDates, EventTimes).
_MOMENTS = {
    "start": (
        ("startdate", "dtstart", "start", "startdatetime", "starttime", "startsat", "begin", "begins", "eventstart"),
        ("starthour", "starttime", "timestart"),
    ),
    "end": (
        ("enddate", "dtend", "end", "enddatetime", "endtime", "endsat", "eventend"),
        ("endhour", "endtime", "timeend"),
    ),
    "when": (("eventdates", "eventdate", "when", "formatteddatetime"), ("eventtimes", "eventtime")),
}
_TEXTS = {
    "place": ("location", "venue", "where", "eventlocation"),
    "address": ("address", "streetaddress"),
    "city": ("city", "locality"),
    "organisers": ("organizer", "organiser"),
    "price": ("cost", "price"),
    "status": ("status", "eventstatus"),
    "timezone": ("timezone", "tzid"),
    "latitude": ("lat", "latitude"),
    "longitude": ("long", "lon", "longitude"),
}
# In what follows iCalendar the end of whole days is the day after the last (RFC 5545, section 3.6.1).
_EXCLUSIVE = ("xcal", "gd")


def told_by_modules(entry: Mapping[str, Any], where: str) -> Fields:
    """The fields an entry says by elements that are not RSS's or Atom's own."""
    told = dict(_flat(entry))
    fields: Fields = {}
    for name, (days, times) in _MOMENTS.items():
        day, time = _first(told, days), _first(told, times)
        if day is not None:
            apart = time is not None and time[0] != day[0] and not re.search(r"T\d|:\d\d", day[1])
            text = joined([day[1], time[1]]) if apart and time else day[1]
            if any(letter.isdigit() for letter in text):
                fields[name] = (Found(text, f"{where}/{day[0]}", day[1]),)
    for name, names in _TEXTS.items():
        found = _first(told, names)
        if found is not None:
            fields[name] = (Found(found[1], f"{where}/{found[0]}"),)
    if any(key.startswith(_EXCLUSIVE) for key in told) and "end" in fields:
        fields |= _inclusive(fields)
    if "ev_type" in told:
        fields["type"] = (Found(told["ev_type"], f"{where}/ev_type"),)
    return fields


def _flat(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Keys and texts; the attributes of an element (`<gd:when startTime="…">`) as its prefix and their own names."""
    for key, value in entry.items():
        if isinstance(value, str):
            yield key, squash(value)
        elif isinstance(value, Mapping) and key.endswith(("when", "where", "event", "date", "dates")):
            prefix = key.partition("_")[0]
            for name, text in value.items():
                if isinstance(text, str):
                    own = name.replace("_", "").lower()
                    yield f"{prefix}_{key.rpartition('_')[2] if own == 'valuestring' else own}", squash(text)


def _first(told: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, str] | None:
    """The key and text of the first of some names that an entry says, with a prefix or without."""
    local = {key.partition("_")[2].replace("_", ""): key for key in reversed(list(told)) if told[key]}
    local |= {key.replace("_", ""): key for key in told if told[key]}
    key = next((local[name] for name in names if name in local), None)
    return (key, told[key]) if key else None


def _inclusive(fields: Fields) -> Fields:
    """The end of whole days as their last."""
    try:
        start, end = (date.fromisoformat(fields[name][0].text) for name in ("start", "end"))
    except (KeyError, ValueError):
        return {}
    last = max(start, end - timedelta(days=1))
    return {"end": (Found(last.isoformat(), fields["end"][0].where, fields["end"][0].text),)}
