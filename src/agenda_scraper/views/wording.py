"""An event in the words of every format, for a site on a day: they follow from the event alone."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from agenda_scraper.agenda import Agenda
from agenda_scraper.errors import PublishError
from agenda_scraper.model import Event
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.posts import mention
from agenda_scraper.rendered import Rendered, Renderings, rendered
from agenda_scraper.site.pages import card_text
from agenda_scraper.site.standing import standing_of
from agenda_scraper.site.words import words
from agenda_scraper.zones import day_of, local

_LOG = logging.getLogger(__name__)


class Wording:
    """Sets events in words; called with some, it gives all that is kept of them."""

    def __init__(self, agenda: Agenda, now: datetime) -> None:
        self._site, self._now = agenda.site, now
        site = agenda.site
        self.words = words(site.language)
        self.today: date = day_of(local(now, site.timezone))
        home = site.url.rstrip("/") + "/"
        self.channel = Channel(site.title, home, home, site.language, site.timezone, terms=self.words.sentences)

    @cached_property
    def voice(self) -> str:
        """By what program, for which site the texts are: another voice, and all are made anew."""
        site = self._site
        told = "\n".join((_program(), site.url, site.language, site.timezone))
        return sha256(told.encode("utf-8", "replace")).hexdigest()[:16]

    def __call__(self, portion: Sequence[tuple[int, Event]]) -> list[Renderings]:
        """The texts of events by their numbers, in every format."""
        formats = (*FORMATS, "stands")
        told = {number: {format: self.made(format, event) for format in formats} for number, event in portion}
        entries = {number: rendered(event, "") for number, event in portion}
        for format in FORMATS:
            read = {number: each.with_text(told[number][format]) for number, each in entries.items()}
            for number in self._refused(format, read):
                told[number][format] = ""
        texts = [Renderings(number, self.voice, each) for number, each in told.items()]
        return texts + [self.carded(*each) for each in portion]

    def made(self, format: str, event: Event) -> str:
        """An event in a format; `card`, `stands` and `mention` are three more."""
        if format == "card":
            return self._card(event)[0]
        if format == "mention":
            return mention(event, self.channel).text()
        if format == "stands":
            return standing_of(event, self.words, home=self.channel.timezone).text()
        return FORMATS[format].entry(event, self.channel)

    def carded(self, number: int, event: Event) -> Renderings:
        """The card of an event, with the last day it is true."""
        text, until = self._card(event)
        return Renderings(number, self.voice, {"card": text}, until)

    def mentioned(self, number: int, event: Event) -> Renderings:
        """What a digest of the week says of an event, and where that stands: it may be over."""
        return Renderings(number, self.voice, {format: self.made(format, event) for format in ("mention", "stands")})

    def _card(self, event: Event) -> tuple[str, date | None]:
        return card_text(event, self.words, today=self.today, home=self.channel.timezone)

    def _refused(self, format: str, entries: Mapping[int, Rendered]) -> list[int]:
        """The numbers of those that another parser refuses, read back together; they are left out and logged."""
        if self._reads(format, list(entries.values())):
            return []
        refused = [number for number, each in entries.items() if not self._reads(format, [each])]
        for number in refused:
            _LOG.error("event left out of a format", extra={"uid": entries[number].uid, "format": format})
        return refused

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
