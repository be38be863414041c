"""The place in a whole notice: labels first, then venues with what follows them, then towns the sentences name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from agenda_scraper.model import Place
from agenda_scraper.where import gazetteer
from agenda_scraper.where.address import (
    Pieces,
    looks_like_town,
    read,
    take,
    town_in,
    town_of_venue,
)
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.mode import is_only_mode, says_both, says_online
from agenda_scraper.where.settle import Clues, settled
from agenda_scraper.where.venue import Venue, is_venue, venues
from agenda_scraper.where.words import LABEL, dated, flat, never_town

_CAPS = r"[A-ZÀ-ÞŒ][\w'’-]*"
_NAME = rf"{_CAPS}(?:\s(?:(?:de|du|des|la|le|les|lès|sur|sous|en|di|del|della|am|an der|aan|den|upon|on|do|da|of)\s)?(?:[ldLD]['’])?{_CAPS}){{0,3}}"
_ABBREVIATED = r"(?<!\bst)(?<!\bav)(?<!\bbd)(?<!\bstr)(?<!\bnr)(?<!\bpr)(?<!\bdr)(?<!\bmr)(?<!\bste)(?<!\bmme)(?<!\bbld)(?<!\bprof)"


@dataclass(frozen=True, slots=True)
class Reading:
    """A town the text may mean, and how surely the wording makes it the event's (0..1)."""

    city: str
    trust: float
    pieces: Pieces | None = None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    happens = (
        r"(?:lieu|tien\w+|deroul\w+|rendez-vous|accueill\w+|organis\w+|reuni\w+|retrouv\w+|rencontr\w+|place|held|hosted"
        r"|meet\w*|statt|findet|celebra\w*|tendra|lugar|svolge\w*|svolger\w*|terra|tiene|plaatsvind\w*|plaats|vindt"
        r"|realiza\w*|decorre\w*|tera|tindra|celebrar\w*|fara|aura|invit\w*)"
    )
    preposition = r"(?:à|A|À|in|In|en|En|a|em|te|zu|nach|near|près de|at)"
    governed = (
        r"(?:[Cc]ommune|[Vv]ille|[Mm]airie|[Mm]aire|[Mm]unicipalité|[Cc]onseil municipal|[Mm]étropole|[Aa]yuntamiento"
        r"|[Aa]lcaldía|[Cc]omune|[Mm]unicipio|[Gg]emeinde|[Ss]tadt|[Gg]emeente|[Aa]juntament|[Cc]âmara Municipal"
        r"|[Mm]unicípio|[Cc]ity|[Tt]own|[Mm]unicipality|[Bb]orough|[Pp]refeitura)\s(?:de |d['’]|di |of |van |do |da |)"
    )
    return {
        "label": re.compile(rf"(?:^|\n|[.;|•]\s|\s[–—-]\s)\W{{0,4}}(?P<label>{LABEL})\s?(?:\?|:)[ \t]*:?[ \t]*"),
        "cut": re.compile(
            rf"\s(?:[|•]\s|[–—-]\s(?=\S+\s?:))|\s(?=[A-ZÀ-Þ][\w’'-]{{2,20}}(?:\s[\w’'-]+)?\s?:\s)|(?i:{_ABBREVIATED})(?<!\d)\.(?=\s+[A-ZÀ-Þ])"
        ),
        "happens": re.compile(happens),
        "at": re.compile(rf"(?<![\w'’-]){preposition}\s(?P<town>{_NAME})"),
        "governed": re.compile(rf"\b{governed}(?P<town>{_NAME})"),
        "council": re.compile(
            rf"(?P<town>{_CAPS}(?:\s{_CAPS})?)\s(?:Town|City|Borough|Parish|District|County) Council"
        ),
        "of": re.compile(rf"(?:\s(?:de|di|of|van|von|do|da|der)\s|\sd['’])(?P<town>{_NAME})"),
        "coded": re.compile(rf"(?<!\d)(?P<code>\d{{5}})\s(?P<town>{_NAME})"),
        "sentence": re.compile(rf"\n+|[!?]\s|(?i:{_ABBREVIATED})\.(?=\s|$)"),
        "segment": re.compile(r"[,;()\n•|»«“”]|\s[–—-]\s|:\s"),
    }


def find(text: str, hints: Clues, language: str) -> Place | None:
    """The place a notice names; None when it names none."""
    hints = replace(hints, text=f" {key(text)} ")
    labelled = _labelled(text, hints, language)
    if labelled and labelled.city and (labelled.name or labelled.address):
        return labelled
    plain = flat(text)
    seen = list(venues(text, plain, language))
    best = max(seen, key=lambda venue: venue.score, default=None)
    if labelled:
        return _completed(labelled, text, hints)
    pieces = _with_tail(text, plain, best, hints, language) if best else Pieces(hints=hints)
    if pieces.city:
        return _trusted(pieces.place(), 0.95)
    town = max(
        _towns(text, plain, hints, language, anywhere=best is not None), key=lambda reading: reading.trust, default=None
    )
    if not best and not town:
        return None
    if town is None:
        return pieces.place()
    place = (town.pieces or replace(pieces, city=town.city)).place()
    named = pieces.place()
    if place and named:
        place = replace(place, name=named.name, address=place.address or named.address)
    return _trusted(place, town.trust)


def _trusted(place: Place | None, trust: float) -> Place | None:
    return replace(place, confidence=round(min(place.confidence, trust), 2)) if place else None


def _completed(place: Place, text: str, hints: Clues) -> Place:
    """A labelled place without its town, given the town the notice names elsewhere."""
    if place.city:
        return place
    plain = flat(text)
    town = max(_towns(text, plain, hints, "", anywhere=True), key=lambda reading: reading.trust, default=None)
    if town is None:
        return place
    found = _trusted(settled(town.city, hints), town.trust)
    return replace(found, name=place.name, address=place.address) if found else place


# ── labels ────────────────────────────────────────────────────────────────────────────────────────


def _labelled(text: str, hints: Clues, language: str) -> Place | None:
    for found in _patterns()["label"].finditer(flat(text)):
        value = _value(text[found.end() : found.end() + 400])
        place = read(value, hints, language) if value and not is_only_mode(value) else None
        if place and not dated().search(flat(value)):
            return place
    return None


def _value(text: str) -> str:
    """What a label says: to the end of its line or sentence, and lines of address below it."""
    lines = text.lstrip(" \n").split("\n")
    first = _patterns()["cut"].split(lines[0], maxsplit=1)[0]
    more = []
    for line in lines[1:4]:
        if first != lines[0] or not re.match(r"\s*\d[\w ,'’-]+$", line) or dated().search(flat(line)):
            break
        more.append(line)
    return "\n".join([first, *more]).strip(" .")


# ── venues ────────────────────────────────────────────────────────────────────────────────────────


def _with_tail(text: str, plain: str, venue: Venue, hints: Clues, language: str) -> Pieces:
    """A venue with the segments that follow it: rooms, street, town; the first that is none of these ends it."""
    pieces = Pieces(names=(text[venue.start : venue.end].strip(" ,"),), hints=hints)
    ended = _patterns()["sentence"].search(text, venue.end)
    rest = text[venue.end : min(ended.start() if ended else len(text), venue.end + 160)]
    for raw in re.split(r"[,()]|\s[–—-]\s|(?=\s(?:à|in|a|en|te|em)\s[A-ZÀ-Þ])", rest):
        part = re.sub(r"^\s*(?:(?:à|au|in|a|en|te|em|et|at)\s)?", "", raw).strip(" ;:")
        grown = _grown(pieces, part, language) if part else pieces
        if grown is None:
            break
        pieces = grown
        if pieces.city:
            return pieces
    city = town_of_venue(pieces.names[0], hints) or (
        town_of_venue(pieces.names[-1], hints) if len(pieces.names) > 1 else None
    )
    return replace(pieces, city=pieces.city or city)


def _grown(pieces: Pieces, part: str, language: str) -> Pieces | None:
    if dated().match(flat(part)):
        return None
    taken = take(pieces, part, language)
    if taken:
        return taken
    known = town_in(part, pieces.hints)
    if known:
        return replace(known, names=pieces.names, streets=pieces.streets)
    if is_venue(part, language) and len(part) < 60 and not part[:1].isdigit() and len(part.split()) <= 6:
        return replace(pieces, names=(*pieces.names, part))
    return replace(pieces, city=part) if looks_like_town(part) else None


# ── towns ─────────────────────────────────────────────────────────────────────────────────────────


def _towns(text: str, plain: str, hints: Clues, language: str, *, anywhere: bool) -> Iterator[Reading]:
    """Towns the notice names, each with the trust its wording earns."""
    online = says_online(text) and not says_both(text)
    yield from _coded_towns(text, hints)
    yield from _at_towns(text, plain, hints)
    if online and not anywhere:
        return
    yield from _alone(text, hints)
    for name, trust in (("governed", 0.6), ("council", 0.6)):
        for found in _patterns()[name].finditer(text):
            town = _shortened(found["town"], hints)
            if town:
                yield Reading(town, trust)
    for found in _patterns()["of"].finditer(text):
        if _well_known(found["town"], hints) and not _is_accord(plain[: found.start()][-30:]):
            yield Reading(found["town"], 0.4)


def _coded_towns(text: str, hints: Clues) -> Iterator[Reading]:
    for found in _patterns()["coded"].finditer(text):
        if hints.home == "FR" and gazetteer.department_of_postcode(found["code"]) and looks_like_town(found["town"]):
            yield Reading(
                found["town"], 0.97, Pieces(city=found["town"], postcode=found["code"], sure=True, hints=hints)
            )


def _at_towns(text: str, plain: str, hints: Clues) -> Iterator[Reading]:
    """à Lille, in Ghent, en Riomar: a known town, or any capitalised name after a verb of taking place."""
    for found in _patterns()["at"].finditer(text):
        sentence = re.split(r"[.!?\n]\s", plain[max(0, found.start() - 80) : found.start()])[-1]
        happens = _patterns()["happens"].search(sentence)
        known = town_in(found["town"], hints) if not never_town().match(flat(found["town"])) else None
        if known:
            yield Reading(found["town"], 0.9 if happens else 0.7)
        elif happens and looks_like_town(found["town"]) and found[0][0] != "e" and not is_venue(found["town"], "fr"):
            yield Reading(found["town"], 0.65)


def _alone(text: str, hints: Clues) -> Iterator[Reading]:
    """A town between commas: ", Utrecht."; an unknown one only as the end of a sentence that gave the date."""
    for sentence in _patterns()["sentence"].split(text):
        parts = [part.strip() for part in _patterns()["segment"].split(sentence)]
        for index, part in enumerate(parts):
            if len(part) > 60 or not part[:1].isupper() or never_town().match(flat(part)):
                continue
            pieces = town_in(part, hints)
            if pieces and len(parts) > 1:
                yield Reading(pieces.city or part, 0.75, pieces)
            elif (
                index and index == len(parts) - 1 and dated().search(flat(" ".join(parts[:-1]))) and _not_a_person(part)
            ):
                yield Reading(part, 0.5)


def _not_a_person(part: str) -> bool:
    words = part.split()
    return looks_like_town(part) and (len(words) == 1 or any(word.islower() for word in words))


def _shortened(town: str, hints: Clues) -> str | None:
    """The name, cut back to the longest the gazetteer knows, or as it stands when it has a town's shape."""
    words = town.split()
    for size in range(len(words), 0, -1):
        if town_in(" ".join(words[:size]), hints):
            return " ".join(words[:size])
    return town if looks_like_town(town) else None


def _well_known(town: str, hints: Clues) -> bool:
    if never_town().match(flat(town)):
        return False
    return any(
        one.country == hints.home and one.population >= 10_000 and not one.kind for one in gazetteer.towns(key(town))
    )


def _is_accord(before: str) -> bool:
    """The Treaty of Lisbon is not held in Lisbon."""
    return (
        re.search(
            r"(?:accords?|traite|convention|protocole|appel|charte|declaration|treaty|agreement|acuerdo)\s*$", before
        )
        is not None
    )
