"""What can go wrong on the wire, told as sentences: the exceptions of the layers below become FetchErrors."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from http import HTTPStatus

import requests
import urllib3

from agenda_scraper.errors import FetchError, NotAllowed


class Refused(ValueError):
    """An address that no crawler should visit; its text is the reason."""


class Unreadable(ValueError):
    """An answer that must not be taken for a page; its text says what is wrong with it."""


# All that an exchange may raise; anything else is a bug of ours and keeps its traceback.
TROUBLE = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    Refused,
    Unreadable,
)

_CAUSES: tuple[tuple[type[BaseException], str, str], ...] = (
    (socket.gaierror, "its name is not known (DNS)", "check the spelling of the host"),
    (ssl.SSLCertVerificationError, "its certificate is not valid", "tell the site; do not switch verification off"),
    (ssl.SSLError, "no secure connection could be made (TLS)", "see whether a browser can open it"),
    (TimeoutError, "it took too long to answer", "try again later"),
    (ConnectionRefusedError, "the connection was refused", "check the port, or try again later"),
    (ConnectionError, "the connection broke off", "try again later"),
    (http.client.HTTPException, "it does not answer as a web server does", "check the address in a browser"),
)

_FIXES = {
    401: "the page wants a login: ask the site for an open address",
    403: "the site keeps crawlers out: ask it, or use its feed or calendar file",
    404: "the page moved: look for its new address",
    410: "the page is gone for good: remove the source or find a new address",
    429: "the site asks us to slow down: raise `pause` or `every`",
}


# The libraries wrap the cause two or three times; walked from the outside in, the first known one is ours, and not
# some older error that the caller happened to be handling.
def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def explain(url: str, error: BaseException) -> FetchError:
    """The error of an exchange as one a maintainer can act on."""
    for one in _chain(error):
        if isinstance(one, Refused):
            return NotAllowed(str(one), url=url, fix="only public web addresses are visited")
        if isinstance(one, Unreadable):
            return FetchError(str(one), url=url, fix="check the address in a browser")
        for kind, what, fix in _CAUSES:
            if isinstance(one, kind):
                detail = getattr(one, "verify_message", "")
                return FetchError(f"{what}: {detail}" if detail else what, url=url, fix=fix)
    return FetchError(
        f"its answer breaks the rules of HTTP ({type(error).__name__})",
        url=url,
        fix="check the address in a browser",
    )


def passing(error: BaseException) -> bool:
    """Whether the same request may well succeed in a second: the connection could not be made, or broke at once."""
    return isinstance(error, requests.ConnectionError) and any(
        isinstance(one, ConnectionError | TimeoutError) for one in _chain(error)
    )


def bad_status(url: str, status: int, retry_after: float | None = None) -> FetchError:
    """The error for a status that brings no page."""
    try:
        phrase = f"the server answers {status} ({HTTPStatus(status).phrase})"
    except ValueError:
        phrase = f"the server answers {status}, which is no known status"
    fix = _FIXES.get(status, "the server is in trouble: try again later" if status >= 500 else "check the address")
    return FetchError(phrase, url=url, status=status, retry_after=retry_after, fix=fix)
