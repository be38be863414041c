"""URL → Query → bytes: any page, any feed and any filter, answered from the store as clients want it answered (WSGI).

Stateless: what an answer is follows from the store, the day and the address, so many copies may stand behind a proxy
and give the same ETag (RFC 9110, section 13). Never compressed: a gzipped calendar broke Outlook subscriptions
(docs/clients.md); a proxy may compress pages.
"""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from agenda_scraper.agenda import Agenda
from agenda_scraper.errors import AgendaError, StoreError
from agenda_scraper.store import Store
from agenda_scraper.views.answers import MEDIA, Answer, Answers, decided

_log = logging.getLogger(__name__)

Start = Callable[[str, list[tuple[str, str]]], object]

# Miniflux and FreshRSS wait at least this long before they ask again (docs/clients.md).
_FEED_AGE, _PAGE_AGE = 900, 300
_LONGEST_QUERY = 2000
_SETTLED = timedelta(seconds=2)
# What a published file may be called; nothing that begins with a dot is.
_FILE = re.compile(r"(?=.{1,200}$)[^./\0][^/\0]*(?:/[^./\0][^/\0]*)*")
# What was answered lately is kept, up to so many bytes.
_KEPT = 32_000_000
# Parameters that others hang on to links they pass on.
_STRANGERS = re.compile(r"utm_.*|fbclid|gclid|mc_[ce]id|_")
_TEXT, _PAGE = "text/plain; charset=utf-8", MEDIA[".html"]


@dataclass(frozen=True, slots=True)
class _Edition:
    """What the store says at a revision, on a day; `changed` is when it last said something else."""

    key: str
    changed: datetime
    answers: Answers


class Application:
    """The site as a WSGI application (PEP 3333). `clock` tells the time; files of `public` answer what is left.

    `since` is when the agenda was written as it is: what was answered before that may have said something else.
    """

    def __init__(
        self,
        agenda: Agenda,
        store: Store,
        *,
        clock: Callable[[], datetime],
        public: Path | None = None,
        since: datetime | None = None,
    ) -> None:
        self._agenda, self._store, self._clock, self._since = agenda, store, clock, since
        self._public = public.resolve() if public else None
        # the path of the site's address, of one that is not at the root of its host
        self._below = f"{unquote(urlsplit(agenda.site.url).path).strip('/')}/".lstrip("/")
        self._edition: _Edition | None = None
        self._bodies: OrderedDict[str, Answer] = OrderedDict()
        self._size, self._lock = 0, Lock()

    def __call__(self, environ: Mapping[str, Any], start: Start) -> Iterable[bytes]:
        """Answer a request."""
        method = environ["REQUEST_METHOD"]
        try:
            status, headers, body = self._answer(environ) if method in ("GET", "HEAD") else _refused()
        except StoreError as error:
            _log.error("the store does not answer", extra={"error": str(error)})
            status, headers, body = _told(HTTPStatus.SERVICE_UNAVAILABLE, "The agenda is away for a moment.")
            headers["Retry-After"] = "60"
        except AgendaError as error:
            status, headers, body = _told(HTTPStatus.BAD_REQUEST, str(error))
        if status is not HTTPStatus.NOT_MODIFIED:
            headers["Content-Length"] = str(len(body))
        start(f"{status.value} {status.phrase}", list(headers.items()))
        return [] if method == "HEAD" or not body else [body]

    def _answer(self, environ: Mapping[str, Any]) -> tuple[HTTPStatus, dict[str, str], bytes]:
        # WSGI hands the path as Latin-1 (PEP 3333, "Unicode Issues").
        path = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace").lstrip("/")
        if len(environ.get("QUERY_STRING", "")) > _LONGEST_QUERY:
            return _told(HTTPStatus.REQUEST_URI_TOO_LONG, "The question is too long.")
        if f"{path}/" == self._below or (environ.get("SCRIPT_NAME") and not environ.get("PATH_INFO")):
            return _with_slash(environ)
        found = self._at(path, environ)
        # a proxy takes the path of the site's address off, or leaves it
        if found[0] is HTTPStatus.NOT_FOUND and self._below and path.startswith(self._below):
            return self._at(path.removeprefix(self._below), environ)
        return found

    def _at(self, path: str, environ: Mapping[str, Any]) -> tuple[HTTPStatus, dict[str, str], bytes]:
        edition, query = self._current(), environ.get("QUERY_STRING", "")
        etag = sha256(f"{edition.key}\n{path}\n{query}".encode("utf-8", "replace")).hexdigest()[:32]
        headers = {"ETag": f'"{etag}"'}
        # dates tell seconds: within one of them the next source of a crawl may be written (RFC 9110, 8.8.2.2)
        settled = self._clock() - edition.changed >= _SETTLED
        if settled:
            headers["Last-Modified"] = format_datetime(edition.changed, usegmt=True)
        headers["Cache-Control"] = f"public, max-age={_FEED_AGE if path.startswith('feeds/') else _PAGE_AGE}"
        if etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            # only what was found has an ETag, from us or from a copy of us: nothing has to be made
            return HTTPStatus.NOT_MODIFIED, headers, b""
        try:
            answer = self._bodies.get(etag) or self._kept(etag, self._made(edition, path, query))
        except AgendaError as error:
            if path.startswith("feeds/"):
                raise
            return HTTPStatus.BAD_REQUEST, {"Content-Type": _PAGE}, edition.answers.pages.refused(str(error))
        if not answer.found:
            return HTTPStatus.NOT_FOUND, {"Content-Type": answer.media_type}, answer.body
        if settled and _unchanged(environ, edition.changed):
            return HTTPStatus.NOT_MODIFIED, headers, b""
        return HTTPStatus.OK, headers | _described(answer, path), answer.body

    def _made(self, edition: _Edition, path: str, query: str) -> Answer:
        pairs = [pair for pair in parse_qsl(query, keep_blank_values=False) if not _STRANGERS.fullmatch(pair[0])]
        answer = edition.answers.answer(path, pairs)
        return answer if answer.found or decided(path) else self._file(path) or answer

    def _current(self) -> _Edition:
        """The store as it stands; read anew when anything was written, or the day has turned."""
        answers = Answers(self._agenda, self._store, now=self._clock(), live=True)
        revision, written = self._store.revision()
        midnight = answers.chosen.now.replace(hour=0, minute=0, second=0, microsecond=0)
        key = f"{revision} {answers.chosen.texts.today} {answers.chosen.texts.voice}"
        if self._edition is None or self._edition.key != key:
            changed = max(each for each in (written, midnight, self._since) if each).astimezone(UTC)
            self._edition = _Edition(key, changed, answers)
            with self._lock:
                self._bodies.clear()
                self._size = 0
        return self._edition

    def _kept(self, etag: str, answer: Answer) -> Answer:
        with self._lock:
            if etag not in self._bodies:
                self._bodies[etag] = answer
                self._size += len(answer.body)
            while self._size > _KEPT:
                _, oldest = self._bodies.popitem(last=False)
                self._size -= len(oldest.body)
        return answer

    def _file(self, path: str) -> Answer | None:
        """A published file that follows from nothing in the store: last year's month, a logo of the operator."""
        if self._public is None or not _FILE.fullmatch(path):
            return None
        file = (self._public / path).resolve()
        if not file.is_relative_to(self._public) or not file.is_file():
            return None
        return Answer(file.read_bytes(), MEDIA.get(file.suffix, "application/octet-stream"))


def _described(answer: Answer, path: str) -> dict[str, str]:
    """What kind of bytes these are, and what they may do."""
    headers = {"Content-Type": answer.media_type, "X-Content-Type-Options": "nosniff"}
    if answer.kind is not None:
        # calendars and readers on other sites may read feeds with a script of theirs
        name = re.sub(r"[^A-Za-z0-9._-]", "-", path.rpartition("/")[2])
        headers |= {"Access-Control-Allow-Origin": "*", "Content-Disposition": f'inline; filename="{name}"'}
    return headers


def _unchanged(environ: Mapping[str, Any], changed: datetime) -> bool:
    """Whether the asker has this version by its date; one who names another ETag has not (RFC 9110, 13.2.2)."""
    told = environ.get("HTTP_IF_NONE_MATCH")
    if told is not None:
        return bool(told.strip() == "*")
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    try:
        return since is not None and int(changed.timestamp()) <= parsedate_to_datetime(since).timestamp()
    except (ValueError, TypeError, OverflowError):
        return False


def _told(status: HTTPStatus, words: str) -> tuple[HTTPStatus, dict[str, str], bytes]:
    return status, {"Content-Type": _TEXT, "X-Content-Type-Options": "nosniff"}, f"{words}\n".encode()


def _with_slash(environ: Mapping[str, Any]) -> tuple[HTTPStatus, dict[str, str], bytes]:
    """To the first page by the address its links count from, whatever a proxy put before it."""
    last = f"{environ.get('SCRIPT_NAME', '')}{environ.get('PATH_INFO', '')}".rpartition("/")[2]
    status, headers, body = _told(HTTPStatus.MOVED_PERMANENTLY, "The agenda is one slash further.")
    return status, headers | {"Location": f"{quote(last, encoding='latin-1')}/"}, body


def _refused() -> tuple[HTTPStatus, dict[str, str], bytes]:
    status, headers, body = _told(HTTPStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.")
    return status, headers | {"Allow": "GET, HEAD"}, body
