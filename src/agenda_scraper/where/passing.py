"""How a name stands in its notice: in the lead, set off by commas, in a row of others, or but once in passing.

A town is said in the lead, or again, or closes the line that tells the date and the house. What no gazetteer has at
home and what does none of these is a quarter, a house, an acronym or a noun with a capital far oftener than a town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from agenda_scraper.where.affiliation import is_elsewhere
from agenda_scraper.where.settle import Clues, settled
from agenda_scraper.where.town import known_town, looks_like_town, shaped_like_town, towns
from agenda_scraper.where.words import LINKS, dated, flat

_SHORT = ("st", "av", "bd", "str", "nr", "pr", "dr", "mr", "ste", "mme", "bld", "prof", "univ")
# A full stop that ends a sentence, not an abbreviation nor an initial.
SENTENCE_END = r"\.(?<![\s.][A-Z]\.)(?i:" + "".join(rf"(?<!\b{word}\.)" for word in _SHORT) + r"(?<!str\.))"
_LEAD = 280  # letters: a title, and what, when and where, before a notice goes into detail
_AND = re.compile(r"\s(?:et|and|und|y|e|i|en)\s")
_INSIDE = frozenset(LINKS.split("|"))
_TIED = 0.2  # the confidence of a name that several towns bear alike
_ROW = 3  # towns side by side are places it speaks of
_YEAR = 4  # figures
# "na UAlgarve" is a university; "IJsselmonde" is a town
_CAMEL = re.compile(r"\b(?!IJ)[A-ZÀ-Þ]{2,}[a-zà-ÿ]")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    # Both begin with one set of signs, which is searched for ten times as fast as a choice.
    return (
        re.compile(rf"[\n!?.](?:(?<=\n)\n*|(?<=[!?])\s|(?<={SENTENCE_END})(?=\s|$))"),
        re.compile(r"[,;()\n•|»«“”:\s](?:(?<=[,;()\n•|»«“”])|(?<=:)\s|(?<=\s)[–—-]\s)"),
    )


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans between what ends a sentence."""
    start = 0
    for mark in _patterns()[0].finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def set_off(text: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """What begins with a capital and marks set off from the rest of its sentence, with that sentence."""
    segment = _patterns()[1]
    for start, end in sentences(text):
        first = start
        for mark in (*segment.finditer(text, start, end), None):
            last = mark.start() if mark else end
            whole = mark is None and first == start
            if not whole and text[first:last].lstrip()[:1].isupper():
                yield first, last, (start, end)
            first = mark.end() if mark else end


def in_passing(name: str, text: str, hints: Clues) -> bool:
    """Whether a town, or what looks like one, is but named and the notice is elsewhere; `hints.text` is `flat(text)`.

    What is said again is spoken of. What is said once stands not in a row of towns; and what no gazetteer has at home,
    or has so often that nobody can say which it is, stands in the lead, or closes the line that tells the house.
    """
    if _CAMEL.search(name):
        return True
    named = flat(name)
    first, last = hints.text.find(named), hints.text.find(named) + len(named)
    if first < 0 or hints.text.find(named, last) >= 0:
        return False
    if _in_row(text, first, last, hints):
        return True
    if first < _LEAD or shaped_like_town(name) or _closes(text, first, last):
        return False
    return not is_at_home(name, hints) or settled(name, hints).confidence <= _TIED


def leading_town(part: str, hints: Clues, *, to: bool) -> str | None:
    """The town that a segment begins with before its sentence goes on: "Weingarten an den Rat", "Utrecht in gesprek".

    `to`: "in" leads to it, and so it need not be known.
    """
    words = part.split()
    size = next((at for at, word in enumerate(words) if word[0].islower()), 0)
    name, rest = " ".join(words[:size]), words[size + 1 : size + 2]
    link = size > 0 and words[size] in _INSIDE
    if not size or (link and (not rest or rest[0][0].isupper() or rest[0] in _INSIDE)):
        return None
    return name if known_town(name, hints) or (to and not link and size == 1 and looks_like_town(name)) else None


def is_at_home(name: str, hints: Clues) -> bool:
    """Whether the gazetteer has a town of that name in the country of the source; of no country every one is."""
    return any(hints.home in (town.country, None) for town in towns(name))


def _closes(text: str, start: int, end: int) -> bool:
    """ "…, salle du Pressoir, Grésillottes.": behind a comma, at the end of its line or sentence."""
    return text[:start].endswith(", ") and (end == len(text) or text[end] in ".;!\n")


def _in_row(text: str, first: int, last: int, hints: Clues) -> bool:
    """Whether towns stand side by side: "les maires de Joigny, Tonnerre et Avallon"."""
    if text[first - 2 : first] != ", " and text[last : last + 2] != ", ":
        return False
    before = text[max(0, first - 60) : first].rsplit("\n", 1)[-1].split(", ")[-_ROW:-1]
    after = text[last : last + 120].split("\n", 1)[0].split(", ")[1:_ROW]
    beside = [*(part.rpartition(" ")[2] for part in before), *(name for part in after for name in _AND.split(part))]
    names = [name for name in beside if name[:1].isupper()]
    return len(names) + 1 >= _ROW and sum(known_town(name, hints) is not None for name in names) + 1 >= _ROW


def is_aside(text: str, plain: str, first: int) -> bool:
    """Whether a town follows a speaker's house in his bracket: "Ann Birk (Initiative Nord, Bielefeld)"."""
    return text[:first].endswith((",", ", ")) and is_elsewhere(text, plain, first)


def is_dated(plain: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence tells a day or an hour; a year alone is neither."""
    return any(len(found[0]) != _YEAR or not found[0].isdigit() for found in dated().finditer(plain, *sentence))
