"""The place in a whole notice: labels first, then the surest venue with what follows it, then towns it mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, zip_longest

from agenda_scraper.model import Place
from agenda_scraper.where.address import Pieces, begins_with_date, read, take
from agenda_scraper.where.beside import beside
from agenda_scraper.where.doorstep import address_by_the_day, names_its_street
from agenda_scraper.where.gazetteer import Division
from agenda_scraper.where.housed import names_a_house, tells_whom, town_of_venue
from agenda_scraper.where.leading import town_before
from agenda_scraper.where.mention import Mention, surest
from agenda_scraper.where.mode import is_only_mode, without_mode
from agenda_scraper.where.passing import SENTENCE_END, in_passing, is_at_home, leading_town
from agenda_scraper.where.settle import Clues, named_divisions, settled, within
from agenda_scraper.where.spelling import is_acronym, is_bare, undated
from agenda_scraper.where.street import is_house_number, is_square, is_street, without_comma
from agenda_scraper.where.town import (
    coded_town,
    contracted,
    is_wider,
    known_town,
    looks_like_town,
    shaped_like_town,
    towns,
)
from agenda_scraper.where.venue import Venue, is_venue, venues
from agenda_scraper.where.words import LABEL, SETTING_OUT, dated, flat

# What follows a venue is looked at this far: room, street, postcode and town.
_TAIL = 160
# A notice names a handful of venues; a text of thousands is a directory, and must not cost its square.
_VENUES = 100
_TAIL_PART = re.compile(r"[,():](?=\s|$)|[()]|\s[–—·•|-]\s|(?=\s(?:à|in|a|en|te|em|nach)\s[A-ZÀ-Þ])")
_LEADING = 90
_SAID = 0.9  # trust in a town that is said to be it
_LEAD = re.compile(r"\s*(?:(?:à|au|in|a|en|te|em|et|at|nach)\s)?")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|\n|\(|[.,;|•]\s|\s[–—-]\s)\W{{0,4}}(?:{LABEL}|(?P<out>{SETTING_OUT}))\s?(?:\?|:)[ \t]*:?[ \t]*|📍\s*"
    )


@cache
def _value_end() -> re.Pattern[str]:
    """Where a label's value ends on its line: at a bar, at the next label, at the end of the sentence."""
    next_label = r"\s(?=[A-ZÀ-Þ][\w’'-]{2,20}(?:\s[\w’'-]+)?\s?:\s)"
    return re.compile(rf"\s[|•]\s|\s[–—-]\s(?=\S+\s?:)|{next_label}|{SENTENCE_END}(?=\s+[A-ZÀ-Þ])")


@cache
def _town_label() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|\n)\W{0,4}(?:ville|commune|city|town|stadt|ciudad|localidad|poblacion|citta|cidade|localidade|ciutat"
        r"|municipi|municipio|poblacio|stad|woonplaats)\s?:\s*"
    )


def _told(text: str, plain: str, hints: Clues) -> str | None:
    """The town a field of its own tells: "Ciudad: Burgos"."""
    values = (text[found.end() :].split("\n", 1)[0].strip() for found in _town_label().finditer(plain))
    return next((town.city for value in values if (town := known_town(value[:60], hints))), None)


def find(text: str, hints: Clues, language: str) -> Place | None:
    """The place a notice names; None when it names none."""
    place = _find(text, hints, language)
    if place and place.name is None and place.address and is_square(place.address):
        return replace(place, name=place.address, address=None)
    return place


def _find(text: str, hints: Clues, language: str) -> Place | None:
    plain = flat(text)
    hints = replace(hints, text=plain)
    labelled = _labelled(text, plain, hints, language)
    told = _told(text, plain, hints) if labelled else None
    if labelled and told and told != labelled.city:
        return replace(settled(told, hints), name=labelled.name, address=labelled.address)
    if labelled and labelled.city and not labelled.postcode and _is_no_town(labelled.city, text, hints):
        labelled = replace(labelled, city=None)
    if labelled and labelled.city:
        return labelled
    beside_ = list(islice(beside(text, plain, hints), _VENUES))
    seen = list(islice(venues(text, plain, language, (one for one in beside_ if one.score > 1)), _VENUES))
    if labelled:
        return _completed(labelled, surest(text, plain, hints, seen))
    pieces = _best(text, seen, hints, language)
    if pieces.city and not pieces.sure and not pieces.hints.postcode and _is_no_town(pieces.city, text, hints):
        pieces = replace(pieces, city=None)
    if pieces.city and not pieces.sure and not known_town(pieces.city, hints):
        # "será realizado em Setúbal … no auditório da Fundação (Fundatec)": a known town outdoes a word in brackets
        said = surest(text, plain, hints, seen)
        if said and said.trust >= _SAID and known_town(said.city, hints):
            pieces = replace(pieces, city=said.city, hints=said.hints)
    if pieces.city:
        return _trusted(pieces.place(), 0.95)
    town = surest(text, plain, hints, seen)
    place = pieces.place() or address_by_the_day(text, hints, language)
    if place and town and names_its_street(town.city, place.address, text):
        town = None
    if place is None and town and (name := _other_than(town.city, beside_, text)):
        place = Place(name=name)
    return _completed(place, town)


def _is_no_town(city: str, text: str, hints: Clues) -> bool:
    """Whether what stands behind a house is a quarter or an acronym: no town of home, named in passing."""
    return not is_at_home(city, hints) and in_passing(city, text, hints)


def _other_than(town: str, houses: Sequence[Venue], text: str) -> str | None:
    """A name that ends its sentence after the date is the house, when the town is said elsewhere."""
    names = (text[one.start : one.end] for one in houses)
    return next((name for name in names if town not in name), None)


def _best(text: str, seen: Sequence[Venue], hints: Clues, language: str) -> Pieces:
    """The surest venue with its tail; of equals the first that goes on to a town, as a title often does not."""
    top = max((venue.score for venue in seen), default=0)
    # a proper name before a bare kind of place: "in piazza … a Piazza Vittoria"
    equals = sorted((one for one in seen if one.score == top), key=lambda one: is_bare(text[one.start : one.end]))[:5]
    readings = [_with_tail(text, venue, hints, language) for venue in equals]
    if whole := next((pieces for pieces in readings if pieces.city), None):
        return whole
    # "dans le quartier des Aubépines (Ambroisy) ; départ devant la crèche": one tells where, the other in which town
    second = (_with_tail(text, venue, hints, language) for venue in seen if venue.score == top - 1)
    town = next((pieces for pieces in second if pieces.city), None) if readings else None
    first = readings[0] if readings else Pieces(hints)
    return replace(first, city=town.city, hints=town.hints) if town else first


def _completed(place: Place | None, town: Mention | None) -> Place | None:
    """A place without its town, given the town the notice mentions most surely elsewhere."""
    found = _trusted(town.place(), town.trust) if town else None
    if found is None or place is None:
        return found or place
    return replace(found, name=place.name, address=place.address)


def _trusted(place: Place | None, trust: float) -> Place | None:
    return replace(place, confidence=round(min(place.confidence, trust), 2)) if place else None


# ── labels ────────────────────────────────────────────────────────────────────────────────────────


def _labelled(text: str, plain: str, hints: Clues, language: str) -> Place | None:
    """The first label whose value is a place; one that tells the date first is left to the sentences."""
    for found in _label().finditer(plain):
        value = _until_date(_value(text[found.end() : found.end() + 400]))
        if value and not is_only_mode(value) and not dated().search(flat(value)):
            place = read(value, hints, language)
            # "Start: Begrüßung" is no place
            if place and (not found["out"] or place.city or place.address or is_venue(value, language)):
                return place
    return None


def _until_date(value: str) -> str:
    """A label's value up to the comma before its date: "Teatre Principal, Montllobat, dimecres 29 d'abril"."""
    ends = (comma.start() for comma in re.finditer(r",\s+", value) if begins_with_date(value[comma.end() :]))
    return value[: next(ends, len(value))]


def _value(text: str) -> str:
    """What a label says: to the end of its line or sentence, and lines of address below it."""
    lines = text.lstrip(" \n").split("\n")
    first = _value_end().split(lines[0], maxsplit=1)[0]
    if ")" in first and "(" not in first.partition(")")[0]:
        first = first.partition(")")[0]  # "(départ : parvis de la gare)"
    more = []
    for line in lines[1:4]:
        if first != lines[0] or not re.match(r"\s*\d[\w ,'’-]+$", line) or dated().search(flat(line)):
            break
        more.append(line)
    return "\n".join([first, *more]).strip(" .")


# ── venues ────────────────────────────────────────────────────────────────────────────────────────


def _with_tail(text: str, venue: Venue, hints: Clues, language: str) -> Pieces:
    """A venue with the segments that follow it: rooms, street, town; the first that is none of these ends it."""
    pieces = Pieces(hints, names=venue.names(text))
    tail = without_comma(_tail(text, venue.end, hints))
    raws = [raw for raw in _TAIL_PART.split(tail) if raw.strip(" ;:.")]
    for raw, following in zip_longest(raws, raws[1:], fillvalue=""):
        lead = _LEAD.match(raw)
        part = undated(without_mode(raw[lead.end() if lead else 0 :].strip(" ;:")))
        if not part or is_acronym(part, pieces.names):
            continue
        if tells_whom(part):
            break  # "Ateneu de Tona · Amb Mercè Pujol i Andreu Vila"
        if following[:1] == " " and (whole := known_town(part + following.rstrip(" ;:.)"), hints)):
            return pieces.at(whole)  # "Bagno a Ripoli"
        town = known_town(following.strip(), hints)
        if town and lead and lead[0].strip() and pieces.streets and not named_divisions(town.city):
            # "rue du Four à Chaux, Tours": what the street leads to is of its name
            pieces = replace(pieces, streets=(*pieces.streets[:-1], f"{pieces.streets[-1]} {raw.strip()}"))
            continue
        to = lead is not None and lead[0].strip() not in ("", "et")
        led = leading_town(part, hints, to=to) if to or pieces.streets else None
        grown = _grown(pieces, contracted(raw.split()[0], part, hints) or led or part, language)
        if grown is None:
            if _is_aside(part, following, hints):
                continue
            break
        divisions = named_divisions(part) if grown.city == part else ()
        if divisions and (own := _own_town(pieces).city) and _may_lie_in(own, divisions):
            # "foyer communal de X (Marne)", but not "Palais d'Orsay, Paris"
            return replace(pieces, city=own, hints=replace(hints, divisions=divisions))
        if grown.city and not (grown.city == part and _outdone(part, following.strip(), hints)):
            return grown.in_state(following.strip(" ;:."))
        pieces = replace(grown, city=None, names=(*pieces.names, part)) if grown.city else grown
    return _own_town(pieces, text[max(0, venue.start - _LEADING) : venue.start])


def _may_lie_in(city: str, divisions: Sequence[Division]) -> bool:
    """Whether a town of that name is in one of the divisions, or none is known at all."""
    known = towns(city)
    return not known or any(within(town, division) for town in known for division in divisions)


def _tail(text: str, start: int, hints: Clues) -> str:
    """What follows a venue: the rest of its sentence or line, and the lines of address below it."""
    window = text[start : start + _TAIL]
    ended = re.search(rf"\n+|[!?]\s|{SENTENCE_END}(?=\s|$)", window)
    if ended is None or ended[0] != "\n" or "\n" in window[: ended.start()]:
        return window[: ended.start()] if ended else window
    lines = [window[: ended.start()]]
    for line in window[ended.end() :].split("\n")[:3]:
        bare = line.strip(" .")
        named = known_town(bare, hints) or shaped_like_town(bare)
        if not (named or coded_town(bare, hints) or (is_street(bare) and re.search(r"\d", bare))):
            break
        lines.append(line)
    return ", ".join(lines)


def _is_aside(part: str, following: str, hints: Clues) -> bool:
    """Whether a segment only tells the way ("1er étage", "entrée par la cour"): the town comes after it."""
    town = undated(following.strip(" ;:."))
    named = known_town(town, hints) or coded_town(town, hints)
    told = named is not None or (town != "" and looks_like_town(town) and not tells_whom(part))
    # "salle du Tivoli, 3e étage, 2 place Dauphine"
    told = told or (is_street(town) and not part[:1].isupper())
    return len(part.split()) <= 6 and told


def _outdone(part: str, following: str, hints: Clues) -> bool:
    """True when an unknown name is followed by another: it is more of the venue, and the other the town."""
    if named_divisions(following) and not known_town(following, hints):
        return False  # "Meyrac-les-Eaux (Ardèche)"
    return not known_town(part, hints) and (known_town(following, hints) is not None or looks_like_town(following))


def _own_town(pieces: Pieces, before: str = "") -> Pieces:
    """The pieces with the town that leads to them ("à Trévanec, salle du Port"), else the one in the venue's name."""
    # "Aula Magna di Santa Lucia, Università di Bologna": the room stands before its house
    named = (town_of_venue(name, pieces.hints) for name in reversed(pieces.names))
    return replace(pieces, city=town_before(before, pieces.hints) or next(filter(None, named), None))


def _grown(pieces: Pieces, part: str, language: str) -> Pieces | None:
    """The pieces with one segment more; None when the segment is no part of the place."""
    if begins_with_date(part) or is_only_mode(part):
        return None
    if pieces.streets and is_house_number(part):
        return replace(pieces, streets=(*pieces.streets[:-1], f"{pieces.streets[-1]}, {part}"))
    taken = take(pieces, part)
    if taken:
        return taken
    town = known_town(part, pieces.hints)
    if town:
        return pieces.at(town)
    if names_a_house(part, language):
        return replace(pieces, names=(*pieces.names, part))
    # "à la MJC en Île-de-France": a region is no town
    return replace(pieces, city=part) if looks_like_town(part) and not is_wider(part, pieces.hints) else None
