"""The whole site and every feed as files any host can serve; only what changed is made and written anew."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from agenda_scraper.agenda import Agenda
from agenda_scraper.publish import FORMATS
from agenda_scraper.publish.fitting import GOOGLE
from agenda_scraper.publish.writer import Press, printing
from agenda_scraper.query import Query
from agenda_scraper.rendered import Renderings
from agenda_scraper.site.addresses import FACETS, day_page, feed_file, page_of
from agenda_scraper.site.frame import MISSING
from agenda_scraper.store import Store
from agenda_scraper.views.answers import Answers
from agenda_scraper.views.chosen import Chosen, Selection
from agenda_scraper.views.eventfiles import put_by_many
from agenda_scraper.views.leaves import Leaf, bind

# So many feeds are named in place of one that is too large.
_OFFERED = 20
# The texts of so many events are held in memory while feeds are joined, some 6 kB each.
_IN_HAND = 15_000
# So many events are marked as published in one go.
_MARKED_AT_ONCE = 10_000
_LEDGER = ".published.json"
_SINGLE = (
    *("style.css", "month.html", "explore.html", "news.html", "sources.html", "subscribe.html", "about.html", MISSING),
    *("robots.txt", "sitemap.xml", "feeds/all.opml", "widget/all.html"),
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Published:
    """The files that changed, by their paths below the folder, and sentences for the operator."""

    paths: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def publish(
    agenda: Agenda,
    store: Store,
    *,
    public: Path,
    now: datetime,
    packed: bool = False,
    advance: Callable[[str], None] = lambda _: None,
) -> Published:
    """Write the site and the feeds of everything, of each named feed, facet and event.

    `packed`: texts lie there as .gz too; `advance` hears of each step. Events whose files are as they should be are
    known by a mark in the store, and what they stood under is written anew when they change. PublishError for the
    first file refused, when all were tried.
    """
    answers = Answers(agenda, store, now=now)
    answers.chosen.texts.refresh()
    edition = _Edition(answers, store, public, packed=packed)
    with printing(public, packed=packed) as press:
        touched = edition.events(press, advance)
        leaves: list[Leaf] = [*edition.selections(touched), *edition.pages(touched)]
        for done in bind(leaves, press, answers):
            advance(f"{done:,}/{len(leaves):,}")
        press.settle()
        edition.remember(sound=not press.problems)
    return Published(tuple(press.changed), tuple(_too_large(answers.chosen, public)))


class _Edition:
    """One publication into one folder. The ledger there says what it was made by, and on which day."""

    def __init__(self, answers: Answers, store: Store, public: Path, *, packed: bool) -> None:
        self._answers, self._store, self._public = answers, store, public
        texts, agenda = answers.chosen.texts, answers.chosen.agenda
        told = [
            texts.voice,
            f"packed {packed}",
            agenda.site.title,
            agenda.site.contact,
            repr((agenda.feeds, agenda.site.hub)),
        ]
        told += [f"{source.id} {source.name}" for source in agenda.sources]
        self._voice = sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()[:16]
        self._before = _ledger(public)
        self._mark = f"page:{sha256(str(public.resolve()).encode('utf-8', 'replace')).hexdigest()[:12]}"
        self._marks: list[Renderings] = []
        self._moved = False
        self._same_day = self._before.get("voice") == self._voice and self._before.get("day") == self._day

    def events(self, press: Press, advance: Callable[[str], None]) -> set[str]:
        """Write the files of events that changed; returns the names of all they stand or stood under."""
        touched: set[str] = set()
        done = 0
        agenda, now = self._answers.chosen.agenda, self._answers.chosen.now
        for stood in put_by_many(self._stale(touched), press, agenda=agenda, store=self._store, now=now):
            self._moved = True
            for each in stood.events:
                touched.update(each.stands)
                # where a file was refused, all are tried again the next time
                if not stood.problems:
                    kept = {self._mark: json.dumps(each.stands)}
                    self._marks.append(Renderings(each.number, self._voice, kept, each.until))
            if len(self._marks) >= _MARKED_AT_ONCE and not self._same_day:
                # on a new day what they stand under is made anew in any case, even when this run ends here
                press.settle()
                self._mark_events()
            done += len(stood.events)
            advance(f"{done:,}")
        return touched

    def _stale(self, touched: set[str]) -> Iterator[list[int]]:
        """Events whose files are not as they should be; what they stood under so far is touched."""
        # in a folder that was emptied the marks of what it held mean nothing
        whole, voice = Query(everything=True), self._voice if self._before else ""
        for portion in self._store.stale(self._mark, voice=voice, now=self._answers.chosen.now, query=whole):
            touched.update(name for _, before in portion for name in json.loads(before or "[]"))
            yield [number for number, _ in portion]

    def selections(self, touched: set[str]) -> list[Selection]:
        """Those to be written: all on a new day, else those of events that changed, and what is read most."""
        if self._quiet:
            return []
        named = self._answers.named
        if self._same_day:
            named = [each for each in named if "/" not in each.name or each.name in touched]
            gone = touched
        else:
            gone = set(self._on_disk())
        here = {each.name for each in named}
        entries = {each.number: each for selection in named for each in self._answers.chosen.entries(selection)}
        if len(entries) <= _IN_HAND:
            self._answers.chosen.texts.hold(list(entries.values()))
        lost = (self._answers.chosen.named(name, lost=True) for name in sorted(gone - here))
        return named + [each for each in lost if each]

    def _on_disk(self) -> Iterable[str]:
        for facet in FACETS:
            yield from (f"{facet}/{file.stem}" for file in (self._public / facet).glob("*.html"))

    @property
    def _quiet(self) -> bool:
        """Whether nothing changed since the last publication of today, and nothing of it was taken away by hand."""
        fronts = (page_of(name) for name in ("all", *(feed.id for feed in self._answers.chosen.agenda.feeds)))
        if self._moved or not self._same_day:
            return False
        return all((self._public / path).is_file() for path in (*_SINGLE, *fronts, *self._named_feeds()))

    def _named_feeds(self) -> Iterator[str]:
        for name in ("all", *(feed.id for feed in self._answers.chosen.agenda.feeds)):
            yield from (feed_file(name, kind.suffix) for kind in FORMATS.values())

    def pages(self, touched: set[str]) -> list[str]:
        """All other pages, as far as they may differ: how the sources are, always."""
        if self._quiet:
            return ["sources.html"]
        widgets = (f"widget/{feed.id}.html" for feed in self._answers.chosen.agenda.feeds)
        return [*_SINGLE, *self._sheets(touched), *widgets]

    def _sheets(self, touched: set[str]) -> Iterator[str]:
        """The pages of months and days: all on a new day, else where events changed, and the months beside."""
        months, days = self._answers.months(), map(day_page, self._answers.pages.busy_days())
        if not self._same_day:
            yield from (*months, *days)
            return
        sheets = {f"{name}.html" for name in touched if name.startswith("day/")}
        yield from (page for page in days if page in sheets)
        turned = {f"month/{page[4:11]}.html" for page in sheets}
        known = sorted({*months, *turned})
        beside = [
            page
            for page, *around in zip(known, ["", *known], [*known[1:], ""], strict=False)
            if {page, *around} & turned
        ]
        yield from (page for page in beside if page in months)

    def remember(self, *, sound: bool) -> None:
        """Mark the events that were written, and the folder: what follows may rely on it.

        `sound`: nothing was refused; else all but the files of events is made anew the next time.
        """
        self._mark_events()
        ledger = {"voice": self._voice, "day": self._day if sound else ""}
        if ledger == self._before:
            return
        new = self._public / f"{_LEDGER}.new"
        try:
            new.write_text(json.dumps(ledger), encoding="utf-8")
            new.replace(self._public / _LEDGER)
        except OSError:
            new.unlink(missing_ok=True)
            raise

    def _mark_events(self) -> None:
        marks, self._marks = self._marks, []
        if not self._store.writable:
            return  # all files of events are made again the next time
        with self._store.writing() as desk:
            desk.keep(marks)

    @property
    def _day(self) -> str:
        return self._answers.chosen.texts.today.isoformat()


def _ledger(public: Path) -> dict[str, str]:
    try:
        told = json.loads((public / _LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _too_large(chosen: Chosen, public: Path) -> Iterator[str]:
    """Calendars of which Google would leave out events without a word, with the feeds to offer instead."""

    @cache
    def size(name: str) -> int:
        path = public / feed_file(name, FORMATS["ics"].suffix)
        return path.stat().st_size if path.is_file() else 0

    for name in ("all", *(feed.id for feed in chosen.agenda.feeds)):
        selection = chosen.named(name)
        if selection is None or size(name) <= GOOGLE:
            continue
        # a region that is too large itself is split by its départements
        parts = chosen.parted(selection, lambda each: size(each) <= GOOGLE)
        offered = ", ".join(feed_file(each, FORMATS["ics"].suffix) for each in parts[:_OFFERED])
        more = f" and {len(parts) - _OFFERED} more (explore.html lists them)" if len(parts) > _OFFERED else ""
        yield (
            f"feeds/{name}.ics has {size(name) / 1e6:.1f} MB even with its descriptions cut: "
            "Google Calendar leaves out events past 1 MB; "
            + (f"point its readers to {offered}{more}" if offered else "divide it into several feeds in sources.yaml")
        )
