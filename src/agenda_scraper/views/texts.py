"""What each event reads like in every format: made when the event changes, kept, and only joined afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from agenda_scraper.agenda import Agenda
from agenda_scraper.model import Event
from agenda_scraper.publish import Channel
from agenda_scraper.query import Query
from agenda_scraper.rendered import Rendered, Renderings, rendered
from agenda_scraper.site.standing import Standing, standing
from agenda_scraper.site.words import Words
from agenda_scraper.store import Store
from agenda_scraper.views.hands import shared
from agenda_scraper.views.wording import Wording

# What is asked for again and again: the table and the JSON of events stand beside few selections.
_HELD = ("ics", "rss", "atom", "jsonfeed", "card")
# What a digest of the week may tell of: the last four weeks and the next.
_WEEKS = timedelta(weeks=4)


def around_now(query: Query, now: datetime) -> Query:
    """The same question, of the events a digest of the week may tell of."""
    first, last = (now - _WEEKS).date(), (now + timedelta(weeks=1)).date()
    return replace(query, since=max(query.since or date.min, first), until=min(query.until or date.max, last))


class Scribe:
    """Sets events in words, by their numbers in the store."""

    def __init__(self, agenda: Agenda, store: Store, now: datetime) -> None:
        self._store, self._wording = store, Wording(agenda, now)

    def __call__(self, numbers: Sequence[int]) -> list[Renderings]:
        """All that is kept of these events."""
        return self._wording(list(self._store.numbered(numbers).items()))


class Texts:
    """The texts of events on a day, in the voice of a site: kept ones out of the store, others made on the way."""

    def __init__(self, agenda: Agenda, store: Store, *, now: datetime) -> None:
        self._store, self._now = store, now
        self._wording = Wording(agenda, now)
        self._start = partial(Scribe, agenda, store, now)
        self._held: dict[str, dict[int, Rendered]] = {}
        self.words: Words = self._wording.words
        self.today: date = self._wording.today
        self.channel: Channel = self._wording.channel

    @property
    def voice(self) -> str:
        """By what program, for which site the texts are: another voice, and all are made anew."""
        return self._wording.voice

    def refresh(self) -> None:
        """Make and keep the texts that are missing or no longer true, where they can be kept."""
        if not self._store.writable:
            return
        for told in shared(self._stale("stands", Query()), self._start, carried=self._store.reachable):
            with self._store.writing() as desk:
                desk.keep(told)
        # words that are true for good, but for the card: an event began, or one of its sittings is over
        self._again("card", Query())
        # what a digest tells may be over, and where it stands never asked for
        self._again("mention", around_now(Query(), self._now), "stands")

    def _again(self, format: str, query: Query, *more: str) -> None:
        for portion in self._stale(format, query):
            events = self._store.numbered(portion)
            with self._store.writing() as desk:
                desk.keep(self._wording.kept(each, *event) for event in events.items() for each in (format, *more))

    def _stale(self, format: str, query: Query) -> Iterator[list[int]]:
        for portion in self._store.stale(format, voice=self.voice, now=self._now, query=query):
            yield [number for number, _ in portion]

    def hold(self, entries: Sequence[Rendered]) -> None:
        """Put the texts of many entries in hand at once, for one who will ask for them again and again."""
        for format, texts in self._texts(_HELD, entries).items():
            self._held[format] = {each.number: each.with_text(texts.get(each.number, "")) for each in entries}

    def of(self, format: str, entries: Sequence[Rendered]) -> list[Rendered]:
        """The same entries with their texts; those that have nothing to say in this format are left out."""
        held = self._held.get(format, {})
        missing = [each for each in entries if each.number not in held]
        if missing:
            texts = self._texts((format,), missing)[format]
            held = held | {each.number: each.with_text(texts.get(each.number, "")) for each in missing}
        return [told for each in entries if (told := held[each.number]).text]

    def _texts(self, formats: Sequence[str], entries: Sequence[Rendered]) -> dict[str, dict[int, str]]:
        """The texts of entries by format and by their numbers, out of the store; those it has not are made."""
        numbers = [each.number for each in entries]
        found = self._store.texts(formats, numbers, voice=self.voice, today=self.today)
        for format, kept in found.items():
            missing = [number for number in numbers if number not in kept]
            made = self._store.numbered(missing) if missing else {}
            kept.update((number, self._wording.made(format, event)) for number, event in made.items())
        return found

    def entry(self, format: str, event: Event) -> Rendered:
        """One event in hand as an entry."""
        return rendered(event, self._wording.made(format, event))

    def standings(self, entries: Sequence[Rendered]) -> dict[int, Standing]:
        """Where events stand, by their numbers."""
        return {each.number: standing(each.text) for each in self.of("stands", entries)}
