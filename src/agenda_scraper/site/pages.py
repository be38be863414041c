"""The pages of the site as bytes, from events in hand: no clock, no disk but the templates."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from agenda_scraper.agenda import Agenda, Feed, Site
from agenda_scraper.model import Event
from agenda_scraper.site.cards import Card, card_of
from agenda_scraper.site.jsonld import event_list
from agenda_scraper.site.words import Words, words
from agenda_scraper.text import squash, visible, web_address
from agenda_scraper.zones import day_of, local

# A page must stay light on a phone; what lies further ahead is in the calendar.
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what stands under it; `short` is its name in the row of months."""

    id: str
    title: str
    short: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed as one may subscribe to it: `ics` and `rss` relative to the page, `address` and `webcal` whole."""

    title: str
    ics: str
    rss: str
    address: str
    webcal: str


def render_pages(events: Sequence[Event], *, agenda: Agenda, now: datetime) -> dict[str, bytes]:
    """Every file of the site by its path below the public folder."""
    index = render_index(events, site=agenda.site, feeds=agenda.feeds, now=now)
    return {"index.html": index, "style.css": _style()}


def render_index(events: Sequence[Event], *, site: Site, feeds: Sequence[Feed], now: datetime) -> bytes:
    """The agenda from the day of `now` on; the same events on the same day give the same bytes."""
    told = words(site.language)
    today = day_of(local(now, site.timezone))
    upcoming = [(event, card) for event in events if (card := card_of(event, told, today=today, home=site.timezone))]
    upcoming.sort(key=lambda pair: (pair[1].first or date.max, pair[1].title, pair[0].uid))
    shown = upcoming[:SHOWN]
    jsonld = event_list(event for event, _ in shown)
    page = _template("index.html").render(
        words=told,
        title=squash(visible(site.title)),
        home=web_address(site.url),
        count=len(upcoming),
        more=len(upcoming) - len(shown),
        groups=_groups([card for _, card in shown], told),
        feeds=_subscriptions(site, feeds, told),
        jsonld=Markup(jsonld),
        # The one script the page may hold is that list; should markup of a source ever slip through, it cannot run.
        jsonld_hash=b64encode(sha256(jsonld.encode("utf-8")).digest()).decode("ascii"),
    )
    return page.encode("utf-8")


def _groups(cards: Sequence[Card], told: Words) -> list[Group]:
    """What is on now, then month after month, then what has no date yet."""
    months: dict[date, list[Card]] = {}
    for card in cards:
        if card.first and not card.ongoing:
            months.setdefault(card.first.replace(day=1), []).append(card)
    found = [Group("now", told("ongoing"), told("ongoing"), tuple(card for card in cards if card.ongoing))]
    for month, listed in months.items():
        short = told.day(month, "date.month.short")
        found.append(Group(f"m-{month:%Y-%m}", told.day(month, "date.month"), short, tuple(listed)))
    undated = tuple(card for card in cards if card.first is None)
    found.append(Group("undated", told("undated"), told("undated"), undated))
    return [group for group in found if group.cards]


def _subscriptions(site: Site, feeds: Sequence[Feed], told: Words) -> list[Subscription]:
    home = (web_address(site.url) or "").rstrip("/")
    named = [("all", told("feeds.all")), *((feed.id, squash(visible(feed.title))) for feed in feeds)]
    return [
        Subscription(
            title=title,
            ics=f"feeds/{name}.ics",
            rss=f"feeds/{name}.rss",
            address=f"{home}/feeds/{name}.ics",
            webcal=f"webcal://{home.partition('://')[2]}/feeds/{name}.ics",
        )
        for name, title in named
    ]


@cache
def _template(name: str) -> Template:
    # Every value is escaped; a name the template does not know is an error, not an empty place.
    environment = Environment(
        loader=PackageLoader("agenda_scraper.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


@cache
def _style() -> bytes:
    return files("agenda_scraper.site").joinpath("style.css").read_bytes()
