"""One address for one page: that of an event on our site; of others, what differs between two links is taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

# Parameters that follow the reader, not the page: campaign, click, share and session marks.
_TRACKING = re.compile(
    r"^(utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|ref|referrer|share"
    r"|phpsessid|jsessionid|sid|sessionid|xtor|at_medium|at_campaign|wt_\w+|s_cid|cmpid|print)$",
    re.I,
)
# "ical" as a word of an address (`?ical=1`, `/ical`, `page=agenda-ical`, `icals.export`), not that of "medical".
_CALENDAR = re.compile(r"(?<![a-z])icals?(?![a-z])|\.ics\b|ics_view|webcal:|/events\.v2\.json", re.I)
# /print/<alias> is the Drupal print module's page of the notice at /<alias>.
_PRINT = re.compile(r"^(/[a-z]{2})?/print/(?!\d+$)")

# A file name that needs no change, and the hash that every UID we make begins with.
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_@.-]{0,80}")
_HEX = re.compile(r"[0-9a-f]{16,}")
_LONGEST_WAY = 60
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.I)


def event_page(uid: str) -> str:
    """The page of an event: the beginning of its UID, which is a hash we made, or all of one we did not make."""
    return f"event/{event_name(uid)}.html"


@lru_cache(maxsize=64)
def event_name(uid: str) -> str:
    """What stands for an event in addresses."""
    name = uid.partition("@")[0]
    if _HEX.fullmatch(name):
        return name[:16]
    return uid if _PLAIN.fullmatch(uid) else f"u-{sha256(uid.encode('utf-8', 'replace')).hexdigest()[:20]}"


def is_link(text: str) -> bool:
    """Whether a text is nothing but the address of a page: it names no place and no house."""
    return _LINK.fullmatch(text) is not None


def is_calendar(address: str) -> bool:
    """Whether an address is one for machines: a calendar, or the export of an agenda."""
    return _CALENDAR.search(address) is not None


def canonical(url: str) -> str:
    """The address without tracking, fragment, print page, default port; host in lower case, spelled one way.

    `www.` and the trailing slash stay in the address one visits: only `address_key` drops them.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").rstrip(".")
    default = {"http": 80, "https": 443}.get(parts.scheme)
    netloc = host if port in (None, default) else f"{host}:{port}"
    path = _PRINT.sub(r"\1/", quote(unquote(parts.path), safe="/%:@!$&'()*+,;=~-._") or "/")
    query = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(name)
    ]
    bare = {f"{name}=" for name in parts.query.split("&") if name and "=" not in name}  # SPIP's `?article44`
    # a fragment that is a route (#!/event/12) names the page; any other is a place on it
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme.lower(), netloc, path, _written(query, bare), fragment))


def _written(query: list[tuple[str, str]], bare: set[str]) -> str:
    """The parameters as they stood: one without `=` stays so."""
    pairs = (urlencode([pair]) for pair in query)
    return "&".join(pair[:-1] if pair in bare else pair for pair in pairs)


def address_key(url: str) -> str:
    """What two spellings of one address share: no scheme, no www, no trailing slash, parameters sorted."""
    told = canonical(url)
    try:
        parts = urlsplit(told)
    except ValueError:  # a bracket that opens no IPv6 address
        return told
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    key = parts.netloc.removeprefix("www.") + (parts.path.rstrip("/") or "/")
    return key + (f"?{query}" if query else "") + (f"#{parts.fragment}" if parts.fragment else "")


def told_apart(addresses: Iterable[str]) -> list[tuple[str, str]]:
    """The words of a link to each page, and its address: the host, with the way to the page where several share it.

    Two spellings of one address are one link, as the first of them stands.
    """
    pages = list(dict.fromkeys(addresses))
    if len(pages) > 1:
        spelled: dict[str, str] = {}
        for page in pages:
            spelled.setdefault(address_key(page), page)
        pages = list(spelled.values())
    hosts = [page.split("/")[2].removeprefix("www.") for page in pages]
    told = zip(hosts, pages, strict=True)
    return [(host if hosts.count(host) == 1 else _way(host, page), page) for host, page in told]


def _way(host: str, page: str) -> str:
    """A host and the way to a page of it; what two pages differ in stands mostly at the end."""
    way = unquote(page.split("/", 3)[-1])
    return f"{host}/{way}" if len(way) <= _LONGEST_WAY else f"{host}/…{way[-_LONGEST_WAY:]}"
