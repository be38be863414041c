"""Where an object of JSON or XML nobody described says it takes place: in its own keys, in an object, or around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from agenda_scraper.extract.auto.context import is_bare_day
from agenda_scraper.extract.auto.keys import LANGUAGES, Keyed, folded
from agenda_scraper.links import is_link

Spot = dict[str, tuple[str, str]]  # field → its text, and the key it stands under

_PLACES = ("location", "place", "venue", "lieu", "where", "ort", "local")
_ROOMS = ("room", "salle", "sala", "raum", "zaal", "roomname", "meetingroom", "venuelayout")
_NAMES = ("name", "nom", "nome", "nombre", "title", "titre", "label", "displayname", "text", "value", "rendered")
_PIECES: dict[str, tuple[str, ...]] = {
    "address": (
        "address", "adresse", "streetaddress", "street", "thoroughfare", "addressline", "fulladdress", "direccion",
        "indirizzo", "strasse",
    ),
    "postcode": ("postcode", "postalcode", "zip", "zipcode", "codepostal", "plz", "codigopostal"),
    "city": ("city", "ville", "town", "locality", "addresslocality", "commune", "cidade", "ciudad", "stadt"),
    "country": ("country", "pays", "countryname", "countrycode", "addresscountry"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng"),
}  # fmt: skip
_INNER = ("address", "adresse", "geo", "coordinates", "position", "gps")
_KNOWN = frozenset((*_NAMES, *(name for names in _PIECES.values() for name in names)))
_DEEPEST = 4  # objects within the object of a place; deeper was made to hurt


def is_place(key: str) -> bool:
    """Whether a key, or that of a list, says that what stands under it is a place."""
    return folded(key).removesuffix("s") in _PLACES


def spot_of(keyed: Keyed, around: Spot) -> Spot:
    """Where a thing takes place: what it says itself, else the place that holds it; its room stands in front."""
    said = _of_thing(keyed) or around
    room, key = keyed.first(_ROOMS)
    if not _names_a_place(room):
        return said
    house, below = said.get("place", ("", ""))
    return {**said, "place": (room if room in house or not house else f"{room}, {house}", below or key)}


def spot_within(thing: Mapping[str, Any], key: str) -> Spot:
    """What an object that stands under the key of a place says of it."""
    return _of_value(thing, folded(key).removesuffix("s"))


def named_spot(keyed: Keyed, around: Spot) -> Spot:
    """The place a thing gives to those within it: the one it names, for an address may be its publisher's."""
    said = _of_thing(keyed)
    several = any(isinstance(value, list) and len(value) > 1 for name in _PLACES for _, value in _under(keyed, name))
    return said if "place" in said and not several else around


def _under(keyed: Keyed, name: str) -> list[tuple[str, Any]]:
    """The key of that name and its value, where there is one."""
    return [keyed.values[name]] if name in keyed.values else []


def _of_thing(keyed: Keyed) -> Spot:
    spot: Spot = {}
    for name in _PLACES:
        for key, value in _under(keyed, name):
            for field, (text, below) in _of_value(value, name).items():
                spot.setdefault(field, (text, f"{key}.{below}" if below else key))
    apart = {rest: (key, value) for key, value, rest in _prefixed(keyed)}
    for field, (text, rest) in _of_value({rest: value for rest, (_, value) in apart.items()}, "").items():
        spot.setdefault(field, (text, apart[rest.partition(".")[0]][0]))
    for field, said in _pieces(keyed).items():
        spot.setdefault(field, said)
    return spot if spot.keys() - {"country"} else {}


def _prefixed(keyed: Keyed) -> list[tuple[str, Any, str]]:
    """The keys of a flat table that are those of a place: `location_city` is the city of its location."""
    prefix = re.compile(rf"(?:event)?(?:{'|'.join((*_PLACES, 'address', 'adresse'))})(?P<rest>\w+)")
    fits = ((key, value, prefix.fullmatch(name)) for name, (key, value) in keyed.values.items())
    return [(key, value, fit["rest"]) for key, value, fit in fits if fit and fit["rest"] in _KNOWN]


def _of_value(value: Any, name: str, depth: int = 0) -> Spot:
    """What a value says of a place: a text its name, an object its name and the pieces of its address."""
    if isinstance(value, list):
        inner = value[:3] if depth < _DEEPEST else []
        return next((spot for each in inner if (spot := _of_value(each, name, depth + 1))), {})
    if isinstance(value, str):
        return {"place": (value.strip(), "")} if _names_a_place(value) else {}
    if not isinstance(value, dict):
        return {}
    keyed = Keyed(value)
    spot = _pieces(keyed)
    for each in (*LANGUAGES, *_NAMES[:1], name, *_NAMES[1:]):
        text, key = keyed.first((each,))
        if _names_a_place(text):
            return {"place": (text, key), **spot}
    return spot


def _pieces(keyed: Keyed, depth: int = 0) -> Spot:
    spot: Spot = {}
    for key, value in (pair for name in _INNER for pair in _under(keyed, name)):
        if isinstance(value, dict) and depth < _DEEPEST:
            inner = _pieces(Keyed(value), depth + 1)
            spot = {field: (text, f"{key}.{below}") for field, (text, below) in inner.items()} | spot
    for field, names in _PIECES.items():
        text, key = keyed.first(names)
        if text and not is_link(text):
            spot.setdefault(field, (text, key))
    return spot


def _names_a_place(text: str) -> bool:
    """Whether a text can be the name of a place: a number, a date and a link never are."""
    return any(map(str.isalpha, text)) and not is_link(text.strip()) and not is_bare_day(text)
