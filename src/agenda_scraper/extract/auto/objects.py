"""JSON and XML nobody described: the objects that have a title and a start are notices, by the names of their keys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

from agenda_scraper.extract.markup import absolute
from agenda_scraper.model import Found, Notice
from agenda_scraper.text import squash

_DEEPEST = 40
# Field → the keys that name it, surest first; folded to letters only.
_KEYS: dict[str, tuple[str, ...]] = {
    "title": (
        "title", "titre", "name", "nom", "summary", "eventname", "eventtitle", "intitule", "titel",
        "titulo", "label", "subject", "headline",
    ),
    "start": (
        "start", "startdate", "startdatetime", "datestart", "starttime", "startsat", "startat", "begin",
        "begins", "beginsat", "firstdatebegin", "datebegin", "datedebut", "debut", "eventstart", "startson",
        "datetimestart", "openingtime", "from", "meetingdate", "eventdate", "dtstart",
    ),
    "end": (
        "end", "enddate", "enddatetime", "dateend", "endtime", "endsat", "endat", "ends", "lastdateend",
        "datefin", "fin", "eventend", "datetimeend", "to", "dtend", "until",
    ),
    "when": (
        "date", "when", "daterange", "dates", "datetext", "quand", "data", "datum", "fecha",
    ),
    "url": (
        "url", "link", "href", "permalink", "canonicalurl", "fullurl", "website", "lien", "eventurl",
    ),
    "summary": (
        "description", "longdescription", "body", "content", "descriptionhtml", "excerpt", "text",
        "details",
    ),
    "place": (
        "location", "place", "venue", "lieu", "locationname", "venuename", "where", "placename", "ort",
        "local",
    ),
    "address": (
        "address", "adresse", "locationaddress", "streetaddress", "addressstreet",
    ),
    "city": (
        "city", "ville", "locationcity", "town", "addresscity", "cidade",
    ),
    "image": (
        "image", "imageurl", "thumbnail",
    ),
    "status": (
        "status", "eventstatus", "etat",
    ),
    "timezone": (
        "timezone", "tz",
    ),
    "id": (
        "uid", "id", "slug",
    ),
}  # fmt: skip
_LANGUAGES = ("fr", "en", "de", "es", "it", "nl", "pt", "ca")
_TEXT_KEYS = ("name", "text", "value", "iso", "datetime", "date", "title", "rendered", "begin", "start", "address")


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
    stack: list[tuple[Any, str, int]] = [(root, "$", 0)]
    while stack:
        value, path, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            notice = notice_of_object(value, path, source=source, url=url)
            if notice:
                yield notice
                continue
            stack += [(each, f"{path}.{key}", depth + 1) for key, each in reversed(value.items())]
        elif isinstance(value, list):
            stack += [(value[number], f"{path}[{number}]", depth + 1) for number in range(len(value) - 1, -1, -1)]


def notice_of_object(thing: Mapping[str, Any], path: str, *, source: str, url: str) -> Notice | None:
    """An object as a notice when its keys name a title and a date; None when they do not."""
    keys = {re.sub(r"[^a-z]", "", key.casefold()): key for key in thing}
    if isinstance(thing.get("fields"), dict) and "title" not in keys:
        keys |= {re.sub(r"[^a-z]", "", key.casefold()): key for key in thing["fields"]}
        thing = {**thing, **thing["fields"]}
    fields: dict[str, tuple[Found, ...]] = {}
    for name, known in _KEYS.items():
        for folded in known:
            text = _text(thing.get(keys[folded]), 0) if folded in keys else ""
            if text and (name not in ("start", "end") or (text := _moment(text))):
                value = absolute(url, text) if name in ("url", "image") else text
                if value:
                    fields[name] = (Found(value, f"{path}.{keys[folded]}"),)
                    break
    if "title" not in fields or not ("start" in fields or _dated(fields)):
        return None
    return Notice(source, url, fields)


def _dated(fields: Mapping[str, tuple[Found, ...]]) -> bool:
    return "when" in fields and any(letter.isdigit() for letter in fields["when"][0].text)


def _moment(text: str) -> str:
    """A moment as ISO 8601; Unix seconds and milliseconds are read, other numbers refused."""
    if re.fullmatch(r"\d{10}|\d{13}", text):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    return text if re.search(r"\d{4}|\d[/.-]\d", text) else ""


def _text(value: Any, depth: int) -> str:
    """The text of a value: of an object its name or text, of a language map the first language, of a list its first."""
    if isinstance(value, bool) or value is None or depth > 4:
        return ""
    if isinstance(value, str | int | float):
        return str(value).strip()
    if isinstance(value, list):
        return next((text for each in value[:3] if (text := _text(each, depth + 1))), "")
    for key in (*_LANGUAGES, *_TEXT_KEYS):
        if key in value and (text := _text(value[key], depth + 1)):
            return text
    return ""
