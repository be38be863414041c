"""schema.org events in JSON-LD, as sites really write them (https://schema.org/Event).

Reads @graph, lists, subtypes and ItemLists; mends what a strict parser refuses. Fields stay text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from agenda_scraper.agenda import Source
from agenda_scraper.extract.html import read_own
from agenda_scraper.extract.markup import Markup
from agenda_scraper.extract.schema_org import fields_of, is_event
from agenda_scraper.extract.structured import Fields, announced
from agenda_scraper.model import Extraction, Notice, Page

_COMMENTS = re.compile(r"^\s*//[^\n]*$|/\*.*?\*/|^\s*<!--|-->\s*$|<!\[CDATA\[|\]\]>", re.M | re.S)
_TRAILING = re.compile(r",(\s*[}\]])")
_DEEPEST = 60  # a graph nested deeper than this was made to hurt


def read(page: Page, source: Source) -> Extraction:
    """Every event the page's JSON-LD describes."""
    markup = Markup(page)
    return announced(markup, source, events=events(markup), syntax="schema.org Event in the page's JSON-LD")


def read_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it: its first JSON-LD event, the selectors of `detail` on top."""
    markup = Markup(page)
    return Notice(source.id, page.url, {**next(events(markup), {}), **read_own(markup, source)[0]})


def events(markup: Markup) -> Iterator[Fields]:
    """The fields of each event in the page's JSON-LD blocks, in page order."""
    blocks = markup.css('script[type="application/ld+json"]')
    for number, block in enumerate(blocks, start=1):
        for path, thing in _things(mended(block.text()), f"JSON-LD {number}", 0):
            yield fields_of(thing, path, base=markup.base)


def mended(text: str) -> Any:
    """The JSON of a block, its usual faults mended: comments, trailing commas, raw newlines; None when hopeless."""
    for attempt in (text, _TRAILING.sub(r"\1", _COMMENTS.sub("", text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: Any, path: str, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every Event below a JSON value, with its path."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _things(each, f"{path}[{number}]", depth + 1)
    elif isinstance(value, dict):
        if is_event(value.get("@type")):
            yield path, value
            return
        for key in ("@graph", "itemListElement", "item", "mainEntity", "event", "events", "subEvent"):
            if key in value:
                yield from _things(value[key], f"{path}.{key}", depth + 1)
