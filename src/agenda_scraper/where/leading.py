"""What leads to a name: whether "in", "a" or "te" opens a town, or is a word amid somebody's name."""

from __future__ import annotations

import re

from agenda_scraper.where.affiliation import is_elsewhere
from agenda_scraper.where.venue import is_venue
from agenda_scraper.where.words import CHURCH, flat

_NAMED_IN = re.compile(r"(?:[a-zà-ÿ] |[(«»“„])(?P<word>[A-ZÀ-Þ][a-zà-ÿ]+)\s$")
_HOUSE_WITH_ARTICLE = re.compile(r"in (?:De|Het|'[tT]) ")
_CALLED = re.compile(rf"\b(?:barrio|barri|bairro|quartiere|wijk|{CHURCH}) (?:d[eiao] |van )(?:la |el )?")
# "a" is a preposition in the south, an article in English.
_NARROW = {"a": ("it", "es", "ca"), "em": ("pt",), "en": ("es",), "te": ("nl",)}


def inside_name(text: str, start: int, language: str) -> bool:
    """ "von More in Common", "door Raad in Beweging": what a word with a capital amid its sentence is "in"."""
    before = _NAMED_IN.search(text[max(0, start - 30) : start])
    # "houdt de gemeente Elsmeer in De Merel een avond": a house with its article
    if before is None or _HOUSE_WITH_ARTICLE.match(text, start):
        return False
    return not is_venue(before["word"], language) and (language != "de" or before[0][0] in "(«»“„")


def may_name_town(how: str, language: str) -> bool:
    """Whether a town may follow: in "a Câmara", "à Lei" of Portuguese stands an article."""
    return (how[0] in "àÀAiI" and (language != "pt" or how[0] in "iI")) or language in _NARROW.get(how, ())


def joins(how: str, language: str) -> bool:
    """Whether what is "in" in one language means nothing of the kind here: Dutch "en" is "and"."""
    return (how in ("no", "na") and language != "pt") or (how == "en" and language == "nl")


def speaks_of_here(text: str, plain: str, start: int, town: str) -> bool:
    """Whether "of X" tells the event's town: not where X is a quarter or a saint, or the sentence is of elsewhere."""
    named = flat(town)
    called = any(
        plain.startswith(named, end) and not plain[end + len(named) : end + len(named) + 1].isalnum()
        for end in (found.end() for found in _CALLED.finditer(plain))
    )
    return not called and not is_elsewhere(text, plain, start)
