"""JSON and XML nobody described: the objects that have a title and a start are notices, by the names of their keys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from agenda_scraper.extract.auto.keys import Keyed
from agenda_scraper.extract.auto.spots import Spot, is_place, named_spot, spot_of, spot_within
from agenda_scraper.extract.markup import absolute
from agenda_scraper.model import Found, Notice
from agenda_scraper.text import squash

_DEEPEST = 40
_SITTINGS = 500  # sittings of one event that are kept


@dataclass(frozen=True, slots=True)
class _Above:
    """What the objects around one say of those within: a year, a month, the title of a show, the place."""

    year: str = ""
    month: str = ""
    title: str = ""
    spot: Spot = field(default_factory=dict)

    def within(self, thing: Mapping[str, Any], keyed: Keyed, key: str) -> _Above:
        year, month = keyed.year() or self.year, keyed.month() or self.month
        if is_place(key):  # a hall that lists what is on in it
            return _Above(year, month, self.title, spot_within(thing, key) or self.spot)
        return _Above(year, month, keyed.text("title")[0] or self.title, named_spot(keyed, self.spot))


def notices_of_json(text: str, *, source: str, url: str) -> Iterator[Notice]:
    """The events of a JSON document, in its order; none when it is no JSON or holds none."""
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    yield from _notices(value, source, url)


def notices_of_xml(text: str, *, source: str, url: str) -> Iterator[Notice]:
    """The events of an XML document of no known vocabulary. One that declares entities is not read."""
    if "<!ENTITY" in text:
        return
    try:
        root = ElementTree.fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", text))
    except (ElementTree.ParseError, ValueError):
        return
    yield from _notices(_object(root, 0), source, url)


def _object(element: ElementTree.Element, depth: int) -> Any:
    """An element as JSON has it: attributes and children by name, lists where a name repeats."""
    children: dict[str, Any] = {f"{name}": value for name, value in element.attrib.items()}
    if depth < _DEEPEST:
        for child in element:
            name = str(child.tag).rsplit("}", 1)[-1]
            value = _object(child, depth + 1)
            if name in children:
                known = children[name]
                children[name] = [*known, value] if isinstance(known, list) else [known, value]
            else:
                children[name] = value
    text = squash(element.text or "")
    if not children:
        return text
    return {**children, "value": text} if text else children


def _notices(root: Any, source: str, url: str) -> Iterator[Notice]:
    stack: list[tuple[Any, str, int, _Above]] = [(root, "$", 0, _Above())]
    while stack:
        value, path, depth, above = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            keyed = Keyed(value)
            fields = {} if _holds_events(value) else _fields(keyed, path, url, above)
            if fields:
                yield Notice(source, url, fields)
                continue
            inner = above.within(value, keyed, _key_of(path))
            stack += [(each, f"{path}.{key}", depth + 1, inner) for key, each in reversed(value.items())]
        elif isinstance(value, list):
            stack += [
                (value[number], f"{path}[{number}]", depth + 1, above) for number in range(len(value) - 1, -1, -1)
            ]


def _key_of(path: str) -> str:
    """The key an object stands under, alone or in a list: `venue` of `$.venue[0]`."""
    return path.rsplit(".", 1)[-1].split("[")[0]


def _holds_events(thing: Mapping[str, Any]) -> bool:
    """Whether an object is a calendar, which has a title and a date of its own too: a list of it holds events."""
    for value in thing.values():
        first = value[0] if isinstance(value, list) and value else None
        if isinstance(first, dict) and (keyed := Keyed(first)).text("title")[0] and keyed.moment()[0]:
            return True
    return False


def notice_of_object(thing: Mapping[str, Any], path: str, *, source: str, url: str) -> Notice | None:
    """An object as a notice when its keys name a title and a date; None when they do not."""
    fields = _fields(Keyed(thing), path, url, _Above())
    return Notice(source, url, fields) if fields else None


def _fields(keyed: Keyed, path: str, url: str, above: _Above) -> dict[str, tuple[Found, ...]]:
    found = dict(_moments(keyed)) or dict(_dated(keyed, above))
    if not found:
        return {}
    title, key = keyed.text("title")
    if above.title and (not title or title.endswith(above.title)):
        title, key = above.title, ""  # a showing of a show: its own name is a date and the show's
    elif not title:
        title, key = keyed.sort()
    if not title:
        return {}
    found["title"] = (title, key)
    for name in ("url", "summary", "image", "status", "timezone", "id"):
        text, key = keyed.text(name)
        value = absolute(url, text) if name in ("url", "image") and text else text
        if value:
            found[name] = (value, key)
    found |= spot_of(keyed, above.spot)
    fields: dict[str, tuple[Found, ...]] = {
        name: (Found(text, f"{path}.{key}"),) for name, (text, key) in found.items()
    }
    sittings = keyed.sittings()
    if len(sittings) > 1 and "start" in fields:
        fields["occurrences"] = tuple(Found("/".join(pair), f"{path} sittings") for pair in sittings[:_SITTINGS])
    return fields


def _moments(keyed: Keyed) -> Iterator[tuple[str, tuple[str, str]]]:
    """`start` and `end` as machines write them."""
    start, key = keyed.moment()
    sittings = [] if start else keyed.sittings()
    if sittings:
        (start, end), key = sittings[0], "sittings"
        last = ""
    else:
        end, last = keyed.moment(end=True)
    if start:
        yield "start", (start, key)
        if end:
            yield "end", (end, last)


def _dated(keyed: Keyed, above: _Above) -> Iterator[tuple[str, tuple[str, str]]]:
    """`when` as a person wrote it, completed by the year and month of the objects around it."""
    text, key = keyed.text("when")
    if not any(letter.isdigit() for letter in text):
        return
    if above.month and re.fullmatch(r"[\d ,;-]+", text) and len(text) < 200:
        text = f"{text} {above.month} {above.year}"
    clock = keyed.text("clock")[0]
    if clock and len(clock) <= 60 and ":" not in text:
        text = f"{text}, {clock}"
    yield "when", (text, key)
