"""RSS and Atom: an entry is a notice. Its date comes from an event module, else from its own words."""

from __future__ import annotations

from typing import Any

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.markup import absolute
from agenda_scraper.model import Extraction, Found, Notice, Page
from agenda_scraper.text import shorten, squash

# The event module (RSS 1.0 mod_event) and xCal, as feedparser names their elements.
_MODULES = {
    "start": ("ev_startdate", "xcal_dtstart"),
    "end": ("ev_enddate", "xcal_dtend"),
    "place": ("ev_location", "xcal_location"),
    "organisers": ("ev_organizer", "xcal_organizer"),
    "type": ("ev_type",),
    "published": ("published",),
    "modified": ("updated",),
    "id": ("id",),
}


def read(page: Page, source: Source) -> Extraction:
    """The entries of a feed, in its order. `options.when: published` takes the publication date as the event's."""
    import feedparser  # late: 60 ms

    parsed = feedparser.parse(page.body, response_headers={"content-type": _media(page), "content-location": page.url})
    if not parsed.entries and not parsed.get("version"):
        raise ExtractError(
            "not a feed",
            where=f"{source.origin} {page.url}",
            excerpt=shorten(squash(page.body[:400].decode("utf-8", "replace")), 120),
            fix="look for the feed's address in the page's <link rel=alternate>",
        )
    entries = parsed.entries[: source.max_items]
    notices = tuple(_notice(entry, number, page, source) for number, entry in enumerate(entries, start=1))
    follow = tuple(notice.text("url") or None for notice in notices)
    return Extraction(notices, follow=follow, proved_empty=not notices)


def _media(page: Page) -> str:
    charset = f"; charset={page.encoding}" if page.encoding else ""
    return f"{page.media_type}{charset}"


def _notice(entry: Any, number: int, page: Page, source: Source) -> Notice:
    where = f"entry[{number}]"
    fields: dict[str, tuple[Found, ...]] = {}
    for name, keys in _MODULES.items():
        key = next((key for key in keys if entry.get(key)), None)
        if key:
            fields[name] = (Found(squash(str(entry[key])), f"{where}/{key.replace('_', ':', 1)}"),)
    if source.options.get("when") == "published" and "published" in fields:
        fields.setdefault("start", fields["published"])
    link = absolute(page.url, entry.get("link", ""))
    if link:
        fields["url"] = (Found(link, f"{where}/link"),)
    if entry.get("title"):
        fields["title"] = (Found(squash(entry["title"]), f"{where}/title"),)
    contents = [part.get("value", "") for part in entry.get("content", [])]
    body = max(contents, key=len, default="") or entry.get("summary")
    if body:
        fields["summary"] = (Found(body, f"{where}/description"),)
    point = entry.get("where") or {}
    if isinstance(point, dict) and point.get("type") == "Point":
        longitude, latitude = point["coordinates"][:2]  # feedparser gives GeoJSON order
        fields["latitude"] = (Found(str(latitude), f"{where}/georss:point"),)
        fields["longitude"] = (Found(str(longitude), f"{where}/georss:point"),)
    return Notice(source.id, page.url, fields)
