"""Where each page and each feed lies, below the public folder and below the address of a site: one place, for life.

Addresses are files any host can serve: `region/bretagne.html`, `feeds/region/bretagne.ics`.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from agenda_scraper.links import event_name
from agenda_scraper.text import words

# The facets a page and a feed of their own exist for, in the order people look for them.
FACETS = ("country", "region", "department", "city", "type", "theme", "audience", "organiser", "source")
# A file name holds 255 bytes, and a letter takes up to four.
_LONGEST = 50


@lru_cache(maxsize=8192)
def slug(value: str) -> str:
    """A value as it stands in an address: `Île-de-France` is `ile-de-france`; the store's folded words, joined."""
    told = "-".join(words(value))
    if len(told) <= _LONGEST and told:
        return told
    return f"{told[:_LONGEST].rstrip('-')}-{sha256(value.encode('utf-8', 'replace')).hexdigest()[:8]}".lstrip("-")


def event_calendar(uid: str) -> str:
    """The event alone as a calendar file."""
    return f"event/{event_name(uid)}.ics"


def facet_name(facet: str, value: str) -> str:
    """The name of a selection by a facet: `region/bretagne`."""
    return f"{facet}/{slug(value)}"


def facet_page(facet: str, value: str) -> str:
    """The page of a region, a theme, an organiser…"""
    return page_of(facet_name(facet, value))


def page_of(name: str, number: int = 1) -> str:
    """The page of a selection: everything is the front page; further pages lie in a folder of its name."""
    if number > 1:
        folder = "page" if name == "all" else name if "/" in name else f"feed/{name}"
        return f"{folder}/{number}.html"
    return "index.html" if name == "all" else f"{name}.html" if "/" in name else f"feed/{name}.html"


def page_before(path: str, number: int) -> str:
    """The page before a further page of a selection, by where that one lies."""
    folder = path.rpartition("/")[0]
    if number > 2:
        return f"{folder}/{number - 1}.html"
    return "index.html" if folder == "page" else f"{folder}.html"


def month_page(day: date) -> str:
    """The page of a month."""
    return f"month/{day.isoformat()[:7]}.html"


def day_page(day: date) -> str:
    """The page of a day that has more than its month can show."""
    return f"day/{day.isoformat()}.html"


def feed_file(name: str, suffix: str) -> str:
    """The file of a feed: `feeds/all.ics`, `feeds/region/bretagne-changes.rss`."""
    return f"feeds/{name}{suffix}"


def linked(path: str) -> str:
    """A path as it stands in a link."""
    return quote(path)
