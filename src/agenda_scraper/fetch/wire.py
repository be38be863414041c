"""One request at a time and host: its session, its turns, a second try when a connection breaks."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.cookiejar import DefaultCookiePolicy
from math import ceil

import requests
from requests.adapters import HTTPAdapter

from agenda_scraper.errors import FetchError
from agenda_scraper.fetch.address import Address
from agenda_scraper.fetch.faults import TROUBLE, Unreadable, explain, passing
from agenda_scraper.fetch.pace import Clock, Turns, back_off, seconds_asked
from agenda_scraper.fetch.unpack import read_body

log = logging.getLogger(__name__)

_CONNECT_SECONDS = 10.0
# Seconds before the second and the third try.
_WAITS = (1.0, 2.0)
# A busy server that asks for more seconds than these is left alone for as long as it says.
_PATIENCE = 10.0
# These pass in seconds; a 500 is a bug of the site and stays.
_BUSY = (502, 503, 504)
_WITH_BODY = (200, 203, 304)
# Judged by the type, before the first byte: a camera sends its film for ever.
_NOT_PAGES = ("video/", "audio/", "image/", "font/")


@dataclass(slots=True)
class Errand:
    """What stays the same on the way to one page. `seconds` is what is left of the time all its answers may take."""

    headers: Mapping[str, str]
    pause: float
    limit: int
    seconds: float
    cut: bool = False
    post: str | None = None
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer; the body is read only when the status brings a page."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class _Session(requests.Session):
    """A session that leaves redirects to us: requests would read the whole body of each, even when told not to go."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


@dataclass(slots=True)
class _Host:
    session: requests.Session
    turns: Turns
    lock: threading.Lock = field(default_factory=threading.Lock)


class Wire:
    """The connections of a crawl. Threads may share it: hosts are asked side by side, each of them by one at a time."""

    def __init__(self, *, agent: str, clock: Clock, transport: HTTPAdapter) -> None:
        self._agent, self._clock, self._transport = agent, clock, transport
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()
        self._silences: dict[str, datetime] = {}
        self.requests = 0

    @property
    def silences(self) -> dict[str, datetime]:
        """The hosts that asked to be left alone, and until when."""
        with self._lock:
            return dict(self._silences)

    def leave_alone(self, host: str, until: datetime) -> None:
        """Ask a host nothing until then."""
        self._host(host).turns.leave_alone((until - self._clock.now()).total_seconds())
        with self._lock:
            self._silences[host] = max(until, self._silences.get(host, until))

    def ask(self, address: Address, errand: Errand) -> Answer:
        """The answer to one request, after at most two more tries.

        Raises FetchError when there is none, and NotAllowed when the address turns out to be a private one.
        """
        waits = iter(_WAITS)
        while True:
            wait = next(waits, None)
            try:
                answer = self._ask_once(address, errand)
            except TROUBLE as error:
                if wait is None or not passing(error):
                    raise explain(str(address), error) from error
            else:
                asked = self._asked(answer)
                if wait is None or answer.status not in _BUSY or asked > _PATIENCE:
                    return answer
                wait = max(wait, asked)
            # the host alone: the rest of an address may hold the key of an API
            log.info("asking again", extra={"host": address.netloc, "wait": wait})
            self._clock.sleep(wait)

    def _ask_once(self, address: Address, errand: Errand) -> Answer:
        host = self._host(address.netloc)
        # Held until the last byte, so that a host never has two of our requests at once.
        with host.lock:
            if left := host.turns.left_alone():
                what = "its server asked to be left alone"
                fix = f"it may be asked again in {ceil(left / 60)} min"
                raise FetchError(what, url=str(address), retry_after=left, fix=fix)
            host.turns.wait(errand.pause)
            started = self._clock.monotonic()
            try:
                answer = self._exchange(host.session, address, errand)
            finally:
                host.turns.done()
                errand.seconds -= self._clock.monotonic() - started
            if answer.status == 429 or (answer.status in _BUSY and self._asked(answer) > _PATIENCE):
                now = self._clock.now()
                wanted = timedelta(seconds=back_off(answer.headers.get("Retry-After"), now))
                self.leave_alone(address.netloc, now + wanted)
        return answer

    def _exchange(self, session: requests.Session, address: Address, errand: Errand) -> Answer:
        if errand.seconds <= 0:
            raise TimeoutError
        with self._lock:
            self.requests += 1
        timeout = (min(_CONNECT_SECONDS, errand.seconds), errand.seconds)
        # posted are GraphQL (https://graphql.org/learn/serving-over-http) and what a hub is told
        headers, sent = dict(errand.headers), None
        if errand.post is not None:
            headers["Content-Type"], sent = errand.media_type, errand.post.encode()
        method = "GET" if sent is None else "POST"
        with session.request(
            method, str(address), data=sent, headers=headers, timeout=timeout, stream=True
        ) as response:
            body = b""
            if response.status_code in _WITH_BODY:
                if response.headers.get("Content-Type", "").lower().startswith(_NOT_PAGES):
                    raise Unreadable("it is a picture, a sound or a film, not a page")
                body = read_body(response.raw, limit=errand.limit, cut=errand.cut)
            return Answer(response.status_code, response.headers, body)

    def _asked(self, answer: Answer) -> float:
        return seconds_asked(answer.headers.get("Retry-After", ""), self._clock.now()) or 0.0

    def _host(self, name: str) -> _Host:
        with self._lock:
            if name not in self._hosts:
                self._hosts[name] = _Host(self._session(), Turns(self._clock))
            return self._hosts[name]

    def _session(self) -> requests.Session:
        session = _Session()
        # No proxy, no .netrc and no CA file from the environment, which requests would look up for every request.
        session.trust_env = False
        # Nothing here needs a login, and a cookie would only tell servers that we came before.
        session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        session.headers.update({"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate"})
        session.mount("http://", self._transport)
        session.mount("https://", self._transport)
        return session

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for host in self._hosts.values():
                host.session.close()
            self._hosts.clear()
