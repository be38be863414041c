"""What is new: announced, moved, cancelled, back; day by day, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agenda_scraper.history import Version
from agenda_scraper.links import event_page
from agenda_scraper.model import Event, Facts
from agenda_scraper.site.cards import clocks_said, language_of
from agenda_scraper.site.frame import Frame
from agenda_scraper.site.series import by_rule, said_rule
from agenda_scraper.site.words import Words
from agenda_scraper.text import shown
from agenda_scraper.zones import day_of, local

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of news."""

    news: str
    label: str
    title: str
    page: str
    dates: str
    before: str
    language: str | None


@dataclass(frozen=True, slots=True)
class NewsDay:
    """The news of one day."""

    id: str
    title: str
    news: tuple[Line, ...]


def render_news(told: Sequence[tuple[Version, Event]], frame: Frame) -> bytes:
    """The last changes of the agenda, each with the page of its event."""
    days: dict[date, list[Line]] = {}
    for version, event in told[:SHOWN]:
        at = day_of(local(version.at, frame.site.timezone))
        days.setdefault(at, []).append(_line(version, event, frame))
    shown = [NewsDay(f"d-{day}", frame.words.day(day), tuple(lines)) for day, lines in days.items()]
    feed = frame.subscription("all", frame.words("feeds.all"))
    return frame.rendered("news.html", title=frame.words("nav.news"), days=shown, feed=feed)


def _line(version: Version, event: Event, frame: Frame) -> Line:
    words, home = frame.words, frame.site.timezone
    now = _first(version.facts, words, home)
    before = _first(version.before, words, home) if version.before else ""
    return Line(
        news=version.news.value,
        label=words(f"news.{version.news.value}"),
        title=shown(version.facts.title) or "…",
        page=event_page(event.uid),
        dates=now,
        before=before if before != now else "",
        language=language_of(version.facts, words),
    )


def _first(facts: Facts, words: Words, home: str) -> str:
    when = facts.when
    if when.start is None:
        return ""
    clocks = clocks_said(when, words, home)
    whose = f", {clocks}" if clocks else ""
    if by_rule(when):
        return said_rule(when, words) + whose
    end = local(when.end, when.timezone) if when.end and not when.occurrences else None
    return words.span(local(when.start, when.timezone), end) + whose
