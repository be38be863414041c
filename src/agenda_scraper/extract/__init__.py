"""Page → Notices. One file a kind of source; to read a new sort, add a file and declare it in `kinds.py`.

A kind's file has `read(page, source)` for the page of `url:`; those of web pages have `read_detail` too, for the
page of one notice. Nothing here fetches: addresses to follow are returned, and the crawl decides.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from types import ModuleType

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.channels import completed, merged, one_each
from agenda_scraper.extract.filters import kept, trusted
from agenda_scraper.extract.graphql import posted, without_refused
from agenda_scraper.extract.kinds import KINDS
from agenda_scraper.extract.system import applied, named_by, probe_of, proved, recognised
from agenda_scraper.model import Extraction, Notice, Page

__all__ = [
    "applied",
    "completed",
    "extract",
    "extract_detail",
    "has_details",
    "lacking",
    "merged",
    "named_by",
    "one_each",
    "posted",
    "probe_of",
    "proved",
    "without_refused",
]

# Kinds whose detail pages describe themselves, so that they are read even without selectors.
_DESCRIBED = frozenset({"jsonld", "microdata", "h-event", "sitemap"})


def extract(page: Page, source: Source) -> Extraction:
    """What a page of a source announces: notices, the next page, and the page of each notice.

    Raises ExtractError when the page is not what the source says it is.
    """
    system = recognised(page, source.systems)
    try:
        extraction: Extraction = _kind("html" if source.list else source.kind).read(page, source)
    except ExtractError:
        if system is None:
            raise
        extraction = Extraction()  # a home page shows what runs it, and need not show any event
    if system is not None:
        extraction = replace(extraction, system=system.name)
    if source.ignore:
        notices = tuple(trusted(notice, source.ignore) for notice in extraction.notices)
        extraction = replace(extraction, notices=notices)
    return kept(extraction, source) if source.keep or source.drop else extraction


def extract_detail(page: Page, source: Source) -> Notice:
    """What the page of one notice says of it: structured data where its kind is such, selectors on top."""
    kind = source.detail_kind or (source.kind if source.kind in _DESCRIBED else "html")
    notice: Notice = _kind(kind).read_detail(page, source)
    return trusted(notice, source.ignore)


def lacking(notice: Notice, source: Source) -> tuple[str, ...]:
    """The required fields of `detail` that the page of a notice does not say, by selector or otherwise."""
    asked = (name for name, rule in source.detail.items() if not rule.optional and name not in source.ignore)
    return tuple(name for name in asked if name not in notice.fields)


def has_details(source: Source) -> bool:
    """Whether the notices of a source have pages of their own to read."""
    if source.kind == "sitemap":
        return source.follow  # a sitemap says nothing but where the notices are
    told = source.detail or source.detail_kind or (source.kind in _DESCRIBED and source.list)
    return source.follow and bool(told)


def _kind(name: str) -> ModuleType:
    return import_module(f"agenda_scraper.extract.{KINDS[name].module or name}")
