"""An address that is a line by itself, beside the line that tells the day: lists write nothing else of where."""

from __future__ import annotations

import re
from itertools import pairwise

from agenda_scraper.model import Place
from agenda_scraper.where.address import begins_with_date, read
from agenda_scraper.where.gazetteer import key
from agenda_scraper.where.settle import Clues
from agenda_scraper.where.street import is_street
from agenda_scraper.where.words import STREET, STREET_LAST, dated, flat

_LINES = 12  # of a notice; an address further on is of whom one writes to
_LONGEST = 120
_ARTICLE = 3
_LINE = re.compile(
    r"(?:(?P<name>[A-ZÀ-Þ][^,:;\n\d]{2,50}), )?(?P<street>\d{1,5}[A-Za-z]?,? [^,:;()/\n]{3,40})(?:, [^:;\n]{2,60})?\.?"
)
_NAMED = re.compile(rf"\d+[a-z]?,? (?:(?:{STREET}) .+|.*\b(?:{STREET_LAST})\.?(?: (?:[nsew]|[ns][ew])\.?)?)")


def address_by_the_day(text: str, hints: Clues, language: str) -> Place | None:
    """The place of the first line that is an address, right above or below one that tells a day."""
    lines = text.split("\n")[:_LINES]
    for above, below in pairwise(lines):
        for line, other in ((above, below), (below, above)):
            if _tells_a_day(other) and _is_address(line):
                return read(line, hints, language)
    return None


def names_its_street(town: str, address: str | None, text: str) -> bool:
    """Whether a town was read out of the name of a street alone: "12 rue des Lilas" is not in Les Lilas."""
    telling = {word for word in key(town).split() if len(word) > _ARTICLE}
    street = key(address or "")
    elsewhere = key(text).replace(street, " ") if street else ""
    return bool(telling) and telling <= set(street.split()) and not telling <= set(elsewhere.split())


def _tells_a_day(line: str) -> bool:
    return dated().search(flat(line[:_LONGEST])) is not None


def _is_address(line: str) -> bool:
    """Whether a line is a house number and its street, with the name of the house before them or a room behind."""
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    if found is None or begins_with_date(line) or (found["name"] and _tells_a_day(found["name"])):
        return False
    return is_street(found["street"]) and _NAMED.fullmatch(flat(found["street"])) is not None
