"""Recorded pages instead of the network, through the same code above the socket."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse

from agenda_scraper.fetch.address import address_of


@dataclass(frozen=True, slots=True)
class Recording:
    """A page kept on disk: the address it answered at, the file of its body, its headers and status."""

    url: str
    body: Path
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200


def _key(url: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    # A form sends its parameters in any order, and the page is the same.
    address = address_of(url)
    given = parse_qsl(address.query or "", keep_blank_values=True) + parse_qsl(url.partition("#")[2])
    return address.netloc + address.path, tuple(sorted(given))


def _with_variables(request: requests.PreparedRequest) -> str:
    """The address of a request; the variables of a posted query are in its fragment, as recordings write them."""
    url = request.url or ""
    if not request.body:
        return url
    variables = json.loads(request.body).get("variables", {})
    return f"{url}#{urlencode(variables)}"


class ReplayAdapter(HTTPAdapter):
    """Answers with recordings: 304 to one the asker already has, 404 for an address nobody recorded."""

    def __init__(self, recordings: Iterable[Recording]) -> None:
        super().__init__()
        # http and https are one here: sites moved over the years, their recordings did not
        self._pages = {_key(recording.url): recording for recording in recordings}

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        """The recorded answer to a request."""
        recording = self._pages.get(_key(_with_variables(request)))
        if recording is None:
            return self._answer(request, 404, {}, b"")
        body = recording.body.read_bytes()
        # What the body was packed in on its way is over; the file holds the page itself.
        headers = {
            name: value
            for name, value in recording.headers.items()
            if name.lower() not in ("content-encoding", "content-length", "transfer-encoding", "etag")
        }
        headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        if request.headers.get("If-None-Match") == headers["ETag"] and recording.status == 200:
            return self._answer(request, 304, headers, b"")
        return self._answer(request, recording.status, headers, body)

    def _answer(
        self, request: requests.PreparedRequest, status: int, headers: Mapping[str, str], body: bytes
    ) -> requests.Response:
        raw = HTTPResponse(BytesIO(body), headers=headers, status=status, preload_content=False)
        return self.build_response(request, raw)
