"""Where: text → Place and Mode. Venue, street, postcode, town, country; online or on the spot or both.

A place name is kept even when nothing is resolved; a town is completed with what the gazetteer has on it, and
`Place.confidence` tells how sure that is. Nothing here raises on text, whatever it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache

from agenda_scraper.model import Context, Mode, Place
from agenda_scraper.text import visible
from agenda_scraper.where import gazetteer
from agenda_scraper.where.address import read, says_nowhere
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.mode import is_only_mode, says_both, says_on_the_spot, says_online
from agenda_scraper.where.prose import find
from agenda_scraper.where.settle import clues
from agenda_scraper.where.words import flat

__all__ = ["find_place", "read_mode", "read_place", "resolve", "says_nowhere"]

# A field is short, and a notice says where well before its fifty thousandth character.
_FIELD = 1_000
_NOTICE = 50_000


def read_place(text: str, context: Context) -> Place | None:
    """The place a labelled field names ("Salle des fêtes, 12 rue X, 59000 Lille"); None for "en ligne" or nothing."""
    return read(_clean(text, _FIELD), clues(context), context.language)


def find_place(prose: str, context: Context) -> Place | None:
    """The place a whole notice names, by its labels, venues and sentences; None when it names none."""
    return find(_clean(prose, _NOTICE), clues(context), context.language)


def resolve(place: Place, context: Context) -> Place:
    """The place with what is missing taken from the gazetteer; what a page states itself is never changed."""
    country = place.country and (gazetteer.countries().get(key(place.country)) or place.country)
    town = f"{place.postcode or ''} {place.city or ''}".strip()
    pieces = (None if place.city else place.address or place.name, town, place.department, place.country)
    words = ", ".join(filter(None, pieces))
    found = read(_clean(words, _FIELD), clues(context), context.language) or Place()
    return replace(
        found,
        name=place.name,
        address=_street_of(place, found),
        city=found.city if place.city is None or found.city else place.city,
        postcode=place.postcode or found.postcode,
        department=place.department or found.department,
        region=place.region or found.region,
        country=country or found.country,
        latitude=found.latitude if place.latitude is None else place.latitude,
        longitude=found.longitude if place.longitude is None else place.longitude,
        insee=place.insee or found.insee,
    )


def _street_of(place: Place, found: Place) -> str | None:
    """A stated address without the postcode and town behind it, which stand in fields of their own."""
    address, postcode = place.address, place.postcode or found.postcode
    if address and found.address and found.postcode and found.postcode in address:
        return found.address
    street = address.partition(postcode)[0].rstrip(" ,–-") if address and place.city and postcode else ""
    return street or address


def read_mode(text: str, context: Context, *, place: Place | None = None) -> Mode | None:
    """How one takes part: online, offline when a place is stated, mixed for both; None when the text is silent.

    `place` is the text's place where it was found before: it is then not looked for again.
    """
    clean = _clean(text, _NOTICE)
    plain = flat(clean)
    online = says_online(plain) or is_only_mode(clean)
    if says_both(plain) or (online and says_on_the_spot(plain)):
        return Mode.MIXED
    place = place or find_place(clean, context) or _short_place(clean, context)
    if online:
        return Mode.MIXED if place and (place.name or place.address) else Mode.ONLINE
    return Mode.OFFLINE if place or says_on_the_spot(plain) else None


def _short_place(text: str, context: Context) -> Place | None:
    """The place of a text that is nothing but a place field; a sentence without town or street is none."""
    place = read_place(text, context) if len(text) < 120 else None
    return place if place and (place.city or place.address or place.postcode) else None


@lru_cache(maxsize=4)
def _clean(text: str, length: int) -> str:
    """The text without what hides or reorders it; place and mode are read from one notice, one after the other."""
    return unicodedata.normalize("NFC", visible(text[:length]))
