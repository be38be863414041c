"""The page of any selection, event, month or day, out of what the store keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from urllib.parse import parse_qsl

from agenda_scraper.query import CHOICES, Query, parameters
from agenda_scraper.rendered import Rendered
from agenda_scraper.site.addresses import day_page, month_page, page_of, slug
from agenda_scraper.site.frame import MISSING, Frame
from agenda_scraper.site.map import Paper, Spot, drawn
from agenda_scraper.site.month import A_DAY, Entry, render_month
from agenda_scraper.site.news import SHOWN as NEWS_SHOWN
from agenda_scraper.site.news import render_news
from agenda_scraper.site.pages import (
    SHOWN,
    Choice,
    FacetList,
    FacetValue,
    Listing,
    listed,
    render_about,
    render_explore,
    render_list,
    render_missing,
    render_refused,
    render_sources,
    render_subscribe,
)
from agenda_scraper.site.widget import render_widget
from agenda_scraper.store import Store
from agenda_scraper.views.chosen import Chosen, Selection
from agenda_scraper.views.recurring import unrolled
from agenda_scraper.where.country import sheet_of
from agenda_scraper.where.gazetteer import key

# Further pages of a selection; what lies still further ahead is in its calendar.
PAGES = 20
# The finest first: a country that has départements on its sheet is drawn by them.
_MAPPED = ("department", "region")
# A page stays under 100 kB: of towns and organisers the most announced.
_MOST = 150
_BESIDE = 12
# What one writes or ticks in the form, and what one chooses there.
_FIELDS = {"text", "near", "within", "from", "until", *CHOICES}
_IN_THE_FORM = ("country", "region", "department", "type", "theme", "audience", "source")


class Pages:
    """Pages as bytes; `live`: they are served from the store, and any filter can be asked."""

    def __init__(self, chosen: Chosen, store: Store, *, live: bool = False) -> None:
        self._chosen, self._store = chosen, store
        agenda = chosen.agenda
        self._words = chosen.texts.words
        self._frame = Frame(agenda.site, agenda.feeds, self._words, chosen.texts.today, live=live)

    def at(self, path: str) -> Frame:
        """The frame of a page."""
        return self._frame.at(path)

    def listing(self, selection: Selection, path: str, number: int = 1) -> bytes | None:
        """A page of a selection; None past its last one."""
        entries = self._chosen.shown(selection)
        first = (number - 1) * SHOWN
        if number > 1 and (first >= len(entries) or number > PAGES):
            return None
        shown = entries[first : first + SHOWN]
        frame, front = self.at(path), selection.name == "all"
        choices = self._choices(selection.query) if frame.live else []
        more = number < PAGES and first + SHOWN < len(entries)
        listing = Listing(
            heading=selection.title,
            lead=self._words("lead") if front else self._words("facet.lead", label=selection.title),
            feed=frame.subscription(selection.name, selection.title, selection.parameters),
            shown=[listed(each.text) for each in self._chosen.texts.of("card", shown)],
            count=len(entries),
            before=first,
            # how many there are of each, which is so of everything alone
            facets=self._beside if front and not selection.parameters else (),
            choices=choices,
            kept=_kept(selection.query, choices) if frame.live else (),
            asked=selection.query,
            next_page=self._next(selection, frame, number + 1) if more else None,
        )
        return render_list(listing, frame)

    @cached_property
    def _beside(self) -> list[FacetList]:
        return self._chosen.shelf.facets(self._words, _BESIDE)

    def _next(self, selection: Selection, frame: Frame, number: int) -> str:
        if selection.parameters:
            return f"?{selection.parameters}&page={number}"
        return frame.root + page_of(selection.name, number)

    def _choices(self, asked: Query) -> list[Choice]:
        return [
            Choice(
                facet.name,
                self._words(f"choice.{facet.name}"),
                tuple(
                    (
                        land,
                        tuple(
                            _option(each, slug(getattr(asked, facet.name) or "")) for each in sorted(values, key=_label)
                        ),
                    )
                    for land, values in facet.groups
                ),
            )
            for facet in self._chosen.shelf.facets(self._words)
            if facet.name in _IN_THE_FORM and facet.values
        ]

    def month(self, month: date, path: str) -> bytes | None:
        """The sheet of a month; None for one without events, unless it is this one."""
        months = self._chosen.shelf.months(self._frame.today)
        this = self._frame.today.replace(day=1)
        if month != this and month not in months:
            return None
        days = {
            day: self._entries(held)
            for day, held in self._chosen.shelf.days.items()
            if (day.year, day.month) == (month.year, month.month)
        }
        known = sorted({*months, this})
        return render_month(month, days, self.at(path), count=months.get(month, 0), known=known)

    def next_month(self) -> date:
        """This month, or the next one that has events."""
        this = self._frame.today.replace(day=1)
        return min(self._chosen.shelf.months(this), default=this)

    def _entries(self, held: Sequence[tuple[str, Rendered]]) -> list[Entry]:
        standings = self._chosen.shelf.standings
        return [
            Entry(clock, stands.title, stands.page, stands.over, stands.mark, stands.language)
            for clock, each in held
            if (stands := standings.get(each.number))
        ]

    def busy_days(self) -> list[date]:
        """The days that have more than their month can show."""
        return [day for day, held in self._chosen.shelf.days.items() if len(held) > A_DAY]

    def day(self, day: date) -> bytes | None:
        """All events of a day."""
        held = [each for _, each in self._chosen.shelf.days.get(day, ())]
        if not held:
            return None
        frame = self.at(day_page(day))
        title = self._words.day(day)
        listing = Listing(
            heading=title[:1].upper() + title[1:],
            lead=self._words("facet.lead", label=title),
            feed=frame.subscription("all", self._chosen.everything.title),
            # what has other days too stands under this one
            shown=[
                replace(listed(each.text), first=max(day, frame.today))
                for each in self._chosen.texts.of("card", held[:SHOWN])
            ],
            count=len(held),
        )
        return render_list(listing, frame)

    def explore(self) -> bytes:
        """Every facet, the map, the months."""
        shelf, words = self._chosen.shelf, self._words
        facets = shelf.facets(words)
        months = [(month, count, month_page(month)) for month, count in shelf.months(self._frame.today).items()][:18]
        frame = self.at("explore.html")
        return render_explore([_cut(facet) for facet in facets], months, frame, map=self._map(facets, frame))

    def _map(self, facets: Sequence[FacetList], frame: Frame) -> str:
        """The country on whose clocks the site is, with what has events: its départements, elsewhere its regions."""
        sheet = sheet_of(self._chosen.home or "")
        if sheet is None:
            return ""
        paper = Paper(sheet.south_west, sheet.north_east)
        maps = (drawn(list(_spots(facets, name, sheet.middles)), paper, sheet.ground, frame) for name in _MAPPED)
        return next(filter(None, maps), "")

    def news(self) -> bytes:
        """What changed lately."""
        return render_news(self._chosen.latest(NEWS_SHOWN), self.at("news.html"))

    def sources(self) -> bytes:
        """What is read, and how that goes."""
        sources = [(each.id, each.name, each.url) for each in self._chosen.agenda.sources]
        members = self._chosen.shelf.members
        counts = {name.partition("/")[2]: len(each) for name, each in members.items() if name.startswith("source/")}
        return render_sources(sources, self._store.states(), counts, self.at("sources.html"))

    def subscribe(self) -> bytes:
        """Every named feed."""
        frame = self.at("subscribe.html")
        named = [(feed.id, feed.title) for feed in self._chosen.agenda.feeds]
        feeds = [frame.subscription(name, title) for name, title in (("all", self._words("feeds.all")), *named)]
        return render_subscribe(feeds, frame)

    def widget(self, selection: Selection) -> bytes:
        """The next events of a selection as a page of 2 kB for somebody else's site."""
        entries = self._chosen.shown(selection)[:5]
        found = self._store.numbered([each.number for each in entries])
        today = self._frame.today
        events = [unrolled(found[each.number], today) for each in entries if each.number in found]
        return render_widget(selection.title, events, self.at(f"widget/{selection.name}.html"))

    def about(self) -> bytes:
        """Who publishes this."""
        return render_about(len(self._chosen.agenda.sources), self.at("about.html"))

    def refused(self, problem: str) -> bytes:
        """The page for a question that cannot be understood."""
        return render_refused(problem, self.at(MISSING))

    def missing(self) -> bytes:
        """The page for an address that is none."""
        return render_missing(self.at(MISSING))


def _label(each: FacetValue) -> str:
    return each.label


def _option(each: FacetValue, asked: str) -> dict[str, object]:
    return {"value": each.value, "label": each.label, "chosen": each.value == asked}


def _kept(asked: Query, choices: Sequence[Choice]) -> list[tuple[str, str]]:
    """What a selection asks that no field of the form shows: the next search asks it too."""
    chosen = {
        choice.name for choice in choices for _, values in choice.groups if any(each["chosen"] for each in values)
    }
    return [pair for pair in parse_qsl(parameters(asked)) if pair[0] not in _FIELDS | chosen]


def _spots(facets: Sequence[FacetList], name: str, middles: Mapping[str, tuple[float, float]]) -> Iterator[Spot]:
    """The départements or regions with events, each at its middle."""
    for facet in facets:
        for each in facet.values if facet.name == name else ():
            if middle := middles.get(key(each.value)):
                yield Spot(each.label, each.count, each.path, *middle)


def _cut(facet: FacetList) -> FacetList:
    return replace(facet, values=facet.values[:_MOST])
