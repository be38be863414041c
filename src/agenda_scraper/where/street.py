"""Streets: is a segment an address line?"""

from __future__ import annotations

import re
from functools import cache

from agenda_scraper.where.words import DAYS, STREET, STREET_LAST, STREET_SUFFIX, flat

# A house number: "12", "12 bis", "4-6", "12A".
_NUMBER = r"\d{1,5}(?:\s?(?:bis|ter|quater|[a-d]))?(?:\s?[-–/]\s?\d{1,4})?"
_SQUARE = re.compile(
    r"(?:place|parvis|square|esplanade|plaza|placa|praca|largo|piazza|piazzale|passeig|paseo|rambla|quai|mail)\s"
)
_SAINT = re.compile(r"St\.? [A-Z]")
_NUMBER_BEHIND = re.compile(r",?\s\d{1,4}[a-d]?(?=[,.;)\n|·]|\s\D|$)")
_HOUSE = re.compile(rf"{_NUMBER}|s/n|n[o°]? ?\d+")


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s(])({_NUMBER}),\s+(?=(?:{STREET})\s)", re.I)


def without_comma(text: str) -> str:
    """ "3, rue des Lilas" as "3 rue des Lilas": the comma parts no number from its street."""
    return _numbered().sub(r"\1 ", text)


@cache
def _street() -> re.Pattern[str]:
    """Kind first (rue, calle, via, carrer), kind last (Street), or kind within the word and a number (Hauptstr. 3)."""
    first = rf"(?:{_NUMBER}(?:,|\s)\s*)?(?:{STREET})\s+\S"
    # "The Wharf" is a house, "Quay Lane" a street.
    last = rf"(?!the )(?:\d[\w/-]*\s+)?(?:[\w'.-]+\s+){{1,4}}?(?:{STREET_LAST})(?![\w']|\.\s[a-z])"
    joined = rf"(?:[\w.-]+\s+){{0,3}}?[\w-]*(?:{STREET_SUFFIX})\s*{_NUMBER}(?!\w)"
    # "Am Anger 2", "Unter den Linden 4"
    ahead = rf"(?:am|an de[rn]|zum|zur|auf de[rm]|unter den|hinter de[rm])\s(?!{DAYS})[\w-]+\s+{_NUMBER}(?![\w.:])"
    return re.compile(rf"(?:{first}|{last}|{joined}|{ahead})")


def is_street(text: str) -> bool:
    """True when a segment begins with a street, whatever follows it there."""
    found = _street().match(flat(text[:120]))
    # "Holbeach St Anne" is called after a saint
    return found is not None and (text[:1].isdigit() or not _SAINT.match(text, max(0, found.end() - 2)))


def is_square(text: str) -> bool:
    """True for a square or a promenade without a number: one meets there, as in a house."""
    return _SQUARE.match(flat(text)) is not None and re.search(r"\d", text) is None


def is_house_number(text: str) -> bool:
    """True for a number that belongs to the street before or after it."""
    return _HOUSE.fullmatch(flat(text)) is not None


def is_numbered(text: str, start: int, end: int) -> bool:
    """Whether a square is told with its number: "Raadhuisplein 1", "passeig del Moll, 3"."""
    number = _NUMBER_BEHIND.match(text, end)
    return number is not None and is_street(text[start : number.end()])
