"""The link to a map beside the place of a notice: what stands before it is the place, what it asks for its address."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from agenda_scraper.extract.auto.tree import Line
from agenda_scraper.text import squash, words

_MAP = re.compile(
    r"^https?://(?:(?:www\.)?maps?\.|(?:www\.)?google\.[a-z.]+/maps|goo\.gl/maps|(?:www\.)?(?:openstreetmap\.org|bing\.com/maps)|mapy\.)",
    re.I,
)
_ASKED = ("q", "query", "daddr", "destination", "address")
_DEGREES = re.compile(r"(?P<latitude>-?\d{1,2}\.\d+),\s*(?P<longitude>-?\d{1,3}\.\d+)")
_MOST = 3  # words of "map", "view map", "voir le plan"
_NAME = 80


def without_map(line: Line) -> Line:
    """A line without the words that lead to a map: "(map)", "[ map it ]"."""
    for text, address in line.links:
        if text and text != line.text and len(words(text)) <= _MOST and _MAP.match(address):
            apart = rf"\s*(?:\(\s*{re.escape(text)}\s*\)|\[\s*{re.escape(text)}\s*\]|[-–—|,·]?\s*{re.escape(text)})\s*$"
            line = replace(line, text=squash(re.sub(apart, "", line.text)))
    return line


def mapped(lines: list[Line]) -> dict[str, str]:
    """The place that stands before a link to its map, and what the link asks for; none before an address."""
    for line in lines:
        name = without_map(line).text
        if name in ("", line.text) or line.when or line.level or len(name) > _NAME or re.search(r"\d", name):
            continue
        asked = next(filter(None, (_asked(address) for _, address in line.links if _MAP.match(address))), "")
        degrees = _DEGREES.fullmatch(asked)
        address = {"address": asked} if re.search(r"\d", asked) else {}
        return {"place": name, **(degrees.groupdict() if degrees else address)}
    return {}


def _asked(address: str) -> str:
    """What the link to a map asks for."""
    try:
        query = parse_qs(urlsplit(address).query)
    except ValueError:
        return ""
    return next((squash(query[name][0]) for name in _ASKED if name in query), "")
