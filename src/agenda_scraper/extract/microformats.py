"""h-event (https://microformats.org/wiki/h-event) and its elder hCalendar, which SPIP and older software still write.

Classes become a dict in the shape of JSON-LD, which `schema_org` reads. A moment may stand in pieces: the value-class
pattern (https://microformats.org/wiki/value-class-pattern), with times such as "7pm".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any

from selectolax.lexbor import LexborNode

from agenda_scraper.agenda import Source
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.extract.moments import joined
from agenda_scraper.extract.schema_org import fields_of
from agenda_scraper.extract.structured import Fields, announced, detail_of
from agenda_scraper.extract.walk import elements
from agenda_scraper.model import Extraction, Notice, Page

# Class → property of schema.org. In hCalendar the summary is the name.
_EVENT = {
    "p-name": "name",
    "p-summary": "abstract",
    "p-description": "description",
    "e-description": "description",
    "e-content": "description",
    "dt-start": "startDate",
    "dt-end": "endDate",
    "dt-published": "datePublished",
    "dt-updated": "dateModified",
    "p-location": "location",
    "h-location": "location",
    "u-location": "location",
    "p-organizer": "organizer",
    "u-organizer": "organizer",
    "p-category": "keywords",
    "u-url": "url",
    "u-uid": "identifier",
    "u-photo": "image",
    "u-featured": "image",
    "p-status": "eventStatus",
}
_CALENDAR = {
    "summary": "name",
    "description": "description",
    "dtstart": "startDate",
    "dtend": "endDate",
    "location": "location",
    "organizer": "organizer",
    "category": "keywords",
    "url": "url",
    "uid": "identifier",
    "photo": "image",
    "status": "eventStatus",
    "published": "datePublished",
}
# The pieces of a place (h-card, h-adr, h-geo, and their elders).
_PLACE = {
    "name": ("p-name", "fn", "p-org", "org"),
    "streetAddress": ("p-street-address", "street-address"),
    "postalCode": ("p-postal-code", "postal-code"),
    "addressLocality": ("p-locality", "locality"),
    "addressCountry": ("p-country-name", "country-name"),
    "latitude": ("p-latitude", "latitude"),
    "longitude": ("p-longitude", "longitude"),
}
_MOMENTS = frozenset({"startDate", "endDate", "datePublished", "dateModified"})
_LINKS = frozenset({"url", "image"})
_ENTITIES = frozenset({"location", "organizer"})
_MOST_INCLUDED, _LARGEST_INCLUDED = 300, 200  # elements a page includes, and what is read in each
_NESTED = re.compile(r"^h-[a-z]|^(vevent|vcard|hentry|hreview)$")


@dataclass(frozen=True, slots=True)
class _Syntax:
    """One generation of the format: the class of an event, and its properties."""

    root: str
    properties: Mapping[str, str]


_SYNTAXES = (_Syntax("h-event", _EVENT), _Syntax("vevent", _CALENDAR))


def read(page: Page, source: Source) -> Extraction:
    """Every h-event of a page, and every vevent."""
    markup = Markup(page)
    return announced(markup, source, events=events(markup), syntax="h-event or hCalendar event in the page")


def read_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it: its first event, the selectors of `detail` on top."""
    return detail_of(page, source, events)


def events(markup: Markup) -> Iterator[Fields]:
    """The fields of each h-event of the page, then of each vevent that is not an h-event too, in page order."""
    included = _Included(markup)
    for syntax in _SYNTAXES:
        for number, node in enumerate(markup.css(f".{syntax.root}"), start=1):
            if syntax is _SYNTAXES[1] and "h-event" in _classes(node):
                continue
            fields = fields_of(_thing(node, syntax, included), f"{syntax.root} {number}", link=markup.link)
            if "title" in fields or "start" in fields:
                yield fields


def _thing(root: LexborNode, syntax: _Syntax, included: _Included) -> dict[str, Any]:
    """An event in the shape of JSON-LD; what several elements say is a list."""
    thing: dict[str, list[Any]] = {}
    nested = False
    for node in chain(elements(root, _is_open), included.of(root)):
        nested = nested or not _is_open(node)
        for name in dict.fromkeys(syntax.properties[word] for word in _classes(node) if word in syntax.properties):
            thing.setdefault(name, []).append(_value(node, name))
    _imply(thing, root, alone=not thing and not nested)
    days = [moment[:10] for moment in thing.get("startDate", ()) if re.match(r"\d{4}-\d\d-\d\d", moment)]
    # an end may say its time alone: the day is that of the start (value-class pattern, "implied date")
    ends = thing.get("endDate", ())
    thing["endDate"] = [text if not days or re.match(r"\d{4}-", text) else joined([days[0], text]) for text in ends]
    thing.setdefault("description", thing.pop("abstract", []))
    return {name: [value for value in values if value] for name, values in thing.items()}


class _Included:
    """What stands elsewhere on a page and counts in an event too: the include-pattern, and the heads a cell names.

    https://microformats.org/wiki/include-pattern; so many and so much, that no page can make it a labyrinth.
    """

    def __init__(self, markup: Markup) -> None:
        self._markup, self._left = markup, _MOST_INCLUDED
        self._any = "include" in markup.text or "headers=" in markup.text

    @cached_property
    def _named(self) -> dict[str, LexborNode]:
        return {node.attributes["id"] or "": node for node in reversed(self._markup.css("[id]"))}

    def of(self, root: LexborNode) -> Iterator[LexborNode]:
        """The elements that an event refers to, with those below them."""
        links = (root, *root.css("a.include, object.include, [headers]")) if self._any else ()
        for id in dict.fromkeys(id for node in links for id in _referred(node)):
            if id in self._named and self._left > 0:
                self._left -= 1
                holder = self._named[id]
                yield from islice(chain((holder,), elements(holder, _is_open)), _LARGEST_INCLUDED)


def _referred(node: LexborNode) -> list[str]:
    attributes = node.attributes
    link = (attributes.get("href") or attributes.get("data") or "") if "include" in _classes(node) else ""
    ids = (attributes.get("headers") or "").split()
    return [*ids, link[1:]] if link.startswith("#") else ids


def _imply(thing: dict[str, list[Any]], root: LexborNode, *, alone: bool) -> None:
    """An event without any property is named by its text, and its page is the link that it is, or that it holds."""
    if alone:
        thing["name"] = [_text(root) or _first(_pictured(node) for node in elements(root, _is_open))]
    if "url" not in thing:
        links = [root, *(node for node in elements(root, _is_open) if node.tag == "a")] if alone else [root]
        thing["url"] = [_first(node.attributes.get("href") for node in links if node.tag in ("a", "area"))]


def _value(node: LexborNode, name: str) -> Any:
    if name in _MOMENTS:
        return _moment(node)
    if name in _LINKS:
        attributes = node.attributes
        own = attributes.get("href") or attributes.get("src") or attributes.get("data")
        inside = (each.attributes.get("href") for each in node.css("a[href]")) if not own and node.tag != "a" else ()
        return own or _first(inside) or _text(node)
    if name == "description":
        return (node.inner_html or "").strip()
    return _entity(node, name) if name in _ENTITIES else _pieces(node)


def _entity(node: LexborNode, name: str) -> Any:
    """A place by its pieces, an organiser by its name; a mere text where there are none."""
    said = {key: _first(_texts(node, words)) for key, words in _PLACE.items()}
    if name == "organizer":
        return said["name"] or _text(node)
    if not any(said.values()):
        return _geo(node) or _pieces(node)
    # a card that is the name's own element, `p-location h-card` without pieces of a name, has its text as name
    return {"@type": "Place", "name": said["name"], "address": said, "geo": said}


def _geo(node: LexborNode) -> dict[str, Any] | None:
    """`<abbr class="geo" title="48.85;2.35">` beside the text of a place."""
    for each in node.css(".geo[title], .h-geo[title]"):
        latitude, _, longitude = (each.attributes.get("title") or "").partition(";")
        return {"@type": "Place", "name": _pieces(node), "geo": {"latitude": latitude, "longitude": longitude}}
    return None


def _texts(node: LexborNode, words: Iterable[str]) -> Iterator[str]:
    for word in words:
        for each in node.css(f".{word}"):
            yield _pieces(each)


def _moment(node: LexborNode) -> str:
    """The moment of an element: its `value` parts joined, its attribute, its text."""
    parts = [_stamp(each) for each in elements(node, _is_open) if {"value", "value-title"} & set(_classes(each))]
    return joined(parts or [_stamp(node)])


def _stamp(node: LexborNode) -> str:
    attributes = node.attributes
    if "value-title" in _classes(node):
        return attributes.get("title") or ""
    return (attributes.get("datetime") if node.tag in ("time", "ins", "del") else None) or _text(node)


def _pieces(node: LexborNode) -> str:
    """A text, or its `value` parts (value-class pattern)."""
    parts = [_stamp(each) for each in elements(node, _is_open) if {"value", "value-title"} & set(_classes(each))]
    return "".join(parts) or _text(node)


def _text(node: LexborNode) -> str:
    """What an element says: an abbreviation's title, a value, a picture's words, else its text."""
    attributes = node.attributes
    written = {"abbr": "title", "link": "title", "data": "value", "input": "value", "meta": "content"}.get(
        node.tag or ""
    )
    return (attributes.get(written) if written else None) or _pictured(node) or text_of(node)


def _pictured(node: LexborNode) -> str:
    return (node.attributes.get("alt") or "").strip() if node.tag in ("img", "area") else ""


def _first(texts: Iterable[str | None]) -> str:
    return next((text for text in texts if text), "")


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _is_open(node: LexborNode) -> bool:
    """Whether what stands in an element is said of the event, not of something nested in it."""
    return not any(_NESTED.match(word) for word in _classes(node))
