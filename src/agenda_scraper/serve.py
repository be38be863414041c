"""URL → file of what was published, as calendars and feed readers want it answered.

Stateless: each answer comes from `public/`, with a strong ETag, Last-Modified and 304 (RFC 9110, section 13).
Never compressed: a gzipped calendar broke Outlook subscriptions (docs/clients.md).
"""

from __future__ import annotations

import hashlib
import logging
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

_log = logging.getLogger(__name__)

_MEDIA = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".json": "application/feed+json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
# Miniflux and FreshRSS wait at least this long before they ask again (docs/clients.md).
_MAX_AGE = 900


def server_for(public: Path, *, host: str, port: int) -> ThreadingHTTPServer:
    """A server of the published files; port 0 takes a free one. Call `serve_forever()` on it."""

    class Published(_Published):
        root = public.resolve()

    server = ThreadingHTTPServer((host, port), Published)
    server.daemon_threads = True
    return server


class _Published(BaseHTTPRequestHandler):
    """GET and HEAD of the files below `root`; anything else is a 404 in words."""

    protocol_version = "HTTP/1.1"
    server_version = "agenda-scraper"
    sys_version = ""
    root: ClassVar[Path]

    def do_GET(self) -> None:
        """Answer with the file."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers of the file."""
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        path = self._path()
        if path is None:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Type": _MEDIA[".txt"]}, b"Not found: see /\n" if body else b"")
            return
        content = path.read_bytes()
        changed = path.stat().st_mtime
        headers = {
            "Content-Type": _MEDIA.get(path.suffix, "application/octet-stream"),
            "ETag": f'"{_digest(path, changed, len(content))}"',
            "Last-Modified": formatdate(changed, usegmt=True),
            "Cache-Control": f"public, max-age={_MAX_AGE}",
            "X-Content-Type-Options": "nosniff",
        }
        if path.suffix == ".ics":
            headers["Content-Disposition"] = f'inline; filename="{path.name}"'
        if self._unchanged(headers["ETag"], changed):
            self._send(HTTPStatus.NOT_MODIFIED, headers, b"")
            return
        self._send(HTTPStatus.OK, headers | {"Content-Length": str(len(content))}, content if body else b"")

    def _path(self) -> Path | None:
        """The file of the address, inside `root` and nowhere else."""
        asked = unquote(urlsplit(self.path).path).lstrip("/")
        if "\0" in asked:
            return None
        path = (self.root / asked).resolve()
        if path.is_dir():
            path = path / "index.html"
        return path if path.is_file() and path.is_relative_to(self.root) else None

    def _unchanged(self, etag: str, changed: float) -> bool:
        """Whether the asker has this very version; If-None-Match beats If-Modified-Since (RFC 9110, 13.2.2)."""
        told = self.headers.get("If-None-Match")
        if told is not None:
            return told.strip() == "*" or etag in (tag.strip().removeprefix("W/") for tag in told.split(","))
        since = self.headers.get("If-Modified-Since")
        try:
            return since is not None and int(changed) <= parsedate_to_datetime(since).timestamp()
        except (ValueError, TypeError, OverflowError):
            return False

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers and status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Log, and do not print: only the command line prints."""
        _log.info(format, *args)


@lru_cache(maxsize=4096)
def _digest(path: Path, changed: float, size: int) -> str:
    """A hash of the content, remembered as long as the file's time and size stay."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:32]
