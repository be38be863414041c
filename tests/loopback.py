"""A small real web server on 127.0.0.1 whose answers a test writes down."""

from __future__ import annotations

import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import waitress
from waitress import wasyncore


@dataclass(frozen=True)
class Reply:
    """One answer: a body with its status and headers; Content-Length is added unless the headers give one."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it; `at` is time.monotonic()."""

    path: str
    headers: Mapping[str, str]
    at: float
    body: bytes = b""


# A page is an answer, several answers in turn (the last one for ever), or a function that writes to the connection.
Script = Reply | list[Reply] | Callable[["Handler"], Reply | None]


class Handler(BaseHTTPRequestHandler):
    """Answers from the pages of its server; HTTP/1.1, so that connections are kept."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else the second write of each answer waits 40 ms for an acknowledgement
    server: Any

    def do_GET(self) -> None:
        owner: Loopback = self.server.owner
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        owner.asked.append(Asked(self.path, dict(self.headers), time.monotonic(), self.body))
        script = owner.pages.get(self.path, owner.pages.get(self.path.partition("?")[0], Reply("none", 404)))
        if isinstance(script, list):
            script = script.pop(0) if len(script) > 1 else script[0]
        try:
            reply = script if isinstance(script, Reply) else script(self)
            if reply is None:
                self.close_connection = True
            else:
                self.answer(reply)
        except OSError:
            self.close_connection = True  # the client had enough, which many tests want to see

    do_HEAD = do_POST = do_GET

    def answer(self, reply: Reply) -> None:
        """Write a whole answer."""
        body = reply.body.encode() if isinstance(reply.body, str) else reply.body
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in reply.headers and reply.status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and reply.status != 304:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *about: Any) -> None:
        if not isinstance(sys.exc_info()[1], OSError):  # a client may break off, a test's own page may not fail
            super().handle_error(*about)


class Loopback:
    """The server: `with Loopback({"/": Reply("hello")}) as server: get(server.url("/"))`."""

    def __init__(self, pages: Mapping[str, Script] | None = None, *, tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Script] = dict(pages or {})
        self.asked: list[Asked] = []
        self.http = _Server(("127.0.0.1", 0), Handler)
        self.http.owner = self  # type: ignore[attr-defined]
        self.scheme = "https" if tls else "http"
        if tls:
            self.http.socket = tls.wrap_socket(self.http.socket, server_side=True)

    def url(self, path: str = "/") -> str:
        """The address of a page."""
        return f"{self.scheme}://127.0.0.1:{self.http.server_port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def __enter__(self) -> Loopback:
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.http.shutdown()
        self.http.server_close()


@contextmanager
def served(application: Callable[..., Any]) -> Iterator[int]:
    """A WSGI application on a port of its own."""
    sockets: dict[int, Any] = {}
    server = waitress.create_server(application, map=sockets, host="127.0.0.1", port=0, threads=4)
    over = threading.Event()

    def loop() -> None:
        while not over.is_set():
            wasyncore.loop(timeout=0.02, map=sockets, count=1)
        # here, between two rounds: another thread would take sockets away that this one waits on
        server.task_dispatcher.shutdown()
        wasyncore.close_all(sockets)

    running = threading.Thread(target=loop, daemon=True)
    running.start()
    try:
        yield server.effective_port
    finally:
        over.set()
        running.join(5)
