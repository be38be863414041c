"""The pages of the site as bytes, from events in hand: no clock, no disk but the templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from markupsafe import Markup

from agenda_scraper.model import Event
from agenda_scraper.query import Query
from agenda_scraper.report import SourceState
from agenda_scraper.site.addresses import facet_page, page_before
from agenda_scraper.site.cards import card_of, true_until
from agenda_scraper.site.frame import Frame, Subscription, macro
from agenda_scraper.site.words import Words
from agenda_scraper.text import shown, web_address
from agenda_scraper.zones import day_of, local

# A page must stay light on a phone (100 kB); what lies further ahead is on the next one and in the calendar.
SHOWN = 50
# Where the way from a page up to the root goes into a card that was set before anybody knew the page.
_ROOT = "{root}"


@dataclass(frozen=True, slots=True)
class Listed:
    """An event ready to be listed: the day it stands under (None: undated) and its card."""

    first: date | None
    card: str


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what stands under it; `short` is its name in the row of months."""

    id: str
    title: str
    short: str
    cards: Markup


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A region, a theme…: its name, how many events to come it has, and its page; `land` is a region's country."""

    label: str
    count: int
    path: str
    value: str = ""
    land: str = ""


@dataclass(frozen=True, slots=True)
class FacetList:
    """The values of one facet, the most announced first."""

    name: str
    title: str
    values: tuple[FacetValue, ...]

    @property
    def groups(self) -> list[tuple[str, list[FacetValue]]]:
        """The values country by country, under its name; under none where all are of one."""
        found: dict[str, list[FacetValue]] = {}
        for each in self.values:
            found.setdefault(each.land, []).append(each)
        return list(found.items()) if len(found) > 1 else [("", list(self.values))]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of the form with the values one may choose, (value, label, chosen) each, under the names of countries."""

    name: str
    title: str
    groups: tuple[tuple[str, tuple[Mapping[str, object], ...]], ...]


def card_text(event: Event, words: Words, *, today: date, home: str) -> tuple[str, date | None]:
    """The card of an event as text to keep, and the last day it is true; empty when the event is over.

    The day it stands under comes first, on a line of its own.
    """
    card = card_of(event, words, today=today, home=home)
    if card is None:
        return "", None
    text = str(macro("pieces.html", "card", words.language)(card))
    return f"{card.first or ''}\n{text}", true_until(event, today)


def listed(text: str) -> Listed:
    """A card as it was kept."""
    day, _, card = text.partition("\n")
    return Listed(date.fromisoformat(day) if day else None, card)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of events: everything, or what answers a question, in part: `before` of `count` stand on pages before.

    `kept` is what the page asks that its form has no field for.
    `next_page` leads to what comes after, None when nothing does or it is too far ahead.
    """

    heading: str
    lead: str
    feed: Subscription
    shown: Sequence[Listed]
    count: int
    before: int = 0
    facets: Sequence[FacetList] = ()
    choices: Sequence[Choice] = ()
    kept: Sequence[tuple[str, str]] = ()
    asked: Query = field(default_factory=Query)
    next_page: str | None = None


def render_list(listing: Listing, frame: Frame) -> bytes:
    """A page of events by month; the same events on the same day give the same bytes."""
    more = listing.count - listing.before - len(listing.shown)
    number = listing.before // SHOWN + 1
    title = shown(listing.heading)
    heading = frame.words("page", title=title, number=number) if number > 1 else title
    return frame.rendered(
        "list.html",
        title=heading,
        heading=heading,
        lead=listing.lead,
        feed=listing.feed,
        groups=_groups(listing.shown, frame),
        count=listing.count,
        more=max(more, 0),
        previous_page=_previous(listing, frame, number) if number > 1 else None,
        next_page=listing.next_page,
        facets=[facet for facet in listing.facets if facet.values],
        choices=listing.choices,
        kept=listing.kept,
        whole=listing.feed.ics.endswith("feeds/all.ics"),
        asked=listing.asked,
        # a place of its own says in its heading what it asks: the form unfolded would push its events off a phone
        narrowed="?" in listing.feed.address and replace(listing.asked, text=None) != Query(),
    )


def _previous(listing: Listing, frame: Frame, number: int) -> str:
    """The way to the page before; a filter that is answered live has one address, with its parameters behind it."""
    asked = listing.feed.address.partition("?")[2]
    if asked:
        return f"?{asked}&page={number - 1}" if number > 2 else f"?{asked}"
    return frame.root + page_before(frame.path, number)


def _groups(shown: Sequence[Listed], frame: Frame) -> list[Group]:
    """What is on now, then month after month, then what has no date yet."""
    words, today = frame.words, frame.today
    months: dict[date, list[Listed]] = {}
    for each in shown:
        if each.first and each.first >= today:
            months.setdefault(each.first.replace(day=1), []).append(each)
    ongoing = [each for each in shown if each.first and each.first < today]
    found = [_group("now", words("ongoing"), words("ongoing"), ongoing, frame)]
    for month, cards in sorted(months.items()):
        short = words.day(month, "date.month.short")
        found.append(_group(f"m-{month.isoformat()[:7]}", words.day(month, "date.month"), short, cards, frame))
    undated = [each for each in shown if each.first is None]
    found.append(_group("undated", words("undated"), words("undated"), undated, frame))
    return [group for group in found if group.cards]


def _group(id: str, title: str, short: str, cards: Iterable[Listed], frame: Frame) -> Group:
    return Group(id, title, short, Markup("".join(each.card for each in cards).replace(_ROOT, frame.root)))


def render_subscribe(feeds: Sequence[Subscription], frame: Frame) -> bytes:
    """Every named feed with its doors, and how to show the agenda on a page of one's own."""
    return frame.rendered(
        "subscribe.html", title=frame.words("feeds.title"), feeds=feeds, embed=f"{frame.home}widget/all.html"
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A source on the status page."""

    name: str
    url: str
    state: str
    words: str
    read: str
    machine: str
    count: int
    path: str | None


def render_sources(
    sources: Sequence[tuple[str, str, str]], states: Mapping[str, SourceState], counts: Mapping[str, int], frame: Frame
) -> bytes:
    """What is read, (id, name, address) each, when it was read last and how that went."""
    rows = [_row(source, states.get(source[0]), counts.get(source[0], 0), frame) for source in sources]
    return frame.rendered("sources.html", title=frame.words("nav.sources"), rows=rows)


def _row(source: tuple[str, str, str], state: SourceState | None, count: int, frame: Frame) -> Row:
    id, name, address = source
    outcome = state.outcome.value if state else "new"
    read = local(state.last_ok, frame.site.timezone) if state and state.last_ok else None
    return Row(
        name=shown(name),
        url=web_address(address) or "#",
        state=outcome,
        words=frame.words(f"state.{outcome}"),
        read=frame.words.day(day_of(read)) if read else "",
        machine=read.isoformat() if read else "",
        count=count,
        path=facet_page("source", id) if count else None,
    )


def render_explore(
    facets: Sequence[FacetList], months: Sequence[tuple[date, int, str]], frame: Frame, *, map: str = ""
) -> bytes:
    """All regions, themes, organisers…, a map, and how many events each month has: (month, count, page)."""
    most = max((count for _, count, _ in months), default=1)
    words = frame.words
    bars = [
        {"label": words.day(month, "date.month"), "count": count, "share": round(100 * count / most, 1), "path": path}
        for month, count, path in months
    ]
    shown = [facet for facet in facets if facet.values]
    return frame.rendered("explore.html", title=words("explore.title"), facets=shown, bars=bars, map=Markup(map))


def render_about(sources: int, frame: Frame) -> bytes:
    """Who publishes this, from what, and whom to ask."""
    words, site = frame.words, frame.site
    paragraphs = [words("lead"), words.count("about.sources", sources), words("about.rules"), words("about.legal")]
    links = [(shown(site.contact), f"mailto:{site.contact}" if "@" in site.contact else site.contact)]
    return frame.rendered(
        "words.html", title=words("nav.about"), heading=words("nav.about"), paragraphs=paragraphs, links=links
    )


def render_refused(problem: str, frame: Frame) -> bytes:
    """The page for a question that cannot be understood: what is wrong with it, and where to ask anew."""
    words = frame.words
    links = [(words("nav.list"), f"{frame.root}index.html"), (words("explore.title"), f"{frame.root}explore.html")]
    heading = words("search.refused")
    return frame.rendered("words.html", title=heading, heading=heading, paragraphs=[shown(problem)], links=links)


def render_missing(frame: Frame) -> bytes:
    """The page for an address that is none: where one may have wanted to go."""
    words = frame.words
    links = [(words("nav.list"), f"{frame.root}index.html"), (words("explore.title"), f"{frame.root}explore.html")]
    return frame.rendered(
        "words.html", title=words("missing"), heading=words("missing"), paragraphs=[words("missing.text")], links=links
    )
