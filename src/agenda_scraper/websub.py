"""WebSub: the hub of an agenda is told which feeds changed, so that readers need not wait for their next look."""

from __future__ import annotations

from collections.abc import Iterable

from agenda_scraper.agenda import Site
from agenda_scraper.fetch import Fetcher
from agenda_scraper.site.addresses import linked

# What readers read; calendars look when they like.
_SUFFIXES = (".rss", ".atom", ".json")
_NO_FEED = ".events.json"
# So many addresses go into one request.
_AT_ONCE = 100


def changed_feeds(site: Site, paths: Iterable[str]) -> list[str]:
    """The addresses of the feeds among files that changed, by their paths below the public folder."""
    home = site.url.rstrip("/") + "/"
    return [
        home + linked(path)
        for path in paths
        if path.startswith("feeds/") and path.endswith(_SUFFIXES) and not path.endswith(_NO_FEED)
    ]


def tell(fetcher: Fetcher, hub: str, topics: list[str]) -> int:
    """Tell a hub of feeds that changed; returns of how many. FetchError for the first request it does not take."""
    for first in range(0, len(topics), _AT_ONCE):
        fetcher.tell_hub(hub, topics[first : first + _AT_ONCE])
    return len(topics)
