"""Whether two notices of different sources tell of one event: evidence for and against, each with its weight.

Nothing here is sure by itself: titles are cut and prefixed, hours are left out, one hall holds two meetings. What
two notices share is added up, what sets them apart taken off, and two towns, two numbers ("Atelier 1", "Atelier 2") or
two halves of a day never meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from agenda_scraper.links import address_key
from agenda_scraper.model import Facts, Mode, Place, When
from agenda_scraper.text import words
from agenda_scraper.zones import day_of, local

# The sum at which two notices are one event.
ENOUGH = 1.0
TWO_TOWNS, TOWN_SLIPPED = "two towns", "a town that may have slipped"
_SOME = 0.4
_READ = 600
# Short titles ("Réunion publique") are said of many events: alone they prove nothing without a town.
_TELLING = 3
_EMPTY = frozenset(
    words(
        "a al als am an and as at au aux avec avui be by com con d da das de dei del della delle den der des "
        "di die do dos du e ed een el els em en et for fra fur gli het hoy i il im in into isn it l la las le "
        "les lo los mit na nel nella no nos o of on op or os ou par para per por pour s sa se ses sobre son "
        "sur te the to um un una und une uno van vom von voor vous with y zu zum zur"
    )
)
# Words a title is prefixed with by those who pass it on, and that tell of no other event.
_NOISE = frozenset(
    words(
        "agenda annule annulee annulation reporte reportee report complet save date invitation rappel "
        "evenement event cancelled postponed abgesagt verschoben annullato rinviato cancelado aplazado "
        "cancellato geannuleerd inscription inscriptions"
    )
)
# Two of one group in two titles are two events.
_OPPOSITES = (
    frozenset({"matin", "apres-midi", "soir", "midi", "matinee", "soiree"}),
    frozenset({"morning", "afternoon", "evening"}),
    frozenset({"nord", "sud", "est", "ouest", "centre"}),
    frozenset({"north", "south", "east", "west"}),
    frozenset({"ouverture", "cloture"}),
    frozenset({"debutant", "debutants", "confirme", "confirmes", "avance"}),
)
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_ORDINAL = re.compile(r"(\d+)(?:e|er|ere|eme|nd|st|th|rd|ste|de)?")


def evidence(one: Facts, other: Facts) -> list[tuple[str, float]]:
    """What speaks for and against one event, (what, weight) each; a weight below -1 settles it."""
    return list(_evidence(one, other))


def _evidence(one: Facts, other: Facts) -> Iterator[tuple[str, float]]:
    title = _title(one, other)
    linked = bool(one.url) and address_key(one.url) == address_key(other.url)
    hours = _hours(one.when, other.when)
    if hours is None:
        # One address alone may be a home page that many notices link to.
        yield ("same address and title", 1.0) if linked and title >= 0.7 else ("two days", -9)
    elif _set_apart(one, other):
        yield "two of a series", -9
    yield "title", title
    if linked:
        yield "same address", 1.0
    elif _same_registration(one, other):
        yield "same registration", 0.8
    elif title < _SOME:
        yield "two titles", -0.5  # a hall holds several things on a day
    if hours:
        yield hours
    around = list(_circumstances(one, other))
    yield from around
    yield from _towns(one, other, {what for what, _ in (*around, hours or ("", 0))} >= _KNOWN_BY and title >= 0.7)


# What must all be the same, beside the title, before a town is held for a slip of one source: a CMS that keeps one
# place for each name shows every "Salle polyvalente" in the town of the first.
_KNOWN_BY = frozenset({"same hour", "same hall", "same organiser", "same programme"})


def _towns(one: Facts, other: Facts, known: bool) -> Iterator[tuple[str, float]]:
    first, second = _city(one), _city(other)
    if first and second and first != second:
        yield (TOWN_SLIPPED, -0.4) if known else (TWO_TOWNS, -9)
    elif first and second:
        yield "same town", 0.3
    elif one.mode is other.mode is Mode.ONLINE:
        yield "both online", 0.2


def _hours(one: When, other: When) -> tuple[str, float] | None:
    """What the days and hours say; None when they are of two days. A date of a series is that series."""
    if one.occurrences or other.occurrences:
        first = {start for start, _ in one.occurrences or ((one.start, None),)}
        second = {start for start, _ in other.occurrences or ((other.start, None),)}
        if first & second:
            return ("same hour", 0.3)
    minutes = _minutes(one), _minutes(other)
    if minutes[0] is not None and minutes[0] == minutes[1]:
        return ("same hour", 0.3)  # be it told on the clocks of Montréal and of Paris, and so of two days
    if _day(one.start) != _day(other.start):
        return None
    return ("same day", 0.0) if None in minutes else ("two hours", -0.7)


def _circumstances(one: Facts, other: Facts) -> Iterator[tuple[str, float]]:
    """Hall, organisers and programme."""
    halls = _hall(one.place), _hall(other.place)
    if halls[0] and halls[1]:
        alike = fuzz.token_set_ratio(" ".join(halls[0]), " ".join(halls[1]))
        if alike >= 85:
            yield "same hall", 0.2
        elif alike < 50:
            yield "two halls", -0.3
    bodies = _bodies(one), _bodies(other)
    if bodies[0] & bodies[1]:
        yield "same organiser", 0.2
    elif bodies[0] and bodies[1] and not _related(*bodies):
        yield "two organisers", -0.2
    told = _programme(one), _programme(other)
    if told[0] and told[1]:
        alike = fuzz.token_set_ratio(told[0], told[1])
        if alike >= 90:
            yield "same programme", 0.3
        elif alike < 50:
            yield "two programmes", -0.2


def _related(first: set[tuple[str, ...]], second: set[tuple[str, ...]]) -> bool:
    """Whether a name of one is part of a name of the other: "Ville de Lille", "Lille"."""
    return any(set(a) <= set(b) or set(b) <= set(a) for a in first for b in second)


@lru_cache(maxsize=4096)
def _told(summary: str) -> str:
    return " ".join(words(summary[:_READ]))


def _programme(facts: Facts) -> str:
    """The words of the summary; of a few words one learns nothing."""
    told = _told(facts.summary or "")
    return told if told.count(" ") >= 4 else ""


def _title(one: Facts, other: Facts) -> float:
    """0 to 0.9: equal, one cut out of the other, or nearly the same words."""
    first, second = telling(one.title), telling(other.title)
    if not first or not second:
        return 0.9 if words(one.title) == words(other.title) and _city(one) and _city(other) else 0.0
    shorter, longer = sorted((first, second), key=len)
    known = bool(_city(one) and _city(other))
    if set(first) == set(second):
        return 1.0 if len(shorter) >= _TELLING else 0.7 if known else 0.4
    if len(shorter) < 2:
        return 0.1
    if set(shorter) <= set(longer):
        added = set(longer) - set(shorter) - _around(one) - _around(other)
        cut = longer[: len(shorter)] == shorter or not added
        return (0.9 if cut else 0.6) if len(shorter) >= _TELLING else 0.5 if cut else 0.2
    ratio = fuzz.token_sort_ratio(" ".join(first), " ".join(second))
    if ratio >= 90 and len(shorter) >= _TELLING:
        return 0.8
    return 0.5 if ratio >= 78 else 0.2 if ratio >= 65 else 0.0


@lru_cache(maxsize=8192)
def telling(title: str) -> tuple[str, ...]:
    """The words of a title that tell it from others: no articles, no kicker."""
    return tuple(word for word in _words(title) if word not in _EMPTY and word not in _NOISE)


def _around(facts: Facts) -> set[str]:
    """Words that aggregators put before a title: the town, the hall, who organises it."""
    place = facts.place or Place()
    names = [place.city, place.name, place.department, *(who.name for who in facts.organisers)]
    return {word for name in names if name for word in _words(name)}


def _set_apart(one: Facts, other: Facts) -> bool:
    """Whether the titles number or name two of a series: other figures, other halves of a day, other letters."""
    first, second = _marks(one.title), _marks(other.title)
    # "du 12 novembre" is a date, and "2e Rencontres" may leave its figure out
    if first and second and first - _dated(one) != second - _dated(other):
        return True
    return any(
        (a := group & set(_words(one.title))) and (b := group & set(_words(other.title))) and a != b
        for group in _OPPOSITES
    )


@lru_cache(maxsize=8192)
def _marks(text: str) -> frozenset[str]:
    """Figures and single letters of a title."""
    found = set()
    title = _words(text)
    for word, following in zip(title[1:], (*title[2:], ""), strict=False):
        figure = _ORDINAL.fullmatch(word)
        letter = len(word) == 1 and (not following or following.isdigit())
        found.add((figure[1].lstrip("0") or "0") if figure else word if letter else _ROMAN.get(word, ""))
    return frozenset(found - {""})


def _dated(facts: Facts) -> set[str]:
    """The figures of an event's own date, and its hour."""
    start = facts.when.start
    own = {str(start.day), str(start.year)} if start else set()
    return own | {f"{local(start, facts.when.timezone):%-H}"} if isinstance(start, datetime) else own


def _same_registration(one: Facts, other: Facts) -> bool:
    """One address to register at, and not the front page of a ticket office."""
    if not one.registration_url or not other.registration_url:
        return False
    parts = urlsplit(one.registration_url)
    telling_path = len(parts.path.strip("/")) > 5 or bool(parts.query)
    return telling_path and address_key(one.registration_url) == address_key(other.registration_url)


def _hall(place: Place | None) -> tuple[str, ...]:
    return tuple(word for word in _words(place.name) if word not in _EMPTY) if place and place.name else ()


def _bodies(facts: Facts) -> set[tuple[str, ...]]:
    names = (name for who in facts.organisers for name in (who.name, who.acronym) if name)
    return {tuple(word for word in _words(name) if word not in _EMPTY) for name in names} - {()}


def _city(facts: Facts) -> tuple[str, ...]:
    return _words(facts.place.city) if facts.place and facts.place.city else ()


def _minutes(when: When) -> int | None:
    """The hour in UTC: two sources may tell it on two clocks."""
    return int(when.start.timestamp()) // 60 if isinstance(when.start, datetime) else None


def _day(moment: date | None) -> date | None:
    return None if moment is None else day_of(moment)


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    return words(text)
