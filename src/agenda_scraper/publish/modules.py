"""What RSS and Atom share through feedgen: the event module, GeoRSS, and an entry as text of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from agenda_scraper.publish.posts import Post
from agenda_scraper.rendered import Rendered

# Readers keep what they have read; a feed of the newest few hundred stays well under 2 MB.
NEWEST = 500
_SPACES = {"ev": "http://purl.org/rss/1.0/modules/event/", "georss": "http://www.georss.org/georss"}


class Namespaces(BaseExtension):  # type: ignore[misc]
    """The prefixes of both modules, told once at the top."""

    def extend_ns(self) -> dict[str, str]:
        """Prefix to namespace."""
        return _SPACES


class EventModule(BaseEntryExtension):  # type: ignore[misc]
    """mod_event and GeoRSS for feedgen: it calls `extend_rss` or `extend_atom` with the entry just written."""

    def __init__(self) -> None:
        self._told: list[tuple[str, str]] = []

    def tell(self, post: Post) -> None:
        """Take what the modules say of a post."""
        self._told = [(f"{{{_SPACES['ev']}}}{name}", said) for name, said in post.event.items()]
        if post.point:
            self._told.append((f"{{{_SPACES['georss']}}}point", f"{post.point[0]:.6f} {post.point[1]:.6f}"))

    def extend_rss(self, item: Any) -> Any:
        """Add the elements to an item of RSS."""
        for name, text in self._told:
            etree.SubElement(item, name, nsmap=_SPACES).text = text
        return item

    def extend_atom(self, entry: Any) -> Any:
        """Add the elements to an entry of Atom."""
        return self.extend_rss(entry)


def newest(entries: Sequence[Rendered]) -> list[Rendered]:
    """The newest entries by the moment we first saw them, newest first."""
    chosen = sorted(entries, key=lambda each: each.uid)
    chosen.sort(key=lambda each: each.first_seen, reverse=True)
    return chosen[:NEWEST]


def markup(element: Any) -> str:
    """An entry as text to be set into a feed that names the prefixes itself."""
    text: str = etree.tostring(element, encoding="unicode", pretty_print=True)
    for prefix, space in _SPACES.items():
        text = text.replace(f' xmlns:{prefix}="{space}"', "")
    return text


def attribute(text: str) -> str:
    """A value to be set into the head of a feed, as text or between double quotes."""
    return escape(text, {'"': "&quot;"})
