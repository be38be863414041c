"""robots.txt: what a host asks crawlers to leave alone (RFC 9309), read by protego."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from protego import Protego

from agenda_scraper.errors import FetchError

PRODUCT = "agenda-scraper"
# RFC 9309, section 2.5: a crawler reads at least 500 KiB.
MAX_BYTES = 512_000
# A host that wants more than this between two pages is asked at this pace; the number of pages is bounded elsewhere.
_MAX_DELAY = 30.0
# A group names a product; a version behind it belongs to no product token (section 2.2.1).
_VERSIONED = re.compile(r"^([ \t]*user-?agent[ \t]*:[ \t]*[a-z0-9_.-]+)/[^\s#]*", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin. `delay` is in seconds; `failure` says why nothing may be read for now."""

    rules: Protego | None = None
    delay: float = 0.0
    failure: FetchError | None = None

    def allows(self, url: str) -> bool:
        """Whether our product may read the address."""
        return self.failure is None and (self.rules is None or self.rules.can_fetch(url, PRODUCT))


def parse(body: bytes) -> Robots:
    """The rules of a robots.txt as it came over the wire; what is no rule forbids nothing."""
    rules = Protego.parse(_VERSIONED.sub(r"\1", _text(body)))
    return Robots(rules=rules, delay=min(rules.crawl_delay(PRODUCT) or 0.0, _MAX_DELAY))


def _text(body: bytes) -> str:
    if body.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    return body.removeprefix(BOM_UTF8).decode("utf-8", "replace")


def judge(status: int, body: bytes, url: str) -> Robots:
    """What an answer to /robots.txt means: 4xx allows all, a server in trouble allows nothing for now.

    RFC 9309, section 2.3.1; 429 counts as trouble, for who asks us to slow down did not say yes.
    """
    if status == 429 or status >= 500:
        what = f"robots.txt answers {status}, so nothing may be read for now"
        return Robots(failure=FetchError(what, url=url, status=status, fix="try again later"))
    return parse(body) if status == 200 else Robots()
