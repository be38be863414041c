"""What happened to an event, and what people said of it: both are kept for as long as the event is.

A correction is a row of its own that no crawl overwrites; a version is what one event was believed to be from one
moment on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from agenda_scraper.model import Event, Facts


class Act(StrEnum):
    """What a person can do to events."""

    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    HIDE = "hide"


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on an event, above all sources. `number` is the store's, 0 until it is written.

    EDIT: `field` is a field of Facts, or of its Place or When (`place.city`, `when.start`), and `value` what stands
    there, as text. MERGE: `other` was the same event and `members` are its sightings. SPLIT: `other` is the event
    that `members` became; the two never join again. `undone_at` None: it stands.
    """

    uid: str
    act: Act
    at: datetime
    field: str | None = None
    value: str | None = None
    other: str | None = None
    members: tuple[int, ...] = ()
    author: str = ""
    reason: str = ""
    number: int = 0
    undone_at: datetime | None = None


class News(StrEnum):
    """What a new version of an event means to those who subscribed to it."""

    ANNOUNCED = "announced"
    MOVED = "moved"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    BACK = "back"
    CORRECTED = "corrected"
    MERGED = "merged"


_THOUGHT = frozenset(("type", "themes", "audience", "language"))


@dataclass(frozen=True, slots=True)
class Version:
    """An event as it was believed from `at` on: what changed (`fields` of Facts), and by whose word.

    `source` is the id of the source that said so, or empty when a person did; `before` None for the first version.
    """

    uid: str
    sequence: int
    at: datetime
    news: News
    facts: Facts
    before: Facts | None = None
    fields: tuple[str, ...] = ()
    source: str = ""

    @property
    def unseen(self) -> bool:
        """Whether only what we think of the event is another: who reads of it sees no difference."""
        return self.news is News.CORRECTED and bool(self.fields) and _THOUGHT.issuperset(self.fields)


class Turn(NamedTuple):
    """That an event was told anew: when, what it meant, and the id of the source that said so."""

    at: datetime
    news: News
    source: str


class Biography(NamedTuple):
    """An event with its evidence, and all that became of it, the first of it first: what its own page tells."""

    event: Event
    turns: tuple[Turn, ...] = ()
