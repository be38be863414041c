"""Events become bytes: one file a FORMAT, `writer` puts them on disk whole or not at all.

A format is two steps, both pure: `entry` is the text of one event, which depends on the event and the voice alone
and is kept until the event changes; `joined` makes the feed of many such texts. Unchanged events give unchanged bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Any

from agenda_scraper.model import Event
from agenda_scraper.rendered import Rendered, rendered


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself. `url` is where it is published, `home` the page a person would open.

    `hub` is the WebSub hub that readers may ask to be told of changes. `terms` are words for the codes of the
    taxonomy, by `type.forum` and `theme.mobility`: people sort their calendars by them.
    """

    title: str
    url: str
    home: str
    language: str = "fr"
    timezone: str = "Europe/Paris"
    hub: str | None = None
    terms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """One output. `module` is imported at the first use, so that the command line starts fast."""

    name: str
    media_type: str
    suffix: str
    module: str

    def entry(self, event: Event, channel: Channel) -> str:
        """The text of one event; of the channel only language, zone, home and terms count."""
        text: str = self._function("entry")(event, channel)
        return text

    def joined(self, entries: Sequence[Rendered], *, channel: Channel, now: datetime) -> bytes:
        """The feed of events already in words: chosen, sorted, with a head and a foot."""
        body: bytes = self._function("joined")(entries, channel=channel, now=now)
        return body

    def render(self, events: Sequence[Event], *, channel: Channel, now: datetime) -> bytes:
        """The events in this format."""
        return self.joined([self._rendered(event, channel) for event in events], channel=channel, now=now)

    def tell(self, posts: Sequence[Any], channel: Channel) -> bytes:
        """Posts as a feed, in their order; only what feed readers read can tell posts."""
        body: bytes = self._function("posts")(posts, channel)
        return body

    def check(self, body: bytes) -> None:
        """Read the bytes back with a parser that is not ours; PublishError when it refuses them."""
        self._function("check")(body)

    def _rendered(self, event: Event, channel: Channel) -> Rendered:
        return rendered(event, self.entry(event, channel))

    def _function(self, verb: str) -> Any:
        return getattr(import_module(f"agenda_scraper.publish.{self.module}"), f"{verb}_{self.module}")


FORMATS: Mapping[str, Format] = {
    chosen.name: chosen
    for chosen in (
        Format("ics", "text/calendar; charset=utf-8", ".ics", "ical"),
        Format("rss", "application/rss+xml; charset=utf-8", ".rss", "rss"),
        Format("atom", "application/atom+xml; charset=utf-8", ".atom", "atom"),
        Format("jsonfeed", "application/feed+json; charset=utf-8", ".json", "jsonfeed"),
        Format("csv", "text/csv; charset=utf-8", ".csv", "csv"),
        Format("json", "application/json; charset=utf-8", ".events.json", "json"),
    )
}
