"""The words of a stretch of text, looked at by place."""

from __future__ import annotations

from copy import copy
from enum import Enum
from typing import Self

from agenda_scraper.who.lexicon import Lexicon
from agenda_scraper.who.plain import Plain, Span
from agenda_scraper.who.tokens import Token, tokens

LONGEST = 22  # tokens: a name that goes on longer is a sentence
QUOTES = {"«": "»", "“": "”", "„": "“”", "»": "«", '"': '"', "‹": "›"}


class Trust(Enum):
    """How sure it is that a stretch holds names: a sentence, the words after a label, a field of nothing else."""

    PROSE = 1
    LABEL = 2
    FIELD = 3


class Stretch:
    """Words and signs in order, and how sure it is that they hold names."""

    agent = False  # whether the stretch follows "by": then even "café associatif X" is who acts

    def __init__(self, text: Plain, span: Span, lexicon: Lexicon, *, trust: Trust = Trust.PROSE) -> None:
        self.text, self.lexicon, self.trust = text, lexicon, trust
        self.tokens = tokens(text, span)

    def since(self, start: int) -> Self:
        """The words from a place on, which begins one."""
        later = copy(self)
        later.tokens = [token for token in self.tokens if token.start >= start]
        return later

    def flat(self, at: int) -> str:
        """A token for comparing, empty past the end."""
        return self.tokens[at].flat if at < len(self.tokens) else ""

    def token(self, at: int) -> Token | None:
        """A token, None past the end."""
        return self.tokens[at] if at < len(self.tokens) else None

    def _proper(self, at: int) -> bool:
        token = self.token(at)
        return token is not None and token.is_word and token.capital

    def _adjective(self, at: int) -> bool:
        token = self.token(at)
        return token is not None and not token.capital and self.lexicon.adjective.fullmatch(token.flat) is not None

    def closing(self, at: int) -> int | None:
        """The quotation mark that closes the one at a token."""
        closers = QUOTES[self.tokens[at].flat]
        for other in range(at + 2, min(at + LONGEST, len(self.tokens))):
            if self.tokens[other].flat in closers:
                return other
        return None
