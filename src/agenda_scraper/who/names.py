"""Names of organisations: each with its acronym, and lists of them, told from what merely follows."""

from __future__ import annotations

import re
from typing import NamedTuple

from agenda_scraper.text import squash
from agenda_scraper.who.lexicon import word_set
from agenda_scraper.who.phrase import Phrase
from agenda_scraper.who.stretch import LONGEST, QUOTES, Trust
from agenda_scraper.who.tokens import Token

# Before an office and its article: "Monsieur le maire", "M. le maire" (the dot is a sign of its own).
_HONORIFICS = frozenset({"monsieur", "madame", "mme", "mesdames", "messieurs", "m"})
# Between the article and the office: "la señora alcaldesa", "o Senhor Presidente".
_HONORIFICS_BEHIND = frozenset({"senor", "senora", "senhor", "senhora"})
_SEVERAL = word_set(
    [
        "villes communes mairies universites departements regions cantons towns cities councils universities",
        "ayuntamientos municipios universidades comuni ajuntaments municipis universitats camaras municipalidades",
        "stadte gemeinden universitaten landkreise gemeenten steden provincies",
    ]
)
_BRACKETED = re.compile(r"\s?\(([A-ZÀ-Þ]{3,9})\)")
_MARKS = re.compile('[«»“”„"]')
_ACRONYM = re.compile(r"[A-ZÀ-Þ0-9][\w.&-]{1,14}")


class Name(NamedTuple):
    """A name as written, without article; `next` is the token after it."""

    text: str
    acronym: str | None
    first: Token
    announced: bool
    capital: bool
    next: int


class Grammar(Phrase):
    """Reads names from one stretch of text."""

    def names(self, at: int = 0) -> tuple[list[Name], int]:
        """The names of a list that begins at a token, and the token after it."""
        found: list[tuple[str, Name]] = []
        sign = ""
        while (name := self.name(at)) and self._acceptable(name, sign):
            # "Grand Besançon Habitat, bailleur, et la Ville": what a body is stands between commas
            apposed = sign == "," and not name.capital and " " not in name.text and self.tokens[at] == name.first
            if not apposed:
                found.append((sign, name))
            sign, following = self._separator(name.next)
            if not sign:
                break
            at = following
        kept = self._under_one_acronym(self._of_several(self._without_apposition(found)))
        return kept, kept[-1].next if kept else at

    def name(self, at: int) -> Name | None:
        """The name that begins at a token, articles skipped; None when nothing there is one."""
        begin = self._skip_articles(at)
        if not self._may_begin(begin):
            return None
        end = self.extend(begin)
        acronym, following = self._acronym(begin, end)
        first, last = self.tokens[begin], self.tokens[end - 1]
        shown = squash(self.text.shown[first.start : last.end]).strip(" «»“”„\"'‹›")
        marks = _MARKS.findall(shown)
        if len(marks) == 1:
            shown = squash(shown.replace(marks[0], " "))  # a name in quotes behind its noun has lost its last one
        capital = any(token.capital for token in self.tokens[begin:end])
        announced = begin > at or first.flat in self.lexicon.heads
        return Name(shown, acronym, first, announced, capital, following) if shown else None

    def noun_alone(self, name: Name) -> Name:
        """A name in small letters without what may be its verb: "département", where "souhaite répondre" follows."""
        first = self.tokens.index(name.first)
        behind = self.token(first + 1)
        if name.capital or behind is None or not behind.is_word or behind.flat in self.lexicon.links:
            return name
        if self.lexicon.adjective.fullmatch(behind.flat):
            return name
        return name._replace(text=self.text.shown[name.first.start : name.first.end], next=first + 1)

    def divides(self, at: int) -> bool:
        """Whether the token parts one name of a list from the next."""
        return self.flat(at) in self.lexicon.conjunctions or self.flat(at) in tuple(",;|•/")

    def past(self, skipped: frozenset[str]) -> int:
        """The first token that is none of these words."""
        return next((at for at, token in enumerate(self.tokens) if token.flat not in skipped), len(self.tokens))

    def _skip_articles(self, at: int) -> int:
        words = self.lexicon
        # "Monsieur le Préfet et Madame la Présidente": the office is named, not its address
        begin = at
        at += self._honours(at)
        while self.flat(at) in words.articles or self.flat(at) in words.contracted:
            at += 1
        return at if at == begin else at + self._honours(at)

    def _honours(self, at: int) -> int:
        """The tokens of "Monsieur" before "le maire", of "señora" before "alcaldesa"; none of "Monsieur Roux"."""
        size = 2 if self.flat(at + 1) == "." else 1
        before = self.flat(at) in _HONORIFICS and self.flat(at + size) in self.lexicon.articles
        behind = self.flat(at) in _HONORIFICS_BEHIND and self.flat(at + 1) in self.lexicon.heads
        return size if before or behind else 0

    def _may_begin(self, at: int) -> bool:
        token = self.token(at)
        if token is None:
            return False
        if not token.is_word:
            return token.flat in QUOTES and at + 1 < len(self.tokens) and self.closing(at) is not None
        if self.trust is Trust.FIELD:
            return True
        words = self.lexicon
        if token.flat in words.stops or token.flat in words.days or token.flat in words.conjunctions:
            return False
        if token.flat in words.indefinite and not token.capital:
            return False
        return token.capital or (not token.flat[0].isdigit() and (self.agent or token.flat not in words.things))

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
        if fits and self.flat(following) in self.lexicon.links and (linked := self.linked(following)):
            following = self.extend(linked - 1)  # "(CESER) de Bretagne"
        return (inside if fits else None), following

    def _separator(self, at: int) -> tuple[str, int]:
        """The sign between two names of a list and the token after it; an empty sign ends the list."""
        token = self.token(at)
        if token is None:
            return "", at
        led = at + 1 if token.flat == "," else at
        if self.flat(led) in self.lexicon.conjunctions:
            # "proposée par Inspire et par la Maison pour tous", "avec Agora, et avec le Pays"
            again = self.flat(led + 1) in self.lexicon.agents | self.lexicon.companions
            return "and", led + 2 if again else led + 1
        if token.flat in (",", "/", "&", "+") or (self.trust is not Trust.PROSE and token.flat in ";|•·-–—"):
            return ("," if token.flat == "," else "/"), at + 1
        return "", at

    def _acceptable(self, name: Name, sign: str) -> bool:
        """A lower-case word is a name only when an article or a noun of organisation says so."""
        if self.trust is Trust.FIELD or name.capital:
            return True
        if name.first.flat in self.lexicon.things:
            return False
        if sign:
            return name.first.flat in self.lexicon.heads
        return name.announced

    def _of_several(self, names: list[Name]) -> list[Name]:
        """ "Les villes de Tressy et Valorgue": the places of one plural are no bodies."""
        first = names[0] if names else None
        if first is None or len(names) == 1 or first.first.flat not in _SEVERAL:
            return names
        link = self.tokens.index(first.first) + 1
        if self.flat(link) not in self.lexicon.links:
            return names
        count = 1
        while count < len(names) and not names[count].announced:
            count += 1
        last = names[count - 1]
        whole = squash(self.text.shown[first.first.start : last.first.start + len(last.text)])
        return [first._replace(text=whole, next=last.next), *names[count:]]

    def _under_one_acronym(self, names: list[Name]) -> list[Name]:
        """ "Platform Participatie en Beleid (PPB)": letters that begin with another name of the list join them."""
        if len(names) < 2:
            return names
        first, last = names[0], names[-1]
        whole = self.text.shown[first.first.start : last.first.start + len(last.text)]
        told = _BRACKETED.match(self.text.shown, last.first.start + len(last.text))
        if told is None or "".join(re.findall(r"\b[A-ZÀ-Þ]", whole)) != told[1]:
            return names
        return [first._replace(text=squash(whole), acronym=told[1], next=last.next)]

    def _without_apposition(self, found: list[tuple[str, Name]]) -> list[Name]:
        """A list bound by commas alone is trusted while each name looks like an organisation: "X, Paris" is a place."""
        last = max((index for index, (sign, name) in enumerate(found) if sign == "and"), default=0)
        if len(found) > 2:
            # "Oxfam, le Secours Rural, la Cane": what an article goes on with was a list before it
            told = (
                at for at, (_, name) in enumerate(found) if name.capital and (name.announced or name.text.isupper())
            )
            last = max(last, *told, 0)
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
