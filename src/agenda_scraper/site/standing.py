"""Where an event stands on the site: the facets that have a page with it, and its days on the sheets of the months."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from agenda_scraper.links import event_page
from agenda_scraper.model import Event, Role, Status
from agenda_scraper.site.addresses import facet_name
from agenda_scraper.site.cards import clocks_said, language_of, mark_of
from agenda_scraper.site.words import Words
from agenda_scraper.text import shorten, shown
from agenda_scraper.zones import day_of, local

_TITLE = 70
# What lasts longer stands on its first days only: a month is no place for an exhibition of a year.
_DAYS = 62
# A speaker has none: most stand in one programme.
WITH_A_PAGE = (Role.ORGANISER, Role.PARTNER, Role.FUNDER)


@dataclass(frozen=True, slots=True)
class Standing:
    """`facets` are names of selections with their labels ("region/bretagne": "Bretagne"), `days` (ISO day, clock).

    `mark` is what became of it, in a word ("Complet"), empty for one that is on; `language` that of the title
    when it is not the site's.
    """

    page: str
    title: str
    over: bool
    facets: dict[str, str]
    days: list[tuple[str, str]]
    mark: str = ""
    language: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All it stands under: the selections, and the days as `day/2026-11-24`."""
        return (*self.facets, *(f"day/{day}" for day, _ in self.days))

    def labels(self, facet: str) -> list[str]:
        """The names for people of what it stands under in a facet."""
        return [label for name, label in self.facets.items() if name.startswith(f"{facet}/")]

    def text(self) -> str:
        """As it is kept; `standing` reads it back."""
        # `asdict` would copy all it holds first
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def standing(text: str) -> Standing:
    """Where an event stands, as it was kept."""
    return Standing(**json.loads(text))


def standing_of(event: Event, words: Words, *, home: str = "") -> Standing:
    """Where an event stands; one that turned out to be another stands nowhere.

    `home` is the zone of the site's readers: hours on other clocks say whose they are.
    """
    facts = event.facts
    merged = event.merged_into is not None
    return Standing(
        page=event_page(event.uid),
        title=shorten(shown(facts.title), _TITLE) or "…",
        over=facts.status is Status.CANCELLED,
        facets={} if merged else dict(_facets(event, words)),
        days=[] if merged else list(_days(event, clocks_said(facts.when, words, home) if home else "")),
        mark=mark_of(facts, words),
        language=language_of(facts, words),
    )


def _facets(event: Event, words: Words) -> Iterator[tuple[str, str]]:
    facts, place = event.facts, event.facts.place
    if place:
        yield from _named("country", place.country, words.country(place.country or ""))
        for facet in ("region", "department", "city"):
            yield from _named(facet, getattr(place, facet), getattr(place, facet))
    for facet, codes in (("type", (facts.type,)), ("theme", facts.themes), ("audience", (facts.audience,))):
        for code in codes:
            yield from _named(facet, code, words.named(facet, code))
    for who in facts.organisers:
        if who.role in WITH_A_PAGE:
            yield from _named("organiser", who.name, who.name)
    for witness in event.witnesses:
        yield from _named("source", witness.source, witness.source)


def _named(facet: str, value: str | None, label: str | None) -> Iterator[tuple[str, str]]:
    said = shown(label or "")
    if value and said:
        yield facet_name(facet, value), said


def _days(event: Event, clocks: str) -> Iterator[tuple[str, str]]:
    when = event.facts.when
    seen: set[date] = set()
    for start, end in when.occurrences or (((when.start, when.end),) if when.start else ()):
        begins = local(start, when.timezone)
        first, last = day_of(begins), day_of(local(end, when.timezone) if end else begins)
        for number in range(min((last - first).days, _DAYS) + 1):
            day = first + timedelta(days=number)
            if day not in seen:
                seen.add(day)
                timed = isinstance(begins, datetime) and not number
                yield day.isoformat(), f"{begins:%H:%M} {clocks}".strip() if timed else ""
