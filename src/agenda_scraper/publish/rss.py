"""Posts as an RSS 2.0 feed: newest first by the day we first saw them, with the event module and GeoRSS.

The publication date is never the event's own: readers pin or hide what lies in the future. The date of the event is in
the title, and for programs in `ev:startdate` (RSS 1.0 mod_event).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from typing import Any
from xml.etree import ElementTree

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from agenda_scraper.errors import PublishError
from agenda_scraper.model import Event
from agenda_scraper.publish import Channel
from agenda_scraper.publish.modules import EventModule, Namespaces, attribute, markup, newest
from agenda_scraper.publish.posts import Post, announced, worded_once
from agenda_scraper.publish.words import one_line
from agenda_scraper.rendered import Rendered

_MINUTES = 360
_DAWN = datetime(1970, 1, 1, tzinfo=UTC)
_BUILT = "    <lastBuildDate>{}</lastBuildDate>\n"


def entry_rss(event: Event, channel: Channel) -> str:
    """The item of an event."""
    return rss_of(announced(event, channel))


def joined_rss(entries: Sequence[Rendered], *, channel: Channel, now: datetime) -> bytes:
    """The newest events as RSS 2.0; `now` plays no part, so unchanged events give unchanged bytes."""
    changed = max((each.changed_at for each in entries), default=None)
    return whole_rss((each.text for each in newest(entries)), channel, changed)


def posts_rss(posts: Sequence[Post], channel: Channel) -> bytes:
    """Posts as RSS 2.0, in their order."""
    return whole_rss(map(rss_of, posts), channel, max((post.updated for post in posts), default=None))


@worded_once
def rss_of(post: Post) -> str:
    """One post as an item."""
    entry = FeedEntry()
    entry.register_extension("ev", EventModule, atom=False)
    entry.ev.tell(post)
    entry.title(post.title)
    entry.guid(post.id, permalink=False)
    entry.link(href=post.link)
    entry.description(post.html)
    entry.pubDate(post.published)
    for topic in post.topics:
        entry.category(term=topic)
    return markup(entry.rss_entry())


def whole_rss(items: Iterable[str], channel: Channel, changed: datetime | None) -> bytes:
    """Items already written, with the head of their channel; `changed` None: nothing was ever told in it."""
    head, foot = _frame(channel.language)
    told = head.format(
        title=attribute(one_line(channel.title) or channel.home),
        url=attribute(channel.url),
        home=attribute(channel.home),
        changed=_BUILT.format(format_datetime(changed)) if changed else "",
        hub=f'    <atom:link href="{attribute(channel.hub)}" rel="hub"/>\n' if channel.hub else "",
    )
    return "".join((told, *items, foot)).encode("utf-8")


@cache
def _frame(language: str) -> tuple[str, str]:
    """What stands before and after the items, as feedgen writes it; the places of what is told are named in braces."""
    feed = FeedGenerator()
    feed.title("{title}")
    # feedgen takes the last link as the channel's own.
    feed.link(href="{url}", rel="self", type="application/rss+xml")
    feed.link(href="{home}", rel="alternate")
    feed.description("{title}")
    feed.language(language)
    feed.generator("agenda-scraper")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.ttl(_MINUTES)
    feed.lastBuildDate(_DAWN)
    feed.register_extension("ev", Namespaces, atom=False)
    head, foot, rest = feed.rss_str(pretty=True).decode("utf-8").partition("  </channel>")
    # its whole line: an empty feed leaves it out, for the clock would change bytes
    head = head.replace(_BUILT.format(format_datetime(_DAWN)), "{changed}")
    # feedgen writes of all links in RSS the one to itself only
    return head.replace('rss+xml"/>\n', 'rss+xml"/>\n{hub}', 1), foot + rest


def check_rss(body: bytes) -> None:
    """Read a feed back; PublishError when it is not well-formed."""
    found = _parsed(body).findall("channel")
    if len(found) != 1:
        raise PublishError("the feed has no channel")


def _parsed(body: bytes) -> Any:
    try:
        return ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise PublishError(f"the feed does not parse: {error}") from error
