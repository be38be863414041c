"""The grammar of names: where the name of an organisation begins, goes on, ends, and what follows it in a list.

A name is a noun (a capital, or a lower-case noun such as "comité") and what hangs on it: adjectives, complements
("de la fonction publique"), capitals. The grammar is shared; which words are articles, links or nouns is the lexicon's.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from agenda_scraper.text import squash
from agenda_scraper.who.lexicon import Lexicon, word_set
from agenda_scraper.who.plain import ABBREVIATIONS, Plain, Span
from agenda_scraper.who.tokens import Token, tokens

# their last dot is part of the name even at the end of a sentence
_DOTTED = frozenset({"e.v", "s.a", "s.l", "s.r.l", "inc", "ltd", "a.s.b.l"})
LONGEST = 22  # tokens: a name that goes on longer is a sentence
_QUOTES = {"«": "»", "“": "”", "„": "“”", "»": "«", '"': '"', "‹": "›"}
_ACRONYM = re.compile(r"[A-ZÀ-Þ0-9][\w.&-]{1,14}")
_LEGAL = word_set(["inc ltd llc plc gmbh ag e.v ev sa sas sarl srl s.l s.a asbl vzw bv nv cic cio ong aps scop scic"])


class Name(NamedTuple):
    """A name as written, without article; `next` is the token after it."""

    text: str
    acronym: str | None
    first: Token
    announced: bool
    capital: bool
    next: int


class Trust(Enum):
    """How sure it is that a stretch holds names: a sentence, the words after a label, a field of nothing else."""

    PROSE = 1
    LABEL = 2
    FIELD = 3


class Grammar:
    """Reads names from one stretch of text."""

    def __init__(self, text: Plain, span: Span, lexicon: Lexicon, *, trust: Trust = Trust.PROSE) -> None:
        self.text, self.lexicon, self.trust = text, lexicon, trust
        self.tokens = tokens(text, span)

    def names(self, at: int = 0) -> tuple[list[Name], int]:
        """The names of a list that begins at a token, and the token after it."""
        found: list[tuple[str, Name]] = []
        sign = ""
        while (name := self.name(at)) and self._acceptable(name, sign):
            found.append((sign, name))
            sign, following = self._separator(name.next)
            if not sign:
                break
            at = following
        kept = self._without_apposition(found)
        return kept, kept[-1].next if kept else at

    def name(self, at: int) -> Name | None:
        """The name that begins at a token, articles skipped; None when nothing there is one."""
        begin = self._skip_articles(at)
        if not self._may_begin(begin):
            return None
        end = self._extend(begin)
        acronym, following = self._acronym(begin, end)
        first, last = self.tokens[begin], self.tokens[end - 1]
        shown = squash(self.text.shown[first.start : last.end]).strip(" «»“”„\"'‹›")
        capital = any(token.capital for token in self.tokens[begin:end])
        announced = begin > at or first.flat in self.lexicon.heads
        return Name(shown, acronym, first, announced, capital, following) if shown else None

    def divides(self, at: int) -> bool:
        """Whether the token parts one name of a list from the next."""
        return self.flat(at) in self.lexicon.conjunctions or self.flat(at) in tuple(",;|•/")

    def past(self, skipped: frozenset[str]) -> int:
        """The first token that is none of these words."""
        return next((at for at, token in enumerate(self.tokens) if token.flat not in skipped), len(self.tokens))

    def _token(self, at: int) -> Token | None:
        return self.tokens[at] if at < len(self.tokens) else None

    def flat(self, at: int) -> str:
        """A token for comparing, empty past the end."""
        return self.tokens[at].flat if at < len(self.tokens) else ""

    def _skip_articles(self, at: int) -> int:
        words = self.lexicon
        while self.flat(at) in words.articles or self.flat(at) in words.contracted:
            at += 1
        return at

    def _may_begin(self, at: int) -> bool:
        token = self._token(at)
        if token is None:
            return False
        if not token.is_word:
            return token.flat in _QUOTES and at + 1 < len(self.tokens) and self._closing(at) is not None
        if self.trust is Trust.FIELD:
            return True
        words = self.lexicon
        if token.flat in words.stops or token.flat in words.days:
            return False
        if token.flat in words.indefinite and not token.capital:
            return False
        return token.capital or (not token.flat[0].isdigit() and token.flat not in words.things)

    def _extend(self, begin: int) -> int:
        """The token after the last of the name."""
        at = begin + 1 if self.tokens[begin].is_word else (self._closing(begin) or begin) + 1
        while at < len(self.tokens) and at - begin < LONGEST:
            following = self._step(begin, at)
            if following is None:
                break
            at = following
        return at

    def _step(self, begin: int, at: int) -> int | None:
        """The token after what may follow at `at`; None where the name ends."""
        token, words = self.tokens[at], self.lexicon
        if not token.is_word:
            return self._sign(at)
        if token.flat in words.conjunctions:
            return self._joined(begin, at)
        if token.flat in words.links:
            return self._linked(at)
        if token.flat in words.towards:
            return self._towards(begin, at)
        if self.trust is Trust.FIELD:
            return at + 1
        if token.flat in words.stops | words.articles:
            return self._bridge(begin, at)
        if token.flat in words.days:
            return None
        if token.capital or self._lower_fits(begin, at):
            return at + 1
        return None

    def _bridge(self, begin: int, at: int) -> int | None:
        """Past the small words inside a title-like name: "Centre social Les Hirondelles", "Collectif Place aux Voix"."""
        token, following = self.tokens[at], self._token(at + 1)
        if token.capital and self.lexicon.adjectives_follow and token.flat not in self.lexicon.articles:
            return at + 1  # "Praça Aberta": no sentence begins here, so the capital is the name's
        if following is None or not following.capital or following.flat in self.lexicon.days:
            return None
        if token.capital:
            return at + 2 if token.flat in self.lexicon.articles else None
        linked = self.tokens[at - 2].flat in self.lexicon.links if at - 2 >= begin else True
        headed = self.tokens[begin].flat in self.lexicon.heads and self.tokens[at - 1].capital and not linked
        return at + 2 if token.flat in self.lexicon.bridges and headed else None

    def _lower_fits(self, begin: int, at: int) -> bool:
        token, previous = self.tokens[at], self.tokens[at - 1]
        if token.flat[0].isdigit():
            return previous.capital and len(token.flat) <= 2 and self.flat(at + 1) not in self.lexicon.days
        if not any(before.capital for before in self.tokens[begin:at]):
            return True
        if self.lexicon.adjectives_follow and (not previous.capital or at - begin == 1):
            return token.flat not in self.lexicon.indefinite  # "Décider ensemble", "Réseau des villes ouvertes"
        return self._adjective(at)

    def _sign(self, at: int) -> int | None:
        sign, previous = self.tokens[at].flat, self.tokens[at - 1]
        if sign == ".":
            short = previous.flat in ABBREVIATIONS or (len(previous.flat) == 1 and previous.flat.isalpha())
            return at + 1 if previous.flat in _DOTTED or (short and at + 1 < len(self.tokens)) else None
        if sign in "&+" and at + 1 < len(self.tokens) and self.tokens[at + 1].is_word:
            return at + 2
        if sign == "," and self.flat(at + 1) in _LEGAL:
            return at + 2
        if sign == "-" and previous.end == self.tokens[at].start and self.flat(at + 1) in self.lexicon.conjunctions:
            return min(at + 3, len(self.tokens))  # "Demokratie- und Partizipationsforschung"
        if sign == "," and self._adjective(at - 1) and self._adjective(at + 1):
            return at + 2  # "Conseil économique, social et environnemental"
        # "association « Vivre ici »": a title hangs on a noun, never on a finished proper name
        if sign in _QUOTES and previous.flat in self.lexicon.heads and (closing := self._closing(at)):
            return closing + 1
        return None

    def _adjective(self, at: int) -> bool:
        token = self._token(at)
        return token is not None and not token.capital and self.lexicon.adjective.fullmatch(token.flat) is not None

    def _closing(self, at: int) -> int | None:
        closers = _QUOTES[self.tokens[at].flat]
        for other in range(at + 2, min(at + LONGEST, len(self.tokens))):
            if self.tokens[other].flat in closers:
                return other
        return None

    def _linked(self, at: int) -> int | None:
        """Past "de la Concertation", None when a date or a sentence follows the link instead of a noun."""
        words = self.lexicon
        while self.flat(at) in words.links or self.flat(at) in words.articles:
            at += 1
        token = self._token(at)
        if token is None or not token.is_word or token.flat[0].isdigit():
            return None
        barred = token.flat in words.days or (not token.capital and (token.flat in words.stops | words.indefinite))
        return None if barred else at + 1

    def _towards(self, begin: int, at: int) -> int | None:
        """Past "pour la démocratie", which belongs to a noun such as "agence", not to a proper name."""
        words, previous = self.lexicon, self.tokens[at - 1]
        following = at + 1
        while self.flat(following) in words.articles:
            following += 1
        token = self._token(following)
        common = previous.flat in words.heads or words.adjective.fullmatch(previous.flat) is not None
        if token is None or not common or not token.is_word or token.flat in words.days or token.flat[0].isdigit():
            return None
        proper = any(before.capital for before in self.tokens[begin:at])
        noun = token.flat in words.abstract or (following > at + 1 and not proper and token.flat not in words.heads)
        return following + 1 if token.capital or noun else None

    def _joined(self, begin: int, at: int) -> int | None:
        """Past a conjunction inside one name ("de la Concertation et de la Participation"), None between two names."""
        words, following = self.lexicon, self._token(at + 1)
        if following is None or not following.is_word:
            return None
        inside = self.tokens[begin:at]
        if following.flat in words.links:
            return self._link_repeated(begin, at + 1)
        if following.flat in words.abstract:
            return at + 2
        if len(inside) == 1 and inside[0].flat in words.heads and following.flat in words.heads:
            # "Ville et Métropole de Nantes": the complement belongs to both, so they are named as one
            return at + 2 if self.flat(at + 2) in words.links else None
        if self._pair(begin, at) or self._members(at):
            return at + 2
        plain = not following.capital and not self.tokens[at - 1].capital and following.flat[0].isalpha()
        known = words.heads | words.stops | words.articles | words.indefinite | words.things | words.contracted
        return at + 2 if plain and following.flat not in known and len(inside) > 2 else None

    def _pair(self, begin: int, at: int) -> bool:
        """ "association Fil et Aiguille": a noun and two lone words, the second with nothing after it."""
        noun, lone = self.tokens[begin], self.tokens[at + 1]
        ends = at + 2 >= len(self.tokens) or not self.tokens[at + 2].is_word
        short = at - begin == 2 and self.tokens[at - 1].capital and lone.capital and ends
        return short and noun.flat in self.lexicon.heads and lone.flat not in self.lexicon.heads and not lone.is_acronym

    def _members(self, at: int) -> bool:
        """ "Federación de Municipios y Concejos": two plurals that one link governs."""
        before, lone = self.tokens[at - 1], self.tokens[at + 1]
        ends = at + 2 >= len(self.tokens) or not self.tokens[at + 2].is_word
        plural = before.flat.endswith("s") and lone.flat.endswith("s") and lone.capital and not lone.is_acronym
        return plural and ends and at >= 2 and self.tokens[at - 2].flat in self.lexicon.links

    def _link_repeated(self, begin: int, at: int) -> int | None:
        """Past "et de la" in "Institut de la Concertation et de la Participation".

        None in "avec l'appui de la Ville et de la Métropole", where the preposition of the cue comes again.
        """
        words, after = self.lexicon, self._linked(at)
        if after is None or not any(token.flat in words.links for token in self.tokens[begin:at]):
            return None
        before = {token.flat for token in self.tokens[max(0, begin - 2) : begin]}
        return None if before & words.contracted and self.tokens[after - 1].flat not in words.abstract else after

    def _acronym(self, begin: int, end: int) -> tuple[str | None, int]:
        """The acronym in brackets after a name, and the token after the brackets."""
        if self.flat(end) not in ("(", "["):
            return None, end
        close = next(
            (i for i in range(end + 1, min(end + LONGEST, len(self.tokens))) if self.flat(i) in (")", "]")), None
        )
        if close is None:
            return None, end
        inside = self.text.shown[self.tokens[end].end : self.tokens[close].start].strip()
        capitals = sum(letter.isupper() for letter in inside)
        long = end - begin > 1
        fits = long and _ACRONYM.fullmatch(inside) and capitals * 2 >= sum(letter.isalpha() for letter in inside)
        following = close + 1
        if fits and self.flat(following) in self.lexicon.links and (linked := self._linked(following)):
            following = self._extend(linked - 1)  # "(CESER) de Bretagne"
        return (inside if fits else None), following

    def _separator(self, at: int) -> tuple[str, int]:
        """The sign between two names of a list and the token after it; an empty sign ends the list."""
        token = self._token(at)
        if token is None:
            return "", at
        if token.flat in self.lexicon.conjunctions:
            return "and", at + 1
        if token.flat == "," and self.flat(at + 1) in self.lexicon.conjunctions:
            return "and", at + 2
        if token.flat in (",", "/", "&", "+") or (self.trust is not Trust.PROSE and token.flat in ";|•·-–—"):
            return ("," if token.flat == "," else "/"), at + 1
        return "", at

    def _acceptable(self, name: Name, sign: str) -> bool:
        """A lower-case word is a name only when an article or a noun of organisation says so."""
        if self.trust is Trust.FIELD or name.capital:
            return True
        if sign:
            return name.first.flat in self.lexicon.heads
        return name.announced

    def _without_apposition(self, found: list[tuple[str, Name]]) -> list[Name]:
        """A list bound by commas alone is trusted while each name looks like an organisation: "X, Paris" is a place."""
        last = max((index for index, (sign, _) in enumerate(found) if sign == "and"), default=0)
        kept = []
        for index, (sign, name) in enumerate(found):
            if sign == "," and index > last and not self._organisation(name):
                break
            kept.append(name)
        return kept

    def _organisation(self, name: Name) -> bool:
        if self.trust is not Trust.PROSE:
            return " " in name.text or name.text.isupper() or name.first.flat in self.lexicon.heads
        return name.capital and (name.first.flat in self.lexicon.heads or name.text.isupper())
