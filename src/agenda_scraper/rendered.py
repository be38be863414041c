"""What an event reads like in each format: rendered once, when the event changes, and only joined afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Rendered:
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
    number: int = 0
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Renderings:
    """Texts of one event by format. `voice` says by what program, language and zone they were made.

    `until` is the last day they are true: a card says "until 3 June" once its event has begun. None: for good.
    """

    number: int
    voice: str
    texts: Mapping[str, str]
    until: date | None = None
