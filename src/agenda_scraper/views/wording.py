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
from agenda_scraper.views.recurring import listed_until, unrolled
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
        told = {number: {format: self.made(format, event) for format in FORMATS} for number, event in portion}
        entries = {number: rendered(event, "") for number, event in portion}
        for format in FORMATS:
            read = {number: each.with_text(told[number][format]) for number, each in entries.items()}
            for number in self._refused(format, read):
                told[number][format] = ""
        texts = [Renderings(number, self.voice, each) for number, each in told.items()]
        return texts + [self.kept(format, *each) for each in portion for format in ("card", "stands")]

    def made(self, format: str, event: Event) -> str:
        """An event in a format; `card`, `stands` and `mention` are three more."""
        return self._worded(format, event)[0]

    def kept(self, format: str, number: int, event: Event) -> Renderings:
        """An event in a format, with the last day that is true."""
        text, until = self._worded(format, event)
        return Renderings(number, self.voice, {format: text}, until)

    def _worded(self, format: str, event: Event) -> tuple[str, date | None]:
        if format in FORMATS:
            return FORMATS[format].entry(event, self.channel), None
        home, near = self.channel.timezone, unrolled(event, self.today)
        if format == "card":
            return card_text(near, self.words, today=self.today, home=home)
        until = None if near is event else listed_until(self.today)
        if format == "mention":
            return mention(near, self.channel).text(), until
        return standing_of(near, self.words, home=home).text(), until

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
