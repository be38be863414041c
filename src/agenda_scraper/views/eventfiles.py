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

from agenda_scraper.agenda import Agenda
from agenda_scraper.history import Version
from agenda_scraper.model import Event
from agenda_scraper.publish import FORMATS, Channel
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
class Made:
    """The files of an event by their paths, none when it is hidden, and the names of what it stands under."""

    number: int
    stands: tuple[str, ...]
    files: tuple[tuple[str, bytes], ...]
    dropped: tuple[str, ...] = ()


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

    def made(self, number: int, event: Event, versions: Sequence[Version]) -> Made:
        """Both, and where they have to be told of."""
        name = event_name(event.uid)
        paths = (f"event/{name}.html", f"event/{name}.ics")
        stands = tuple(standing_of(event, self._words).facets)
        if event.hidden:
            return Made(number, stands, (), paths)
        return Made(number, stands, tuple(zip(paths, (self.page(event, versions), self.calendar(event)), strict=True)))


def made_by_many(portions: Iterator[list[Dated]], agenda: Agenda, *, now: datetime) -> Iterator[list[Made]]:
    """The files of many events, in their order; with more than a portion of them every processor has a hand in it."""
    first = list(next(portions, []))
    second = next(portions, None)
    files = EventFiles(agenda, now=now)
    if second is None:
        yield [files.made(*each) for each in first]
        return
    hands = max(os.cpu_count() or 1, 1)
    # spawned, not forked: a forked child inherits locks that other threads hold
    with ProcessPoolExecutor(hands, get_context("spawn"), initializer=_begin, initargs=(agenda, now)) as pool:
        waiting: deque[Future[list[Made]]] = deque()
        for portion in chain((first, second), portions):
            waiting.append(pool.submit(_made, portion))
            if len(waiting) > 2 * hands:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_hand: list[EventFiles] = []


def _begin(agenda: Agenda, now: datetime) -> None:
    _hand.append(EventFiles(agenda, now=now))


def _made(portion: list[Dated]) -> list[Made]:
    return [_hand[0].made(*each) for each in portion]
