"""The feed of any selection, in every format: as announced, its changes, the weeks to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from html import escape

from agenda_scraper.history import Version
from agenda_scraper.model import Event
from agenda_scraper.publish import FORMATS, Channel, Format
from agenda_scraper.publish.modules import newest
from agenda_scraper.publish.posts import Mention, Post, changed, mentioned, weeks
from agenda_scraper.publish.words import WORDS
from agenda_scraper.rendered import Rendered
from agenda_scraper.site.addresses import feed_file, linked, page_of
from agenda_scraper.text import shown
from agenda_scraper.views.chosen import Chosen, Selection

KINDS = tuple(FORMATS[name] for name in ("ics", "rss", "atom", "jsonfeed"))
TOLD = ("changes", "upcoming")


class Feeds:
    """Feeds as bytes; the same events on the same day give the same bytes."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        # an event stands in a dozen selections: what posts say of it is found once
        self._last: tuple[Selection, list[Rendered]] | None = None
        self._changes: dict[tuple[str, int, datetime], Post] = {}
        self._mentions: dict[int, Mention] = {}

    def feed(self, selection: Selection, kind: Format) -> bytes:
        """A selection as announced."""
        channel, now = self._channel(selection, kind), self._chosen.now
        # a calendar alone shows what turned out to be another event: who has it saved must see that it is off
        entries = self._chosen.entries(selection) if kind.name == "ics" else self._chosen.shown(selection)
        if kind in KINDS[1:]:
            entries = self._newest(selection)
        return kind.joined(self._chosen.texts.of(kind.name, entries), channel=channel, now=now)

    def _newest(self, selection: Selection) -> list[Rendered]:
        # three formats ask for the same, one after the other
        if self._last is None or self._last[0] != selection:
            self._last = selection, newest(self._chosen.shown(selection))
        return self._last[1]

    def told(self, selection: Selection, kind: Format, about: str) -> bytes:
        """The changes of a selection, or its weeks, as posts."""
        channel = self._channel(selection, kind, about)
        if about == "changes":
            return kind.tell([self._change(*each) for each in self._chosen.changes(selection)], channel)
        mentions = map(self._mention, self._chosen.coming(selection))
        return kind.tell(weeks(list(mentions), channel, now=self._chosen.now), channel)

    def _change(self, version: Version, event: Event) -> Post:
        key = (version.uid, version.sequence, version.at)
        if key not in self._changes:
            self._changes[key] = changed(version, event, self._chosen.texts.channel)
        return self._changes[key]

    def _mention(self, entry: Rendered) -> Mention:
        if entry.number not in self._mentions:
            self._mentions[entry.number] = mentioned(entry.text)
        return self._mentions[entry.number]

    def opml(self, selections: Iterable[Selection]) -> bytes:
        """All feeds as one list for a feed reader (OPML 2.0)."""
        title = escape(shown(self._chosen.agenda.site.title), quote=True)
        lines = "".join(self._outline(each) for each in selections)
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n'
            f"<head><title>{title}</title></head>\n<body>\n{lines}</body>\n</opml>\n"
        ).encode()

    def _outline(self, selection: Selection) -> str:
        title = escape(shown(selection.title), quote=True)
        home = self._chosen.texts.channel.home
        feed = escape(home + linked(feed_file(selection.name, ".rss")), quote=True)
        page = escape(home + linked(page_of(selection.name)), quote=True)
        return f'<outline type="rss" text="{title}" title="{title}" xmlUrl="{feed}" htmlUrl="{page}"/>\n'

    def _channel(self, selection: Selection, kind: Format, about: str = "") -> Channel:
        own = self._chosen.texts.channel
        site, title = self._chosen.agenda.site.title, selection.title
        if title != site and ("/" in selection.name or selection.parameters):
            title = f"{title} · {site}"
        name = selection.name
        if about:
            name = f"{name}-{about}"
            title = f"{title} – {WORDS[own.language if own.language in WORDS else 'en'][about]}"
        asked = f"?{selection.parameters}" if selection.parameters else ""
        url = own.home + linked(feed_file(name, kind.suffix)) + asked
        page = own.home if selection.name == "all" else own.home + linked(page_of(selection.name))
        # nobody tells a hub of what is put together when it is asked for
        hub = None if asked else self._chosen.agenda.site.hub
        return replace(own, title=title, url=url, home=page, hub=hub)
