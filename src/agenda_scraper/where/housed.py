"""The town in a venue's own name: "mairie de Valmont", "Rathaus Köln", "Thornby village hall"."""

from __future__ import annotations

import re
from functools import cache

from agenda_scraper.where import gazetteer
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.settle import Clues, named_divisions, within
from agenda_scraper.where.spelling import is_adjective
from agenda_scraper.where.town import contracted, known_town, looks_like_town, shaped_like_town, towns, well_known
from agenda_scraper.where.venue import heads
from agenda_scraper.where.words import CHURCH, CIVIC, LINKS, PART, PUBLIC, SURE, flat

_OF_TOWN = re.compile(r"\s(?:de\s|d['’]|di\s|of\s|van\s|von\s|à\s|in\s|a\s|en\s|te\s)\s*(?P<town>[A-ZÀ-Þ][\w'’ -]*)$")
# "école Jean-Macé de Valmont" is in Valmont; "école Antoine de Saint-Exupéry" is called after him.
_PATRON = re.compile(
    r"[a-zéèêA-ZÉ]+\s(?:[A-ZÀ-Þ]\S*-\S+|[A-ZÀ-Þ]\S*\s[A-ZÀ-Þ]\S*)\s(?:de\s|d['’])(?P<town>[A-ZÀ-Þ][\w'’ -]*)"
)
# "le conseiller du canton du Lac": who is of a house or a lake is neither.
_SOMEBODY_OF = re.compile(
    r"(?:(?:l[ae]s?|el|il|der|die|de|het|the) |l')(?P<noun>[\w-]+) (?:d[eu]s?|del|della|of|von|van|d')\b"
)
# "Biblioteca Solana amb el ponent: Pere Mas", "Spazio 4 per gli abitanti di Borgo, Selva e Prato": no way to a town.
_FOR_WHOM = re.compile(r"(?:per|para|pour|for|fur|voor|amb|avec|con|com|mit|met|with)\b")
_LONGEST_ROOM = 60  # letters
_FORENAME = re.compile(r"[A-ZÀ-Þ]?[a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?")
# "Budget Town Hall" is a meeting, as Americans call it, and no hall of a town of that name.
OF_A_MEETING = (
    "(?:Annual|Budget|Climate|Community|Digital|District|Education|Health|Housing|Live|Mayoral|Neighbou?rhood|Online|Open"
    "|Police|Public|Safety|Senior|Special|Student|Telephone|Transit|Transportation|Virtual|Ward|Youth)"
)
# "Thornby village hall" is in Thornby.
_ENGLISH_HALL = re.compile(
    rf"(?!(?:\w+ )?{OF_A_MEETING} )(?P<town>[A-Z][\w'-]{{2,}}(?: [A-Z][\w'-]{{2,}})?)"
    r" (?:[Vv]illage|[Tt]own|[Pp]arish) [Hh]all"
)
# "Ashbrook Community Centre" is in Ashbrook, if it is a town of size.
_ENGLISH_CENTRE = re.compile(r"(?P<town>[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?) (?:Community|Civic|Leisure) Cent(?:re|er)")
_GERMAN_HALL = re.compile(
    r"(?:[Rr]athaus(?:es)?|(?:Stadt|Gemeinde)(?:halle|haus|bibliothek|kirche|zentrum|museum)|(?:Town|City"
    r"|Village) Hall)"
    r"\s(?P<town>[A-ZÄÖÜ][\w-]+)$"
)
_GERMAN_TOWN = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:hausen|heim|stadt|stedt|dorf|felde?|kirchen|münde|brücken?|furt|hagen|ingen|bach|beck"
    r"|moor|rode|leben|büttel)(?:-(?:Ost|West|Nord|Süd))?"
)
# Towns bear these names; in a venue's they are the venue.
_ROOMS = frozenset({"Saal", "Halle", "Hall", "Aula", "Hof", "Haus", "Burg", "Forum", "Bar", "Foyer"})
# "salle du Port" stands by the port, not in Le Port.
_EVERYDAY = frozenset({"Port", "Bois", "Val", "Pont", "Parc", "Bourg", "Temple", "Marais", "Lac", "Château", "Moulin"})
# "Chiesa di San Sebastiano" is called after a saint, as many a town is.
_OF_A_SAINT = re.compile(rf"\b(?:{CHURCH}) d[eiao] (?:san|sant|santa|santo|sao|s\.) ")
_IN_PART = re.compile(rf"(?:{PART})\b")
_ON_THE_WAY = re.compile(
    r"(?!plaza mayor|placa major|place (?:du marche|de la mairie) )(?:school of|barrio|barri|bairro|quartiere"
    r"|distrito|place|rue|parc|quartier|gare|quai|cours|avenue|ecole|college|lycee|pont|porte|plaza|via|piazza)\b"
)


def tells_whom(part: str) -> bool:
    """Whether a segment tells who comes or speaks: no way to a town behind it."""
    plain = flat(part)
    return _FOR_WHOM.match(plain) is not None or _SOMEBODY_OF.match(plain) is not None


def names_a_house(part: str, language: str) -> bool:
    """Whether a segment names a house or a room, and not somebody of one."""
    if len(part) >= _LONGEST_ROOM or len(part.split()) > 6:
        return False
    plain = flat(part)
    house, somebody = heads(language).search(plain), _SOMEBODY_OF.match(plain)
    return house is not None and not (somebody and somebody.end("noun") < house.start())


@cache
def _civic() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{CIVIC})")


def town_of_venue(name: str, hints: Clues) -> str | None:
    """The town in a venue's own name: a civic building's commune, known or not; of others only a known town."""
    plain = flat(name)
    # "Auditório da Biblioteca Municipal de Mértola": a room is in its building's commune
    civic = _civic().search(plain)
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
    on_the_way = _ON_THE_WAY.search(plain)
    article = re.search(r"\s(du|au|aux|des)\s+([A-ZÀ-Þ]\S+)$", name)
    if (
        article
        and not on_the_way
        and article[2] not in _EVERYDAY
        and (town := contracted(article[1], article[2], hints))
    ):
        return town
    tail = None if _OF_A_SAINT.search(plain) else _OF_TOWN.search(name)
    if tail and hints.language == "nl" and tail[0].lstrip().startswith("de "):
        tail = None  # "Buurthuis de Boog": an article
    if tail and shaped_like_town(tail["town"]) and "-" in tail["town"] and not re.match("Saint", tail["town"]):
        return tail["town"]
    if tail and _is_town_of(tail, name, hints) and not (on_the_way and known_town(tail["town"], hints)):
        return tail["town"]
    return None if _IN_PART.match(plain) else _apposed(name.split(), hints) or _in_department(name)


def _in_department(name: str) -> str | None:
    """ "Hôtel des Postes Moulins Allier": the town before its département, as directories run them on."""
    words = name.split()
    divisions = [one for one in named_divisions(words[-1]) if one.country == "FR" and one.code] if words else []
    endings = (" ".join(words[-1 - size : -1]) for size in (3, 2, 1) if len(words) > size + 1)
    known = (town for town in endings if any(within(one, divisions[0]) for one in towns(town)))
    return next(known, None) if divisions else None


def _is_town_of(tail: re.Match[str], name: str, hints: Clues) -> bool:
    """Whether what a venue is "of" is its town: a known one, or any when all before it is common nouns."""
    town = tail["town"]
    if known_town(town, hints):
        # "Bibliothèque Jeanne de Vézelay": a forename alone before "de"
        patron = _FORENAME.fullmatch(name[: tail.start()]) and not well_known(town, hints)
        return not (patron or _is_region(town, hints))
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


def _apposed(words: list[str], hints: Clues) -> str | None:
    """Rathaus Köln, Town Hall Westport: one or two words of building, then a town of the country."""
    for size in (2, 1):
        ending = " ".join(words[-size:])
        if (
            ending in _ROOMS
            or ending.startswith(("Saint", "St-"))  # the patron of a school or a hall
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


def german_ending(name: str) -> str | None:
    """The town a German house ends with, in no gazetteer but made as towns are: "Kulturbahnhof Ebersfelde"."""
    *house, town = name.split()
    return town if house and heads("de").fullmatch(flat(house[-1])) and _GERMAN_TOWN.fullmatch(town) else None
