"""JSON Feed 1 and 1.1 (https://jsonfeed.org/version/1.1); what it says of an event stands in extensions (`_event`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from agenda_scraper.extract.feed.modules import Fields, told_by_modules
from agenda_scraper.extract.markup import absolute
from agenda_scraper.model import Found

# Field → the keys of an item, surest first.
_TEXTS = {
    "title": ("title",),
    "id": ("id",),
    "summary": ("content_html", "content_text", "summary"),
    "published": ("date_published",),
    "modified": ("date_modified",),
    "language": ("language",),
}
_LINKS = {"url": ("url", "external_url"), "image": ("image", "banner_image")}


def entries(text: str, url: str) -> Iterator[Fields] | None:
    """The items of a JSON Feed as fields; None when the text is none."""
    try:
        feed = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(
        ("https://jsonfeed", "http://jsonfeed")
    ):
        return None
    items = feed.get("items")
    listed = items if isinstance(items, list) else []
    return (_fields(item, f"$.items[{number}]", url) for number, item in enumerate(listed) if isinstance(item, dict))


def _fields(item: Mapping[str, Any], where: str, base: str) -> Fields:
    fields = told_by_modules(dict(_extensions(item)), where)
    for name, keys in _TEXTS.items():
        for key in keys:
            text = _text(item.get(key))
            if text and name not in fields:
                fields[name] = (Found(text, f"{where}.{key}"),)
    for name, keys in _LINKS.items():
        for key in keys:
            link = absolute(base, _text(item.get(key)))
            if link and name not in fields:
                fields[name] = (Found(link, f"{where}.{key}"),)
    tags = item.get("tags")
    words = [_text(tag) for tag in tags] if isinstance(tags, list) else []
    if any(words):
        fields["themes"] = tuple(Found(word, f"{where}.tags") for word in words if word)
    return fields


def _extensions(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the extensions say, as `_event_start`: texts and numbers, one level down."""
    for key, told in item.items():
        if key.startswith("_") and isinstance(told, dict):
            for name, value in told.items():
                text = _text(value.get("name") if isinstance(value, dict) else value)
                if text:
                    yield f"{key.strip('_')}_{name.replace('_', '')}".lower(), text


def _text(value: Any) -> str:
    """A text or a number as text; "" for anything else."""
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
