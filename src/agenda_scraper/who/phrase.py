"""The inside of a name: from its first word, how far it goes on.

A name is a noun (a capital, or a lower-case noun such as "comité") and what hangs on it: adjectives, complements
("de la fonction publique"), capitals. The grammar is shared; which words are articles, links or nouns is the lexicon's.
"""

from __future__ import annotations

import re

from agenda_scraper.who.lexicon import word_set
from agenda_scraper.who.plain import ABBREVIATIONS
from agenda_scraper.who.stretch import LONGEST, QUOTES, Stretch, Trust
from agenda_scraper.who.subjects import joins_subject, past_subjects

_ORDINAL = re.compile(r"\d{1,3}(?:e|er|ere|eme|nd|rd|st|th|a|o)")
# They mean nothing else, in small letters neither: "Stadsdenkers vzw".
_TRAILING = frozenset({"asbl", "vzw", "ivzw", "gmbh", "srl", "cic", "scic", "scop"})
_LEGAL = word_set(["inc ltd llc plc gmbh ag e.v ev sa sas sarl srl s.l s.a asbl vzw bv nv cic cio ong aps scop scic"])
# Their last dot is part of the name even at the end of a sentence.
_DOTTED = frozenset({"e.v", "s.a", "s.l", "s.r.l", "inc", "ltd", "a.s.b.l"})


PARTICIPLE = ("é", "ée", "és", "ées", "prévu", "prévue", "prévus", "prévues")  # French: "et programmée le 3 mai"
_ALL = frozenset(
    {"tous", "toutes", "todos", "todas", "alle", "allen", "tutti", "tots", "all"}
)  # "collectif Santé pour tous"
_WHOLE = word_set(["municipalite mairie ville villes commune communes prefecture region departement metropole"])
THEIRS = frozenset(("nos", "ses", "sus", "suoi", "seus", "seves"))
_AFAR = frozenset(
    {"ligne", "visio", "visioconference", "direct", "presentiel", "distanciel", "linea", "linia", "mairie"}
)
_ASTRIDE = frozenset({"am", "an", "aan"})
_FOR = frozenset({"pour", "por", "per", "fur", "voor", "for"})
_INSTITUTIONAL = frozenset({"a", "au", "aux"})  # "Délégation à la vie associative"


class Phrase(Stretch):
    """How far a name goes that begins at one of the words of a stretch."""

    def extend(self, begin: int) -> int:
        """The token after the last of the name."""
        at = begin + 1 if self.tokens[begin].is_word else (self.closing(begin) or begin) + 1
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
            return past_subjects(self.tokens, words, begin, at) or self._sign(at)
        if [self.tokens[before].flat for before in range(max(at - 3, 0), at)] == [".", "v", "."]:
            return None
        if token.flat == "e" and self.flat(at + 1) == "." and self.flat(at + 2) == "v":
            return min(at + 4, len(self.tokens))  # "Mehr Mitsprache e. V."
        if token.flat in words.conjunctions:
            return self._joined(begin, at)
        if token.flat in words.links:
            return self.linked(at)
        if token.flat in words.towards:
            return self._towards(begin, at)
        if self.trust is Trust.FIELD:
            return at + 1
        if token.flat in words.stops or token.flat in words.articles:
            return self._bridge(begin, at)
        if token.flat in words.days:
            return None
        if token.capital or self._lower_fits(begin, at):
            return at + 1
        return None

    def _bridge(self, begin: int, at: int) -> int | None:
        """Past the small words inside a title: "Centre social Les Hirondelles", "Collectif Place aux Voix"."""
        token, following = self.tokens[at], self.token(at + 1)
        if token.capital and self.lexicon.adjectives_follow and token.flat not in self.lexicon.articles:
            return at + 1  # "Praça Aberta": no sentence begins here, so the capital is the name's
        if following is None or not following.capital or following.flat in self.lexicon.days:
            return None
        if token.capital:
            return at + 2 if token.flat in self.lexicon.articles else None
        linked = self.tokens[at - 2].flat in self.lexicon.links if at - 2 >= begin else True
        headed = self.tokens[begin].flat in self.lexicon.heads and self.tokens[at - 1].capital
        if self.tokens[begin].flat in _WHOLE and headed and token.flat in self.lexicon.articles:
            return at + 2  # "Ville de Vaison la Romaine"
        return at + 2 if token.flat in self.lexicon.bridges and headed and not linked else None

    def _lower_fits(self, begin: int, at: int) -> bool:
        token, previous = self.tokens[at], self.tokens[at - 1]
        if token.flat[0].isdigit():
            # "Union paysanne 79": a number that a sign follows, or nothing, is the name's
            ends = self.flat(at + 1) in ("", ",") or self.flat(at + 1) in self.lexicon.conjunctions
            return (previous.capital or ends) and len(token.flat) <= 2 and self.flat(at + 1) not in self.lexicon.days
        if token.flat in self.lexicon.indefinite:
            return False
        if token.flat in _TRAILING and previous.capital:
            return True
        if at - begin == 1 and previous.capital and self.lexicon.language == "nl" and token.flat in self.lexicon.heads:
            return previous.flat.endswith("se")  # "Vlaamse overheid"
        if not any(before.capital for before in self.tokens[begin:at]):
            # Dutch joins its nouns: what follows one in lower case is the sentence's
            return self.lexicon.language != "nl"
        if self.lexicon.adjectives_follow and (not previous.capital or at - begin == 1):
            return True  # "Décider ensemble", "Réseau des villes ouvertes"
        return self._adjective(at)

    def _sign(self, at: int) -> int | None:
        sign, previous = self.tokens[at].flat, self.tokens[at - 1]
        if sign == ".":
            short = previous.flat in ABBREVIATIONS or (len(previous.flat) == 1 and previous.flat.isalpha())
            return at + 1 if previous.flat in _DOTTED or (short and at + 1 < len(self.tokens)) else None
        if sign in "&+" and at + 1 < len(self.tokens) and self.tokens[at + 1].is_word:
            # "Ville de Lille & Département du Nord" are two, "Femmes & Ville" is one: a body of its own is of something
            further = self.token(at + 2)
            apart = self.flat(at + 1) in self.lexicon.heads and further is not None and further.is_word
            return None if apart else at + 2
        if sign == "," and self.flat(at + 1) in _LEGAL and not self._proper(at + 2):
            return at + 2  # but "vzw Winkel, asbl Agora" are two
        if sign == "-" and previous.end == self.tokens[at].start and self.flat(at + 1) in self.lexicon.conjunctions:
            return min(at + 3, len(self.tokens))  # "Demokratie- und Partizipationsforschung"
        if (
            sign == ","
            and self._adjective(at - 1)
            and self._adjective(at + 1)
            and not self.flat(at + 1).endswith("mente")
        ):
            return at + 2  # "Conseil économique, social et environnemental"
        # "association « Vivre ici »": a title hangs on a noun, never on a finished proper name
        if sign in QUOTES and previous.flat in self.lexicon.heads and (closing := self.closing(at)):
            return closing + 1
        return None

    def linked(self, at: int) -> int | None:
        """Past "de la Concertation", None when a date or a sentence follows the link instead of a noun."""
        words = self.lexicon
        while self.flat(at) in words.links or self.flat(at) in words.articles:
            at += 1
        token = self.token(at)
        if token is None or not token.is_word:
            return None
        if token.flat[0].isdigit():
            # "la mairie du 3e arrondissement", but not "du 3 mars" or "du 1er mars"
            return at + 1 if _ORDINAL.fullmatch(token.flat) and self.flat(at + 1) not in words.days else None
        lower = not token.capital and (token.flat in words.stops or token.flat in words.indefinite)
        barred = lower or token.flat in words.days
        return None if barred else at + 1

    def _towards(self, begin: int, at: int) -> int | None:
        """Past "pour la démocratie", which belongs to a noun such as "agence", not to a proper name."""
        words, previous = self.lexicon, self.tokens[at - 1]
        following = at + 1
        while self.flat(following) in words.articles:
            following += 1
        if self.flat(following) in words.indefinite and self._proper(following + 1):
            following += 1  # "Plataforma por un Barrio Verde"
        token = self.token(following)
        # "Grupo de Investigación en Innovación"
        studied = words.adjectives_follow and previous.flat in words.abstract
        common = studied or previous.flat in words.heads or words.adjective.fullmatch(previous.flat) is not None
        called = self._is_called(begin, at) and not common
        if self.flat(at) in _ASTRIDE and (river := self._river(begin, at, following)):
            return river + 1
        if self.flat(at) == "en" and self._ends_with_what(at, following):
            return following + 1  # "Citoyens en herbe"
        if previous.flat in _WHOLE and self.flat(at) in ("sur", "pour"):
            return None  # "le travail mené par la municipalité sur le plan local d'urbanisme"
        if token is not None and common and token.flat in _ALL and self.flat(at) in _FOR:
            return following + 1  # "Maison pour tous"
        if called and token is not None and (token.capital or token.flat in _ALL or token.flat in words.abstract):
            return None if token.flat in words.days else following + 1
        if token is not None and not common and self.flat(at) in _INSTITUTIONAL:
            return self._bridge(begin, at)
        if token is None or not common or not token.is_word or token.flat in words.days or token.flat[0].isdigit():
            return None
        proper = any(before.capital for before in self.tokens[begin:at])
        if self.flat(at) in _INSTITUTIONAL:
            return following + 1 if token.flat in words.abstract else self._bridge(begin, at)
        # "Autorità regionale per la garanzia della partecipazione"
        of_what = self.flat(following + 1) in words.links and {previous.flat, token.flat}.isdisjoint(words.heads)
        of_what = of_what and token.flat not in words.things  # "Actions Citoyennes sur le thème de la ville"
        noun = (
            of_what
            or token.flat in words.abstract
            or (following > at + 1 and not proper and token.flat not in words.heads)
        )
        return following + 1 if token.capital or noun else None

    def _ends_with_what(self, at: int, following: int) -> bool:
        """Whether a name with a capital is in what one word tells, and nothing follows it: no "en ligne"."""
        token, behind = self.token(following), self.token(following + 1)
        told = following == at + 1 and token is not None and token.is_word and not token.capital
        lone = behind is None or behind.flat in ".,;"
        return bool(told and lone and token and token.flat not in _AFAR and self.tokens[at - 1].capital)

    def _is_called(self, begin: int, at: int) -> bool:
        """ "mouvement Ensemble pour Cazals": what is for a place is said after the first word of a name."""
        headed = at - begin == 2 and self.tokens[begin].flat in self.lexicon.heads
        return headed and self.flat(at) in (*_FOR, "en") and self.tokens[at - 1].capital

    def _river(self, begin: int, at: int, following: int) -> int | None:
        """The last word of "Stadt Wolkenstein am Main", "gemeente Alphen aan den Rijn"; a day or a house is none."""
        words = self.lexicon
        while self.flat(following) in words.links:
            following += 1
        river = self.token(following)
        if river is None or not river.capital or not river.is_word or not self.tokens[at - 1].capital:
            return None
        by = self.tokens[begin].flat in words.heads and river.flat not in words.days | words.heads | words.things
        return following if by else None

    def _joined(self, begin: int, at: int) -> int | None:
        """Past a conjunction inside one name ("de la Concertation et de la Participation"), None between two names."""
        words, following = self.lexicon, self.token(at + 1)
        if following is None or not following.is_word:
            return None
        inside = self.tokens[begin:at]
        if following.flat in words.links:
            body = self.token(at + 2)
            if following.flat in words.articles and body is not None and body.flat in words.heads and body.capital:
                return None  # "die Landeszentrale … und der Verein": the article, not the genitive
            return self._link_repeated(begin, at + 1)
        # "gemeente Groenrade en Energie Samen": a proper name of two words is another body
        another = following.capital and self._proper(at + 2) and self.tokens[at - 1].capital
        if following.flat in words.abstract and not another:
            return at + 2
        if another and {self.tokens[at - 1].flat, self.flat(at + 2)} <= words.abstract - {following.flat}:
            return at + 3  # "Centre for Deliberative Democracy and Global Governance"
        if len(inside) == 1 and inside[0].flat in words.heads and following.flat in words.heads:
            # "Ville et Métropole de Nantes": the complement belongs to both, so they are named as one
            return at + 2 if self.flat(at + 2) in words.links else None
        if self._pair(begin, at) or self._members(at) or joins_subject(self.tokens, words, begin, at):
            return at + 2
        if following.flat in words.articles and self._is_for(begin, at):
            return at + 3 if self.flat(at + 3) in words.links else None
        written = self.text.shown[following.start : following.end]
        if written.endswith(PARTICIPLE):
            return None
        plain = not following.capital and not self.tokens[at - 1].capital and following.flat[0].isalpha()
        sets = (words.heads, words.stops, words.articles, words.indefinite, words.things, words.contracted)
        if self._adjective(at - 1) and self._adjective(at + 1) and len(inside) > 1:
            return at + 2  # "Université populaire et citoyenne"
        return at + 2 if plain and not any(following.flat in known for known in sets) and len(inside) > 2 else None

    def _is_for(self, begin: int, at: int) -> bool:
        """ "Autorità per la garanzia e la promozione della partecipazione": a body that is for two things."""
        words = self.lexicon
        aim = self.flat(at - 2) in words.articles and self.flat(at - 3) in words.towards and at - 3 > begin
        return aim and self.flat(at + 2) not in words.heads

    def _pair(self, begin: int, at: int) -> bool:
        """ "association Fil et Aiguille": a noun and two lone words, the second with nothing after it."""
        noun, lone = self.tokens[begin], self.tokens[at + 1]
        ends = at + 2 >= len(self.tokens) or not self.tokens[at + 2].is_word
        short = at - begin == 2 and self.tokens[at - 1].capital and lone.capital and ends
        return short and noun.flat in self.lexicon.heads and lone.flat not in self.lexicon.heads and not lone.is_acronym

    def _members(self, at: int) -> bool:
        """ "Federación de Municipios y Concejos", "… de Veïns i Veïnes de X": two plurals that one link governs."""
        before, lone = self.tokens[at - 1], self.tokens[at + 1]
        ends = before.flat[:3] == lone.flat[:3] or at + 2 >= len(self.tokens) or not self.tokens[at + 2].is_word
        plural = before.flat.endswith("s") and lone.flat.endswith("s") and not lone.is_acronym
        if plural and not lone.capital and not before.capital and self.flat(at + 2) in self.lexicon.links:
            # "Union des villes et communes de Wallonie": what they are of belongs to both
            return at >= 2 and {before.flat, lone.flat} <= self.lexicon.heads and self._linked_plural(at - 2)
        return plural and lone.capital and ends and at >= 2 and self.tokens[at - 2].flat in self.lexicon.links

    def _linked_plural(self, at: int) -> bool:
        return self.flat(at) in self.lexicon.links and at >= 1 and self.tokens[at - 1].flat in self.lexicon.heads

    def _link_repeated(self, begin: int, at: int) -> int | None:
        """Past "et de la" in "Institut de la Concertation et de la Participation".

        None in "avec l'appui de la Ville et de la Métropole", where the preposition of the cue comes again.
        """
        words, after = self.lexicon, self.linked(at)
        if after is None and self.flat(at + 1) in words.indefinite and self.token(at + 2):
            return at + 3 if self.flat(at + 1) in THEIRS else None  # "Syndicat de la Louve et de ses affluents"
        if after is None or not any(token.flat in words.links for token in self.tokens[begin:at]):
            return None
        before = {token.flat for token in self.tokens[max(0, begin - 2) : begin]}
        return None if before & words.contracted and self.tokens[after - 1].flat not in words.abstract else after
