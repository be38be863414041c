"""Pages that describe their events to machines: one way to read them, whatever the syntax."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.html import read_own
from agenda_scraper.extract.markup import Markup
from agenda_scraper.model import Extraction, Found, Notice, Page

_DATED = frozenset({"start", "end", "occurrences", "rrule"})
Fields = dict[str, tuple[Found, ...]]


def announced(markup: Markup, source: Source, *, events: Iterator[Fields], syntax: str) -> Extraction:
    """The events of a page as notices; raises ExtractError when it has none and nothing proves that none is meant."""
    found = tuple(events)
    if source.detail and len(found) == 1:  # the page of one notice: the maintainer's selectors complete it
        found = (with_own(found[0], read_own(markup, source)[0]),)
    empty = bool(source.empty_when and markup.css(source.empty_when))
    if not found and not empty:
        raise ExtractError(
            f"no {syntax}",
            where=f"{source.origin} {markup.page.url}",
            fix="give `list` and `detail` selectors, or `empty_when` if nothing is announced",
        )
    notices = tuple(Notice(source.id, markup.page.url, fields) for fields in found[: source.max_items])
    return Extraction(notices, proved_empty=empty)


def detail_of(page: Page, source: Source, events: Callable[[Markup], Iterator[Fields]]) -> Notice:
    """The page of one notice: the first event that `events` finds on it, the selectors of `detail` on top."""
    markup = Markup(page)
    return Notice(source.id, page.url, with_own(next(events(markup), {}), read_own(markup, source)[0]))


def with_own(said: Fields, own: Fields) -> Fields:
    """What a page tells machines, and what the maintainer's selectors find: they have the last word.

    A `when` of theirs stands for all that was said of the date: many systems tell machines the day, people the hour.
    """
    if "when" in own:
        said = {name: found for name, found in said.items() if name not in _DATED}
    return {**said, **own}
