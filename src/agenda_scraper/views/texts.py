"""What each event reads like in every format: made when the event changes, kept, and only joined afterwards."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from agenda_scraper.agenda import Agenda
from agenda_scraper.errors import PublishError
from agenda_scraper.model import Event
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.query import Query
from agenda_scraper.rendered import Rendered, Renderings, rendered
from agenda_scraper.site.pages import card_text
from agenda_scraper.site.standing import Standing, standing, standing_of
from agenda_scraper.site.words import words
from agenda_scraper.store import Store
from agenda_scraper.zones import day_of, local

KEPT = tuple(FORMATS)
_LOG = logging.getLogger(__name__)


class Texts:
    """The texts of events on a day, in the voice of a site: kept ones out of the store, others made on the way."""

    def __init__(self, agenda: Agenda, store: Store, *, now: datetime) -> None:
        self._agenda, self._store, self._now = agenda, store, now
        self._held: dict[str, dict[int, str]] = {}
        site = agenda.site
        self.words = words(site.language)
        self.today: date = day_of(local(now, site.timezone))
        home = site.url.rstrip("/") + "/"
        self.channel = Channel(site.title, home, home, site.language, site.timezone)

    @cached_property
    def voice(self) -> str:
        """By what program, for which site the texts are: another voice, and all are made anew."""
        site = self._agenda.site
        told = "\n".join((_program(), site.url, site.language, site.timezone))
        return sha256(told.encode("utf-8", "replace")).hexdigest()[:16]

    def refresh(self) -> int:
        """Make and keep the texts that are missing or no longer true; returns of how many events."""
        shown, made = Query(), 0
        for portion in self._store.stale("stands", voice=self.voice, now=self._now, query=shown):
            told = {number: {"stands": self._stands(event)} for number, event, _ in portion}
            for format in KEPT:
                for number, text in self._checked(format, portion).items():
                    told[number][format] = text
            with self._store.writing() as desk:
                desk.keep(Renderings(number, self.voice, texts) for number, texts in told.items())
            made += len(portion)
        for portion in self._store.stale("card", voice=self.voice, now=self._now, query=shown):
            with self._store.writing() as desk:
                desk.keep(self._carded(number, event) for number, event, _ in portion)
        return made

    def hold(self, entries: Sequence[Rendered]) -> None:
        """Read the texts of many entries at once, for one who will ask for them again and again."""
        numbers = [each.number for each in entries]
        for format in (*KEPT, "card"):
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
            kept |= {number: self._made(format, event) for number, event in self._store.numbered(missing).items()}
        return [each.with_text(text) for each in entries if (text := kept.get(each.number, ""))]

    def entry(self, format: str, event: Event) -> Rendered:
        """One event in hand as an entry."""
        return rendered(event, self._made(format, event))

    def standings(self, entries: Sequence[Rendered]) -> dict[int, Standing]:
        """Where events stand, by their numbers."""
        return {each.number: standing(each.text) for each in self.of("stands", entries)}

    def _made(self, format: str, event: Event) -> str:
        if format == "card":
            return self._card(event)[0]
        return self._stands(event) if format == "stands" else FORMATS[format].entry(event, self.channel)

    def _stands(self, event: Event) -> str:
        return standing_of(event, self.words).text()

    def _card(self, event: Event) -> tuple[str, date | None]:
        return card_text(event, self.words, today=self.today, home=self.channel.timezone)

    def _carded(self, number: int, event: Event) -> Renderings:
        text, until = self._card(event)
        return Renderings(number, self.voice, {"card": text}, until)

    def _checked(self, format: str, portion: Sequence[tuple[int, Event, str]]) -> dict[int, str]:
        """The texts of events in a format, read back together; what another parser refuses is left out and logged."""
        entries = {number: self.entry(format, event) for number, event, _ in portion}
        if self._reads(format, list(entries.values())):
            return {number: each.text for number, each in entries.items()}
        told = {}
        for number, each in entries.items():
            sound = self._reads(format, [each])
            if not sound:
                _LOG.error("event left out of a format", extra={"uid": each.uid, "format": format})
            told[number] = each.text if sound else ""
        return told

    def _reads(self, format: str, entries: Sequence[Rendered]) -> bool:
        kind = FORMATS[format]
        try:
            kind.check(kind.joined(entries, channel=self.channel, now=self._now))
        except PublishError:
            return False
        return True


@cache
def _program() -> str:
    """A hash of the code and the words that make texts."""
    digest = sha256()
    for room in ("publish", "site"):
        for file in _files(files(f"agenda_scraper.{room}")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.name.startswith((".", "__pycache__")):
            continue
        if each.is_dir():
            found += _files(each)
        elif each.is_file():
            found.append(each)
    return found
