"""How it went: what was known, what a crawl decided before anything is written, what it tells of each source."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from agenda_scraper.history import Correction, Version
from agenda_scraper.model import Event, Sighting


class Outcome(StrEnum):
    """How the crawl of one source ended."""

    OK = "ok"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    HELD = "held"
    BROKEN = "broken"
    NOT_DUE = "not due"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A notice we could not believe: kept and shown with the reason."""

    source: str
    page_url: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """An event to come that a source shows no more: whether it was called off, no one said."""

    uid: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Known:
    """A sighting as remembered, and the event it belongs to; `vanished_at` None: its source still shows it.

    `number` is the store's own, for life, 0 until it is written: a key may change, when ids churn.
    """

    sighting: Sighting
    uid: str
    first_seen: datetime
    last_seen: datetime
    vanished_at: datetime | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event with all that its sources and people say of it; `versions` are the new ones, to be written."""

    event: Event
    sightings: tuple[Known, ...]
    corrections: tuple[Correction, ...] = ()
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is remembered of a source between crawls; `failures` counts the crawls that failed in a row.

    `last_crawled` is when its last crawl began, of all sources then; `written_at` when what it brought was written.
    """

    source: str
    outcome: Outcome
    last_crawled: datetime
    last_ok: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0
    found: int = 0
    error: str | None = None
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A sighting whose content differs from what its source said before; `fields` names what changed."""

    before: Sighting
    after: Sighting
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The decision for one source: what is new, changed, unchanged, gone and back. Nothing is written yet.

    `rekeyed` are (before, now) keys of sightings whose source names them anew; all else here speaks of keys of now.
    """

    source: str
    new: tuple[Sighting, ...] = ()
    changed: tuple[Change, ...] = ()
    unchanged: tuple[Sighting, ...] = ()
    vanished: tuple[str, ...] = ()
    restored: tuple[Sighting, ...] = ()
    rekeyed: tuple[tuple[str, str], ...] = ()

    @property
    def seen(self) -> tuple[Sighting, ...]:
        """Every sighting the source shows now."""
        return (*self.new, *(change.after for change in self.changed), *self.unchanged, *self.restored)


@dataclass(frozen=True, slots=True)
class SourceReport:
    """How one source went. `error` is one sentence (where, what, fix); `requests` counts pages asked for.

    `vanished` counts all that is shown no more, `gone` names what of it is not over yet.
    """

    source: str
    outcome: Outcome
    found: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    restored: int = 0
    gone: tuple[Gone, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[str, ...] = ()
    requests: int = 0
    seconds: float = 0.0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class CrawlReport:
    """How the whole crawl went, in the order of sources.yaml."""

    started_at: datetime
    sources: tuple[SourceReport, ...] = field(default=())

    @property
    def broken(self) -> tuple[SourceReport, ...]:
        """The sources that need someone."""
        return tuple(report for report in self.sources if report.outcome in (Outcome.BROKEN, Outcome.HELD))
