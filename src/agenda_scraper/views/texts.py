"""What each event reads like in every format: made when the event changes, kept, and only joined afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial

from agenda_scraper.agenda import Agenda
from agenda_scraper.model import Event
from agenda_scraper.publish import Channel
from agenda_scraper.query import Query
from agenda_scraper.rendered import Rendered, rendered
from agenda_scraper.site.standing import Standing, standing
from agenda_scraper.site.words import Words
from agenda_scraper.store import Store
from agenda_scraper.views.hands import shared
from agenda_scraper.views.wording import Wording

# What is asked for again and again: the table and the JSON of events stand beside few selections.
_HELD = ("ics", "rss", "atom", "jsonfeed", "card")


class Texts:
    """The texts of events on a day, in the voice of a site: kept ones out of the store, others made on the way."""

    def __init__(self, agenda: Agenda, store: Store, *, now: datetime) -> None:
        self._store, self._now = store, now
        self._wording = Wording(agenda, now)
        self._start = partial(Wording, agenda, now)
        self._held: dict[str, dict[int, str]] = {}
        self.words: Words = self._wording.words
        self.today: date = self._wording.today
        self.channel: Channel = self._wording.channel

    @property
    def voice(self) -> str:
        """By what program, for which site the texts are: another voice, and all are made anew."""
        return self._wording.voice

    def refresh(self) -> None:
        """Make and keep the texts that are missing or no longer true."""
        for told in shared(self._stale("stands"), self._start):
            with self._store.writing() as desk:
                desk.keep(told)
        # words that are true for good, but for the card: an event began, or one of its sittings is over
        for portion in self._stale("card"):
            with self._store.writing() as desk:
                desk.keep(self._wording.carded(*each) for each in portion)

    def _stale(self, format: str) -> Iterator[list[tuple[int, Event]]]:
        for portion in self._store.stale(format, voice=self.voice, now=self._now, query=Query()):
            yield [(number, event) for number, event, _ in portion]

    def hold(self, entries: Sequence[Rendered]) -> None:
        """Read the texts of many entries at once, for one who will ask for them again and again."""
        numbers = [each.number for each in entries]
        for format in _HELD:
            self._held[format] = self._store.texts(format, numbers, voice=self.voice, today=self.today)

    def of(self, format: str, entries: Sequence[Rendered]) -> list[Rendered]:
        """The same entries with their texts; those that have nothing to say in this format are left out."""
        numbers = [each.number for each in entries]
        held = self._held.get(format, {})
        kept = {number: held[number] for number in numbers if number in held}
        if len(kept) < len(numbers):
            kept |= self._store.texts(
                format, [number for number in numbers if number not in kept], voice=self.voice, today=self.today
            )
        missing = [number for number in numbers if number not in kept]
        if missing:
            kept |= {
                number: self._wording.made(format, event) for number, event in self._store.numbered(missing).items()
            }
        return [each.with_text(text) for each in entries if (text := kept.get(each.number, ""))]

    def entry(self, format: str, event: Event) -> Rendered:
        """One event in hand as an entry."""
        return rendered(event, self._wording.made(format, event))

    def standings(self, entries: Sequence[Rendered]) -> dict[int, Standing]:
        """Where events stand, by their numbers."""
        return {each.number: standing(each.text) for each in self.of("stands", entries)}
