"""What leads to a name: whether "in", "a" or "te" opens a town, or is a word amid somebody's name."""

from __future__ import annotations

import re

from agenda_scraper.where.affiliation import is_elsewhere
from agenda_scraper.where.mode import is_only_mode
from agenda_scraper.where.settle import Clues
from agenda_scraper.where.town import known_town, looks_like_town
from agenda_scraper.where.venue import is_venue
from agenda_scraper.where.words import CHURCH, dated, flat

_NAMED_IN = re.compile(r"(?:[a-zà-ÿ] |[(«»“„])(?P<word>[A-ZÀ-Þ][a-zà-ÿ]+)\s$")
_HOUSE_WITH_ARTICLE = re.compile(r"in (?:De|Het|'[tT]) ")
_CALLED = re.compile(rf"\b(?:barrio|barri|bairro|quartiere|wijk|{CHURCH}) (?:d[eiao] |van )(?:la |el )?")
# "a" is a preposition in the south, an article in English.
_NARROW = {"a": ("it", "es", "ca"), "em": ("pt",), "en": ("es",), "te": ("nl",)}

_NAME_BEFORE = (
    r"(?P<town>[A-ZÀ-Þ][\w’'-]+(?: [\w’'-]+){0,4}?)"
    r"\s?(?:,|[–—:-](?=\s)|\()\s?(?:(?:à|dans|en|in|im|at|au|a|al|alla|nella|na|no|bij)\s?)?(?:(?:la|le|les|the|der"
    r"|el|de|het|il)\s|l['’])?$"
)
# "am 7. Mai in Kassel (": what leads to a town comes before a mere full stop
_BEFORE = (
    re.compile(rf"(?:^|[\s(])(?P<to>à|in|en|a|em|te)\s{_NAME_BEFORE}"),
    re.compile(rf"(?P<to>(?!))?(?:[,.:]\s|\s[–—-]\s|\n|\(){_NAME_BEFORE}"),
)


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
    """Whether what is "in" in one language means nothing of the kind here: Dutch "en" is "and".

    "Junto à Capela das Almas": a Portuguese article begins a house.
    """
    return (how in ("no", "na") and language != "pt") or (how, language) in (("en", "nl"), ("à", "pt"), ("À", "pt"))


def speaks_of_here(text: str, plain: str, start: int, town: str) -> bool:
    """Whether "of X" tells the event's town: not where X is a quarter or a saint, or the sentence is of elsewhere."""
    named = flat(town)
    called = any(
        plain.startswith(named, end) and not plain[end + len(named) : end + len(named) + 1].isalnum()
        for end in (found.end() for found in _CALLED.finditer(plain))
    )
    return not called and not is_elsewhere(text, plain, start)


def town_before(before: str, hints: Clues) -> str | None:
    """The town between a date and the venue, or that "à" leads to: ", 20h – Rochebrun, " and "à Ambroisy, au "."""
    found = next(filter(None, (pattern.search(before) for pattern in _BEFORE)), None)
    if found is None or is_only_mode(found["town"]) or not looks_like_town(found["town"]):
        return None
    told = found["to"] is not None or dated().search(flat(before[: found.start() + 1][-25:])) is not None
    single = found["to"] is not None or " " not in found["town"]
    known = known_town(found["town"], hints) is not None
    return found["town"] if told and (known or (single and not is_venue(found["town"], hints.language))) else None
