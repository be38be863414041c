"""Address → bytes: the one table of what stands where, for files on disk and for a server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from urllib.parse import urlsplit

from agenda_scraper.agenda import Agenda
from agenda_scraper.links import event_name
from agenda_scraper.publish import FORMATS, Format
from agenda_scraper.query import Query, asked_by
from agenda_scraper.rendered import Rendered
from agenda_scraper.site.addresses import FACETS, feed_file, linked, month_page
from agenda_scraper.site.frame import MISSING, style
from agenda_scraper.store import Store
from agenda_scraper.views.chosen import Chosen, Selection
from agenda_scraper.views.eventfiles import EventFiles
from agenda_scraper.views.feeds import KINDS, TOLD, Feeds
from agenda_scraper.views.pages import Pages

# The addresses a sitemap may hold (sitemaps.org).
_SITEMAP = 50_000
_SUFFIXES = {kind.suffix: kind for kind in FORMATS.values()}
_FEED = re.compile(rf"(.+?)(-changes|-upcoming)?({'|'.join(map(re.escape, sorted(_SUFFIXES, key=len, reverse=True)))})")
_LISTED = re.compile(r"([a-z]+/[^/]+?)(?:/(\d{1,3}))?\.html")
# What a file is by its ending, for what is no feed.
MEDIA = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    **{kind.suffix: kind.media_type for kind in FORMATS.values()},
}


# What the store alone decides: a file published before may announce what was hidden since.
_DECIDED = ("event", "feeds", *FACETS)


def decided(path: str) -> bool:
    """Whether an address that the store has no answer for is none, whatever file lies there."""
    return path.partition("/")[0] in _DECIDED


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands at an address. `kind` is the format of a feed, None for a page."""

    body: bytes
    media_type: str
    kind: Format | None = None
    found: bool = True


class Answers:
    """All addresses of a site at a moment. `live`: a server asks, so that any filter is answered."""

    def __init__(self, agenda: Agenda, store: Store, *, now: datetime, live: bool = False) -> None:
        self.chosen = Chosen(agenda, store, now=now)
        self._store, self._live = store, live
        self.pages = Pages(self.chosen, store, live=live)
        self.feeds = Feeds(self.chosen)
        self.files = EventFiles(agenda, now=now, live=live)

    def answer(self, path: str, asked: Iterable[tuple[str, str]] = ()) -> Answer:
        """The bytes of an address; AgendaError when the question in it cannot be understood."""
        path = path or "index.html"
        pairs = list(asked) if self._live else []
        answer = self._feed(path, pairs) or self._page(path, pairs)
        return answer or Answer(self.pages.missing(), MEDIA[".html"], found=False)

    # ── feeds ─────────────────────────────────────────────────────────────────────────────────────

    def _feed(self, path: str, pairs: list[tuple[str, str]]) -> Answer | None:
        name = path.removeprefix("feeds/")
        found = _FEED.fullmatch(name)
        if name == path or not found:
            return None
        kind, about = _SUFFIXES[found[3]], (found[2] or "").lstrip("-")
        selection = self._filtered(found[1], pairs)
        if selection is None or (about and kind not in KINDS[1:]):
            return None
        body = self.feeds.told(selection, kind, about) if about else self.feeds.feed(selection, kind)
        return Answer(body, kind.media_type, kind)

    def _filtered(self, name: str, pairs: list[tuple[str, str]]) -> Selection | None:
        """A selection, narrowed by what the address asks besides."""
        selection = self.chosen.named(name)
        query = asked_by(pairs)
        if selection is None or query == Query():
            return selection
        return self.chosen.narrowed(selection, query)

    # ── pages ─────────────────────────────────────────────────────────────────────────────────────

    def _page(self, path: str, pairs: list[tuple[str, str]]) -> Answer | None:
        media = MEDIA.get(path[path.rfind(".") :])
        if path == "search.html" and self._live:
            return self._search(pairs)
        body = self._single[path]() if path in self._single else None
        if body is None:
            folder, _, rest = path.partition("/")
            made = self._folders.get(folder)
            body = made(rest) if made and rest else self._listing(path)
        if body is None:
            return None
        if path.endswith(".ics"):
            return Answer(body, FORMATS["ics"].media_type, FORMATS["ics"])
        return Answer(body, media or "application/octet-stream")

    @cached_property
    def _single(self) -> dict[str, Callable[[], bytes | None]]:
        pages = self.pages
        return {
            "index.html": lambda: pages.listing(self.chosen.everything, "index.html"),
            "month.html": lambda: pages.month(pages.next_month(), "month.html"),
            "explore.html": pages.explore,
            "news.html": pages.news,
            "sources.html": pages.sources,
            "subscribe.html": pages.subscribe,
            "about.html": pages.about,
            MISSING: pages.missing,
            "style.css": style,
            "robots.txt": self._robots,
            "sitemap.xml": self._sitemap,
            "feeds/all.opml": lambda: self.feeds.opml(self.named),
        }

    @cached_property
    def _folders(self) -> dict[str, Callable[[str], bytes | None]]:
        return {"event": self._event, "month": self._month, "day": self._day, "widget": self._widget}

    def _listing(self, path: str) -> bytes | None:
        found = _LISTED.fullmatch(path)
        if not found:
            return None
        name, number = found[1], int(found[2] or 1)
        if name.startswith("page/"):
            name, number = "all", int(name[5:]) if name[5:].isdecimal() else 0
        selection = self.chosen.named(name.removeprefix("feed/"))
        return self.pages.listing(selection, path, number) if selection and number else None

    def _search(self, pairs: list[tuple[str, str]]) -> Answer | None:
        page = next((int(value) for key, value in pairs if key == "page" and value.isdecimal()), 1)
        selection = self._filtered("all", [pair for pair in pairs if pair[0] != "page"])
        if selection is None:
            return None
        body = self.pages.listing(selection, "search.html", page)
        return Answer(body, MEDIA[".html"]) if body else None

    def _event(self, name: str) -> bytes | None:
        stem, dot, suffix = name.rpartition(".")
        told = self._store.beginning(stem) if dot else None
        if told is None or told.event.hidden or event_name(told.event.uid) != stem:
            return None
        if suffix == "html":
            return self.files.page(told)
        return self.files.calendar(told.event) if suffix == "ics" else None

    def _month(self, name: str) -> bytes | None:
        month = _day(f"{name.removesuffix('.html')}-01")
        return self.pages.month(month, f"month/{name}") if month else None

    def _day(self, name: str) -> bytes | None:
        day = _day(name.removesuffix(".html"))
        return self.pages.day(day) if day else None

    def _widget(self, name: str) -> bytes | None:
        selection = self.chosen.named(name.removesuffix(".html"))
        return self.pages.widget(selection) if selection else None

    # ── lists of addresses ────────────────────────────────────────────────────────────────────────

    @cached_property
    def named(self) -> list[Selection]:
        """Every selection that has a place: everything, the named feeds, then the facets with events."""
        names = ["all", *(feed.id for feed in self.chosen.agenda.feeds), *sorted(self.chosen.shelf.members)]
        return [selection for name in names if (selection := self.chosen.named(name))]

    def months(self) -> list[str]:
        """The pages of the months to come that have events, and of this one."""
        today = self.chosen.texts.today
        return sorted({month_page(month) for month in (*self.chosen.shelf.months(today), today)})

    def _sitemap(self) -> bytes:
        home = self.chosen.texts.channel.home
        events = (self.chosen.shelf.standings[each.number].page for each in self._standing())
        pages = ["", "explore.html", "news.html", "subscribe.html", *self.months()]
        pages += [f"{name}.html" for name in sorted(self.chosen.shelf.members)]
        told = [f"<url><loc>{home}{linked(path)}</loc></url>" for path in (*pages, *events)]
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
            + "\n".join(told[:_SITEMAP])
            + "\n</urlset>\n"
        ).encode()

    def _standing(self) -> Iterator[Rendered]:
        return (each for each in self.chosen.shelf.entries if each.number in self.chosen.shelf.standings)

    def _robots(self) -> bytes:
        # Google's calendar asks robots.txt before it reads a feed (docs/clients.md).
        home = self.chosen.texts.channel.home
        return f"User-agent: *\nDisallow: {urlsplit(home).path}search.html\n\nSitemap: {home}sitemap.xml\n".encode()

    def of_selection(self, selection: Selection, *, whole: bool) -> Iterator[tuple[str, bytes, Format | None]]:
        """The feeds of a selection; `whole`: in every format there is."""
        for kind in FORMATS.values() if whole else KINDS:
            yield feed_file(selection.name, kind.suffix), self.feeds.feed(selection, kind), kind
        for about in TOLD:
            for kind in KINDS[1:] if whole else KINDS[1:2]:
                yield feed_file(f"{selection.name}-{about}", kind.suffix), self.feeds.told(selection, kind, about), kind


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
