"""The gate before every request: the guard, then robots.txt, read once an origin and crawl."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from agenda_scraper.errors import FetchError, NotAllowed
from agenda_scraper.fetch.address import Address, address_of
from agenda_scraper.fetch.faults import Refused, explain
from agenda_scraper.fetch.guard import Networks, check_address, is_own
from agenda_scraper.fetch.robots import MAX_BYTES, Robots, judge
from agenda_scraper.fetch.wire import Errand, Wire

REDIRECTS = (301, 302, 303, 307, 308)
_MAX_REDIRECTS = 5
_SECONDS = 20.0


class Gate:
    """Lets an address pass or says why not. Threads may share it."""

    def __init__(self, wire: Wire, allow: Networks) -> None:
        self._wire, self._allow = wire, allow
        self._robots: dict[str, Robots] = {}
        self._doors: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def admit(self, link: str, errand: Errand, *, base: str = "") -> Address:
        """The address of a link, once nothing speaks against asking for it; the host's own pace goes into the errand.

        Raises NotAllowed, and FetchError when the host cannot be reached for its robots.txt.
        """
        address = self._checked(link, base)
        robots = self._robots_of(address, errand.pause)
        if robots.failure:
            raise _of_page(robots.failure, str(address))
        if not robots.allows(str(address)):
            raise NotAllowed("robots.txt forbids it", url=str(address), fix="ask the site, or use a feed it offers")
        # a host of the operator's own network is in nobody's way: the pause of its source is enough
        if not is_own(address, self._allow):
            errand.pause = max(errand.pause, robots.delay)
        return address

    def guarded(self, link: str) -> Address:
        """The address of a link that the operator gave: only the guard may speak against it, not robots.txt."""
        return self._checked(link, "")

    def _checked(self, link: str, base: str) -> Address:
        try:
            address = address_of(link, base)
            check_address(address, self._allow)
        except Refused as refusal:
            raise explain(link, refusal) from refusal
        return address

    def _robots_of(self, address: Address, pause: float) -> Robots:
        with self._lock:
            door = self._doors.setdefault(address.origin, threading.Lock())
        # Whoever holds a door waits for a host of the wire, never the other way round: no deadlock.
        with door:
            if address.origin not in self._robots:
                self._robots[address.origin] = self._read(address.origin, pause)
            return self._robots[address.origin]

    def _read(self, origin: str, pause: float) -> Robots:
        accept = {"Accept": "text/plain,*/*;q=0.5"}
        errand = Errand(headers=accept, pause=pause, limit=MAX_BYTES, seconds=_SECONDS, cut=True)
        link, base = "/robots.txt", origin
        try:
            for _ in range(_MAX_REDIRECTS + 1):
                address = self._checked(link, base)
                answer = self._wire.ask(address, errand)
                if answer.status not in REDIRECTS:
                    return judge(answer.status, answer.body, str(address))
                link, base = location(answer.headers), str(address)
        except FetchError as failure:
            # remembered like any other answer: a host that is away is not tried again for each of its pages
            return Robots(failure=failure)
        return Robots()  # RFC 9309, section 2.3.1.2: behind more than five redirects it counts as not there


def location(headers: Mapping[str, str]) -> str:
    """Where a redirect leads; many servers write it as raw UTF-8, which http.client reads as Latin-1."""
    written = headers.get("Location", "")
    try:
        return written.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return written


def _of_page(failure: FetchError, url: str) -> FetchError:
    """Why a page cannot be had when its robots.txt could not: without an answer the host itself is away."""
    kind = FetchError if failure.status is None and not isinstance(failure, NotAllowed) else NotAllowed
    return kind(failure.what, url=url, status=failure.status, retry_after=failure.retry_after, fix=failure.fix)
