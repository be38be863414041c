"""The files of an event, its page and its calendar: they follow from the event alone, so many hands can make them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from agenda_scraper.agenda import Agenda
from agenda_scraper.errors import PublishError
from agenda_scraper.history import Version
from agenda_scraper.model import Event
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.writer import Press
from agenda_scraper.rendered import rendered
from agenda_scraper.site.addresses import event_name, event_page
from agenda_scraper.site.eventpage import Told, render_event
from agenda_scraper.site.frame import Frame
from agenda_scraper.site.standing import standing_of
from agenda_scraper.site.words import words
from agenda_scraper.text import squash, visible
from agenda_scraper.zones import day_of, local

# One event with its number and all that happened to it.
Dated = tuple[int, Event, Sequence[Version]]
# The last second of 2099: what lies further on is told as of then.
_FAR = 4_102_444_800


@dataclass(frozen=True, slots=True)
class Stood:
    """What was done with some events: the names of what each stands under by its number, and what came of its files."""

    stands: tuple[tuple[int, tuple[str, ...]], ...]
    changed: tuple[str, ...] = ()
    problems: tuple[PublishError, ...] = ()


class EventFiles:
    """Makes the files of events for a site; `now` says no more than today."""

    def __init__(self, agenda: Agenda, *, now: datetime, live: bool = False) -> None:
        site = agenda.site
        home = site.url.rstrip("/") + "/"
        self._words = words(site.language)
        self._frame = Frame(site, agenda.feeds, self._words, day_of(local(now, site.timezone)), live=live)
        self._channel = Channel(site.title, home, home, site.language, site.timezone)

    def page(self, event: Event, versions: Sequence[Version]) -> bytes:
        """The page of an event."""
        return render_event(Told(event, versions), self._frame.at(event_page(event.uid)))

    def calendar(self, event: Event) -> bytes:
        """An event alone as a calendar; it keeps its file when it is over, so it is told as of its own day."""
        kind = FORMATS["ics"]
        channel = replace(self._channel, title=squash(visible(event.facts.title)))
        entry = rendered(event, kind.entry(event, channel))
        then = datetime.fromtimestamp(min(max(entry.starts, 0), _FAR), UTC)
        return kind.joined([entry], channel=channel, now=then)

    def put(self, press: Press, portion: Sequence[Dated]) -> Stood:
        """Both of each event to the press, none when it is hidden; returns where they have to be told of."""
        for _, event, versions in portion:
            name = event_name(event.uid)
            page, calendar = f"event/{name}.html", f"event/{name}.ics"
            if event.hidden:
                press.drop(page)
                press.drop(calendar)
                continue
            press.put(page, self.page(event, versions))
            press.put(calendar, self.calendar(event))
        return Stood(tuple((number, tuple(standing_of(event, self._words).facets)) for number, event, _ in portion))


def put_by_many(portions: Iterator[list[Dated]], press: Press, *, agenda: Agenda, now: datetime) -> Iterator[Stood]:
    """Put the files of many events, in their order; with more than a portion every processor has a hand in it."""
    first = list(next(portions, []))
    second = next(portions, None)
    if second is None:
        yield EventFiles(agenda, now=now).put(press, first)
        return
    hands = max(os.cpu_count() or 1, 1)
    told = (agenda, now, press.public, press.packed)
    # spawned, not forked: a forked child inherits locks that other threads hold
    with ProcessPoolExecutor(hands, get_context("spawn"), initializer=_begin, initargs=told) as pool:
        waiting: deque[Future[Stood]] = deque()
        for portion in chain((first, second), portions):
            waiting.append(pool.submit(_put, portion))
            if len(waiting) > 2 * hands:
                yield _taken(press, waiting.popleft().result())
        while waiting:
            yield _taken(press, waiting.popleft().result())


def _taken(press: Press, stood: Stood) -> Stood:
    press.take(stood.changed, stood.problems)
    return stood


_hand: list[tuple[EventFiles, Press]] = []


def _begin(agenda: Agenda, now: datetime, public: Path, packed: bool) -> None:
    _hand.append((EventFiles(agenda, now=now), Press(public, packed=packed, desk=f"hand-{os.getpid()}")))


def _put(portion: list[Dated]) -> Stood:
    files, press = _hand[0]
    stood = files.put(press, portion)
    press.place()
    changed, problems = press.told()
    return replace(stood, changed=changed, problems=problems)
