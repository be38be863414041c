"""What to believe of several sightings: field by field the best witness, and where they disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from functools import reduce
from urllib.parse import urlsplit

from agenda_scraper.model import Conflict, Facts, Place, Role, Status, When, Witness
from agenda_scraper.report import Known
from agenda_scraper.text import words

_FACTS = tuple(field.name for field in fields(Facts))


def rank(known: Known) -> tuple[object, ...]:
    """Shown before gone, a site's own events before those it links to, the organiser's first, then the earliest."""
    sighting = known.sighting
    host = _host(sighting.page_url)
    linked = _host(sighting.facts.url) != host
    return known.vanished_at is not None, linked, not _organises(sighting.facts, host), known.first_seen


def _organises(facts: Facts, host: str) -> bool:
    """Whether a site is an organiser's own: its address bears the name, or the acronym."""
    letters = host.removeprefix("www.").rpartition(".")[0].replace("-", "").replace(".", "")
    names = (name for who in facts.organisers if who.role is Role.ORGANISER for name in (who.name, who.acronym) if name)
    return any(
        len(word) > 3 and word in letters for name in names for word in ("".join(words(name)), *_long_words(name))
    )


def _long_words(name: str) -> list[str]:
    return [word for word in words(name) if len(word) > 4]


def weigh(members: Sequence[Known]) -> Facts:
    """Field by field the best witness wins, and the others fill what it leaves open.

    Date and status come from one mouth: the first that says more than "it takes place", for who has not heard of a
    postponement still tells the old day.
    """
    speaking = _speaking(members)
    voice = next((facts for facts in speaking if facts.status is not Status.SCHEDULED), speaking[0])
    believed = reduce(_filled, speaking)
    return replace(believed, status=voice.status, when=reduce(_finer, (facts.when for facts in speaking), voice.when))


def _speaking(members: Sequence[Known]) -> list[Facts]:
    """What the members say, best first, without the notices that their source replaced under another key."""
    shown = {known.sighting.source for known in members if known.vanished_at is None}
    return [
        known.sighting.facts for known in members if known.vanished_at is None or known.sighting.source not in shown
    ]


def _filled(facts: Facts, other: Facts) -> Facts:
    summary = facts if facts.summary or facts.summary_html else other
    return replace(
        facts,
        place=_located(facts.place, other.place),
        organisers=facts.organisers or other.organisers,
        contacts=facts.contacts or other.contacts,
        url=facts.url or other.url,
        registration_url=facts.registration_url or other.registration_url,
        deadline=facts.deadline or other.deadline,
        summary=summary.summary,
        summary_html=summary.summary_html,
        type=facts.type or other.type,
        themes=facts.themes or other.themes,
        audience=facts.audience or other.audience,
        free=other.free if facts.free is None else facts.free,
        price=facts.price or other.price,
        language=facts.language or other.language,
        image=facts.image or other.image,
        relevance=other.relevance if facts.relevance is None else facts.relevance,
        published_at=facts.published_at or other.published_at,
        modified_at=facts.modified_at or other.modified_at,
    )


def _finer(when: When, other: When) -> When:
    """The more precise of two datings of one day; a date that differs is a conflict, in which the best witness wins.

    Of one date of a series and the series, the series.
    """
    if not when.occurrences and any(start == when.start for start, _ in other.occurrences):
        return other
    same_days = _day(when.start) == _day(other.start) and _day(when.end) == _day(other.end)
    return other if same_days and when.all_day and not other.all_day else when


def _located(place: Place | None, other: Place | None) -> Place | None:
    if place is None or other is None:
        return place or other
    cities = (words(place.city or ""), words(other.city or ""))
    if cities[0] == cities[1] and place.latitude is None and other.latitude is not None:
        return replace(place, latitude=other.latitude, longitude=other.longitude)
    return place if place.city or not other.city else replace(other, name=place.name or other.name)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "localhost"
    except ValueError:
        return "localhost"


def witnesses(members: Iterable[Known]) -> tuple[Witness, ...]:
    """Who shows the event now; when nobody does any more, who did."""
    shown = [known for known in members if known.vanished_at is None] or list(members)
    return tuple(
        dict.fromkeys(
            Witness(known.sighting.source, known.sighting.facts.url or known.sighting.page_url) for known in shown
        )
    )


# ── where they disagree ───────────────────────────────────────────────────────────────────────────

# What sources may word differently without disagreeing is not looked at.
_COMPARED: dict[str, Callable[[Facts], object]] = {
    "when": lambda facts: (_day(facts.when.start), _clock(facts.when.start)),
    "status": lambda facts: facts.status,
    "place": lambda facts: words(facts.place.city) if facts.place and facts.place.city else None,
    "free": lambda facts: facts.free,
    "registration_url": lambda facts: facts.registration_url,
}


def conflicts(members: Sequence[Known], believed: Facts) -> tuple[Conflict, ...]:
    """The fields in which witnesses that still show the event disagree, the believed value first."""
    shown = [known.sighting for known in members if known.vanished_at is None]
    found = []
    for name, value_of in _COMPARED.items():
        if name == "when" and any(each.facts.when.occurrences for each in shown):
            continue
        said = [(each.source, _told(name, each.facts), value_of(each.facts)) for each in shown]
        values = {value for _, _, value in said if value not in (None, (), (None, None))}
        if len(values) > 1 and not _only_vaguer(values):
            mine = value_of(believed)
            said.sort(key=lambda each: each[2] != mine)
            found.append(Conflict(name, tuple((source, text) for source, text, _ in said)))
    return tuple(found)


def _only_vaguer(values: set[object]) -> bool:
    """A day beside an hour of that day is no disagreement."""
    days = {value[0] for value in values if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], date)}
    clocks = {value[1] for value in values if isinstance(value, tuple) and len(value) == 2} - {None}
    return len(days) == 1 and len(clocks) <= 1


def _told(name: str, facts: Facts) -> str:
    value = getattr(facts, name)
    if isinstance(value, When):
        return value.start.isoformat() if value.start else ""
    return (value.city or "") if isinstance(value, Place) else "" if value is None else str(value)


def _clock(moment: date | None) -> float | None:
    return moment.timestamp() if isinstance(moment, datetime) else None


def _day(moment: date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
