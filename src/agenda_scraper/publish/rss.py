"""Events as an RSS 2.0 feed: newest first by the day we first saw them, with the event module and GeoRSS.

The publication date is never the event's own: readers pin or hide what lies in the future. The date of the event is in
the title, and for programs in `ev:startdate` (RSS 1.0 mod_event).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem

from agenda_scraper.errors import PublishError
from agenda_scraper.model import Event, Role
from agenda_scraper.publish import Channel
from agenda_scraper.publish.moments import believed_end, iso
from agenda_scraper.publish.prose import addresses, html, names, place_line, point, topics
from agenda_scraper.publish.words import headline, language_of, one_line, short_dates
from agenda_scraper.text import shorten, squash, visible

# Readers keep what they have read; a feed of the newest few hundred stays well under 2 MB.
NEWEST = 500
_EV = "http://purl.org/rss/1.0/modules/event/"
_GEORSS = "http://www.georss.org/georss"
_MINUTES = 360


def render_rss(events: Sequence[Event], *, channel: Channel, now: datetime) -> bytes:
    """The newest events as RSS 2.0; `now` plays no part, so unchanged events give unchanged bytes."""
    newest = sorted(events, key=lambda event: event.uid)
    newest.sort(key=lambda event: event.first_seen, reverse=True)
    feed = _feed(channel)
    changed = max((event.changed_at for event in newest), default=None)
    feed.lastBuildDate(changed or datetime(1970, 1, 1, tzinfo=UTC))
    for event in newest[:NEWEST]:
        feed.add_entry(_entry(event, channel), order="append")
    body: bytes = feed.rss_str(pretty=True)
    return body


def check_rss(body: bytes) -> None:
    """Read a feed back; PublishError when it is not well-formed."""
    try:
        found = ElementTree.fromstring(body).findall("channel")
    except ElementTree.ParseError as error:
        raise PublishError(f"the feed does not parse: {error}") from error
    if len(found) != 1:
        raise PublishError("the feed has no channel")


def _feed(channel: Channel) -> FeedGenerator:
    feed = FeedGenerator()
    title = one_line(channel.title) or channel.home
    feed.title(title)
    # feedgen takes the last link as the channel's own.
    feed.link(href=channel.url, rel="self", type="application/rss+xml")
    feed.link(href=channel.home, rel="alternate")
    feed.description(title)
    feed.language(channel.language)
    feed.generator("agenda-scraper")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.ttl(_MINUTES)
    feed.register_extension("ev", Namespaces, atom=False)
    return feed


def _entry(event: Event, channel: Channel) -> FeedEntry:
    language = language_of(event, channel.language)
    town = one_line(event.facts.place.city) if event.facts.place else ""
    told = (short_dates(event.facts.when, language), town, shorten(headline(event, language), 200))
    entry = FeedEntry()
    entry.register_extension("ev", EventModule, atom=False)
    entry.ev.tell(event, language)
    entry.title(" · ".join(part for part in told if part))
    entry.guid(squash(visible(event.uid)), permalink=False)
    entry.link(href=next(iter(addresses(event)), channel.home))
    entry.description(html(event, language, channel.timezone))
    entry.pubDate(event.first_seen)
    for topic in topics(event.facts):
        entry.category(term=topic)
    return entry


class Namespaces(BaseExtension):  # type: ignore[misc]
    """The prefixes of both modules, told once at the top."""

    def extend_ns(self) -> dict[str, str]:
        """Prefix to namespace."""
        return {"ev": _EV, "georss": _GEORSS}


class EventModule(BaseEntryExtension):  # type: ignore[misc]
    """mod_event and GeoRSS for feedgen: it calls `extend_rss` with the item just written."""

    def __init__(self) -> None:
        self._told: list[tuple[str, str, str]] = []

    def tell(self, event: Event, language: str) -> None:
        """Take what the modules say of an event; what is unknown is left out."""
        facts, when = event.facts, event.facts.when
        spot = point(facts.place)
        told = (
            (_EV, "startdate", iso(when.start, when.timezone)),
            (_EV, "enddate", iso(believed_end(when), when.timezone)),
            (_EV, "location", place_line(facts, language)),
            (_EV, "organizer", names(facts, Role.ORGANISER)),
            (_EV, "type", facts.type),
            (_GEORSS, "point", f"{spot[0]:.6f} {spot[1]:.6f}" if spot else None),
        )
        self._told = [(space, name, said) for space, name, text in told if (said := one_line(text))]

    def extend_rss(self, item: Any) -> Any:
        """Add the elements to an item."""
        for space, name, text in self._told:
            xml_elem(f"{{{space}}}{name}", item).text = text
        return item
