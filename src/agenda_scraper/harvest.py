"""All pages of one source, read politely and within its limits: what is fetched, extracted, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Protocol

from agenda_scraper.agenda import Source
from agenda_scraper.errors import SourceError
from agenda_scraper.extract import completed, extract, extract_detail, has_details
from agenda_scraper.model import Extraction, Notice, Page, Validators
from agenda_scraper.store import KnownPage

Remembered = Callable[[str, str], KnownPage | None]


class Fetches(Protocol):
    """What a harvest needs of a fetcher."""

    def get(self, url: str, *, validators: Validators, pause: float) -> Page:
        """The page at an address; raises FetchError."""
        ...


@dataclass(slots=True)
class Gathered:
    """What one source gave this time. `stale` holds the notices whose own page could not be read now.

    `complete` False: a page was lost on the way, so that absence proves nothing.
    """

    source: Source
    notices: list[Notice] = field(default_factory=list)
    stale: set[int] = field(default_factory=set)
    pages: list[KnownPage] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    complete: bool = True
    proved_empty: bool = True
    requests: int = 0
    error: SourceError | None = None


def gather(source: Source, fetcher: Fetches, remembered: Remembered) -> Gathered:
    """Read the list pages of a source and the page of each notice; never raises a SourceError, it is in `error`."""
    gathered = Gathered(source)
    reader = _Reader(source, fetcher, remembered, gathered)
    url: str | None = source.url
    seen: set[str] = set()
    while url and url not in seen and len(seen) < source.max_pages and len(gathered.notices) < source.max_items:
        seen.add(url)
        try:
            extraction = reader.read(url, lambda page: extract(page, source))
        except SourceError as error:
            if len(seen) == 1:
                gathered.error = error
                return gathered
            gathered.complete = False
            gathered.warnings.append(f"page {len(seen)} of the list was lost: {error}")
            break
        reader.take(extraction)
        url = extraction.next_url
    if url and url not in seen:
        gathered.complete = False
        gathered.warnings.append(f"more pages than max_pages: {source.max_pages} allows; the rest was not read")
    return gathered


@dataclass(frozen=True, slots=True)
class _Reader:
    source: Source
    fetcher: Fetches
    remembered: Remembered
    gathered: Gathered

    def read(self, url: str, extracted: Callable[[Page], Extraction]) -> Extraction:
        """A page read, or remembered when it did not change and the rules did not either."""
        known = self.remembered(self.source.id, url)
        if known is not None and known.rules_hash != self.source.rules_hash:
            known = None  # other rules read other things: ask for the whole page
        self.gathered.requests += 1
        page = self.fetcher.get(url, validators=known.validators if known else Validators(), pause=self.source.pause)
        if page.status == 304 and known is not None:
            self.gathered.pages.append(replace(known, fetched_at=page.fetched_at))
            return known.extraction
        digest = sha256(page.body).hexdigest()
        extraction = known.extraction if known is not None and known.body_hash == digest else extracted(page)
        self.gathered.pages.append(
            KnownPage(url, page.validators, digest, self.source.rules_hash, page.fetched_at, extraction)
        )
        return extraction

    def take(self, extraction: Extraction) -> None:
        """Keep the notices of a list page, each completed by its own page."""
        self.gathered.proved_empty = self.gathered.proved_empty and extraction.proved_empty
        for name, count in extraction.missing.items():
            self.gathered.warnings.append(f"`{name}` is missing in {count} of {len(extraction.notices)} notices")
        for notice, address in zip(extraction.notices, extraction.follow, strict=True):
            if len(self.gathered.notices) >= self.source.max_items:
                self.gathered.complete = False
                self.gathered.warnings.append(f"more notices than max_items: {self.source.max_items} allows")
                return
            self.gathered.notices.append(self._with_detail(notice, address))

    def _with_detail(self, notice: Notice, address: str | None) -> Notice:
        if not address or not has_details(self.source):
            return notice
        try:
            own = self.read(address, lambda page: Extraction((extract_detail(page, self.source),)))
        except SourceError as error:
            # the list still announces it: what was known of it stands, or what the list says
            self.gathered.stale.add(len(self.gathered.notices))
            self.gathered.warnings.append(f"the notice's own page was lost: {error}")
            return notice
        return completed(notice, own.notices[0])
