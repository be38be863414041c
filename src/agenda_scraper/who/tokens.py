"""The text cut into words and signs, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from agenda_scraper.who.plain import Plain, Span

_TOKEN = re.compile(
    r"(?:qu|all|dell|nell|sull|dall|coll|un|[cdjlmnst])'(?=\w)"  # an elided article or link stands for itself
    r"|[^\W_]+(?:[-'.·@+][^\W_]+|&[^\W_]+)*(?:'(?=\s\w))?"
    r"|[^\w\s]|_"
)


class Token(NamedTuple):
    """A word or a sign: `flat` for comparing, `capital` when it is written as names are, `start`, `end` in the text."""

    flat: str
    capital: bool
    is_acronym: bool
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Letters or digits, not a sign."""
        return self.flat[0].isalnum()


def tokens(text: Plain, span: Span) -> list[Token]:
    """The tokens of a stretch, in order."""
    return [
        _token(found[0], text.shown[found.start() : found.end()], found.start())
        for found in _TOKEN.finditer(text.flat, span.start, span.end)
    ]


def opening(text: Plain, span: Span) -> Token | None:
    """The first token of a stretch, None where there is none."""
    found = _TOKEN.search(text.flat, span.start, span.end)
    return _token(found[0], text.shown[found.start() : found.end()], found.start()) if found else None


def _token(flat: str, word: str, start: int) -> Token:
    # "iD", "1Planet", "eDemocracia" are names too: a capital anywhere.
    return Token(flat, word != word.lower(), len(word) > 1 and word.isupper(), start, start + len(word))
