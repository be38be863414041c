"""Posts as an Atom feed (RFC 4287): the same entries as in RSS, with when each last changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from urllib.parse import quote
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

_DAWN = datetime(1970, 1, 1, tzinfo=UTC)
_ATOM = "{http://www.w3.org/2005/Atom}"


def entry_atom(event: Event, channel: Channel) -> str:
    """The entry of an event."""
    return atom_of(announced(event, channel))


def joined_atom(entries: Sequence[Rendered], *, channel: Channel, now: datetime) -> bytes:
    """The newest events as Atom; `now` plays no part, so unchanged events give unchanged bytes."""
    changed = max((each.changed_at for each in entries), default=_DAWN)
    return whole_atom((each.text for each in newest(entries)), channel, changed)


def posts_atom(posts: Sequence[Post], channel: Channel) -> bytes:
    """Posts as Atom, in their order."""
    return whole_atom(map(atom_of, posts), channel, max((post.updated for post in posts), default=_DAWN))


@worded_once
def atom_of(post: Post) -> str:
    """One post as an entry."""
    entry = FeedEntry()
    entry.register_extension("ev", EventModule, rss=False)
    entry.ev.tell(post)
    entry.id(_iri(post.id))
    entry.title(post.title)
    entry.link(href=post.link, rel="alternate")
    entry.content(post.html, type="html")
    entry.published(post.published)
    entry.updated(post.updated)
    for topic in post.topics:
        entry.category(term=topic)
    return markup(entry.atom_entry())


def _iri(id: str) -> str:
    """An id as an IRI: what is none becomes a tag of the host behind its @ (RFC 4151)."""
    name, _, host = id.partition("@")
    host, _, change = host.partition("#")
    return id if "://" in id else f"tag:{host or 'localhost'},2025:{quote(name)}" + (f"#{change}" if change else "")


def whole_atom(entries: Iterable[str], channel: Channel, changed: datetime) -> bytes:
    """Entries already written, with the head of their feed."""
    head, foot = _frame(channel.language)
    told = head.format(
        title=attribute(one_line(channel.title) or channel.home),
        url=attribute(channel.url),
        home=attribute(channel.home),
        changed=changed.isoformat(),
        hub=f'  <link href="{attribute(channel.hub)}" rel="hub"/>\n' if channel.hub else "",
    )
    return "".join((told, *entries, foot)).encode("utf-8")


@cache
def _frame(language: str) -> tuple[str, str]:
    """What stands before and after the entries, as feedgen writes it; places are named in braces."""
    feed = FeedGenerator()
    feed.id("{url}")
    feed.title("{title}")
    feed.author(name="{title}", uri="{home}")
    feed.link([{"href": "{url}", "rel": "self", "type": "application/atom+xml"}])
    feed.link(href="{home}", rel="alternate")
    feed.language(language)
    feed.generator("agenda-scraper")
    feed.updated(_DAWN)
    feed.register_extension("ev", Namespaces, rss=False)
    head, foot, rest = feed.atom_str(pretty=True).decode("utf-8").partition("</feed>")
    head = head.replace(_DAWN.isoformat(), "{changed}")
    return head.replace('atom+xml"/>\n', 'atom+xml"/>\n{hub}', 1), foot + rest


def check_atom(body: bytes) -> None:
    """Read a feed back; PublishError when it is not well-formed."""
    try:
        found = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise PublishError(f"the feed does not parse: {error}") from error
    if found.tag != f"{_ATOM}feed":
        raise PublishError("the feed is no Atom")
