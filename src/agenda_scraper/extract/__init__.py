"""Page → Notices. One file a kind of source; to read a new sort, add a file and declare it in `kinds.py`.

A kind's file has `read(page, source)` for the page of `url:`; `html` and `jsonld` have `read_detail` too, for the page
of one notice. Nothing here fetches: addresses to follow are returned, and the crawl decides.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from agenda_scraper.agenda import Source
from agenda_scraper.extract.filters import kept
from agenda_scraper.model import Extraction, Notice, Page


def extract(page: Page, source: Source) -> Extraction:
    """What a page of a source announces: notices, the next page, and the page of each notice.

    Raises ExtractError when the page is not what the source says it is.
    """
    extraction: Extraction = _kind("html" if source.list else source.kind).read(page, source)
    return kept(extraction, source) if source.keep or source.drop else extraction


def extract_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it: structured data where the kind is such, the maintainer's selectors on top."""
    notice: Notice = _kind("jsonld" if source.kind == "jsonld" else "html").read_detail(page, source)
    return notice


def completed(notice: Notice, own: Notice) -> Notice:
    """A notice of a list completed by its own page, which knows better."""
    return Notice(notice.source, own.page_url, {**notice.fields, **own.fields})


def has_details(source: Source) -> bool:
    """Whether the notices of a source have pages of their own to read."""
    return source.follow and bool(source.detail or (source.kind == "jsonld" and source.list))


def _kind(name: str) -> ModuleType:
    return import_module(f"agenda_scraper.extract.{name}")
