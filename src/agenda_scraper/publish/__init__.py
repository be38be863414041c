"""Events become bytes: one file a FORMAT, `writer` puts them on disk whole or not at all.

Every renderer is `render(events, *, channel, now) -> bytes` and pure: the same events give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from agenda_scraper.model import Event


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself. `url` is where it is published, `home` the page a person would open."""

    title: str
    url: str
    home: str
    language: str = "fr"
    timezone: str = "Europe/Paris"


@dataclass(frozen=True, slots=True)
class Format:
    """One output. `module` is imported at the first use, so that the command line starts fast."""

    name: str
    media_type: str
    suffix: str
    module: str

    def render(self, events: Sequence[Event], *, channel: Channel, now: datetime) -> bytes:
        """The events in this format."""
        body: bytes = self._function("render")(events, channel=channel, now=now)
        return body

    def check(self, body: bytes) -> None:
        """Read the bytes back with a parser that is not ours; PublishError when it refuses them."""
        self._function("check")(body)

    def _function(self, verb: str) -> Any:
        return getattr(import_module(f"agenda_scraper.publish.{self.module}"), f"{verb}_{self.module}")


FORMATS: Mapping[str, Format] = {
    chosen.name: chosen
    for chosen in (
        Format("ics", "text/calendar; charset=utf-8", ".ics", "ical"),
        Format("rss", "application/rss+xml; charset=utf-8", ".rss", "rss"),
        Format("json", "application/json; charset=utf-8", ".json", "json"),
        Format("csv", "text/csv; charset=utf-8", ".csv", "csv"),
    )
}
