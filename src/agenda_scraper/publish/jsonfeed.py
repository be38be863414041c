"""Posts as a JSON Feed 1.1 (jsonfeed.org/version/1.1), with what is known of the event under `_event`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from agenda_scraper.errors import PublishError
from agenda_scraper.model import Event
from agenda_scraper.publish import Channel
from agenda_scraper.publish.modules import newest
from agenda_scraper.publish.posts import Post, announced, worded_once
from agenda_scraper.publish.words import one_line
from agenda_scraper.rendered import Rendered

# As in the JSON of events; "startdate" is a word of RSS.
_SHORT = {"startdate": "start", "enddate": "end"}


def entry_jsonfeed(event: Event, channel: Channel) -> str:
    """The item of an event."""
    return jsonfeed_of(announced(event, channel))


def joined_jsonfeed(entries: Sequence[Rendered], *, channel: Channel, now: datetime) -> bytes:
    """The newest events as a JSON Feed; `now` plays no part, so unchanged events give unchanged bytes."""
    return whole_jsonfeed((each.text for each in newest(entries)), channel)


def posts_jsonfeed(posts: Sequence[Post], channel: Channel) -> bytes:
    """Posts as a JSON Feed, in their order."""
    return whole_jsonfeed(map(jsonfeed_of, posts), channel)


@worded_once
def jsonfeed_of(post: Post) -> str:
    """One post as an item; `_event` has start, end and the other names of mod_event, and latitude and longitude."""
    event: dict[str, object] = {_SHORT.get(name, name): text for name, text in post.event.items()}
    if post.point:
        event |= {"latitude": post.point[0], "longitude": post.point[1]}
    told = {
        "id": post.id,
        "url": post.link,
        "title": post.title,
        "content_html": post.html or post.title,
        "date_published": _stamp(post.published),
        "date_modified": _stamp(post.updated),
        "language": post.language,
        "tags": list(post.topics),
        "_event": event,
    }
    return json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False)


def whole_jsonfeed(items: Iterable[str], channel: Channel) -> bytes:
    """Items already written, with the head of their feed."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(channel.title) or channel.home,
        "home_page_url": channel.home,
        "feed_url": channel.url,
        "language": channel.language,
        **({"hubs": [{"type": "WebSub", "url": channel.hub}]} if channel.hub else {}),
    }
    told = json.dumps(head, ensure_ascii=False)[:-1]
    listed = ",\n".join(items)
    return f'{told}, "items": [\n{listed}\n]}}\n'.encode("utf-8", errors="replace")


def check_jsonfeed(body: bytes) -> None:
    """Read a feed back; PublishError when it is no JSON Feed."""
    try:
        found = json.loads(body)
    except ValueError as error:
        raise PublishError(f"the JSON does not parse: {error}") from error
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise PublishError("the feed has no items")


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
