"""Pages that describe their events to machines: one way to read them, whatever the syntax."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from agenda_scraper.agenda import Source
from agenda_scraper.errors import ExtractError
from agenda_scraper.extract.channels import doubted
from agenda_scraper.extract.days import clock_at, day_in, day_keys, is_of_the_page
from agenda_scraper.extract.html import read_own
from agenda_scraper.extract.markup import Markup, text_of
from agenda_scraper.model import Extraction, Found, Notice, Page

_DATED = frozenset({"start", "end", "occurrences", "rrule"})
_ISO_DAY = re.compile(r"\d{4}-(\d\d)-(\d\d)")
_LONGEST = 200  # characters of a line that says when; longer ones tell stories
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
    own = read_own(markup, source)[0]
    return Notice(source.id, page.url, with_own(with_shown(next(events(markup), {}), markup), own))


def with_own(said: Fields, own: Fields) -> Fields:
    """What a page tells machines, and what the maintainer's selectors find: they have the last word.

    A `when` of theirs stands for all that was said of the date: many systems tell machines the day, people the hour.
    """
    if "when" in own:
        machine = {"start": said["start"]} if "start" in said else {}
        said = doubted({name: found for name, found in said.items() if name not in _DATED}, machine)
    return {**said, **own}


def with_shown(said: Fields, markup: Markup) -> Fields:
    """What the page of one event tells machines, and the `when` it shows to people: either may be wrong."""
    if "start" not in said or "when" in said:
        return said
    for selector in ("main", "[role=main]", "article"):
        nodes = markup.css(selector)
        if len(nodes) == 1:
            line = _dated_line(text_of(nodes[0]), said["start"][0].text)
            return {**said, "when": (Found(line, f"{selector} @text"),)} if line else said
    return said


def _dated_line(text: str, start: str) -> str:
    """The line that says day and hour: that which names the day of `start`, an ISO moment, else the first."""
    fits = _ISO_DAY.match(start)
    day = frozenset({int(fits[1]), int(fits[2])}) if fits else frozenset[int]()
    lines = [line for line in text.split("\n") if len(line) <= _LONGEST and day_in(line) and clock_at(line) >= 0]
    lines = [line for line in lines if not is_of_the_page(line)]
    return next((line for line in lines if day in day_keys(line)), lines[0] if lines else "")
