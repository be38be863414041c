"""Where a notice says the event is, and whether one may take part from afar."""

from __future__ import annotations

import re
from dataclasses import replace

from agenda_scraper.links import is_link
from agenda_scraper.model import Facts, Mode, Notice, Place, Status
from agenda_scraper.normalise.reading import Reading
from agenda_scraper.normalise.titles import plain
from agenda_scraper.text import words
from agenda_scraper.where import find_place, read_mode, read_place, resolve, says_nowhere

_LED = re.compile(r"^(?:[a-zà-ÿ]+['’\s]\s?)+")  # "at the", "à l'"
_PIECES = ("address", "postcode", "city", "country")


def with_place(facts: Facts, reading: Reading) -> Facts:
    """Place and mode: labelled pieces first, then the place field, then the prose."""
    place, rule = _place(reading)
    if place is not None:
        found = next((f for name in ("place", *_PIECES) if (f := reading.notice.first(name))), None)
        reading.note("place", found, rule)
    mode = _mode(reading, place)
    # the hall that is still told of is where it was to be
    moved = facts.status is Status.MOVED_ONLINE and mode is Mode.OFFLINE
    return replace(facts, place=place, mode=Mode.ONLINE if moved else mode)


def _place(reading: Reading) -> tuple[Place | None, str]:
    notice, context = reading.notice, reading.context
    if any(notice.first(name) for name in _PIECES):
        return resolve(_labelled(notice), context), "labelled pieces"
    field = _lines(notice, "place")
    if field and not is_link(field):  # which says nothing of where, as a word for online would
        return _located(_towned(read_place(field, context), reading), notice), "place field"
    told = _other_than_title(find_place(reading.prose, context), notice)
    if told is None and (setting := _setting(reading)):
        return setting, "what the page says of all its events"
    return _located(told, notice), "prose"


def _setting(reading: Reading) -> Place | None:
    """The place that a page names once for all meetings it lists."""
    said = plain(reading.notice.text("setting", " "))
    if said[:1].isdigit():
        return read_place(said, reading.context)
    if not said:
        return None
    if named := find_place(said, reading.context):
        return named
    told = read_place(_LED.sub("", said), reading.context)
    return told if told and told.address else None


def _other_than_title(place: Place | None, notice: Notice) -> Place | None:
    """A place of the prose without a name that is but the title again, which stands beside the date in a list."""
    if place is None or place.address or not place.name:
        return place
    if words(place.name) != words(plain(notice.text("title", " "))):
        return place
    nameless = replace(place, name=None)
    return nameless if nameless.city else None


def _towned(place: Place | None, reading: Reading) -> Place | None:
    """A place whose field names no town, in the town the rest of the notice names."""
    if place is None or place.city:
        return place
    told = find_place(reading.prose, reading.context)
    if told is None or not told.city:
        return place
    # "Town Hall, Littleford" was taken whole for a hall: the prose knows that its end is the town
    name = (place.name or "").removesuffix(told.city).rstrip(" ,–-(") or place.name
    return replace(told, name=name or told.name, address=place.address or told.address)


def _labelled(notice: Notice) -> Place:
    country = plain(notice.text("country", " "))
    name, address = (_lines(notice, field) for field in ("place", "address"))
    return Place(
        name=None if not name or says_nowhere(name) else name,
        address=None if not address or says_nowhere(address) else address,
        postcode=plain(notice.text("postcode", " ")) or None,
        city=plain(notice.text("city", " ")) or None,
        country=country or None,
        latitude=_number(notice, "latitude"),
        longitude=_number(notice, "longitude"),
    )


def _lines(notice: Notice, name: str) -> str:
    """A field on one line, its lines parted by commas: an address stands on several."""
    lines = (plain(line).strip(" ,") for line in notice.text(name).split("\n"))
    return ", ".join(line for line in lines if line)


def _located(place: Place | None, notice: Notice) -> Place | None:
    """A place with the coordinates the page gives: they are surer than the town's."""
    latitude, longitude = _number(notice, "latitude"), _number(notice, "longitude")
    if place is None or latitude is None or longitude is None:
        return place
    return replace(place, latitude=latitude, longitude=longitude)


def _number(notice: Notice, name: str) -> float | None:
    """A coordinate in degrees; zero-zero islands and impossible ones are none."""
    try:
        number = float(notice.text(name).replace(",", "."))
    except ValueError:
        return None
    return number if 0 < abs(number) <= (90 if name == "latitude" else 180) else None


def _mode(reading: Reading, place: Place | None) -> Mode:
    """What the structured field says, unless it is the silent default of its software; else the words."""
    said = read_mode(f"{reading.notice.text('place', ' ')}\n{reading.prose}", reading.context, place=place)
    told = reading.notice.text("mode").casefold()
    if "mixed" in told or "hybrid" in told:
        return Mode.MIXED
    # a VirtualLocation beside a hall is a hybrid event; alone, an online one
    if reading.notice.first("virtual"):
        return Mode.MIXED if place is not None else Mode.ONLINE
    if "online" in told:
        return Mode.ONLINE
    return said or Mode.OFFLINE
