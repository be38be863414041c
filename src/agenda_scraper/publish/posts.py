"""What feed readers show: one post for each event announced, for each change of it, and for each week to come.

RSS, Atom and JSON Feed tell the same posts; each of those files knows its own format and nothing of events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import wraps
from html import escape

from agenda_scraper.history import News, Version
from agenda_scraper.model import Event, Facts, Role, Status
from agenda_scraper.publish import Channel
from agenda_scraper.publish.moments import believed_end, iso, sittings
from agenda_scraper.publish.prose import html, names, page_of, place_line, point, topics, whose_hours
from agenda_scraper.publish.words import (
    WORDS,
    headline,
    label,
    language_of,
    long_dates,
    one_line,
    short_dates,
    week_title,
)
from agenda_scraper.text import shorten, shown
from agenda_scraper.zones import day_of, local, zone

_TITLE = 200
_WEEK = timedelta(days=7)
# How many sittings of one event a digest tells for a week.
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Post:
    """One entry of a feed. `id` is for life; `published` is when we first said it, never the date of an event.

    `event` are the fields of RSS 1.0 mod_event by name, `point` latitude and longitude. `said` holds the words each
    format has found for it: the changes of a day stand in a dozen feeds.
    """

    id: str
    title: str
    link: str
    html: str
    published: datetime
    updated: datetime
    language: str
    topics: tuple[str, ...] = ()
    event: Mapping[str, str] = field(default_factory=dict)
    point: tuple[float, float] | None = None
    image: str | None = None
    said: dict[str, str] = field(default_factory=dict, repr=False, compare=False)


def worded_once(write: Callable[[Post], str]) -> Callable[[Post], str]:
    """A post in the words of a format, found the first time; they last as long as the post."""

    @wraps(write)
    def said(post: Post) -> str:
        if write.__name__ not in post.said:
            post.said[write.__name__] = write(post)
        return post.said[write.__name__]

    return said


# RSS, Atom and JSON Feed ask for the same post, one after the other.
_last: dict[str, tuple[Event, Channel, Post]] = {}


def announced(event: Event, channel: Channel) -> Post:
    """An event as it is announced: its days and its town in the title, for readers that know no event module."""
    last = _last.get("told")
    if last is None or last[0] is not event or last[1] is not channel:
        _last["told"] = last = (event, channel, _announced(event, channel))
    return last[2]


def _announced(event: Event, channel: Channel) -> Post:
    language = language_of(event, channel.language)
    return Post(
        id=shown(event.uid),
        title=_titled(event, language),
        link=_link(event, channel),
        html=html(event, language, channel),
        published=event.first_seen,
        updated=max(event.changed_at, event.first_seen),
        language=language,
        topics=topics(event.facts, channel.terms),
        event=_module(event.facts, language),
        point=point(event.facts.place),
    )


def changed(version: Version, event: Event, channel: Channel) -> Post:
    """One change of an event, told as news: readers do not show an entry again that they have shown before."""
    language = language_of(event, channel.language)
    full = _became_full(version)
    news = WORDS[language]["full" if full else version.news.value]
    told = "".join(f"<li>{line}</li>" for line in _differences(version, language))
    return Post(
        id=f"{shown(version.uid)}#{version.sequence}",
        title=f"{label(news, language)} {_titled(event, language, plain=full or version.news in _IN_THE_TITLE)}",
        link=_link(event, channel),
        html=(f"<ul>{told}</ul>" if told else "") + html(event, language, channel),
        published=version.at,
        updated=version.at,
        language=language,
        topics=topics(event.facts, channel.terms),
        event=_module(event.facts, language),
        point=point(event.facts.place),
    )


# "Annulé : 18 nov. · Lille · Annulé : Réunion" says it twice.
_IN_THE_TITLE = (News.CANCELLED, News.POSTPONED, News.MERGED)


def _became_full(version: Version) -> bool:
    """Whether it is the news that no seat is left: neither moved nor back, which weigh more."""
    full = version.facts.status is Status.FULL and "status" in version.fields
    return full and version.news is News.CORRECTED


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as the digest of a week lists it: of each week it is held in, by its Monday, what is told of the days.

    `title` and `place` stand before and after those words, as HTML.
    """

    weeks: Mapping[date, str]
    title: str
    place: str

    def line(self, monday: date) -> str:
        """Its line in the digest of a week."""
        told = " · ".join(part for part in (self.weeks[monday], self.place) if part)
        return f"<li>{self.title}<br>{told}</li>"

    def text(self) -> str:
        """As it is kept: the title, the place, then a line a week; `mentioned` reads it back."""
        return "\n".join((self.title, self.place, *(f"{day} {told}" for day, told in self.weeks.items())))


def mentioned(text: str) -> Mention:
    """A mention as it was kept."""
    title, place, *rows = text.split("\n")
    told = (row.partition(" ") for row in rows)
    return Mention({date.fromisoformat(day): words for day, _, words in told}, title, place)


def mention(event: Event, channel: Channel) -> Mention:
    """How the weeks tell of an event, in the language of the channel."""
    language = channel.language if channel.language in WORDS else "en"
    when, whose = event.facts.when, whose_hours(event.facts.when, language, channel)
    held: defaultdict[date, list[str]] = defaultdict(list)
    for (start, _), words in zip(sittings(when), long_dates(when, language), strict=True):
        held[_monday(day_of(local(start, channel.timezone)))].append(escape(words + whose))
    return Mention(
        {monday: _first(told) for monday, told in sorted(held.items())},
        f'<a href="{escape(_link(event, channel))}">{escape(headline(event, language))}</a>',
        escape(place_line(event.facts, language)),
    )


def _first(told: Sequence[str]) -> str:
    """The first few sittings of a week, and how many more there are."""
    more = f" (+{len(told) - _TOLD})" if len(told) > _TOLD else ""
    return " · ".join(told[:_TOLD]) + more


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weeks(mentions: Sequence[Mention], channel: Channel, *, now: datetime) -> list[Post]:
    """The digest: this week and the three before it, each published as its Monday begins, newest first; none is empty.

    Later that day would be in the future for who reads it by night, and readers hide what is.
    """
    there = zone(channel.timezone)
    monday = _monday(day_of(local(now, channel.timezone)))
    posts = []
    for first in (monday - back * _WEEK for back in range(4)):
        held = [each.line(first) for each in mentions if first in each.weeks]
        if held:
            posts.append(_week(first, held, channel, datetime.combine(first, time(), there)))
    return posts


def _week(first: date, held: list[str], channel: Channel, at: datetime) -> Post:
    language = channel.language if channel.language in WORDS else "en"
    return Post(
        id=f"{channel.home}#week-{first.isoformat()}",
        title=week_title(first, len(held), language),
        link=channel.home,
        html=f"<ul>{''.join(held)}</ul>",
        published=at,
        updated=at,
        language=language,
    )


def _titled(event: Event, language: str, *, plain: bool = False) -> str:
    town = one_line(event.facts.place.city) if event.facts.place else ""
    title = one_line(event.facts.title) if plain else headline(event, language)
    told = (short_dates(event.facts.when, language), town, shorten(title, _TITLE))
    return " · ".join(part for part in told if part)


def _link(event: Event, channel: Channel) -> str:
    return page_of(event, channel.home) or channel.home


def _module(facts: Facts, language: str) -> dict[str, str]:
    """What mod_event says of an event; what is unknown is left out."""
    when = facts.when
    told = {
        "startdate": iso(when.start, when.timezone),
        "enddate": iso(believed_end(when), when.timezone),
        "location": place_line(facts, language),
        "organizer": names(facts, Role.ORGANISER),
        "type": facts.type,
    }
    return {name: said for name, text in told.items() if (said := one_line(text))}


def _differences(version: Version, language: str) -> list[str]:
    """What a change replaced by what, as HTML: the days, the place, the title, how it stands; the rest is below."""
    if version.before is None:
        return []
    # « Annulé » stands in the title
    told = (name for name in version.fields if name != "status" or version.news not in _IN_THE_TITLE)
    pairs = [(_said(name, version.before, language), _said(name, version.facts, language)) for name in told]
    return [_replaced(before, now) for before, now in dict.fromkeys(pairs) if before != now]


def _replaced(before: str, now: str) -> str:
    told = (f"<del>{escape(before)}</del>" if before else "", escape(now))
    return " → ".join(part for part in told if part)


def _said(name: str, facts: Facts, language: str) -> str:
    if name == "when":
        return ", ".join(long_dates(facts.when, language))
    if name in ("place", "mode"):
        return place_line(facts, language)
    if name == "status":
        return WORDS[language].get(facts.status, "")
    return one_line(facts.title) if name == "title" else ""
