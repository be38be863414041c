"""schema.org events in JSON-LD, as sites really write them (https://schema.org/Event).

Reads @graph, lists, subtypes and ItemLists; mends what a strict parser refuses. Fields stay text.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from agenda_scraper.agenda import Source
from agenda_scraper.extract.markup import Markup
from agenda_scraper.extract.schema_org import fields_of, is_event
from agenda_scraper.extract.structured import Fields, announced, detail_of
from agenda_scraper.model import Extraction, Notice, Page

_COMMENTS = re.compile(r"^\s*//[^\n]*$|/\*.*?\*/|^\s*<!--|-->\s*$|<!\[CDATA\[|\]\]>", re.M | re.S)
_TRAILING = re.compile(r",(\s*[}\]])")
# A backslash before what JSON does not escape: PHP's addslashes writes \\' where JSON wants a plain apostrophe.
_ESCAPES = re.compile(r"(?<!\\)\\([^\"\\/bfnrtu])")
_SCRIPT = re.compile(r"<script\s[^<>]*?type\s*=\s*[\"']?application/ld\+json")
_DECODER = json.JSONDecoder(strict=False)
_MOST = 1000  # values one after the other in one block
_DEEPEST = 60  # a graph nested deeper than this was made to hurt


def read(page: Page, source: Source) -> Extraction:
    """Every event the page's JSON-LD describes."""
    markup = Markup(page)
    return announced(markup, source, events=events(markup), syntax="schema.org Event in the page's JSON-LD")


def read_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it: its first JSON-LD event, the selectors of `detail` on top."""
    return detail_of(page, source, events)


def events(markup: Markup) -> Iterator[Fields]:
    """The fields of each event in the page's JSON-LD blocks, in page order."""
    for number, block in enumerate(_blocks(markup), start=1):
        for path, thing in _things(mended(block), f"JSON-LD {number}", 0):
            yield fields_of(thing, path, link=markup.link)


def _blocks(markup: Markup) -> list[str]:
    """The texts of the JSON-LD scripts, in page order.

    They are cut out of the source where that is plain, ten times as fast as building the tree; a page that comments
    them out, shouts its tags or hides a `>` in them is read as a browser would.
    """
    text, found, end = markup.text, [], 0
    while (at := _next_mark(text, end)) >= 0:
        opens = text.rfind("<", 0, at)
        begin, end = text.find(">", at) + 1, text.find("</script", at)
        end = len(text) if end < 0 else end  # a page that was cut off, or closes nothing
        tag = _SCRIPT.match(text, opens)
        commented = text.rfind("<!--", 0, opens) > text.rfind("-->", 0, opens)
        if tag is None or commented or not 0 < begin <= end or text[begin:end].lstrip()[:1] not in "{[</&":
            return [block.text() for block in markup.css('script[type*="ld+json"]')]
        found.append(text[begin:end])
    return found


def _next_mark(text: str, start: int) -> int:
    """Where `ld+json` next stands; its one rare letter is found ten times as fast as the word."""
    at = text.find("+", start)
    while at >= 0 and not text.startswith("ld+json", max(at - 2, 0)):
        at = text.find("+", at + 1)
    return at


def mended(text: str) -> Any:
    """The JSON of a block, its usual faults mended: comments, trailing commas, raw newlines, escapes JSON has not.

    None when hopeless. Several values one after the other are read as a list of them.
    """
    for attempt in _attempts(text):
        try:
            return _DECODER.decode(attempt)
        except (ValueError, RecursionError):
            continue
    return _one_by_one(_repaired(text))


def _attempts(text: str) -> Iterator[str]:
    """A block as it stands, then mended: most blocks need no mending, which takes ten times the reading."""
    yield text
    yield _repaired(text)
    if "&quot;" in text:
        yield _repaired(entities.unescape(text))


def _repaired(text: str) -> str:
    text = _TRAILING.sub(r"\1", _COMMENTS.sub("", text)).strip().rstrip(";")
    return _ESCAPES.sub(lambda found: found[1] if found[1] == "'" else rf"\\{found[1]}", text)


def _one_by_one(text: str) -> list[Any] | None:
    """The values of a text that holds several, as far as they can be read."""
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < _MOST:
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
        at += len(text) - at - len(text[at:].lstrip(" \n\r\t,"))
    return values or None


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
        for key in (
            "@graph",
            "itemListElement",
            "item",
            "mainEntity",
            "event",
            "events",
            "subEvent",
            "hasPart",
            "@included",
        ):
            if key in value:
                yield from _things(value[key], f"{path}.{key}", depth + 1)
