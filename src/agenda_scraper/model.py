"""The nouns of the line, one frozen type a moment: Page, Notice, Sighting, Event.

Text becomes values between Notice and Sighting, and only there. Moments are a `date` when the page
gives no time, else an aware `datetime`; the end of an all-day event is its last day, inclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

Moment: TypeAlias = date | datetime
Occurrence: TypeAlias = tuple[Moment, Moment | None]


class Status(StrEnum):
    """What the page itself says of the event; a notice that vanished changes nothing here."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    RESCHEDULED = "rescheduled"
    MOVED_ONLINE = "moved-online"
    FULL = "full"


class Mode(StrEnum):
    """How one takes part."""

    OFFLINE = "offline"
    ONLINE = "online"
    MIXED = "mixed"


class Role(StrEnum):
    """What an organisation or a person does for an event."""

    ORGANISER = "organiser"
    PARTNER = "partner"
    FUNDER = "funder"
    SPEAKER = "speaker"


# ── what came over the wire, and what it says ─────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave us to ask "changed since?" with (RFC 9110, section 13)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An answer. `url` answered after redirects; a 304 has no `body`; `encoding` is the charset its header names."""

    asked: str
    url: str
    status: int
    media_type: str
    body: bytes
    fetched_at: datetime
    encoding: str | None = None
    validators: Validators = Validators()


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of text on a page: the text as read, where it stood, and how it was written there."""

    text: str
    where: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page says about one event: text only. `fields` maps a field name to what was found, in page order."""

    source: str
    page_url: str
    fields: Mapping[str, tuple[Found, ...]]

    def first(self, name: str) -> Found | None:
        """The first finding of a field."""
        found = self.fields.get(name)
        return found[0] if found else None

    def text(self, name: str, joint: str = "\n") -> str:
        """All findings of a field as one text; empty when the page says nothing."""
        return joint.join(found.text for found in self.fields.get(name, ()))


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one page gives: notices, the next list page, and the page of each notice (same order; empty: none).

    `missing` counts, by field, the required values a selector did not find; `proved_empty` says that the page
    itself declares that nothing is announced; `system` is the software it shows, `linked` the calendars it links;
    `entries` counts what was read as one notice each, those that gave none among them.
    """

    notices: tuple[Notice, ...] = ()
    next_url: str | None = None
    follow: tuple[str | None, ...] = ()
    missing: Mapping[str, int] = field(default_factory=dict)
    proved_empty: bool = False
    system: str = ""
    linked: tuple[str, ...] = ()
    entries: int = 0


# ── what we understood ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader must know beside the text: its language, the day it is read as of, its zone and country.

    `language` is an ISO 639-1 code, `reference` the day the page was published or first read (local),
    `timezone` an IANA zone, `country` ISO 3166-1 alpha-2, `region` the source's own region or département.
    """

    language: str
    reference: date
    timezone: str
    country: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date text understood, by the convention of docs/dates.md. `start` None: the text names no date of an event.

    `occurrences` are the single sittings, sorted, when they do not touch or have hours of their own.
    `trace` says which rule read what.
    """

    start: Moment | None
    end: Moment | None = None
    timezone: str = "UTC"
    occurrences: tuple[Occurrence, ...] = ()
    rrule: str | None = None
    status: Status | None = None
    previous_start: Moment | None = None
    deadline: Moment | None = None
    published: Moment | None = None
    approx: bool = False
    weekday_mismatch: bool = False
    trace: tuple[str, ...] = field(default=(), compare=False)

    @property
    def all_day(self) -> bool:
        """True exactly when the page gives a day and no time."""
        return self.start is not None and not isinstance(self.start, datetime)


@dataclass(frozen=True, slots=True)
class Place:
    """Where. `confidence` 0..1 tells how sure the town is; a name is kept even when nothing is resolved."""

    name: str | None = None
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    department: str | None = None
    region: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    insee: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who: an organisation or a person, without article; `acronym` when the page gives one."""

    name: str
    role: Role = Role.ORGANISER
    acronym: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one knows of an event, as values. `summary` is plain text, `summary_html` its sanitised HTML."""

    title: str
    when: When
    place: Place | None = None
    mode: Mode = Mode.OFFLINE
    status: Status = Status.SCHEDULED
    organisers: tuple[Organiser, ...] = ()
    contacts: tuple[Contact, ...] = ()
    url: str = ""
    registration_url: str | None = None
    deadline: Moment | None = None
    summary: str | None = None
    summary_html: str | None = None
    type: str | None = None
    themes: tuple[str, ...] = ()
    audience: str | None = None
    free: bool | None = None
    price: str | None = None
    language: str | None = None
    image: str | None = None
    relevance: float | None = None
    published_at: Moment | None = None
    modified_at: Moment | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field has its value: the source and the place on the page, the raw text, the rule that read it."""

    field: str
    source: str
    where: str
    raw: str
    rule: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """One notice understood. `key` names it within its source and survives a rename and a move.

    `announces` tells whether its text announces an event at all: a report or a job offer may hold a date too.
    """

    source: str
    key: str
    facts: Facts
    page_url: str
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
    warnings: tuple[str, ...] = field(default=(), compare=False)
    announces: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Witness:
    """A source that tells of an event, and where it does."""

    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that disagree on a field: (source, value as text) of each, the one believed first."""

    field: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the real world. `uid` is for life; `sequence` rises with each change of content.

    `vanished` says that no source shows it any more, which is not a cancellation; `cancelled_at` since when it is
    called off. `merged_into` names the event that this one turned out to be: it stays as a pointer, without sources.
    `hidden` is a person's word. `sittings` numbers each occurrence for life, in their order: a date that moves keeps
    its number, and no number is used twice.
    """

    uid: str
    facts: Facts
    sequence: int
    first_seen: datetime
    last_seen: datetime
    changed_at: datetime
    witnesses: tuple[Witness, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
    vanished: bool = False
    cancelled_at: datetime | None = None
    merged_into: str | None = None
    hidden: bool = False
    sittings: tuple[int, ...] = ()
    conflicts: tuple[Conflict, ...] = field(default=(), compare=False)
