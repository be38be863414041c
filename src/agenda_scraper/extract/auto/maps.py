"""The link to a map beside the place of a notice: what stands before it is the place, what it asks for its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from agenda_scraper.extract.auto.tree import Line
from agenda_scraper.text import fold, squash, words

_MAP = re.compile(
    r"^https?://(?:(?:www\.)?maps?\.|(?:www\.)?google\.[a-z.]+/maps|goo\.gl/maps|(?:www\.)?(?:openstreetmap\.org|bing\.com/maps)|mapy\.)",
    re.I,
)
_ASKED = ("q", "query", "daddr", "destination", "address")
_DEGREES = re.compile(r"(?P<latitude>-?\d{1,2}\.\d+),\s*(?P<longitude>-?\d{1,3}\.\d+)")
_LEADS = frozenset(
    fold("""
    see view show open get on in it the google voir le la sur afficher zu zur auf ver en el vedi bekijk op de map maps
    plan karte lageplan anfahrt mapa mappa kaart carte itinéraire direction directions route
    """).split()
)
_NAME = 80


def is_map(address: str) -> bool:
    """Whether an address is that of a map."""
    return _MAP.match(address) is not None


def without_map(line: Line) -> Line:
    """A line without the words that lead to a map: "(map)", "[ map it ]"."""
    for text in (text for text, address in line.links if text and is_map(address) and _only_leads(text)):
        apart = rf"\s*(?:\(\s*{re.escape(text)}\s*\)|\[\s*{re.escape(text)}\s*\]|[-–—|,·]?\s*{re.escape(text)})\s*$"
        line = replace(line, text=squash(re.sub(apart, "", line.text)))
    return line


def mapped(lines: list[Line]) -> dict[str, str]:
    """The one place that is, or stands before, a link to its map, and what the link asks for; none of several."""
    told = {name: asked for line in lines for name, asked in _told(line)}
    if len(told) != 1:
        return {}
    ((name, asked),) = told.items()
    degrees = _DEGREES.fullmatch(asked)
    return {
        "place": name,
        **(degrees.groupdict() if degrees else {"address": asked} if re.search(r"\d", asked) else {}),
    }


def _told(line: Line) -> Iterator[tuple[str, str]]:
    """The name before each link of a line to a map, or in it, with what the link asks for; a name has no figures."""
    for text, address in line.links:
        if not is_map(address) or line.level:
            continue
        name = text if not _only_leads(text) else "" if line.when else without_map(line).text
        if len(name) <= _NAME and not re.search(r"\d", name) and not _only_leads(name):
            yield name, _asked(address)


def _only_leads(text: str) -> bool:
    """Whether a text only leads to a map: "(map)", "Voir l'itinéraire"; a text without words does too."""
    return {word for word in words(fold(text)) if len(word) > 1} <= _LEADS


def _asked(address: str) -> str:
    """What the link to a map asks for."""
    try:
        query = parse_qs(urlsplit(address).query)
    except ValueError:
        return ""
    return next((squash(query[name][0]) for name in _ASKED if name in query), "")
