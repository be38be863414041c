"""The page of one event: when, where, who, how to take part, and where each of it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from agenda_scraper.history import Biography, Turn
from agenda_scraper.links import event_page
from agenda_scraper.model import Evidence, Facts, Role
from agenda_scraper.site.addresses import event_calendar, facet_page
from agenda_scraper.site.calendars import web_calendars
from agenda_scraper.site.cards import Card, whole_card
from agenda_scraper.site.frame import Frame
from agenda_scraper.site.jsonld import event_list
from agenda_scraper.site.standing import WITH_A_PAGE
from agenda_scraper.site.words import Words
from agenda_scraper.text import shorten, shown, web_address
from agenda_scraper.zones import day_of, is_past, local

_ROLES = (
    ("event.organisers", (Role.ORGANISER,)),
    ("event.partners", (Role.PARTNER, Role.FUNDER)),
    ("event.speakers", (Role.SPEAKER,)),
)
_RAW = 160
_NO_NAMES: Mapping[str, str] = {}
_CORRECTION = re.compile(r"correction (\d+)")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the history of an event."""

    machine: str
    day: str
    words: str


def render_event(told: Biography, frame: Frame, names: Mapping[str, str] = _NO_NAMES) -> bytes:
    """The page of an event, for a person and, as schema.org, for a program; `names` are those of sources by id."""
    event, words = told.event, frame.words
    facts, card = event.facts, whole_card(event, words, today=frame.today, home=frame.site.timezone)
    past = is_past(facts.when, frame.today)
    return frame.rendered(
        "event.html",
        title=card.title,
        jsonld=event_list([event]),
        card=card,
        lead=_lead(card),
        dates=card.dates,
        image=web_address(facts.image),
        past=past,
        calendar=None if past else frame.root + event_calendar(event.uid),
        calendars=() if past else web_calendars(event, card, words),
        merged=event_page(event.merged_into) if event.merged_into else None,
        map=_map(facts),
        people=_people(facts, words),
        practical=list(_practical(facts, words)),
        registration=None if past or card.over else web_address(facts.registration_url),
        body=Markup(facts.summary_html or ""),
        topics=_topics(facts, words),
        # what was weighed or put together was read nowhere
        evidence=[_shown(each, words) for each in event.evidence if each.raw.strip()],
        history=[_past(turn, words, frame.site.timezone, names) for turn in told.turns],
    )


def _lead(card: Card) -> str:
    return " · ".join(part for part in (*(dated.words for dated in card.dates[:2]), card.place) if part)


def _map(facts: Facts) -> str | None:
    place = facts.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    spot = f"{place.latitude:.5f}&mlon={place.longitude:.5f}"
    return f"https://www.openstreetmap.org/?mlat={spot}#map=15/{place.latitude:.5f}/{place.longitude:.5f}"


def _people(facts: Facts, words: Words) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Who does what, each with the page of all their events, where there is one."""
    found = []
    for key, roles in _ROLES:
        names = dict.fromkeys(shown(who.name) for who in facts.organisers if who.role in roles)
        linked = set(roles) <= set(WITH_A_PAGE)
        if names:
            found.append((words(key), [(name, facet_page("organiser", name) if linked else None) for name in names]))
    return found


def _practical(facts: Facts, words: Words) -> list[tuple[str, str, str | None]]:
    """Label, words and address of what one needs to take part."""
    found: list[tuple[str, str, str | None]] = []
    if facts.deadline:
        found.append((words("event.deadline"), words.span(local(facts.deadline, facts.when.timezone), None), None))
    if facts.price or facts.free:
        found.append((words("event.price"), shown(facts.price or words("free")), None))
    for who in facts.contacts:
        told = ", ".join(shown(part) for part in (who.name, who.email, who.phone) if part)
        if told:
            address = f"mailto:{who.email}" if who.email and _EMAIL.fullmatch(who.email) else None
            found.append((words("event.contact"), told, address))
    return found


def _topics(facts: Facts, words: Words) -> list[tuple[str, str]]:
    found = [(words.named("theme", theme), facet_page("theme", theme)) for theme in facts.themes]
    if facts.type:
        found.insert(0, (words.named("type", facts.type), facet_page("type", facts.type)))
    return [(shown(label), path) for label, path in found]


def _shown(evidence: Evidence, words: Words) -> dict[str, str]:
    return {
        "field": words.named("field", evidence.field),
        "raw": shorten(shown(evidence.raw), _RAW),
        "source": shown(evidence.source),
        "where": shorten(shown(_where(evidence, words)), _RAW),
    }


def _where(evidence: Evidence, words: Words) -> str:
    """Where a value was read; one that a person put right names no source but the number of the correction."""
    corrected = _CORRECTION.fullmatch(evidence.where) if not evidence.source else None
    return words("evidence.correction", number=corrected[1]) if corrected else evidence.where


def _past(turn: Turn, words: Words, timezone: str, names: Mapping[str, str]) -> Past:
    at = local(turn.at, timezone)
    said = words(f"news.{turn.news.value}")
    by = f" ({shown(names.get(turn.source, turn.source))})" if turn.source else ""
    return Past(at.isoformat(), words.day(day_of(at)), said + by)
