"""Pages that describe their events to machines: one way to read them, whatever the syntax."""

from __future__ import annotations

from collections.abc import Iterator

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.markup import Markup
from agenda_scraper.model import Extraction, Found, Notice

Fields = dict[str, tuple[Found, ...]]


def announced(markup: Markup, source: Source, *, events: Iterator[Fields], syntax: str) -> Extraction:
    """The events of a page as notices; raises ExtractError when it has none and nothing proves that none is meant."""
    found = tuple(events)
    empty = bool(source.empty_when and markup.css(source.empty_when))
    if not found and not empty:
        raise ExtractError(
            f"no {syntax}",
            where=f"{source.origin} {markup.page.url}",
            fix="give `list` and `detail` selectors, or `empty_when` if nothing is announced",
        )
    notices = tuple(Notice(source.id, markup.page.url, fields) for fields in found[: source.max_items])
    return Extraction(notices, follow=(None,) * len(notices), proved_empty=empty)
