"""An event as the page shows it: every word chosen, every address checked; the template only sets them in place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256

from agenda_scraper.links import event_page, told_apart
from agenda_scraper.model import Event, Facts, Mode, Moment, Place, Role, Status, When
from agenda_scraper.recurrence import last_day
from agenda_scraper.site.series import by_rule, said_bounds, said_rule
from agenda_scraper.site.words import Words, signed
from agenda_scraper.text import fold, said_once, shorten, shown, web_address
from agenda_scraper.zones import clocks_of, day_of, follows, local

_SITTINGS_SHOWN = 5
# Of what goes on and on: the days of one week tell those of the next.
_NEXT = 2
_BOUNDED = re.compile("UNTIL=|COUNT=")

Span = tuple[Moment, Moment | None]


@dataclass(frozen=True, slots=True)
class Tile:
    """The leaf of the calendar before an event: « mar. 17 nov. », or « jusqu'au 15 déc. »."""

    above: str
    day: str
    below: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A sitting in words, and its start for programs (HTML's `time datetime`), which what goes on by a rule has not."""

    words: str
    machine: str


@dataclass(frozen=True, slots=True)
class Card:
    """One event of the list. `first` is the day it is listed under, None without a date."""

    id: str
    page: str
    title: str
    language: str | None
    first: date | None
    ongoing: bool
    tile: Tile | None
    dates: tuple[Dated, ...]
    dates_note: str
    kind: str
    badges: tuple[tuple[str, str], ...]
    place: str
    people: str
    summary: str
    sources: tuple[tuple[str, str], ...]
    over: bool


def card_of(event: Event, words: Words, *, today: date, home: str) -> Card | None:
    """The card of an event; None when all of it lies before today. `home` is the zone of the page's readers."""
    spans = _spans_ahead(event, today)
    return None if spans is None else _card(event, spans, words, today=today, home=home)


def whole_card(event: Event, words: Words, *, today: date, home: str) -> Card:
    """The card of an event with every sitting, over or not: what its own page shows, which has no tile and names who
    takes part elsewhere.
    """
    return _card(event, sittings(event), words, today=today, home=home, most=None)


def _card(
    event: Event, spans: list[Span], words: Words, *, today: date, home: str, most: int | None = _SITTINGS_SHOWN
) -> Card:
    facts, whole = event.facts, most is None
    first = min((day_of(start) for start, _ in spans), default=None)
    ongoing = first is not None and first < today
    title = shown(facts.title) or "…"
    told = _NEXT if _lasts(facts.when) else most
    # where no day is the next one, the rule is told
    ruled = whole and by_rule(facts.when)
    return Card(
        id=f"e-{sha256(event.uid.encode('utf-8', 'replace')).hexdigest()[:12]}",
        page=event_page(event.uid),
        title=signed(title),
        language=language_of(facts, words),
        first=first,
        ongoing=ongoing,
        tile=None if whole else _tile(spans, words, ongoing=ongoing),
        dates=(
            (Dated(said_rule(facts.when, words), ""),)
            if ruled
            else tuple(Dated(words.span(start, end), _machine(start)) for start, end in spans[:told])
        ),
        dates_note=_note(
            facts, said_bounds(facts.when, words) if ruled else _more(facts.when, spans, words, most), words, home=home
        ),
        kind=" · ".join(_kind(facts, words)),
        badges=tuple(_badges(facts, words)),
        place=_place(facts, words),
        people="" if whole else _people(facts, words),
        summary=_summary(facts, title),
        sources=_sources(event),
        over=facts.status == Status.CANCELLED,
    )


def true_until(event: Event, today: date) -> date | None:
    """The last day on which the card of `today` says what is so; None when it never says anything else.

    A sitting that is over leaves its card, and what lasts several days says "until" once it has begun.
    """
    spans = _spans_ahead(event, today) or []
    ends = [
        max(today, day_of(start) if _last((start, end)) > day_of(start) > today else _last((start, end)))
        for start, end in spans
    ]
    return min(ends, default=None) if len(spans) > 1 or any(_last(span) > day_of(span[0]) for span in spans) else None


# ── when ──────────────────────────────────────────────────────────────────────────────────────────


def _spans_ahead(event: Event, today: date) -> list[Span] | None:
    """The sittings not over today, on local clocks; an empty list without a date, None when all is over."""
    when = event.facts.when
    spans = sittings(event)
    if not spans:
        return []
    if when.rrule and by_rule(when):
        until = last_day(when.rrule)
        return spans if until is None or until >= today else None
    ahead = [span for span in spans if _last(span) >= today]
    return sorted(ahead, key=lambda span: str(span[0])) or None


def sittings(event: Event) -> list[Span]:
    """Every sitting on local clocks, over or not."""
    when = event.facts.when
    told = when.occurrences or (((when.start, when.end),) if when.start is not None else ())
    return [_span(start, end, when.timezone) for start, end in told]


def _span(start: Moment, end: Moment | None, timezone: str) -> Span:
    """A sitting on local clocks; an end before its start, or of another kind, is not believed."""
    first = local(start, timezone)
    last = local(end, timezone) if end is not None else None
    return first, last if follows(first, last) else None


def _last(span: Span) -> date:
    start, end = span
    return max(day_of(start), day_of(end) if end is not None else day_of(start))


def _tile(spans: Sequence[Span], words: Words, *, ongoing: bool) -> Tile | None:
    if not spans:
        return None
    first, last = day_of(spans[0][0]), _last(spans[0])
    if ongoing:
        return Tile(words("until"), str(last.day), words.day(last, "date.month.short"))
    same_month = (first.year, first.month) == (last.year, last.month)
    days = f"{first.day}–{last.day}" if last > first and same_month else str(first.day)
    return Tile(words.day(first, "date.weekday.short"), days, words.day(first, "date.month.short"))


def _machine(start: Moment) -> str:
    return start.isoformat(timespec="minutes") if isinstance(start, datetime) else start.isoformat()


def clocks_said(when: When, words: Words, home: str) -> str:
    """Whose clocks the hours of an event are told on, where those of `home` show others: « heure de Londres »."""
    elsewhere = clocks_of(when, home)
    return words("clocks", town=words.town(elsewhere)) if elsewhere else ""


def _lasts(when: When) -> bool:
    """Whether an event goes on past the sittings that are listed."""
    return bool(when.rrule) and not (when.occurrences and _BOUNDED.search(when.rrule or ""))


def _more(when: When, spans: Sequence[Span], words: Words, most: int | None) -> list[str]:
    """What is told of the sittings that do not stand there."""
    if _lasts(when):
        return [words("repeats")]
    return [words.count("dates.more", len(spans) - most)] if most and len(spans) > most else []


def _note(facts: Facts, more: Sequence[str], words: Words, *, home: str) -> str:
    clocks = clocks_said(facts.when, words, home)
    notes = [*([clocks] if clocks else []), *more]
    if facts.when.previous_start is not None:
        before = day_of(local(facts.when.previous_start, facts.when.timezone))
        notes.append(words("formerly", date=words.day(before)))
    return ", ".join(notes)


# ── what, where, who ──────────────────────────────────────────────────────────────────────────────


def language_of(facts: Facts, words: Words) -> str | None:
    """The language of the title when it is not the page's: screen readers then pronounce it right."""
    code = facts.language or ""
    return code if re.fullmatch("[a-z]{2}", code) and code != words.language else None


def _kind(facts: Facts, words: Words) -> list[str]:
    audience = facts.audience if facts.audience != "public" else None
    named = (words.named("type", facts.type), words.named("audience", audience))
    return [shown(name) for name in named if name]


def mark_of(facts: Facts, words: Words) -> str:
    """What became of an event, in a word: cancelled, full…; empty for one that is on as it was announced."""
    return words(f"status.{facts.status.value}") if facts.status != Status.SCHEDULED else ""


def _badges(facts: Facts, words: Words) -> list[tuple[str, str]]:
    """A class for the style sheet and the word, the most urgent first."""
    badges = []
    if facts.status != Status.SCHEDULED:
        badges.append((facts.status.value, mark_of(facts, words)))
    if facts.mode == Mode.ONLINE and facts.status != Status.MOVED_ONLINE:
        badges.append(("online", words("online")))
    if facts.mode == Mode.MIXED:
        badges.append(("online", words("mixed")))
    if facts.free:
        badges.append(("free", words("free")))
    return badges


def _place(facts: Facts, words: Words) -> str:
    place = facts.place
    if place is None:
        return words("online") if facts.mode == Mode.ONLINE else ""
    return _address(place)


# a hall has many events
@lru_cache(maxsize=1024)
def _address(place: Place) -> str:
    town = " ".join(part for part in (place.postcode, place.city) if part)
    return said_once(shown(part or "") for part in (place.name, place.address, town))


def _people(facts: Facts, words: Words) -> str:
    organisers = _names(facts, {Role.ORGANISER})
    others = _names(facts, {Role.PARTNER, Role.FUNDER, Role.SPEAKER})
    told = [words("by", names=organisers)] if organisers else []
    return ", ".join(told + ([words("with", names=others)] if others else []))


def _names(facts: Facts, roles: set[Role]) -> str:
    # str.format does not read braces of a value again, so a name may hold anything.
    return shown(", ".join(who.name for who in facts.organisers if who.role in roles))


def _summary(facts: Facts, title: str) -> str:
    summary = shown(facts.summary or "")
    # what folds to the same is about as long
    same = len(summary) < 3 * len(title) and fold(summary) == fold(title)
    return "" if same else shorten(summary, 220)


def _sources(event: Event) -> tuple[tuple[str, str], ...]:
    """Each page that announces it, by its host or what tells it from others there; the page we believe first."""
    urls = (event.facts.url, *(witness.url for witness in event.witnesses))
    told = told_apart(address for url in urls if (address := web_address(url)))
    return tuple((shown(words), address) for words, address in told)
