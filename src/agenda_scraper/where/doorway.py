"""Names at the door of a street: whatever stands between a comma and an address is the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agenda_scraper.where.words import STREET, STREET_SUFFIX, dated, flat

# "(45 minutes chrono)" is no house number
_COUNTED = (
    r"(?:minut\w*|min|heures?|hours?|horas?|hores|ore|stunden|uur|jours?|days?|dias?|tage|ans|years?|anos|anni|anys|jahre"
    r"|jaar|personnes?|people|personas|persone|pessoas|persones|personen|places|seats|plazas|posti|lugares|euros?|km)\b"
)
_STREETS = re.compile(
    rf",\s(?=\d{{1,5}}(?:\s?(?:bis|ter))?,?\s(?:{STREET})\s|[\w-]{{2,25}}(?:{STREET_SUFFIX})\s\d"
    rf"|[\w'-]{{2,20}}\s(?:[\w'-]{{2,20}}\s)?(?:street|road"
    rf"|lane|avenue)\b|(?:calle|carrer|rua|via)\s[^,;.()\n]{{2,40}},?\s\d)"
    rf"|\s\((?=\d{{1,5}}(?:\s?(?:bis|ter))?,?\s(?!{_COUNTED})[\w'-]{{2,}}\s|(?:{STREET})\s|[\w-]{{0,30}}(?:{STREET_SUFFIX})\s\d)"
)
_NAME_BEFORE = re.compile(
    r"(?:^|[,.:–—-]\s|\n|\b(?:in|im|à|au|aux|at|en|bei|beim|te|chez|presso|al|the|de|het|der"
    r"|die)\s)(?P<name>(?:(?<=, )(?:atelier|studio|taller|estudio|bottega|oficina) )?[A-ZÀ-Þ][^,;:.()\n–—]{2,50})$"
)
_SETS_OUT = re.compile(
    r"\b(?:part(?:ira|irons|ons|ent|e|imos|imo|iamo|irem|im)|sali(?:mos|remos|da)|sort(?:im|irem|ida)|depart|partenza"
    r"|partida|saida|saimos|vertrek\w*|sets? (?:out|off)|leav(?:es?|ing))\b[^.!?\n]{0,80}$"
)
_ENTRANCE = re.compile(
    r"\b(?:entree|entrance|gates|steps|ingang|eingang|ingresso|entrada|porta|puerta|portici|arcades|escales|marches) "
    r"(?:de la |de l'|du |des |de |of (?:the )?|to (?:the )?|van (?:de |het )?|di |del |della |dell'|do |da )$"
)
_CLAUSE = 90  # letters between the verb and the house


def before_streets(text: str, plain: str) -> Iterator[tuple[int, int]]:
    """Whatever stands between a comma and a street: ", Le Barbouillon, 12 place de l'Horloge"."""
    for found in _STREETS.finditer(plain):
        name = _NAME_BEFORE.search(text[max(0, found.start() - 60) : found.start()])
        if name and (date := [*dated().finditer(flat(name["name"]))]):
            # "Les 7 et 8 février 2026 au Manège, 331 rue de la République"
            name = _NAME_BEFORE.search(name["name"], date[-1].end())
        if name:
            yield found.start() - len(name["name"]), found.start()


def sets_out(plain: str, start: int) -> bool:
    """Whether one sets out "of" what stands at a place: "Elle partira samedi à 10 h de la passerelle"."""
    return _SETS_OUT.search(plain, max(0, start - _CLAUSE), start) is not None


def at_entrance(plain: str, start: int) -> bool:
    """Whether one meets where what stands at a place is entered: "bij de ingang van supermarkt Boerema"."""
    return _ENTRANCE.search(plain, max(0, start - 30), start) is not None
