"""schema.org events in microdata (HTML Living Standard, 5.2) and in RDFa Lite (https://www.w3.org/TR/rdfa-lite/).

Both nest items in elements; an item becomes a dict in the shape of JSON-LD, which `schema_org` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborNode

from agenda_scraper.agenda import Source
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.extract.schema_org import fields_of, is_event
from agenda_scraper.extract.structured import Fields, announced, detail_of
from agenda_scraper.extract.walk import elements
from agenda_scraper.model import Extraction, Notice, Page

_DEEPEST = 20  # items within items; deeper was made to hurt
# Where an element keeps its value; `content` and `datetime` come before (HTML 5.2.4, HTML+RDFa).
_VALUES = {
    **dict.fromkeys(("audio", "embed", "iframe", "img", "source", "track", "video"), "src"),
    "link": "href",
    "object": "data",
    "data": "value",
    "meter": "value",
}
# Only these mean the address of a link; `<a itemprop="name" href>` is written for its text, whatever the standard says.
_ADDRESSES = frozenset({"url", "image", "logo", "sameAs", "eventStatus", "eventAttendanceMode", "availability"})
# What a link says that leads on rather than names.
_LEADING_ON = re.compile(
    r"\W*(?:https?:|www\.|(?:voir|see|view|more|plus|mehr|site|website|web|maps?|plan|carte|karte)\b)", re.I
)
_NAMELESS = frozenset({"@type", "url", "image", "logo", "sameAs"})
# Vocabularies whose words are those of schema.org, or were before it: schema.org itself and data-vocabulary.org.
_PREFIXES = frozenset({"schema", "s", "v", "http", "https"})
_OLDER = {"summary": "name", "eventType": "about", "tickets": "offers"}


@dataclass(frozen=True, slots=True)
class _Syntax:
    """How one syntax writes an item, its type, and the property it is of another item."""

    name: str
    scope: str
    kind: str
    property: str


_SYNTAXES = (
    _Syntax("microdata", "itemscope", "itemtype", "itemprop"),
    _Syntax("RDFa", "typeof", "typeof", "property"),
)


def read(page: Page, source: Source) -> Extraction:
    """Every event that the page's microdata or RDFa describes."""
    markup = Markup(page)
    return announced(markup, source, events=events(markup), syntax="schema.org Event in the page's microdata or RDFa")


def read_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it: its first event, the selectors of `detail` on top."""
    return detail_of(page, source, events)


def events(markup: Markup) -> Iterator[Fields]:
    """The fields of each event in the page's microdata, then in its RDFa, in page order."""
    for syntax in _SYNTAXES:
        reader = _Reader(markup, syntax)
        number = 0
        for node in markup.css(f"[{syntax.scope}][{syntax.kind}]"):
            if node.mem_id in reader.nested or not is_event(_kinds(node, syntax)):
                continue
            number += 1
            yield fields_of(reader.thing(node, 0), f"{syntax.name} {number}", link=markup.link)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads items of one syntax; `nested` remembers the events that are a part of another one."""

    markup: Markup
    syntax: _Syntax
    nested: set[int] = field(default_factory=set)

    def thing(self, scope: LexborNode, depth: int) -> dict[str, Any]:
        """An item and what is nested in it; a property said several times is a list."""
        said: dict[str, list[Any]] = {}
        for root in (scope, *self._referred(scope)):
            for node in elements(root, self._is_no_item):
                for name in self._names(node):
                    value = self._value(node, name, depth)
                    if value:
                        said.setdefault(name, []).append(value)
        one_or_many = {name: values[0] if len(values) == 1 else values for name, values in said.items()}
        return one_or_many | {"@type": _kinds(scope, self.syntax)}

    def _referred(self, scope: LexborNode) -> list[LexborNode]:
        """What `itemref` names elsewhere on the page; the first few, so that no page can make it a labyrinth."""
        ids = (scope.attributes.get("itemref") or "").split()[:10] if self.syntax.scope == "itemscope" else []
        return [holder for id in ids if (holder := self.markup.by_id.get(id))]

    def _is_no_item(self, node: LexborNode) -> bool:
        return self.syntax.scope not in node.attributes

    def _names(self, node: LexborNode) -> list[str]:
        """The properties an element is, without their vocabulary."""
        names = []
        for word in (node.attributes.get(self.syntax.property) or "").split():
            prefix, colon, rest = word.partition(":")
            if not colon or prefix in _PREFIXES:
                name = (rest or word).rsplit("/", 1)[-1]
                names.append(_OLDER.get(name, name))
        return names

    def _value(self, node: LexborNode, name: str, depth: int) -> Any:
        """A nested item, an attribute that holds the value, else the text; an item that says nothing is its text."""
        if not self._is_no_item(node) and depth < _DEEPEST:
            self.nested.add(node.mem_id)
            inner = self.thing(node, depth + 1)
            if name == "location" and "name" not in inner and (text := self._called(node, inner)):
                inner["name"] = text
            return inner if len(inner) > 1 else text_of(node)
        attributes = node.attributes
        said = (
            attributes.get("content") or attributes.get("datetime") or attributes.get(_VALUES.get(node.tag or "", ""))
        )
        if not said and name in _ADDRESSES:
            said = attributes.get("href") or attributes.get("src") or attributes.get("resource")
        if said:
            return said.strip()
        # a description keeps its paragraphs, as it does in JSON-LD
        return (node.inner_html or "").strip() if name == "description" else text_of(node) or attributes.get("href")

    def _called(self, node: LexborNode, said: dict[str, Any]) -> str:
        """The name of a place of which only the link is marked: its text, beside an address that of the link."""
        if said.keys() <= _NAMELESS:
            return text_of(node)
        link = node.css_first(f'a[{self.syntax.property}~="url"]')
        text = text_of(link) if link is not None else ""
        return "" if _LEADING_ON.match(text) else text


def _kinds(node: LexborNode, syntax: _Syntax) -> list[str]:
    """The types of an item: of RDFa only those of schema.org, for other vocabularies have events too."""
    kinds = (node.attributes.get(syntax.kind) or "").split()
    return [kind for kind in kinds if ":" not in kind or kind.partition(":")[0] in _PREFIXES]
