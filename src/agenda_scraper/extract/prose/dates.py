"""Where a date stands in a line: enough to take it out of a title. What the date is, another room reads."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from agenda_scraper.extract.prose.words import bag
from agenda_scraper.text import align

_TOKEN = re.compile(r"\w+|[^\w\s]")
_NUMBER = re.compile(r"\d{1,4}(?:er|ere|re|e|st|nd|rd|th|h\d{0,2}|am|pm|a|o|u)?$")
_NUMERIC = re.compile(
    r"(?<!\w)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.)(?!\w)"
)
_JOINTS = frozenset(".,:-–—/()&°+’'‘")
_LAST = frozenset(
    {"uhr", "h", "uur", "heures", "horas", "hores", "am", "pm", ")"}
    | {"tarde", "noche", "noite", "tarda", "vespre", "mati", "sera", "pomeriggio", "avond"}
)
_LONGEST = 40  # tokens of one date


class Span(NamedTuple):
    """Letters from `start` up to `end`."""

    start: int
    end: int


def date_in(line: str) -> Span | None:
    """The first stretch of a line that is a date: a month, a weekday or 12/03/2026, numbers, and words between."""
    folded = align(line)
    if not any(map(str.isdigit, folded)):
        return None
    numeric = _NUMERIC.search(folded)
    coming = _TOKEN.finditer(folded)
    tokens: list[tuple[str, int, int]] = []
    for at in range(len(folded)):
        if len(tokens) <= at + _LONGEST + 1:  # a long line is taken apart no further than its first date
            tokens += [(match[0], *match.span()) for match in islice(coming, 2 * _LONGEST)]
        if at == len(tokens):
            break
        word, start, _ = tokens[at]
        if _is_name(word) or (numeric and start == numeric.start()):
            span = _grown(tokens, at)
            if any(letter.isdigit() for letter in folded[span.start : span.end]):
                return span
    return None


def names_a_day(text: str) -> bool:
    """Whether a text holds a date at all, not mere hours."""
    return any(date_in(line) for line in text[:2000].splitlines())


def names_hours(text: str) -> bool:
    """Whether a text is hours and nothing else: "14h-17h", "10 am to noon"."""
    words = _TOKEN.findall(align(text))
    return any(word[0].isdigit() for word in words) and all(_dated(word) for word in words)


def _grown(tokens: list[tuple[str, int, int]], at: int) -> Span:
    first = last = at
    while first > 0 and at - first < _LONGEST and _dated(tokens[first - 1][0]):
        # "niveau 2, les 18 et 19 mai": the article opens the date
        if tokens[first][0] in bag("dates", "openers") and tokens[first - 1][0] in _JOINTS:
            break
        # "Neighbourhood Planning 101, Wednesday": no day, no hour, no year
        if tokens[first - 1][0].isdigit() and 31 < int(tokens[first - 1][0]) < 1900:
            break
        first -= 1
    while last + 1 < len(tokens) and last - at < _LONGEST and _dated(tokens[last + 1][0]):
        last += 1
    # "Assises 2026 – 12 mars": a year before a dash belongs to the name
    while first < at and (tokens[first][0] in _JOINTS or _is_edition(tokens, first)):
        first += 1
    while last > at and not _may_end(tokens[last][0]):
        last -= 1
    return Span(tokens[first][1], tokens[last][2])


def _may_end(word: str) -> bool:
    return word[0].isdigit() or word in _LAST or _is_name(word)


def _is_name(word: str) -> bool:
    return word in bag("dates", "months") or word in bag("dates", "weekdays")


def _is_edition(tokens: list[tuple[str, int, int]], at: int) -> bool:
    return len(tokens[at][0]) == 4 and tokens[at][0].isdigit() and tokens[at + 1][0] in _JOINTS


def _dated(word: str) -> bool:
    return word in _JOINTS or bool(_NUMBER.match(word)) or word in bag("dates", "links") or _is_name(word)
