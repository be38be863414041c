"""RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, mended before they are read: feeds are written by templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any
from xml.sax.saxutils import escape

from agenda_scraper.extract.feed.modules import Fields, told_by_modules
from agenda_scraper.extract.markup import absolute
from agenda_scraper.model import Found
from agenda_scraper.text import squash

_ROOT = re.compile(r"<(?:rss|feed|(?:\w{1,20}:)?RDF)[\s>]", re.I)
_PAGE = re.compile(r"<html[\s>]|<!doctype\s+html", re.I)
_HEAD = 65_536  # how far a warning of PHP or an empty line may push the feed down
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&(#\d{1,7};|#x[0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)?")
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
# Field → the key of feedparser.
_TEXTS = {"title": "title", "id": "id", "published": "published", "modified": "updated"}


def entries(text: str, url: str) -> Iterator[Fields] | None:
    """The entries of a feed as fields; None when the text is none, or too broken to tell one."""
    import feedparser  # late: 60 ms

    told = mended(text)
    if told is None:
        return None
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    parsed = feedparser.parse(told.encode("utf-8", "replace"), response_headers=headers)
    if not parsed.entries and (parsed.bozo or not parsed.get("version")):
        return None
    return (_fields(entry, f"entry[{number}]", url) for number, entry in enumerate(parsed.entries, start=1))


def mended(text: str) -> str | None:
    """A feed as well-formed as can be without reading it; None when there is no root of one.

    What stands before the root goes: empty lines and warnings, a declaration of the wrong encoding (the text is decoded
    already), a DTD with its entities. Entities of HTML become letters, ampersands that begin none are escaped; a CDATA
    section that never ends is none.
    """
    root = _ROOT.search(text, 0, _HEAD)
    if root is None or _PAGE.search(text, 0, root.start()):
        return None
    first, *rest = _ILLEGAL.sub("", text[root.start() :]).split("<![CDATA[")
    pieces = [_REFERENCE.sub(_reference, first)]
    for part in rest:
        held, end, after = part.partition("]]>")
        pieces += ["<![CDATA[", held, end] if end else [_REFERENCE.sub(_reference, held)]
        pieces.append(_REFERENCE.sub(_reference, after))
    return '<?xml version="1.0" encoding="utf-8"?>' + "".join(pieces)


def _reference(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;"
    if name in _OF_XML or name.startswith("#"):
        return found[0]
    return escape(html5[name]) if name in html5 else f"&amp;{name}"


def _fields(entry: Any, where: str, base: str) -> Fields:
    fields = told_by_modules(entry, where)
    for name, key in _TEXTS.items():
        text = dict.get(entry, key)  # feedparser's own takes the date of publication for that of a change
        if text and text.strip():
            fields[name] = (Found(squash(text), f"{where}/{key}"),)
    link = absolute(base, entry.get("feedburner_origlink") or entry.get("link") or "")
    if link:
        fields["url"] = (Found(link, f"{where}/link"),)
    body = max((part.get("value") or "" for part in entry.get("content", [])), key=len, default="")
    body = body or entry.get("summary") or ""
    if body:
        fields["summary"] = (Found(body, f"{where}/description"),)
    words = [squash(tag.get("term") or "") for tag in entry.get("tags", [])]
    if any(words):
        fields["themes"] = tuple(Found(word, f"{where}/category") for word in words if word)
    picture = next((address for each in _pictures(entry) if (address := absolute(base, each))), None)
    if picture:
        fields["image"] = (Found(picture, f"{where}/image"),)
    return fields | _point(entry, where)


def _pictures(entry: Any) -> Iterator[str]:
    """Addresses of pictures: Yahoo's media module, enclosures."""
    for each in (*entry.get("media_content", []), *entry.get("media_thumbnail", []), *entry.get("enclosures", [])):
        kind = each.get("type") or each.get("medium") or "image"
        if kind.startswith("image"):
            yield each.get("url") or each.get("href") or ""


def _point(entry: Any, where: str) -> Fields:
    """A point of GeoRSS; feedparser gives longitude first, as GeoJSON does."""
    point = entry.get("where")
    if not isinstance(point, dict) or point.get("type") != "Point":
        return {}
    longitude, latitude = (str(number) for number in point["coordinates"][:2])
    here = f"{where}/georss:point"
    return {"latitude": (Found(latitude, here),), "longitude": (Found(longitude, here),)}
