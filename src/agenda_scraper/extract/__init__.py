"""Page → Notices. One file a kind of source; to read a new sort, add a file and declare it in `kinds.py`.

A kind's file has `read(page, source)` for the page of `url:`; those of web pages have `read_detail` too, for the
page of one notice. Nothing here fetches: addresses to follow are returned, and the crawl decides.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from agenda_scraper.agenda import Source
from agenda_scraper.extract.filters import kept
from agenda_scraper.extract.kinds import KINDS
from agenda_scraper.model import Extraction, Notice, Page

# Kinds whose detail pages describe themselves, so that they are read even without selectors.
_DESCRIBED = frozenset({"jsonld", "microdata", "h-event", "sitemap"})


def extract(page: Page, source: Source) -> Extraction:
    """What a page of a source announces: notices, the next page, and the page of each notice.

    Raises ExtractError when the page is not what the source says it is.
    """
    extraction: Extraction = _kind("html" if source.list else source.kind).read(page, source)
    return kept(extraction, source) if source.keep or source.drop else extraction


def extract_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it: structured data where its kind is such, selectors on top."""
    notice: Notice = _kind(source.kind if source.kind in _DESCRIBED else "html").read_detail(page, source)
    return notice


def completed(notice: Notice, own: Notice) -> Notice:
    """A notice of a list completed by its own page, which knows better."""
    return Notice(notice.source, own.page_url, {**notice.fields, **own.fields})


def has_details(source: Source) -> bool:
    """Whether the notices of a source have pages of their own to read."""
    if source.kind == "sitemap":
        return source.follow  # a sitemap says nothing but where the notices are
    return source.follow and bool(source.detail or (source.kind in _DESCRIBED and source.list))


def _kind(name: str) -> ModuleType:
    declared = KINDS.get(name)  # `auto` is none that one declares
    return import_module(f"agenda_scraper.extract.{declared.module if declared and declared.module else name}")
