"""The socket and just above it: connects only to addresses that were checked, and reads against one deadline."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from agenda_scraper.fetch.guard import Networks, resolve

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MAX_HOSTS = 256


class _TimedReads(io.RawIOBase):
    """A socket's bytes until a deadline. A socket's own time-out starts anew with every byte that drips in."""

    def __init__(self, sock: socket.socket, silence: float) -> None:
        self._socket, self._raw, self._silence = sock, sock.makefile("rb", buffering=0), silence
        self._deadline = time.monotonic() + (sock.gettimeout() or 0.0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the whole answer took too long")
        self._socket.settimeout(min(left, self._silence))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _TimedSocket:
    """What http.client asks of a socket to read an answer from it."""

    def __init__(self, sock: socket.socket, silence: float) -> None:
        self._socket, self._silence = sock, silence

    def makefile(self, *_: Any) -> io.BufferedReader:
        return io.BufferedReader(_TimedReads(self._socket, self._silence))


class _TimedResponse(http.client.HTTPResponse):
    def __init__(self, silence: float, sock: Any, /, *args: Any, **options: Any) -> None:
        super().__init__(_TimedSocket(sock, silence), *args, **options)  # type: ignore[arg-type]


class _Guarded(HTTPConnection):
    """A connection to checked addresses only; the read time-out it is given counts for the whole answer."""

    allow: Networks = ()

    def _new_conn(self) -> socket.socket:
        try:
            targets = resolve(self._dns_host, self.port, self.allow)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        # As urllib3 does it, with the addresses just checked instead of a second question to DNS (rebinding).
        failure: OSError = OSError("no address")
        for family, place in targets:
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.settimeout(self.timeout)
                sock.connect(place)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return sock
            except OSError as error:
                sock.close()
                failure = error
        if isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(self, "connect") from failure
        raise NewConnectionError(self, "connect") from failure


class _GuardedTLS(_Guarded, HTTPSConnection):
    pass


def _connection(kind: type[_Guarded], allow: Networks, silence: float, /, **options: Any) -> _Guarded:
    connection = kind(**options)
    connection.allow = allow
    connection.response_class = partial(_TimedResponse, silence)  # type: ignore[assignment]
    return connection


def _pool(
    pools: type[HTTPConnectionPool], connection: Callable[..., _Guarded], /, *place: Any, **options: Any
) -> HTTPConnectionPool:
    pool = pools(*place, **options)
    pool.ConnectionCls = connection  # type: ignore[assignment]
    return pool


@cache
def tls_context() -> ssl.SSLContext:
    """What every secure connection is made with."""
    # One for all: reading the CA file anew costs more than ten times the connection itself. The system's
    # authorities count too, so that SSL_CERT_FILE serves who runs a network with its own.
    context = ssl.create_default_context()
    context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    return context


class GuardedAdapter(HTTPAdapter):
    """The transport of every session: no proxy, no retry of its own, one connection kept for each host.

    `silence`: seconds a server may let pass before its first byte, and between any two.
    """

    def __init__(self, allow: Networks, *, silence: float) -> None:
        self._how = tuple(allow), silence
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        super().init_poolmanager(_MAX_HOSTS, 1, block, ssl_context=tls_context(), **options)
        self.poolmanager.pool_classes_by_scheme = {
            "http": partial(_pool, HTTPConnectionPool, partial(_connection, _Guarded, *self._how)),
            "https": partial(_pool, HTTPSConnectionPool, partial(_connection, _GuardedTLS, *self._how)),
        }

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        # requests would name the CA file here, and urllib3 then read it for each connection
        conn.cert_reqs = "CERT_REQUIRED"
