"""Selections: everything, a named feed, a facet or any filter, each with a name, a title and its events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from functools import cached_property
from itertools import islice

from agenda_scraper.agenda import Agenda, Feed
from agenda_scraper.errors import AgendaError
from agenda_scraper.history import News, Version
from agenda_scraper.model import Event
from agenda_scraper.query import CHOICES, Query, asked_by, narrowed, parameters
from agenda_scraper.rendered import Rendered
from agenda_scraper.site.addresses import FACETS, facet_name, slug
from agenda_scraper.site.standing import standing_of
from agenda_scraper.site.words import country_of
from agenda_scraper.store import Store
from agenda_scraper.text import shown
from agenda_scraper.views.shelf import Shelf, label_of, shelved
from agenda_scraper.views.texts import Texts, around_now
from agenda_scraper.where.near import located, place_taken
from agenda_scraper.zones import local

Change = tuple[Version, Event]

_NEWS = timedelta(days=60)
_POSTS = 500
_OF_ALL = 5000


@dataclass(frozen=True, slots=True)
class Selection:
    """Some of the events. `name` is its place in addresses: `all`, the id of a feed, `region/bretagne`.

    A filter that is asked live has no place of its own: `parameters` stand behind the address of everything.
    """

    name: str
    title: str
    query: Query
    parameters: str = ""


class Chosen:
    """What the selections of an agenda hold at a moment; what is asked twice is found once."""

    def __init__(self, agenda: Agenda, store: Store, *, now: datetime) -> None:
        self.agenda, self._store = agenda, store
        self.now = local_now(now, agenda)
        self.texts = Texts(agenda, store, now=now)
        # of towns that share a name, one of the country on whose clocks the site is
        self.home = country_of(agenda.site.timezone)
        self._feeds = {feed.id: feed for feed in agenda.feeds}
        self._sources = {slug(source.id): source for source in agenda.sources}
        self._named: dict[str, list[Rendered]] = {}
        self._news: dict[str, list[Change]] = {}
        self._weeks: dict[str, list[Rendered]] = {}

    @cached_property
    def shelf(self) -> Shelf:
        """Everything shown, sorted into its facets and days."""
        entries = self.entries(self.everything)
        names = {f"source/{key}": shown(source.name) for key, source in self._sources.items()}
        return shelved(entries, self.texts.standings(entries), names, self.texts.words.language)

    @property
    def everything(self) -> Selection:
        """The selection of all events."""
        return Selection("all", self.agenda.site.title, Query())

    def named(self, name: str, *, lost: bool = False) -> Selection | None:
        """A selection by its name; None when nothing ever stood under it. `lost`: something did, and was moved away."""
        if name == "all":
            return self.everything
        if name in self._feeds:
            feed = self._feeds[name]
            return Selection(name, feed.title, _located(feed, self.home))
        return self._of_facet(name, lost=lost)

    def _of_facet(self, name: str, *, lost: bool) -> Selection | None:
        facet, _, value = name.partition("/")
        label = self.shelf.labels.get(name)
        # a long name is cut in addresses, and what is cut names nothing in the store
        whole = value == slug(value) or facet == "source"
        if facet not in FACETS or not value or not (whole or label or lost):
            return None
        query = self._faceted(facet, value if whole else label or value)
        if label is None and facet == "source" and value in self._sources:
            label = shown(self._sources[value].name)
        label = label or self._once(name, query)
        return Selection(name, label or self._plain_name(name), query) if label or lost else None

    def _once(self, name: str, query: Query) -> str | None:
        """What is written of those that stood under a name and are over; None when nothing ever did."""
        past = self._store.find(replace(query, everything=True), now=self.now, limit=1)
        words = self.texts.words
        return (label_of(name, standing_of(past[0], words), words.language) or self._plain_name(name)) if past else None

    def _plain_name(self, name: str) -> str:
        facet, _, value = name.partition("/")
        return self.texts.words.named(facet, value).capitalize()

    def narrowed(self, chosen: Selection, asked: Query) -> Selection:
        """A selection as far as a filter asks for it, its title says so; AgendaError for an unknown place."""
        query = located(narrowed(chosen.query, asked), country=self.home)
        base = [] if chosen.name == "all" else [chosen.title]
        title = " · ".join((*base, *self._told(query, asked)))
        return Selection(chosen.name, title or chosen.title, query, parameters(asked))

    def _told(self, query: Query, asked: Query) -> Iterator[str]:
        """What a filter asks, in words."""
        words = self.texts.words
        if asked.text:
            yield words("search.quoted", text=shown(asked.text))
        for facet in FACETS:
            if value := getattr(asked, facet):
                yield self.shelf.labels.get(facet_name(facet, getattr(query, facet))) or shown(value)
        if asked.near:
            place = place_taken(query, country=self.home)
            yield words("near", place=shown(place), within=query.within)
        for name in CHOICES:
            if (wanted := getattr(asked, name)) is not None:
                yield words(name if wanted else f"not.{name}")

    def _faceted(self, facet: str, value: str) -> Query:
        source = self._sources.get(value)
        return asked_by([(facet, source.id if facet == "source" and source else value)])

    def entries(self, chosen: Selection) -> list[Rendered]:
        """All events of a selection in their order, those too that turned out to be another."""
        if _by_facet(chosen):
            return self.shelf.members.get(chosen.name, [])
        key = f"{chosen.name}?{chosen.parameters}"
        if key not in self._named:
            self._named[key] = self._store.listed(chosen.query, now=self.now, pointers=True)
        return self._named[key]

    def shown(self, chosen: Selection) -> list[Rendered]:
        """The events of a selection a page lists."""
        entries = self.entries(chosen)
        # what stands under a facet is no other event
        return entries if _by_facet(chosen) else [each for each in entries if not each.merged]

    def parted(self, chosen: Selection, whole: Callable[[str], bool]) -> list[str]:
        """The names of the regions that together hold what a selection holds, the largest part first.

        One that is not `whole` is given by its départements instead.
        """
        parts: Counter[str] = Counter()
        for entry in self.shown(chosen):
            standing = self.shelf.standings.get(entry.number)
            named = list(standing.facets) if standing else []
            regions = [name for name in named if name.startswith("region/")]
            fitting = all(map(whole, regions))
            parts.update(regions if fitting else [name for name in named if name.startswith("department/")])
        return [name for name, _ in parts.most_common()]

    def changes(self, chosen: Selection) -> Sequence[Change]:
        """What changed lately in a selection, the newest first; announcements are no change."""
        if names := _by_facets(chosen):
            # not asked of the store, which knows an event only as it stands now: who follows a town hears that one left
            others = [{id(change) for change in self._changes.get(name, ())} for name in names[1:]]
            found = (change for change in self._changes.get(names[0], ()) if all(id(change) in each for each in others))
            return list(islice(found, _POSTS))
        key = f"{chosen.name}?{chosen.parameters}"
        if key not in self._news:
            self._news[key] = self._changed(chosen.query, _POSTS)
        return self._news[key]

    def coming(self, chosen: Selection) -> Sequence[Rendered]:
        """The events of a selection that a digest of the week may tell, each with what it says of them."""
        if _by_facet(chosen):
            return self._coming.get(chosen.name, [])
        key = f"{chosen.name}?{chosen.parameters}"
        if key not in self._weeks:
            listed = self._store.listed(around_now(chosen.query, self.now), now=self.now)
            self._weeks[key] = self.texts.of("mention", listed)
        return self._weeks[key]

    def gather(self) -> None:
        """Find now what many selections will ask for: a process that is forked then has it at once."""
        _ = self.shelf, self._changes, self._coming

    @cached_property
    def _changes(self) -> dict[str, list[Change]]:
        found: defaultdict[str, list[Change]] = defaultdict(list)
        for version, event in self._changed(Query(), _OF_ALL):
            change = version, event
            # where it stood before, too, and where one stands that turned out to be another
            stood = [replace(event, facts=facts, merged_into=None) for facts in (event.facts, version.before) if facts]
            for name in {name for each in stood for name in standing_of(each, self.texts.words).facets}:
                found[name].append(change)
        return found

    @cached_property
    def _coming(self) -> dict[str, list[Rendered]]:
        found: defaultdict[str, list[Rendered]] = defaultdict(list)
        entries = self.coming(self.everything)
        standings = self.texts.standings(entries)
        for entry in entries:
            for name in standings[entry.number].facets:
                found[name].append(entry)
        return found

    def _changed(self, query: Query, limit: int) -> list[Change]:
        return self._seen(query, limit, without=(News.ANNOUNCED,))

    def latest(self, limit: int) -> list[Change]:
        """The last news of everything, announcements too."""
        return self._seen(Query(), limit)

    def _seen(self, query: Query, limit: int, without: tuple[News, ...] = ()) -> list[Change]:
        found = self._store.news(self.now - _NEWS, query, now=self.now, limit=limit, without=without)
        return [change for change in found if not change[0].unseen]


def _by_facet(chosen: Selection) -> bool:
    return "/" in chosen.name and not chosen.parameters


def _by_facets(chosen: Selection) -> list[str]:
    """The facets that together are a selection with a place of its own; none where it asks anything else."""
    if _by_facet(chosen):
        return [chosen.name]
    asked = {field.name: value for field in fields(Query) if (value := getattr(chosen.query, field.name)) is not None}
    alone = not chosen.parameters and asked.keys() <= {*FACETS, "everything"} and not chosen.query.everything
    return [facet_name(facet, asked[facet]) for facet in FACETS if facet in asked] if alone else []


def local_now(now: datetime, agenda: Agenda) -> datetime:
    """The moment on the clocks of the site: its midnight begins the day."""
    there = local(now, agenda.site.timezone)
    assert isinstance(there, datetime)
    return there


def _located(feed: Feed, home: str | None) -> Query:
    try:
        return located(feed.query, country=home)
    except AgendaError as error:
        raise AgendaError(error.what, where=f"feeds.{feed.id}.{error.where}", fix=error.fix) from error
