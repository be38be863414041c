"""Paragraphs that are lists: each of their sentences names an event and its day."""

from __future__ import annotations

import re
from dataclasses import replace

from agenda_scraper.extract.auto.tree import Block, Line
from agenda_scraper.extract.days import day_in, days_in, without_days
from agenda_scraper.text import words

# A full stop or semicolon ends a sentence, not that of an abbreviation ("av.", "St.") or of a number.
_ENDS = re.compile(r"(?<=[^\W\d_]{3}[.;])\s+(?=[^\W\d_a-zà-ÿ])")
# "La Côte, jeudi 15 novembre, …" or "jeudi 15 novembre : …": what is named stands apart from the day by a sign.
_NAME = re.compile(r"[^.;:!?]{2,60}[,:–—-]\s*(?:[^\W\d_]+\s+){0,2}", re.S)
_TURNS = re.compile(r"[<>«»‹›←→]")  # links to the day before and the day after
_LONGEST = 4000  # letters of such a paragraph
_LEAST = 2
_MOST = 100  # links of such a line


def first_sentence(text: str) -> str:
    """A text up to the end of its first sentence."""
    return _ENDS.split(text, maxsplit=1)[0].rstrip(".;")


def part_paragraphs(tree: Block) -> None:
    """Give each sentence of such a paragraph a line of its own."""
    stack = [tree]
    while stack:
        block = stack.pop()
        parts: list[Block | Line] = []
        for part in block.parts:
            parts += [part] if isinstance(part, Block) else _linked_days(part) or _sentences(part)
        block.parts = parts
        stack += [part for part in parts if isinstance(part, Block)]


def _sentences(line: Line) -> list[Line]:
    if line.level or len(line.text) > _LONGEST or days_in(line.text) < _LEAST:
        return [line]
    pieces = _ENDS.split(line.text)
    dated = [piece for piece in pieces if day_in(piece)]
    if len(dated) < _LEAST or days_in(line.text) != len(dated) or not all(map(_names_its_day, dated)):
        return [line]
    return [replace(line, text=piece, bold="", links=_within(line, piece)) for piece in pieces]


def _is_day(text: str) -> bool:
    return day_in(text) is not None and not words(without_days(text))


def _linked_days(line: Line) -> list[Line]:
    """The links of a line that is nothing but days with a link each, as of a menu of agendas; empty for any other."""
    days = [text for text, _ in line.links]
    if not _LEAST <= len(days) <= _MOST or line.level or not all(map(_is_day, days)):
        return []
    rest = line.text
    for text in days:
        rest = rest.replace(text, " ", 1)
    if words(rest) or _TURNS.search(line.text):
        return []
    return [replace(line, text=text, bold="", links=((text, address),)) for text, address in line.links]


def _names_its_day(sentence: str) -> bool:
    day = day_in(sentence)
    return day is not None and _NAME.fullmatch(sentence[: day.begin]) is not None


def _within(line: Line, piece: str) -> tuple[tuple[str, str], ...]:
    return tuple(link for link in line.links if link[0] and link[0] in piece)
