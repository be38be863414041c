"""The pages of a source as they are read: lists to their end, the channels of a system together, each notice's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Protocol

from agenda_scraper.agenda import Channel, Source
from agenda_scraper.errors import ExtractError, FetchError, NotAllowed, SourceError
from agenda_scraper.extract import (
    completed,
    extract,
    extract_detail,
    has_details,
    lacking,
    merged,
    one_each,
    posted,
    without_refused,
)
from agenda_scraper.links import is_calendar
from agenda_scraper.model import Extraction, Notice, Page, Validators
from agenda_scraper.store import KnownPage

# The address of a channel that stands for the calendars its page links.
_LINKED = "{linked}"
# Kinds whose pages no reader opens.
_FOR_MACHINES = frozenset({"ical", "json", "feed"})
# How often a query is asked again without what the server refuses.
_REFUSALS = 5
_PAGE_LOST = "the notice's own page was lost: "
Remembered = Callable[[str, str], KnownPage | None]


class Fetches(Protocol):
    """What a harvest needs of a fetcher."""

    def get(self, url: str, *, validators: Validators, pause: float, post: str | None = None) -> Page:
        """The page at an address, the answer to `post` where that is given; raises FetchError."""
        ...


@dataclass(slots=True)
class Gathered:
    """What one source gave this time. `stale` holds the notices whose own page could not be read now.

    `complete` False: a page was lost on the way, so that absence proves nothing. `lacking` names, in sentences, the
    fields that selectors did not find; they are among the warnings too. `own_pages` counts the pages of notices that
    were read, `own_missing` by field what they should say and do not.
    """

    source: Source
    notices: list[Notice] = field(default_factory=list)
    stale: set[int] = field(default_factory=set)
    pages: list[KnownPage] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    own_pages: int = 0
    own_missing: Counter[str] = field(default_factory=Counter)
    complete: bool = True
    proved_empty: bool = True
    requests: int = 0
    error: SourceError | None = None

    @property
    def lost(self) -> str:
        """What to say when not one of the notices' own pages could be read; empty while one could."""
        count = len(self.stale)
        if not count or self.own_pages:
            return ""
        why = next(each for each in self.warnings if each.startswith(_PAGE_LOST)).removeprefix(_PAGE_LOST)
        return f"the own pages of all {count} notices were lost, the first as {why}"


@dataclass(slots=True)
class Listed:
    """What the list pages of a source, or its channels together, announce."""

    notices: list[Notice] = field(default_factory=list)
    follow: list[str | None] = field(default_factory=list)
    missing: Counter[str] = field(default_factory=Counter)
    entries: int = 0
    proved_empty: bool = True
    system: str = ""
    linked: tuple[str, ...] = ()

    def take(self, extraction: Extraction) -> None:
        """Add what a page announces."""
        self.notices += extraction.notices
        self.follow += extraction.follow or (None,) * len(extraction.notices)
        self.missing.update(extraction.missing)
        self.entries += extraction.entries or len(extraction.notices)
        self.proved_empty = self.proved_empty and extraction.proved_empty
        self.system = self.system or extraction.system
        self.linked = self.linked or extraction.linked


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the pages of one source and keeps in `gathered` what it learns on the way."""

    source: Source
    fetcher: Fetches
    remembered: Remembered
    gathered: Gathered

    def listed(self, source: Source, url: str) -> Listed:
        """All list pages of a source, from an address on; raises the SourceError of the first."""
        listed, seen = Listed(), set[str]()
        following: str | None = url
        while following and following not in seen and len(seen) < source.max_pages:
            if len(listed.notices) >= source.max_items:
                break
            seen.add(following)
            try:
                extraction = self.read(following, source, lambda page: extract(page, source))
            except SourceError as error:
                if len(seen) == 1:
                    raise
                self.gathered.complete = False
                self.gathered.warnings.append(f"page {len(seen)} of the list was lost: {error}")
                return listed
            listed.take(extraction)
            following = extraction.next_url
        if following and following not in seen:
            self.gathered.complete = False
            self.gathered.warnings.append(
                f"more pages than max_pages: {source.max_pages} allows; the rest was not read"
            )
        return listed

    def together(self, source: Source) -> Listed:
        """What the channels of a system tell together; raises the first SourceError when none of them answers."""
        together: Listed | None = None
        failures: list[SourceError] = []
        for channel in source.channels:
            if channel.otherwise and together is not None and (together.proved_empty or is_dated(together.notices)):
                continue  # a calendar that is empty says so: the words of a front page are no events then
            listed = self._answering(channel, failures)
            if listed is None:
                continue
            if channel.source.kind in _FOR_MACHINES:
                listed.notices = [_shown_at(source.url, notice) for notice in listed.notices]
            if together is None or (channel.otherwise and listed.notices):
                together = listed
            else:
                notices = merged(together.notices, listed.notices, wins=channel.wins, adds=channel.adds)
                together = Listed(notices, proved_empty=together.proved_empty and listed.proved_empty)
        if together is None:
            raise failures[0] if failures else _no_channel(source)
        together.follow = [notice.text("url") or None for notice in together.notices]
        return together

    def _answering(self, channel: Channel, failures: list[SourceError]) -> Listed | None:
        """What a channel tells at the first of its addresses that answers."""
        for url in (each for known in channel.urls for each in (self._linked() if known == _LINKED else (known,))):
            try:
                return self.listed(channel.source, url)
            except SourceError as error:
                failures.append(error)
                # a server in trouble, unlike an address it does not have, proves nothing about what it announces
                if _in_trouble(error):
                    self.gathered.complete = False
        return None

    def _linked(self) -> tuple[str, ...]:
        """The calendars that the page of the source links: their addresses cannot be made up."""
        page = replace(self.source, kind="auto", list=None, detail={}, channels=(), systems=())
        try:
            linked = self.read(page.url, page, lambda found: extract(found, page)).linked
            return tuple(address for address in linked if is_calendar(address))
        except SourceError:
            return ()

    def read(self, url: str, source: Source, extracted: Callable[[Page], Extraction]) -> Extraction:
        """A page read, or remembered when it did not change and the rules did not either."""
        known = self.remembered(source.id, url)
        if known is not None and known.rules_hash != source.rules_hash:
            known = None  # other rules read other things: ask for the whole page
        page = self._fetched(url, source, known.validators if known else Validators())
        if page.status == 304 and known is not None:
            self.gathered.pages.append(replace(known, fetched_at=page.fetched_at))
            return known.extraction
        digest = sha256(page.body).hexdigest()
        extraction = known.extraction if known is not None and known.body_hash == digest else extracted(page)
        self.gathered.pages.append(
            KnownPage(url, page.validators, digest, source.rules_hash, page.fetched_at, extraction)
        )
        return extraction

    def _fetched(self, url: str, source: Source, validators: Validators) -> Page:
        """The page at an address; the secrets of the source are in the request, and nowhere after it."""
        asked = source.revealed(url)
        post = posted(source, asked)
        try:
            page = self._asked(asked, validators, post)
            for _ in range(_REFUSALS):
                lesser = without_refused(post, page.body) if post else None
                if lesser is None:
                    break
                post, page = lesser, self._asked(asked, validators, lesser)
        except FetchError as error:
            if not source.secrets:
                raise
            raise _without_secrets(error, source) from None
        return source.without_secrets(page) if source.secrets else page

    def _asked(self, url: str, validators: Validators, post: str | None) -> Page:
        self.gathered.requests += 1
        return self.fetcher.get(url, validators=validators, pause=self.source.pause, post=post)

    def asked(self, url: str) -> Page | None:
        """What an address answers that may not be there."""
        try:
            return self._fetched(url, self.source, Validators())
        except SourceError:
            return None

    def complete(self, listed: Listed, source: Source) -> None:
        """Keep the notices of the list, each completed by its own page."""
        gathered = self.gathered
        gathered.proved_empty = listed.proved_empty
        gathered.lacking += [
            f"`{name}` is missing in {n} of {listed.entries} notices" for name, n in listed.missing.items()
        ]
        gathered.warnings += gathered.lacking
        if len(listed.notices) > source.max_items:
            gathered.complete = False
            gathered.warnings.append(f"more notices than max_items: {source.max_items} allows")
        pages = {notice.text("url"): page for notice, page in zip(listed.notices, listed.follow, strict=True)}
        for notice in one_each(listed.notices)[: source.max_items]:
            gathered.notices.append(self._with_detail(notice, pages[notice.text("url")], source))
        own = [
            f"`{name}` of `detail:` is missing in {count} of {gathered.own_pages} pages"
            for name, count in gathered.own_missing.items()
        ]
        gathered.lacking += own
        gathered.warnings += own

    def _with_detail(self, notice: Notice, address: str | None, source: Source) -> Notice:
        if not address or not has_details(source):
            return notice
        try:
            own = self.read(address, source, lambda page: Extraction((extract_detail(page, source),)))
        except SourceError as error:
            # the list still announces it: what was known of it stands, or what the list says
            self.gathered.stale.add(len(self.gathered.notices))
            self.gathered.warnings.append(f"{_PAGE_LOST}{error}")
            return notice
        self.gathered.own_pages += 1
        self.gathered.own_missing.update(lacking(own.notices[0], source))
        return completed(notice, own.notices[0], wins=source.detail_wins)


def is_dated(notices: Sequence[Notice]) -> bool:
    """Whether most notices say when: rows without a day are a list of something else, or in another markup."""
    dated = sum(any(name in notice.fields for name in ("when", "start", "occurrences")) for notice in notices)
    return dated * 2 > len(notices)


def _shown_at(page: str, notice: Notice) -> Notice:
    """A notice that names no page of its own: people find it on that of the source, not in a file for machines."""
    return notice if notice.text("url") else Notice(notice.source, page, notice.fields)


def _in_trouble(error: SourceError) -> bool:
    if isinstance(error, NotAllowed) or not isinstance(error, FetchError):
        return False
    return error.status is None or error.status >= 500


def _without_secrets(error: FetchError, source: Source) -> FetchError:
    return type(error)(
        source.hidden(error.what),
        url=source.hidden(error.url),
        status=error.status,
        retry_after=error.retry_after,
        fix=source.hidden(error.fix),
    )


def _no_channel(source: Source) -> ExtractError:
    """What to say when the address of a source leaves no channel to ask."""
    what = f"`system: {source.options.get('system')}` finds nothing to ask at {source.url}"
    return ExtractError(what, where=source.origin, fix="write the address its docs name, and the key it wants")
