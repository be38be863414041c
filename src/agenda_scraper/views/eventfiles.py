"""The files of an event, its page and its calendar: they follow from the event alone, so many hands can make them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from agenda_scraper.agenda import Agenda
from agenda_scraper.errors import PublishError
from agenda_scraper.history import Biography
from agenda_scraper.links import event_page
from agenda_scraper.model import Event
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.writer import Press
from agenda_scraper.rendered import rendered
from agenda_scraper.site.addresses import event_calendar
from agenda_scraper.site.eventpage import render_event
from agenda_scraper.site.frame import Frame
from agenda_scraper.site.standing import standing_of
from agenda_scraper.site.words import words
from agenda_scraper.store import Store
from agenda_scraper.text import shown
from agenda_scraper.views.hands import shared
from agenda_scraper.views.recurring import unrolled
from agenda_scraper.zones import day_of, is_past, last_of, local

# The last second of 2099: what lies further on is told as of then.
_FAR = 4_102_444_800


class Made(NamedTuple):
    """An event by its number: the names of what it stands under, and the last day on which its page is true."""

    number: int
    stands: tuple[str, ...]
    until: date | None


@dataclass(frozen=True, slots=True)
class Stood:
    """What was done with some events, and what came of their files."""

    events: tuple[Made, ...]
    changed: tuple[str, ...] = ()
    problems: tuple[PublishError, ...] = ()


class EventFiles:
    """Makes the files of events for a site; `now` says no more than today."""

    def __init__(self, agenda: Agenda, *, now: datetime, live: bool = False) -> None:
        site = agenda.site
        home = site.url.rstrip("/") + "/"
        self._words = words(site.language)
        self._frame = Frame(site, agenda.feeds, self._words, day_of(local(now, site.timezone)), live=live)
        self._names = {source.id: source.name for source in agenda.sources}
        terms = self._words.sentences
        self._channel = Channel(site.title, home, home, site.language, site.timezone, terms=terms)

    def page(self, told: Biography) -> bytes:
        """The page of an event."""
        return render_event(told, self._frame.at(event_page(told.event.uid)), self._names)

    def calendar(self, event: Event) -> bytes:
        """An event alone as a calendar; it keeps its file when it is over, so it is told as of its own day."""
        kind = FORMATS["ics"]
        own = self._channel
        channel = replace(own, title=shown(event.facts.title))
        entry = rendered(event, kind.entry(event, channel))
        then = datetime.fromtimestamp(min(max(entry.starts, 0), _FAR), UTC)
        return kind.joined([entry], channel=channel, now=then)


class Hand:
    """Makes the files of events and puts them in place below a folder, from a desk of its own."""

    def __init__(self, agenda: Agenda, store: Store, now: datetime, public: Path, packed: bool) -> None:
        self._files, self._words = EventFiles(agenda, now=now), words(agenda.site.language)
        self._store, self._press = store, Press(public, packed=packed, desk=f"hand-{os.getpid()}")
        self._today = day_of(local(now, agenda.site.timezone))

    def __call__(self, numbers: Sequence[int]) -> Stood:
        """The page and the calendar of each event, none when it is hidden."""
        found = self._store.biographies(numbers)
        made = tuple(self._made(number, told) for number, told in found.items())
        self._press.place()
        return Stood(made, *self._press.told())

    def _made(self, number: int, told: Biography) -> Made:
        past = is_past(told.event.facts.when, self._today)
        self._put(told, past=past)
        stands = standing_of(unrolled(told.event, self._today), self._words)
        return Made(number, stands.names, None if past else last_of(told.event.facts.when))

    def _put(self, told: Biography, *, past: bool) -> None:
        event = told.event
        page, calendar = event_page(event.uid), event_calendar(event.uid)
        if event.hidden:
            self._press.drop(page)
            self._press.drop(calendar)
            return
        self._press.put(page, self._files.page(told))
        # what is over goes into no calendar any more; who has it there hears all the same what is put right
        if not past or self._press.has(calendar):
            self._press.put(calendar, self._files.calendar(event))


def put_by_many(
    portions: Iterator[list[int]], press: Press, *, agenda: Agenda, store: Store, now: datetime
) -> Iterator[Stood]:
    """Put the files of many events, by their numbers, where the press puts files, which answers for them."""
    start = partial(Hand, agenda, store, now, press.public, press.packed)
    for stood in shared(portions, start, carried=store.reachable):
        press.take(stood.changed, stood.problems)
        yield stood
