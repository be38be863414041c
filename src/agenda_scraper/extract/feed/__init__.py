"""RSS, Atom and JSON Feed: an entry is a notice. Its date comes from an event module, else from its own words."""

from __future__ import annotations

from collections.abc import Iterable

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.decode import decode
from agenda_scraper.extract.feed import json_feed, xml
from agenda_scraper.extract.feed.modules import Fields
from agenda_scraper.model import Extraction, Notice, Page
from agenda_scraper.text import shorten, squash


def read(page: Page, source: Source) -> Extraction:
    """The entries of a feed, in its order, at most `max_items`.

    `options.when: published` takes the publication date as the event's: TYPO3 and The Events Calendar mean it so.
    Raises ExtractError when the page is no feed, or one too broken to mend.
    """
    text = decode(page)
    kind = json_feed if text.lstrip("\ufeff \t\r\n").startswith("{") else xml
    entries = kind.entries(text, page.url)
    if entries is None:
        raise ExtractError(
            f"not a feed but {page.media_type or 'something else'}",
            where=f"{source.origin} {page.url}".strip(),
            excerpt=shorten(squash(text[:400]), 120),
            fix="look for the feed's address in the page's <link rel=alternate>",
        )
    notices = tuple(_notices(entries, source, page))
    follow = tuple(notice.text("url") or None for notice in notices)
    return Extraction(notices, follow=follow, proved_empty=not notices)


def _notices(entries: Iterable[Fields], source: Source, page: Page) -> Iterable[Notice]:
    published = source.options.get("when") == "published"
    for _, fields in zip(range(source.max_items), entries, strict=False):
        if published and "published" in fields:
            fields.setdefault("start", fields["published"])
        if fields:
            yield Notice(source.id, page.url, fields)
