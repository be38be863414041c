"""A place as a field gives it: segments between commas and lines, each a venue, a street, a town, a country."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agenda_scraper.links import is_link
from agenda_scraper.model import Place
from agenda_scraper.where import gazetteer
from agenda_scraper.where.american import rejoined
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.housed import town_of_venue
from agenda_scraper.where.mode import is_only_mode, without_mode
from agenda_scraper.where.settle import Clues, named_divisions, settled, within
from agenda_scraper.where.street import is_house_number, is_street
from agenda_scraper.where.town import (
    Named,
    coded_town,
    known_town,
    looks_like_town,
    shaped_like_town,
    stated_state,
    towns,
)
from agenda_scraper.where.venue import is_venue, opens_with_venue
from agenda_scraper.where.words import LABEL, MONTHS, SETTING_OUT, dated, flat

# What a field says when it does not say where yet; "#_…" is a template nobody filled in.
_UNSAID = (
    r"(?:tba|tbc|tbd|n/?a|-+|a (?:definir|preciser|confirmer|determiner|venir)|(?:lieu|adresse|place|location|venue) "
    r"(?:a |to be |tb)\w+(?: \w+)?|to be (?:announced|confirmed|defined)|por (?:definir|confirmar)|da definire"
    r"|wird (?:noch )?bekannt ?gegeben|nog te bepalen|non (?:precise|communique)|unknown|inconnu|#_.*)"
)
_NUMBERED = re.compile(r"(?:19|20)\d\d [A-ZÀ-Þ]")
# Whatever is longer than any address line is not taken apart.
_LONGEST = 150
_SPLIT = re.compile(r"\s*(?:[\n;|•·]|,(?!\d)|\s[–—@-]\s|\s/\s)\s*")
_POSTCODE = re.compile(r"\d{5}", re.A)
_ADDRESS_IN_BRACKETS = re.compile(r"\(([^()]*\d[^()]*[^\W\d][^()]*)\)")
_LABELLED = re.compile(rf"\s*(?:{LABEL}|{SETTING_OUT})\s*[:?：]\s*:?\s*")
# "12 rue Bleue à Lyon", "12 rue Bleue Lyon 3e"
_AT_TOWN = re.compile(
    r"(?P<before>.*\S)\s+(?:(?:à|in|a|en|te|em)\s+|(?=[A-ZÀ-Þ][\w-]+ \d{1,2}(?:er|e|[eè]me)$))(?P<city>[A-ZÀ-Þ].*)"
)
_DAY = re.compile(
    rf"(?:le |den |on |el |il |op |am |a |the )?\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s?(?:de |d'|of )?(?:{MONTHS})\b"
)
_DIVISION = re.compile(r"(?i)(?:région|département|province)\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?")


@dataclass(frozen=True, slots=True)
class Pieces:
    """What the segments say so far, before the gazetteer is asked which town it is; `sure` when a postcode said it."""

    hints: Clues
    names: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    city: str | None = None
    sure: bool = False

    def place(self) -> Place | None:
        """The place these pieces make; None when they say nothing."""
        name, address = ", ".join(self.names) or None, ", ".join(self.streets) or None
        city = self.city or next(filter(None, (town_of_venue(name, self.hints) for name in self.names)), None)
        if city:
            return replace(settled(city, self.hints), name=name, address=address)
        if name or address or self.hints.postcode or self.hints.country or self.hints.divisions:
            return replace(_townless(self.hints), name=name, address=address)
        return None

    def at(self, town: Named, *, sure: bool = False) -> Pieces:
        """The pieces with a town; one named before it becomes part of the address, as a borough is."""
        older = (self.city,) if self.city and town.city and key(self.city) != key(town.city) else ()
        pieces = replace(
            self, city=town.city or self.city, hints=town.hints, streets=(*self.streets, *older), sure=sure
        )
        return pieces.preceded(town.before) if town.before else pieces

    def in_state(self, part: str) -> Pieces:
        """The pieces with the state and the code that stand behind their town: "Tulsa", "OK 74103"."""
        state = None if self.sure else stated_state(part, self.hints)
        return self.at(state, sure=True) if state and not state.city else self

    def preceded(self, before: str) -> Pieces:
        """The pieces with what stood before a postcode: a street, or the venue's name."""
        if is_street(before) or self.streets or before[:1].isdigit():
            return replace(self, streets=(*self.streets, before))
        return replace(self, names=(*self.names, before))


def _townless(hints: Clues) -> Place:
    """A place without a town's name: a postcode of one commune gives it, else département and country remain."""
    same = gazetteer.towns(hints.postcode or "") if "FR" in (hints.home, hints.country) else ()
    if len(same) == 1:
        return settled(same[0].name, hints)
    unknown = settled("", hints)
    return replace(unknown, city=None, confidence=0.3 if unknown.department or unknown.country else 0.0)


def read(text: str, hints: Clues, language: str) -> Place | None:
    """The place a labelled field names; None for words of online participation or "to be announced"."""
    label = _LABELLED.match(flat(text))
    parts = segments(text[label.end() :] if label else text)
    pieces = Pieces(replace(hints, text=flat(text)))
    for index, part in enumerate(parts):
        pieces = _with(pieces, part, language, (index, len(parts)))
    return _ending_in_town(pieces, parts, language).place()


def _ending_in_town(pieces: Pieces, parts: list[str], language: str) -> Pieces:
    """Town Hall, Littleford: the last of several names is the town, though no gazetteer knows it."""
    last = pieces.names[-1] if len(pieces.names) > 1 else ""
    if not last or pieces.city or last != parts[-1] or is_venue(last, language) or not looks_like_town(last):
        return pieces
    return replace(pieces, names=pieces.names[:-1], city=last)


def segments(text: str) -> list[str]:
    """The parts of a place field that name something; a house number goes back to its street, a code to its town."""
    parts = [part.strip(" \t,.;:–—-") for part in _SPLIT.split(_ADDRESS_IN_BRACKETS.sub(r", \1", text))]
    joined: list[str] = []
    for part in parts:
        if joined and begins_with_date(part):
            break
        if not part or says_nowhere(part):
            continue
        if joined and (
            (is_house_number(part) and not _POSTCODE.fullmatch(part) and is_street(joined[-1]))
            or (is_house_number(joined[-1]) and is_street(part))
        ):
            joined[-1] += f", {part}"
        elif joined and _POSTCODE.fullmatch(joined[-1]) and towns(part) and key(part) not in gazetteer.countries():
            joined[-1] += f" {part}"  # calendars part them: "7 impasse Flesselles, 69001, Lyon"
        else:
            joined.append(without_mode(part))
    return rejoined(joined)


def says_nowhere(part: str) -> bool:
    """True when what stands for a place names none: words of taking part online, a link, "to be announced"."""
    return is_only_mode(part) or is_link(part) or re.fullmatch(_UNSAID, flat(part)) is not None


def begins_with_date(part: str) -> bool:
    """True when a segment opens with a day or an hour: what follows tells when, and no longer where."""
    plain = flat(part)
    if _NUMBERED.match(part) and is_street(part):
        return False  # "2079 East 9th Street" is a house, no year
    return dated().match(plain) is not None or _DAY.match(plain) is not None


def _with(pieces: Pieces, part: str, language: str, position: tuple[int, int]) -> Pieces:
    """The pieces with one more segment, put where it belongs; `position` is its index and their number."""
    if len(part) > _LONGEST:
        return replace(pieces, names=(*pieces.names, part))
    index, count = position
    taken = take(pieces, part)
    if taken:
        return taken
    town = None if opens_with_venue(part, language) or pieces.sure else known_town(part, pieces.hints)
    if town and (count == 1 or index or not is_venue(part, language)):
        return pieces.at(town)
    ends_address = index == count - 1 and pieces.streets and not is_venue(part, language) and looks_like_town(part)
    if not pieces.city and (
        ends_address or (count == 1 and shaped_like_town(part) and not opens_with_venue(part, language))
    ):
        return replace(pieces, city=part)
    divisions = named_divisions(_DIVISION.sub("", part)) if count == 1 else ()
    if divisions:
        return replace(pieces, hints=replace(pieces.hints, divisions=divisions))
    return _with_name(pieces, part, language)


def take(pieces: Pieces, part: str) -> Pieces | None:
    """The pieces with a segment that can only be a country, a division, a coded town or a street; else None."""
    country = gazetteer.countries().get(key(part))
    # Luxembourg, Mexico: a country and its town; the town comes first.
    if country and (pieces.city or all(town.country != country for town in towns(part))):
        return replace(pieces, hints=replace(pieces.hints, country=country))
    divisions = named_divisions(part) if pieces.city and not part.isdigit() else ()
    # "Alhambra, Paris": a département that holds no such town is the town of its name.
    holds = any(within(town, division) for town in towns(pieces.city or "") for division in divisions)
    if divisions and (holds or not towns(part)):
        return replace(pieces, hints=replace(pieces.hints, divisions=divisions))
    coded = stated_state(part, pieces.hints) or coded_town(part, pieces.hints)
    if coded:
        return pieces.at(coded, sure=True)
    if not is_street(part):
        return None
    apart = _AT_TOWN.fullmatch(part)
    town = known_town(apart["city"], pieces.hints) if apart and not pieces.city else None
    return replace(pieces.at(town) if town else pieces, streets=(*pieces.streets, part))


def _with_name(pieces: Pieces, part: str, language: str) -> Pieces:
    """A segment that is nothing else: the venue's name, or more of the address once there is a street."""
    apart = _AT_TOWN.fullmatch(part)
    town = known_town(apart["city"], pieces.hints) if apart and not pieces.city else None
    if apart and town:
        return replace(pieces.at(town), names=(*pieces.names, apart["before"]))
    if pieces.streets and (pieces.names or not is_venue(part, language)):
        return replace(pieces, streets=(*pieces.streets, part))
    return replace(pieces, names=(*pieces.names, part))
