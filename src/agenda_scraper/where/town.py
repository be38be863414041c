"""Towns as they are written: with a postcode, an arrondissement, a département in brackets, CEDEX, or bare."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agenda_scraper.where import gazetteer
from agenda_scraper.where.gazetteer import Division, key
from agenda_scraper.where.settle import Clues, named_divisions
from agenda_scraper.where.spelling import bare, is_abstract, is_adjective, is_road, keeps_umlauts
from agenda_scraper.where.street import is_street
from agenda_scraper.where.words import CIVIC, LINKS, PART, PUBLIC, SURE, flat, never_town

_CODED = re.compile(
    r"(?P<before>(?:|.*?[\s(,]))(?:(?:[A-Z]|[A-Z]{2}|CH)[-–]\s?)?(?P<code>\d{5}|\d{4}\s?[A-Z]{2}|\d{4}-\d{3}|\d{4})\s+"
    r"(?P<city>[^\W\d].*)"
)
_CODE_LAST = re.compile(r"(?P<city>.*?[^\W\d][^\d]*?),?\s+(?:(?P<state>[A-Z]{2})\s+)?(?P<code>\d{5})(?:-\d{4})?")
_BRITISH = re.compile(r"(?P<city>.*?),?\s*\b(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})")
# "BS2 0EJ Bristol", "H2X 3V4 Montréal": what a CMS prints that puts the code first everywhere.
_CODE_ABROAD = re.compile(
    r"(?P<before>(?:|.*?[\s(,]))(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}"
    r"|[A-Z]\d[A-Z]\s\d[A-Z]\d)\s+(?P<city>[^\W\d].*)"
)
_STATE = re.compile(
    r"(?:(?P<city>[^\W\d].*?),?\s+)?(?P<state>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:\s+(?P<code>\d{5}))?"
)
_BRACKET = re.compile(r"(?P<city>[^()]+?)\s*\((?P<inside>[^()]{1,40})\)?\s*")
_DISTRICT = re.compile(
    r"(?i)(?P<city>Paris|Lyon|Marseille)[\s,-]+\(?(?P<number>\d{1,2}|[IVX]{1,5})\s?(?:er|ère|e|è|ème|eme|ième)?"
    r"(?:\s*arr(?:ondissement|t)?\.?)?\)?"
)
# The arrondissements: how their postcodes begin, and how many there are.
_DISTRICTS = {"paris": ("750", 20), "lyon": ("6900", 9), "marseille": ("130", 16)}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SHORT_CODES = frozenset({"BE", "CH", "AT", "LU", "DK", "NO", "AU", "NZ", "HU", "LI", "PT"})
# A town of another country must be this big to be meant without more ado.
_WORLD_KNOWN = 30_000
_OF_TOWN = re.compile(r"\s(?:de\s|d['’]|di\s|of\s|van\s|von\s|à\s|in\s|a\s|en\s|te\s)\s*(?P<town>[A-ZÀ-Þ][\w'’ -]*)$")
# "école Jean-Macé de Valmont" is in Valmont; "école Antoine de Saint-Exupéry" is called after him.
_PATRON = re.compile(
    r"[a-zéèêA-ZÉ]+\s(?:[A-ZÀ-Þ]\S*-\S+|[A-ZÀ-Þ]\S*\s[A-ZÀ-Þ]\S*)\s(?:de\s|d['’])(?P<town>[A-ZÀ-Þ][\w'’ -]*)"
)
# "Thornby village hall" is in Thornby.
_ENGLISH_HALL = re.compile(r"(?P<town>[A-Z][\w'-]{2,}(?: [A-Z][\w'-]{2,})?) (?:[Vv]illage|[Tt]own|[Pp]arish) [Hh]all")
# "Ashbrook Community Centre" is in Ashbrook, if it is a town of size.
_ENGLISH_CENTRE = re.compile(r"(?P<town>[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?) (?:Community|Civic|Leisure) Cent(?:re|er)")
_GERMAN_HALL = re.compile(
    r"(?:[Rr]athaus(?:es)?|(?:Stadt|Gemeinde)(?:halle|haus|bibliothek|kirche|zentrum|museum)|(?:Town|City"
    r"|Village) Hall)"
    r"\s(?P<town>[A-ZÄÖÜ][\w-]+)$"
)
# Towns bear these names; in a venue's they are the venue.
_ROOMS = frozenset({"Saal", "Halle", "Hall", "Aula", "Hof", "Haus", "Burg", "Forum", "Bar", "Foyer"})
# "salle du Port" stands by the port, not in Le Port.
_EVERYDAY = frozenset({"Port", "Bois", "Val", "Pont", "Parc", "Bourg", "Temple", "Marais", "Lac", "Château", "Moulin"})
_IN_PART = re.compile(rf"(?:{PART})\b")
_ON_THE_WAY = re.compile(
    r"(?!plaza mayor|placa major|place (?:du marche|de la mairie) )(?:school of|barrio|barri|bairro|quartiere"
    r"|distrito|place|rue|parc|quartier|gare|quai|cours|avenue|ecole|college|lycee|pont|porte|plaza|via|piazza)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A town as a segment names it; `before` is what the segment holds before the town."""

    city: str
    hints: Clues
    before: str = ""


def known_town(part: str, hints: Clues) -> Named | None:
    """A segment that is a town the gazetteer knows, perhaps with its arrondissement, département or country."""
    district = _DISTRICT.fullmatch(part)
    if district:
        return Named(district["city"], replace(hints, postcode=_district_code(district)))
    city, hints = _unbracketed(bare(part), hints)
    if (
        not city[:1].isupper()
        or (len(city) == 2 and city.isupper())
        or never_town().fullmatch(flat(city))
        or not any(_worth(town, hints) and keeps_umlauts(city, town.name, hints.language) for town in towns(city))
    ):
        return None
    return Named(city, hints)


def towns(city: str) -> tuple[gazetteer.Town, ...]:
    """The gazetteer's towns of that name; postcodes are none."""
    return tuple(town for town in gazetteer.towns(key(city)) if town.kind != "p")


def coded_town(part: str, hints: Clues) -> Named | None:
    """A segment that holds a postcode and its town: 59000 Lille, 1012 AB Amsterdam, London E2 7QL."""
    if re.fullmatch(r"\d{5}", part):
        return Named("", replace(hints, postcode=part))
    found = _CODED.fullmatch(part)
    if found and not is_street(found["city"]) and (len(found["code"]) > 4 or _short_code(found, hints)):
        city, hints = _unbracketed(bare(found["city"]), hints)
        district = _DISTRICT.fullmatch(city)
        return Named(
            district["city"] if district else city,
            replace(hints, postcode=found["code"]),
            found["before"].strip(" ,(-"),
        )
    abroad = _CODE_ABROAD.fullmatch(part)
    if abroad:
        canadian = abroad["code"][-1].isdigit()
        hints = replace(hints, postcode=abroad["code"], country=hints.country or ("CA" if canadian else "GB"))
        return Named(bare(abroad["city"]), hints, abroad["before"].strip(" ,(-"))
    british = _BRITISH.fullmatch(part)
    if british:
        return _apart(british["city"], replace(hints, postcode=british["code"]))
    last = _CODE_LAST.fullmatch(part)
    if last and (last["state"] or is_street(last["city"]) or _last_words(last["city"])):
        state = gazetteer.by_code().get(("US", last["state"] or ""))
        return _apart(last["city"], _in_state(replace(hints, postcode=last["code"]), state))
    return None


def stated_state(part: str, hints: Clues) -> Named | None:
    """A segment that ends with a state of the USA: "Fresno, California", "MI 48226"."""
    found = _STATE.fullmatch(part)
    if not found or hints.home not in ("US", None):
        return None
    coded = gazetteer.by_code().get(("US", found["state"]))
    states = [coded] if coded else [one for one in named_divisions(found["state"]) if one.country == "US"]
    if not states or (found["city"] and not towns(found["city"])):
        return None
    return Named(found["city"] or "", _in_state(replace(hints, postcode=found["code"] or hints.postcode), states[0]))


def _in_state(hints: Clues, state: Division | None) -> Clues:
    return replace(hints, country="US", divisions=(state,)) if state else hints


def _apart(text: str, hints: Clues) -> Named:
    """The town that ends a segment, parted from the street before it."""
    if not re.match(r"\d", text) and not is_street(text):
        return Named(text, hints)
    city = _last_words(text)
    return Named(city, hints, text[: len(text) - len(city)].strip(" ,"))


def _last_words(text: str) -> str:
    """The longest ending of at most three words that the gazetteer knows; empty when there is none."""
    words = text.split()
    endings = (" ".join(words[-size:]) for size in (3, 2, 1) if len(words) >= size)
    return next((ending for ending in endings if towns(ending)), "")


def _short_code(found: re.Match[str], hints: Clues) -> bool:
    """Four digits are a postcode where postcodes have four, or before a town of such a country; else a year."""
    countries = {town.country for town in towns(bare(found["city"]))}
    return hints.home in _SHORT_CODES or (not found["before"] and not countries.isdisjoint(_SHORT_CODES))


def _unbracketed(text: str, hints: Clues) -> tuple[str, Clues]:
    """The town without its brackets, and the département, province or country they gave as hints."""
    found = _BRACKET.fullmatch(text)
    if not found:
        return text, hints
    if re.fullmatch(r"\d{5}", found["inside"]):
        return bare(found["city"]), replace(hints, postcode=found["inside"])
    country = gazetteer.countries().get(key(found["inside"]))
    divisions = named_divisions(found["inside"])
    return bare(found["city"]), replace(hints, country=country or hints.country, divisions=divisions or hints.divisions)


def _worth(town: gazetteer.Town, hints: Clues) -> bool:
    return town.country in (hints.home, hints.country) or town.population >= _WORLD_KNOWN


def _district_code(found: re.Match[str]) -> str | None:
    """The postcode of an arrondissement; the 16th of Paris has two."""
    prefix, count = _DISTRICTS[found["city"].lower()]
    number = int(found["number"]) if found["number"].isdigit() else _roman(found["number"].upper())
    if not 1 <= number <= count or (count, number) == (20, 16):
        return None
    return f"{prefix}{number:0{5 - len(prefix)}d}"


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def town_of_venue(name: str, hints: Clues) -> str | None:
    """The town in a venue's own name: a civic building's commune, known or not; of others only a known town."""
    civic = re.match(CIVIC, flat(name))
    if civic and looks_like_town(name[civic.end() :]):
        return name[civic.end() :]
    named = _PATRON.fullmatch(name)
    if named and looks_like_town(named["town"]) and not named["town"].startswith(("La ", "Le ")):
        return named["town"]
    english = _ENGLISH_HALL.fullmatch(name)
    if english and looks_like_town(english["town"]) and not english["town"].startswith(("Old ", "New ")):
        return english["town"]
    local = _ENGLISH_CENTRE.fullmatch(name)
    if local and any(town.country == hints.home and town.population >= 5000 for town in towns(local["town"])):
        return local["town"]
    german = _GERMAN_HALL.search(name)
    if german and looks_like_town(german["town"]) and not re.fullmatch(SURE["en"], flat(german["town"])):
        return german["town"]
    on_the_way = _ON_THE_WAY.search(flat(name))
    article = re.search(r"\s(du|au|aux|des)\s+([A-ZÀ-Þ]\S+)$", name)
    if (
        article
        and not on_the_way
        and article[2] not in _EVERYDAY
        and (town := contracted(article[1], article[2], hints))
    ):
        return town
    tail = _OF_TOWN.search(name)
    if tail and shaped_like_town(tail["town"]) and "-" in tail["town"] and not re.match("Saint", tail["town"]):
        return tail["town"]
    if tail and _is_town_of(tail, name, hints) and not (on_the_way and known_town(tail["town"], hints)):
        return tail["town"]
    return None if _IN_PART.match(flat(name)) else _apposed(name.split(), hints)


def _is_town_of(tail: re.Match[str], name: str, hints: Clues) -> bool:
    """Whether what a venue is "of" is its town: a known one, or any when all before it is common nouns."""
    town = tail["town"]
    if known_town(town, hints):
        return not _is_region(town, hints)
    common = (
        name[1 : tail.start()].islower()
        and not name.startswith("School")
        and re.fullmatch(PUBLIC + r"\b.*", flat(name[_old(name) : tail.start()]))
    )
    wider = named_divisions(town) or gazetteer.countries().get(key(town))
    return bool(common) and looks_like_town(town) and not wider


def _old(name: str) -> int:
    """Past "ancienne", "nouvelle", "petite", "grande"."""
    found = re.match(
        r"(?:ancien(?:ne)?|nouvel(?:le)?|petite?|grande?|vieille|vieux|antiguo|antigua|ex|antiga?) ", flat(name)
    )
    return found.end() if found else 0


def _is_region(name: str, hints: Clues) -> bool:
    """A region that some village bears the name of: "Université de Bretagne" is no village's."""
    large = any(town.country == hints.home and town.population >= 10_000 for town in towns(name))
    return not large and any(division.country == hints.home for division in named_divisions(name))


def contracted(article: str, name: str, hints: Clues) -> str | None:
    """The known town behind an article run into it: "au Havre" is Le Havre, "aux Mureaux" Les Mureaux."""
    full = {"au": "Le ", "du": "Le ", "aux": "Les ", "des": "Les "}.get(article.lower())
    return f"{full}{name}" if full and known_town(f"{full}{name}", hints) else None


def _apposed(words: list[str], hints: Clues) -> str | None:
    """Rathaus Köln, Town Hall Westport: one or two words of building, then a town of the country."""
    for size in (2, 1):
        ending = " ".join(words[-size:])
        if (
            ending in _ROOMS
            or re.fullmatch(SURE["en"], flat(ending))
            or not 1 <= len(words) - size <= 2
            or re.fullmatch(LINKS, flat(words[-size - 1]))
            or (hints.language == "de" and len(words) - size == 2 and is_adjective(words[1]))
        ):
            continue
        at_home = [town for town in towns(ending) if town.country == hints.home and town.population >= 5000]
        if at_home and known_town(ending, hints) and hints.language not in ("es", "pt", "it", "ca"):
            return ending
    return None


def looks_like_town(text: str) -> bool:
    """True for the shape of a town's name: capitals and linking words, no digit, not a day, a month or a body."""
    parts = re.split(r"[\s-]+", text)
    if (
        not text[:1].isupper()
        or text.startswith("The ")
        or not 1 < len(text) <= 45
        or len(parts) > 6
        or re.search(r"[^\w\s'’.-]|[\d_]", text)
    ):
        return False
    if is_abstract(text) or is_road(text):
        return False
    acronym = text.isupper() and len(text) <= 5
    if acronym or any(never_town().fullmatch(flat(part)) for part in parts if part != "Mar" or part == text):
        return False
    return all(part[:1].isupper() or re.fullmatch(LINKS, flat(re.split(r"['’]", part)[0])) for part in parts)


def shaped_like_town(text: str) -> bool:
    """True when a name can hardly be anything but a town's: Saint-X, X-sur-Y, X-les-Bains."""
    linked = re.search(r"-(?:sur|sous|les|lès|lez|en|le|la|du|de|des|aux|au|d['’]|l['’])[-'’]?", text.lower())
    return looks_like_town(text) and (linked is not None or re.match(r"(?i)sainte?-", text) is not None)
