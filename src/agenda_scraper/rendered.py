"""What an event reads like in each format: rendered once, when the event changes, and only joined afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from agenda_scraper.model import Event
from agenda_scraper.zones import span_of


class Rendered(NamedTuple):
    """The text of one event in one format, with what a feed chooses and sorts by.

    `starts` and `ends` are the first and last second of the event since 1970 UTC, as the store counts them; `number`
    is the store's, 0 outside it. `merged`: the event turned out to be another.
    """

    uid: str
    text: str
    starts: int
    ends: int
    first_seen: datetime
    changed_at: datetime
    last_seen: datetime
    number: int = 0
    merged: bool = False

    def with_text(self, text: str) -> Rendered:
        """The same entry in other words; faster than `_replace`, and done for every entry of every feed."""
        return tuple.__new__(Rendered, (self[0], text, *self[2:]))


@dataclass(frozen=True, slots=True)
class Renderings:
    """Texts of one event by format. `voice` says by what program, language and zone they were made.

    `until` is the last day they are true: a card says "until 3 June" once its event has begun. None: for good.
    """

    number: int
    voice: str
    texts: Mapping[str, str]
    until: date | None = None


def rendered(event: Event, text: str) -> Rendered:
    """An event in hand as an entry with its text."""
    starts, ends = span_of(event.facts.when)
    return Rendered(event.uid, text, starts, ends, event.first_seen, event.changed_at, event.last_seen)
