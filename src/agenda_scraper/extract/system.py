"""Known software: which one a page shows, and a source read by the ways that software tells its events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from urllib.parse import urlsplit

from agenda_scraper.agenda import Channel, Source, System
from agenda_scraper.model import Page

_BRACES = re.compile(r"\{(\w+)\}")
_SHOWN = 300_000  # bytes of a page that are searched for marks: generators, assets and links stand well before


def recognised(page: Page, systems: Iterable[System]) -> System | None:
    """The first system one of whose marks stands on the page."""
    text = page.body[:_SHOWN].decode("latin-1")  # marks are ASCII, whatever the charset of the page
    return next((each for each in systems if any(_compiled(mark).search(text) for mark in each.marks)), None)


def named_by(url: str, systems: Iterable[System]) -> System | None:
    """The system that an address names, of those whose pages show nothing of them."""
    return next((each for each in systems if each.address and not each.marks and re.search(each.address, url)), None)


def probe_of(source: Source, system: System) -> str:
    """Where to ask a site whether it runs a system; empty where nobody can be asked."""
    given = _given(source, system)
    return _BRACES.sub(lambda found: given.get(found[1], ""), system.probe)


def proved(page: Page, system: System) -> bool:
    """Whether what a site answered there is that system's answer."""
    return bool(system.proof and _compiled(system.proof).search(page.body[:_SHOWN].decode("latin-1")))


@lru_cache(maxsize=256)
def _compiled(mark: str) -> re.Pattern[str]:
    return re.compile(mark, re.I)


def applied(source: Source, system: System) -> Source:
    """The source as one of a system: its channels at the addresses of this site, its selectors below the source's own.

    Addresses that need what the source does not give (a key, a number in its `url:`) are left out, and a channel
    without any address with them.
    """
    preset, given = system.source, _given(source, system)
    trusting = replace(source, ignore=(*preset.ignore, *source.ignore))
    channels = tuple(_channel(each, trusting, given) for each in system.channels)
    return replace(
        source,
        kind="auto",
        detail={**preset.detail, **source.detail},
        detail_kind=_kind_of_detail(source, preset),
        detail_wins=frozenset((*(preset.detail_wins or ()), *source.detail)),
        channels=tuple(each for each in channels if each.urls),
        systems=(),
        status={**preset.status, **source.status},
        map={**preset.map, **source.map},
        constants={**preset.constants, **source.constants},
        ignore=(*preset.ignore, *source.ignore),
        follow=source.follow and preset.follow,
        rules_hash=_both(source, preset),
    )


def _kind_of_detail(source: Source, preset: Source) -> str:
    """How the page of a notice describes itself: the maintainer's word, which the `auto` of any unknown site is not."""
    own = "" if source.systems and source.detail_kind == "auto" else source.detail_kind
    return own or preset.detail_kind


def _given(source: Source, system: System) -> Mapping[str, str]:
    """What may fill the braces of an address."""
    parts = urlsplit(source.url)
    found = re.search(system.address, source.url) if system.address else None
    return {
        "site": f"{parts.scheme}://{parts.netloc}",
        "page": source.url,
        "url": source.url.partition("?")[0].rstrip("/"),
        "linked": "{linked}",  # for the harvest, which sees the page
        **{name: text for name, text in (found.groupdict() if found else {}).items() if text},
        **{name: value for name, value in source.options.items() if isinstance(value, str)},
    }


def _channel(channel: Channel, source: Source, given: Mapping[str, str]) -> Channel:
    urls = (_filled(url, given) for url in channel.urls)
    own = channel.source
    reader = replace(
        source,
        kind=own.kind,
        list=own.list,
        detail={},
        detail_kind="",
        status={},
        map={},
        constants={},
        empty_when=own.empty_when,
        ignore=(*own.ignore, *source.ignore),
        options=own.options,
        systems=(),
        rules_hash=_both(source, own),
    )
    return replace(channel, source=reader, urls=tuple(dict.fromkeys(url for url in urls if url)))


def _filled(url: str, given: Mapping[str, str]) -> str:
    """The address with its braces filled; empty when one of them cannot be."""
    names = _BRACES.findall(url)
    return _BRACES.sub(lambda brace: given[brace[1]], url) if all(name in given for name in names) else ""


def _both(source: Source, preset: Source) -> str:
    return sha256(f"{source.rules_hash} {preset.rules_hash}".encode()).hexdigest()
