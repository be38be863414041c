"""A page by its address: redirects, conditions and what an answer means, around single requests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import TracebackType
from urllib.parse import urlencode

from agenda_scraper.agenda import Site
from agenda_scraper.errors import FetchError
from agenda_scraper.fetch.address import Address
from agenda_scraper.fetch.connect import GuardedAdapter
from agenda_scraper.fetch.faults import bad_status
from agenda_scraper.fetch.gate import REDIRECTS, Gate, location
from agenda_scraper.fetch.guard import Networks
from agenda_scraper.fetch.pace import LONGEST, Clock, Patience, back_off
from agenda_scraper.fetch.replay import Recording, ReplayAdapter
from agenda_scraper.fetch.robots import PRODUCT
from agenda_scraper.fetch.wire import Answer, Errand, Wire
from agenda_scraper.model import Page, Validators
from agenda_scraper.text import squash

MAX_PAGE_BYTES = 20_000_000
MAX_REDIRECTS = 10
_ACCEPT = "text/html,application/xhtml+xml,text/calendar,application/json;q=0.9,application/xml;q=0.9,*/*;q=0.5"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([a-z0-9_.:-]+)", re.IGNORECASE)
_NOTHING_KNOWN = Validators()
_PATIENCE = Patience()
_LOOK = "follow it in a browser and use the last address"


class Fetcher:
    """Fetches pages for one crawl, politely and safely; threads may share it.

    `allow` lists networks that may be visited although they are private. With `replay`, recordings answer instead
    of the network, at once and without DNS.
    """

    def __init__(
        self,
        *,
        site: Site,
        version: str,
        clock: Clock,
        allow: Networks = (),
        replay: Iterable[Recording] | None = None,
        patience: Patience = _PATIENCE,
    ) -> None:
        allow, self._patience = tuple(allow), patience
        self._clock = clock if replay is None else replace(clock, sleep=lambda seconds: None)
        self._wire = Wire(
            agent=_sendable(f"{PRODUCT}/{version} (+{site.url}; {site.contact})"),
            clock=self._clock,
            transport=GuardedAdapter(allow, silence=patience.silence) if replay is None else ReplayAdapter(replay),
        )
        self._gate = Gate(self._wire, allow)
        self._replays = replay is not None

    @property
    def requests(self) -> int:
        """How many requests were sent, those for robots.txt included."""
        return self._wire.requests

    @property
    def silences(self) -> dict[str, datetime]:
        """The hosts that asked to be left alone, and until when; recordings ask for nothing."""
        return {} if self._replays else self._wire.silences

    def leave_alone(self, hosts: Mapping[str, datetime]) -> None:
        """Ask hosts nothing until then: they said so in a run before."""
        # nothing asks for more than a day: what does is of a clock that was set back
        latest = self._clock.now() + timedelta(seconds=LONGEST)
        for host, until in hosts.items():
            if not self._replays and until <= latest:
                self._wire.leave_alone(host, until)

    def get(
        self,
        url: str,
        *,
        validators: Validators = _NOTHING_KNOWN,
        pause: float = 1.0,
        accept: str | None = None,
        post: str | None = None,
    ) -> Page:
        """The page at an address, after redirects; status 200, or 304 when `validators` still hold.

        `pause` is the least time in seconds between two requests to a host; robots.txt may ask for more.
        `post` is a JSON body to send there; what answers a POST is never asked for on conditions.
        Raises NotAllowed for an address that must not be read, FetchError for one that gives no page.
        """
        if post is not None:
            validators = _NOTHING_KNOWN
        headers = {"Accept": accept or _ACCEPT, **_conditions(validators)}
        errand = Errand(headers=headers, pause=pause, limit=MAX_PAGE_BYTES, seconds=self._patience.page, post=post)
        address = self._gate.admit(url, errand)
        seen: set[str] = set()
        while True:
            answer = self._wire.ask(address, errand)
            if answer.status not in REDIRECTS:
                break
            seen.add(str(address))
            address = self._gate.admit(_next(answer, url), errand, base=str(address))
            if str(address) in seen or len(seen) > MAX_REDIRECTS:
                raise FetchError("its redirects lead nowhere", url=url, status=answer.status, fix=_LOOK)
        self._check_status(address, answer, conditional=validators != _NOTHING_KNOWN)
        return self._page(url, address, answer, validators if answer.status == 304 else _NOTHING_KNOWN)

    def tell_hub(self, hub: str, topics: Sequence[str], *, pause: float = 1.0) -> None:
        """Tell a WebSub hub that the feeds at these addresses changed, in one request.

        The specification leaves it open how (W3C WebSub, section 7); hubs take what PubSubHubbub 0.4 says.
        Raises FetchError when the hub does not take it.
        """
        told = urlencode([("hub.mode", "publish"), *(("hub.url", topic) for topic in topics)])
        seconds = self._patience.page
        errand = Errand(headers={"Accept": "*/*"}, pause=pause, limit=MAX_PAGE_BYTES, seconds=seconds, post=told)
        errand.media_type = "application/x-www-form-urlencoded"
        address = self._gate.guarded(hub)
        answer = self._wire.ask(address, errand)
        if not 200 <= answer.status < 300:
            raise FetchError(f"it answers {answer.status}", url=str(address), status=answer.status)

    def _check_status(self, address: Address, answer: Answer, *, conditional: bool) -> None:
        # 202 is how some guards send a puzzle for browsers, 206 is half a page: neither proves anything about notices.
        if answer.status in (200, 203) or (answer.status == 304 and conditional):
            return
        asked = answer.headers.get("Retry-After")
        later = back_off(asked, self._clock.now()) if asked or answer.status == 429 else None
        raise bad_status(str(address), answer.status, later)

    def _page(self, asked: str, address: Address, answer: Answer, known: Validators) -> Page:
        # Two Content-Type headers come as one, joined by a comma: the last one counts (WHATWG Fetch, 3.4).
        kind = answer.headers.get("Content-Type", "").rpartition(",")[2]
        charset = _CHARSET.search(kind)
        return Page(
            asked=asked,
            url=str(address),
            status=answer.status,
            media_type=kind.partition(";")[0].strip().lower(),
            body=answer.body,
            fetched_at=self._clock.now(),
            encoding=charset[1].lower() if charset else None,
            validators=Validators(
                etag=answer.headers.get("ETag") or known.etag,
                last_modified=answer.headers.get("Last-Modified") or known.last_modified,
            ),
        )

    def close(self) -> None:
        """Close every connection."""
        self._wire.close()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _next(answer: Answer, url: str) -> str:
    link = location(answer.headers)
    if not link:
        raise FetchError("it redirects without saying where", url=url, status=answer.status, fix=_LOOK)
    return link


def _conditions(validators: Validators) -> dict[str, str]:
    """The headers that ask "changed since?"; what a server sent goes back as it was, whatever its form."""
    given = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in given.items() if value and value == _sendable(value)}


def _sendable(text: str) -> str:
    """The text as a header may carry it: one line of Latin-1."""
    return squash(text).encode("latin-1", "replace").decode("latin-1")
