"""What a maintainer writes, checked: the types of sources.yaml. `config` makes them, every room may read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from agenda_scraper.model import Page, Status
from agenda_scraper.query import Query


@dataclass(frozen=True, slots=True)
class Rule:
    """How one field is read from a page: a CSS selector (or a path), then verbs on its text, in this order.

    `before` selects headings: the nearest of each before the entry says its text first.
    """

    select: str
    attr: str | None = None
    html: bool = False
    optional: bool = False
    join: str | None = None
    before: tuple[str, ...] = ()
    match: str | None = None
    replace: tuple[tuple[str, str], ...] = ()
    prepend: str = ""
    append: str = ""
    split: str | None = None
    map: Mapping[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    default_time: str | None = None


@dataclass(frozen=True, slots=True)
class ListRules:
    """How a list page is read: `items` selects each notice, `next` the link to the following page.

    With `section` an item and what follows it, up to the next item, are one notice; `split` is a regular expression
    that parts the text of an item into notices.
    """

    items: str
    next: Rule | None = None
    fields: Mapping[str, Rule] = field(default_factory=dict)
    section: bool = False
    split: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of sources.yaml, checked. `origin` is `sources.yaml:12`; `every` the pause between crawls.

    `kind` names a file of `extract/`; `options` holds what that kind alone understands. `rules_hash` changes
    with anything that changes what is read, so that a page answered with 304 is read again by new rules.
    `detail_kind` says how the page of a notice describes itself, and `detail_wins` the fields it knows better than
    the list does (None: all). `channels` are the ways a known system tells its events; `systems` those that a source
    of kind `auto` may turn out to run on. `secrets` are the `${NAMES}` of its addresses and their values.
    """

    id: str
    name: str
    url: str
    kind: str
    origin: str = ""
    language: str = "fr"
    timezone: str = "Europe/Paris"
    country: str | None = None
    region: str | None = None
    every: timedelta = timedelta(hours=6)
    verified: date | None = None
    list: ListRules | None = None
    detail: Mapping[str, Rule] = field(default_factory=dict)
    detail_kind: str = ""
    detail_wins: frozenset[str] | None = None
    channels: tuple[Channel, ...] = ()
    systems: tuple[System, ...] = ()
    status: Mapping[Status, Mapping[str, str]] = field(default_factory=dict)
    keep: Mapping[str, str] = field(default_factory=dict)
    drop: Mapping[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    map: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    relevance: float | None = None
    empty_when: str | None = None
    follow: bool = True
    max_pages: int = 20
    max_items: int = 500
    pause: float = 1.0
    options: Mapping[str, Any] = field(default_factory=dict)
    rules_hash: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def revealed(self, url: str) -> str:
        """An address as it is asked for: `${NAMES}` of the environment in it become their values."""
        for name, value in self.secrets.items():
            url = url.replace(f"${{{name}}}", value).replace(quote(f"${{{name}}}"), value)
        return url

    def without_secrets(self, page: Page) -> Page:
        """A page as it may be kept and shown: many a feed repeats the address it was asked at."""
        body = page.body
        for name, value in self.secrets.items():
            for written in (value, quote(value)):
                body = body.replace(written.encode("utf-8"), f"${{{name}}}".encode("ascii"))
        return replace(page, asked=self.hidden(page.asked), url=self.hidden(page.url), body=body)

    def hidden(self, text: str) -> str:
        """A text as it may be kept and shown: the values of secrets in it become their names."""
        for name, value in self.secrets.items():
            text = text.replace(value, f"${{{name}}}").replace(quote(value), f"${{{name}}}")
        return text


@dataclass(frozen=True, slots=True)
class Channel:
    """One way a system tells its events: a source of its own, at the first of `urls` that answers.

    The first channel that answers is the witness of what there is; a later one fills what those before it leave
    out, has the last word on the fields it `wins`, and brings events of its own only when it `adds`. One that is
    there `otherwise` is asked only while nothing was found.
    """

    source: Source
    urls: tuple[str, ...]
    wins: frozenset[str] = frozenset()
    adds: bool = False
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class System:
    """A known software: `marks` are regular expressions any of which its pages show.

    `address` is a regular expression on the `url:` of a source; its named groups, the options of the source, `{site}`,
    `{page}` (its `url:`) and `{url}` (that without query and last slash) fill the braces in the addresses of
    `channels`.
    `source` holds what is the same at every site. `probe` is an address to ask where a page shows no mark, and `proof`
    a regular expression on what such a site answers there.
    """

    name: str
    title: str
    marks: tuple[str, ...]
    channels: tuple[Channel, ...]
    source: Source
    address: str = ""
    probe: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A named, curated feed: any query under a lasting name."""

    id: str
    title: str
    query: Query


@dataclass(frozen=True, slots=True)
class Site:
    """Who publishes: `url` is used in links, UIDs and the User-Agent; `contact` is told to every server.

    `hub` is the WebSub hub that is told which feeds changed, None for none.
    """

    title: str
    url: str
    contact: str
    language: str = "fr"
    timezone: str = "Europe/Paris"
    hub: str | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The whole of sources.yaml; `warnings` are sentences for the maintainer, nothing that stops a crawl."""

    site: Site
    sources: tuple[Source, ...]
    feeds: tuple[Feed, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """A page kept on disk as a server once answered it: `body_path` holds its bytes, `headers` as they were sent."""

    source: str
    url: str
    body_path: Path
    fetched_at: datetime
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
