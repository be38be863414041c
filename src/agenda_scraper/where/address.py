"""A place as a field gives it: segments between commas and lines, each a venue, a street, a town, a country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agenda_scraper.model import Place
from agenda_scraper.where import gazetteer
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.mode import is_only_mode
from agenda_scraper.where.settle import Clues, named_divisions, settled
from agenda_scraper.where.venue import heads, is_venue, street
from agenda_scraper.where.words import LABEL, flat, never_town

_SPLIT = re.compile(r"\s*(?:[\n;|•·]|,(?!\d)|\s[–—@-]\s|\s/\s)\s*")
_CODED = re.compile(
    r"(?P<before>(?:^|.*?[\s(,]))(?:[A-Z]{1,3}[-–\s])?(?P<code>\d{5}|\d{4}\s?[A-Z]{2}|\d{4}-\d{3}|\d{4})\s+(?P<city>[^\W\d].*)"
)
_CODE_LAST = re.compile(r"(?P<city>[^\W\d][^\d]*?),?\s+(?:(?P<state>[A-Z]{2})\s+)?(?P<code>\d{5})(?:-\d{4})?")
_BRITISH = re.compile(r"(?P<city>.*?),?\s*\b(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})")
_STATE = re.compile(r"(?P<city>[^\W\d].*?),?\s+(?P<state>[A-Z]{2})")
_CEDEX = re.compile(r"(?i)[\s,-]+cedex(?:\s+\d{1,2})?\b.*$")
_DISTRICT = re.compile(
    r"(?i)(?P<city>Paris|Lyon|Marseille)[\s,-]+\(?(?P<number>\d{1,2}|[IVX]{1,5})\s?(?:er|ère|e|è|ème|eme|ième)?"
    r"(?:\s*arr(?:ondissement|t)?\.?)?\)?"
)
_PREFIX = {"paris": "750", "lyon": "6900", "marseille": "130"}
_ROMAN = {
    numeral: number for number, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split(), 1)
}
_BRACKET = re.compile(r"^(?P<city>[^()]+?)\s*\((?P<inside>[^()]{1,40})\)\s*$")
_LABELLED = re.compile(rf"(?:{LABEL})\s*[:?：]\s*:?\s*")
_UNSAID = re.compile(
    r"(?:tba|tbc|tbd|n/?a|-+|a (?:definir|preciser|confirmer|determiner|venir)|(?:lieu|adresse|place|location|venue) "
    r"(?:a |to be |tb)\w+(?: \w+)?|to be (?:announced|confirmed|defined)|por (?:definir|confirmar)|da definire"
    r"|wird (?:noch )?bekannt ?gegeben|nog te bepalen|a definir|non (?:precise|communique)|unknown|inconnu|#_.*)"
)
_AT_TOWN = re.compile(r"(?P<before>.*\S)\s+(?:à|in|a|en|te|em)\s+(?P<city>[A-ZÀ-Þ].*)")
_LINKS = frozenset(
    "de du des la le les lès lez l d sur sous en et aux au di del della do da dos das am an der im in bei ob aan den het"
    " op of the upon on by y i e el los las les sobre".split()
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """What the segments say so far, before the gazetteer is asked which town it is."""

    names: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    city: str | None = None
    postcode: str | None = None
    sure: bool = False
    hints: Clues = Clues()

    def place(self) -> Place | None:
        """The place these pieces make; None when they say nothing."""
        name = ", ".join(self.names) or None
        address = ", ".join(self.streets) or None
        hints = replace(self.hints, postcode=self.postcode)
        if self.city:
            return replace(settled(self.city, hints), name=name, address=address)
        if not (name or address or self.postcode or hints.country or hints.divisions):
            return None
        return replace(_townless(hints), name=name, address=address)


def _townless(hints: Clues) -> Place:
    """A place without a town's name: a postcode of one commune gives it, else département and country remain."""
    same = [town for town in gazetteer.towns(hints.postcode or "") if hints.home == "FR" or hints.country == "FR"]
    if len(same) == 1:
        return settled(same[0].name, hints)
    unknown = settled("?", replace(hints, text=" "))
    return replace(unknown, city=None, confidence=0.3 if unknown.department or unknown.country else 0.0)


def segments(text: str) -> list[str]:
    """The parts of a place field; a house number apart from its street goes back to it."""
    lined = re.sub(r"\((?=[^()]*\d[^()]*[^\W\d][^()]*\))([^()]*)\)", r", \1", text)
    parts = [part.strip(" \t,.;:–—-") for part in _SPLIT.split(lined)]
    joined: list[str] = []
    for part in filter(None, parts):
        if (
            joined
            and re.fullmatch(r"\d{1,4}(?:\s?(?:bis|ter|[a-dA-D]))?|s/n|nº? ?\d+", part)
            and _is_street(joined[-1])
        ):
            joined[-1] += f", {part}"
        elif joined and re.fullmatch(r"\d{1,4}(?:\s?(?:bis|ter))?", joined[-1]) and _is_street(part):
            joined[-1] += f", {part}"
        else:
            joined.append(part)
    return joined


def read(text: str, hints: Clues, language: str) -> Place | None:
    """The place a labelled field names; None for words of online participation or "to be announced"."""
    bare = _LABELLED.match(flat(text))
    if bare:
        text = text[bare.end() :]
    parts = [part for part in segments(text) if not is_only_mode(part) and not _UNSAID.fullmatch(flat(part))]
    pieces = Pieces(hints=replace(hints, text=f" {key(text)} "))
    for index, part in enumerate(parts):
        pieces = _sorted_in(pieces, part, language, alone=len(parts) == 1, last=index == len(parts) - 1)
    return pieces.place()


def _sorted_in(pieces: Pieces, part: str, language: str, *, alone: bool, last: bool) -> Pieces:
    """The pieces with one more segment, put where it belongs."""
    taken = take(pieces, part, language)
    if taken:
        return taken
    known = town_in(part, pieces.hints)
    if (
        known
        and not pieces.sure
        and (not is_venue(part, language) or not alone)
        and not heads(language).match(flat(part))
    ):
        older = () if pieces.city is None else (pieces.city,)
        return replace(known, names=pieces.names, streets=(*pieces.streets, *older))
    if last and pieces.streets and not pieces.city and looks_like_town(part) and not is_venue(part, language):
        return replace(pieces, city=part)
    if alone and _town_shaped(part):
        return replace(pieces, city=part)
    return _named(pieces, part)


def _named(pieces: Pieces, part: str) -> Pieces:
    """A segment that is nothing else: the venue's name, or more of the address once there is a street."""
    apart = _AT_TOWN.fullmatch(part)
    inside = town_in(apart["city"], pieces.hints) if apart and not pieces.city else None
    if apart and inside:
        return replace(inside, names=(*pieces.names, apart["before"]), streets=pieces.streets)
    if pieces.streets and pieces.names:
        return replace(pieces, streets=(*pieces.streets, part))
    tail = town_of_venue(part, pieces.hints) if not pieces.city else None
    return replace(pieces, names=(*pieces.names, part), city=pieces.city or tail)


def take(pieces: Pieces, part: str, language: str) -> Pieces | None:
    """The pieces with a segment that can only be a country, a division, a coded town or a street; else None."""
    country = gazetteer.countries().get(key(part))
    if country and not (alike := gazetteer.towns(key(part))) or (country and alike[0].country == country):
        return replace(pieces, hints=replace(pieces.hints, country=country))
    divisions = named_divisions(part) if pieces.city else ()
    if divisions and not re.fullmatch(r"\d+", part):
        return replace(pieces, hints=replace(pieces.hints, divisions=divisions))
    coded = _coded(part, pieces.hints)
    if coded:
        before, city, postcode, state = coded
        hints = replace(pieces.hints, country="US", divisions=state) if state else pieces.hints
        older = (pieces.city,) if pieces.city and key(pieces.city) != key(city) else ()
        return _put_before(
            replace(pieces, city=city or pieces.city, postcode=postcode, sure=True, hints=hints), (*older, before)
        )
    if _is_street(part):
        return _put_before(pieces, (part,))
    return None


def _put_before(pieces: Pieces, befores: Sequence[str]) -> Pieces:
    """The pieces with what stood before the postcode: a street, or the venue's name."""
    for before in filter(None, befores):
        if _is_street(before) or pieces.streets:
            at_town = _AT_TOWN.fullmatch(before)
            town = town_in(at_town["city"], pieces.hints) if at_town and not pieces.city else None
            pieces = replace(pieces, city=town.city, postcode=town.postcode) if town else pieces
            pieces = replace(pieces, streets=(*pieces.streets, before))
        else:
            pieces = replace(pieces, names=(*pieces.names, before))
    return pieces


def _coded(part: str, hints: Clues) -> tuple[str, str, str, tuple[gazetteer.Division, ...]] | None:
    """(before, city, postcode, state) of a segment that holds a postcode with its town, else None."""
    found = _CODED.fullmatch(part)
    if found and (len(found["code"]) > 4 or _four_digits(found, hints)):
        city = clean_town(found["city"])
        return found["before"].strip(" ,(-"), city, re.sub(r"\s", " ", found["code"]), ()
    last = _CODE_LAST.fullmatch(part)
    if last and (last["state"] or gazetteer.towns(key(last["city"])) or _is_street(last["city"])):
        state = gazetteer.by_code().get(("US", last["state"])) if last["state"] else None
        return _detached(last["city"], last["code"], (state,) if state else ())
    british = _BRITISH.fullmatch(part)
    if british:
        return _detached(british["city"], british["code"], ())
    american = _STATE.fullmatch(part)
    state = gazetteer.by_code().get(("US", american["state"])) if american else None
    if american and state and hints.home in ("US", None) and gazetteer.towns(key(american["city"])):
        return ("", american["city"], "", (state,))
    return None


def _detached(
    city: str, code: str, state: tuple[gazetteer.Division, ...]
) -> tuple[str, str, str, tuple[gazetteer.Division, ...]]:
    """A town that ends a segment, parted from the street before it when the gazetteer knows its last words."""
    words = city.split()
    if not _is_street(city):
        return "", city, code, state
    for size in (3, 2, 1):
        if len(words) > size and gazetteer.towns(key(" ".join(words[-size:]))):
            return " ".join(words[:-size]), " ".join(words[-size:]), code, state
    return city, "", code, state


def _four_digits(found: re.Match[str], hints: Clues) -> bool:
    """Four digits are a postcode where postcodes have four, or before a town of such a country; else a year."""
    short = {"BE", "CH", "AT", "LU", "DK", "NO", "AU", "NZ", "HU", "LI"}
    if hints.home in short:
        return True
    return (
        any(town.country in short for town in gazetteer.towns(key(clean_town(found["city"])))) and not found["before"]
    )


def clean_town(text: str) -> str:
    """A town without CEDEX, canton or full stop."""
    bare = _CEDEX.sub("", text).strip(" ,.;")
    canton = re.fullmatch(r"(.+?)\s+[A-Z]{2}", bare)
    return canton[1] if canton and not bare.isupper() else bare


def town_in(part: str, hints: Clues) -> Pieces | None:
    """A segment that is a town of the gazetteer, alone or with arrondissement, département or country in brackets."""
    bracket = _BRACKET.match(part)
    if bracket:
        inside = bracket["inside"].strip()
        divisions, country = named_divisions(inside), gazetteer.countries().get(key(inside))
        if divisions or country:
            stated = replace(hints, divisions=divisions, country=country or hints.country)
            return Pieces(city=clean_town(bracket["city"]), sure=True, hints=stated)
    district = _DISTRICT.fullmatch(part)
    if district:
        return Pieces(city=district["city"], postcode=_district_code(district), sure=True, hints=hints)
    city = clean_town(part)
    known = [town for town in gazetteer.towns(key(city)) if town.kind != "p" and _worth(town, hints)]
    return Pieces(city=city, hints=hints) if known and not city[:1].islower() and city[:1].isalpha() else None


def _worth(town: gazetteer.Town, hints: Clues) -> bool:
    return town.country in (hints.home, hints.country) or town.population >= 30_000


def _district_code(found: re.Match[str]) -> str | None:
    """The postcode of an arrondissement; the 16th of Paris has two."""
    number = int(found["number"]) if found["number"].isdigit() else _ROMAN.get(found["number"].upper(), 0)
    city = found["city"].lower()
    most = {"paris": 20, "lyon": 9, "marseille": 16}[city]
    if not 1 <= number <= most or (city, number) == ("paris", 16):
        return None
    return f"{_PREFIX[city]}{number:0{5 - len(_PREFIX[city])}d}"


# "mairie de Valmont", "stade de Mérens": these belong to a commune, and are called after nothing else.
_CIVIC = re.compile(
    r"(?:mairie(?: annexe)?|hotel de ville|salles? (?:des fetes|polyvalente|communale|municipale)|stade(?: municipal)?"
    r"|gymnase(?: municipal| communal)?|marche|foyer (?:rural|communal)|mediatheque|bibliotheque(?: municipale)?|bourg"
    r"|centre (?:social|culturel|de formation|des congres)|town hall|city hall|village hall|rathaus|ayuntamiento"
    r"|casa consistorial|municipio|sala (?:consiliare|de plens|de plenos)|gemeentehuis|stadhuis|camara municipal|ajuntament"
    r"|casa comunale|pacos do concelho|community centre)\s+(?:de\s|d'|di\s|in\s|of\s|van\s|te\s|do\s|da\s)\s*"
)
_OF_TOWN = re.compile(r"\s(?:de\s|d['’]|di\s|of\s|van\s|von\s|à\s|in\s|a\s)\s*(?P<town>[A-ZÀ-Þ][\w'’ -]*)$")


def town_of_venue(name: str, hints: Clues) -> str | None:
    """The town in a venue's own name: a civic building's commune, known or not, else only a known town at the end."""
    civic = _CIVIC.match(flat(name))
    if civic and name[civic.end() : civic.end() + 1].isupper() and looks_like_town(name[civic.end() :]):
        return name[civic.end() :]
    tail = _OF_TOWN.search(name)
    known = tail and town_in(tail["town"], hints)
    if known and not re.search(r"(?i)\b(?:place|rue|parc|quartier|gare|école|quai|cours|avenue)\b", name):
        return known.city
    words = name.split()
    for size in (3, 2, 1):
        ending = " ".join(words[-size:])
        if len(words) > size and len(ending) > 3 and words[-size - 1][-1:] not in "'’" and _plain_ending(words, size):
            found = town_in(ending, replace(hints, country=hints.country or hints.home))
            if found and any(
                town.population >= 5000 for town in gazetteer.towns(key(ending)) if town.country == hints.home
            ):
                return found.city
    return None


def _plain_ending(words: Sequence[str], size: int) -> bool:
    return (
        flat(words[-size - 1]) not in _LINKS and len(words) - size <= 3 and not never_town().match(flat(words[-size]))
    )


def looks_like_town(text: str) -> bool:
    """True for the shape of a town's name: capitals and linking words, no digit, not a day, a month or a body."""
    words = re.split(r"[\s-]+", text)
    if not 1 <= len(words) <= 6 or not text[:1].isupper() or re.search(r"[\d@:/&«»\"“”()!?%€]", text) or len(text) > 45:
        return False
    if any(never_town().fullmatch(flat(word)) for word in words):
        return False
    return all(word[:1].isupper() or re.split(r"['’]", word)[0].lower() in _LINKS for word in words) and len(text) > 1


def _town_shaped(text: str) -> bool:
    """True when the name can hardly be anything but a town's: Saint-X, X-sur-Y, X-les-Bains."""
    linked = re.search(r"-(?:sur|sous|les|lès|lez|en|le|la|du|de|des|aux|au|d'|l')[-’']", text.lower())
    return looks_like_town(text) and (linked is not None or re.match(r"(?i)sainte?-", text) is not None)


def _is_street(text: str) -> bool:
    return street().match(flat(text)) is not None
