"""Persons where bodies are expected: speakers, and those who lead an evening."""

from __future__ import annotations

import re
from itertools import pairwise

from agenda_scraper.model import Role
from agenda_scraper.text import fold
from agenda_scraper.who.cues import Cue, Side
from agenda_scraper.who.lexicon import Lexicon, word_set
from agenda_scraper.who.names import Grammar, Name

# "Jean-Luc MARTEL", "Elise Dorval"
_SURNAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? [A-ZÀ-Þ][A-ZÀ-Þ'’-]{3,}")
_TWO_NAMES = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? [A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?")
_NAMES = 2  # a first and a last
# Who speaks rather than organises: "a cargo del alcalde Antonio Roig", "chaired by the Chair of the Council".
_ELECTED = word_set(
    [
        "alcalde alcaldesa alcaldessa concejal concejala regidor regidora sindaco assessore assessora prefeito vereador"
        " prefeita vereadora edil vicepresidente vicepresidenta dijkgraaf heemraad ortsvorsteher ortsvorsteherin"
        " amtsleiter amtsleiterin architekt architekten architektin arquitecto arquitecta architecte architetto"
        " architetta burgermeister burgermeisterin oberburgermeister wethouder"
        " councillor councilor councilman councilwoman alderman cllr mayor"
    ]
)
# They are sent by who acts: "les représentants de la Ville présenteront", "zusammen mit Vertretern der Stadt".
SPOKESMEN = word_set(
    [
        "representants representantes vertreter vertretern vertreterinnen representatives rappresentanti",
        "vertegenwoordigers",
    ]
)
_OFFICES = _ELECTED | word_set(["chair chairman chairwoman president presidente ministre"])
# How trades end, whatever the language: "journaliste", "filósofo", "professora", "Soziologin", "historien".
_TRADE = re.compile(
    r"\w+(?:ist(?:e|a|en|in)?|log(?:ue|o|a|e|en|in)?|loog|graphe|gra[fp]h?[oa]?|[oó]so(?:phe|f[oa]|of|ph)|eur|euse|[tds]rice"
    r"|[tds]ora?|ienne?)"
)
_TITLES = word_set(["m mm mme mmes mlle dr pr prof mr mrs ms sr sra dra herr frau sig dott dhr mevr don dona en na"])


def is_person(name: Name, words: Lexicon) -> bool:
    """Whether a name is a person's behind an office or a trade: "concejal Luis Vega", "sociologue Julie Roux".

    "Alcalde de Vidrales" stands for the town, and "librairie Les Ormes" is a body.
    """
    said = name.text.split()
    for word, behind in pairwise(word for word in said if word != "municipal"):
        if fold(word) in _ELECTED and behind[0].isupper():
            return True
    if name.first.flat in _TITLES and name.first.capital:
        return sum(word[0].isupper() for word in said[1:]) >= _NAMES  # "Mme Hélène Tissot"
    trade = name.first.flat
    plain = not name.first.capital or words.nouns_capital
    named = sum(word[0].isupper() for word in said[1:]) >= 2 and said[-1][0].isupper()
    return plain and named and trade not in words.heads and _TRADE.fullmatch(trade) is not None


def role_of(grammar: Grammar, name: Name, cue: Cue) -> Role:
    """A hired facilitator is a partner; a person who runs the evening ("Julie Roux, sociologue") is a speaker."""
    apposed = grammar.flat(name.next) == "," and name.next + 1 < len(grammar.tokens)
    function = apposed and not grammar.tokens[name.next + 1].capital
    if cue.side is Side.AFTER and name.first.flat in _OFFICES and " " in name.text:
        return Role.SPEAKER
    if is_person(name, grammar.lexicon):
        return Role.SPEAKER
    known = name.first.flat in grammar.lexicon.heads or name.acronym
    given = cue.facilitator and cue.role is Role.ORGANISER
    if given and not known and not name.first.capital:
        return Role.SPEAKER  # "a càrrec de la veïna i experta"
    surname = _SURNAME.fullmatch(name.text) is not None
    person = name.first.flat in _TITLES or function or surname
    if cue.side is Side.LABEL and cue.role is Role.PARTNER and not cue.facilitator:
        # "Avec : Elise Dorval, directrice des études", but not "Partenaires : Terre Vivante, association …"
        body = apposed and grammar.flat(name.next + 1) in grammar.lexicon.heads
        person = function and not body and _TWO_NAMES.fullmatch(name.text) is not None
        return Role.SPEAKER if person and not known else cue.role
    person = person or ((cue.side is Side.LABEL or given) and _is_plain(grammar, name))
    return Role.SPEAKER if cue.facilitator and person and not known else cue.role


def are_persons(grammar: Grammar, names: list[Name]) -> bool:
    """Whether all are a first and a last name, and no body's."""
    return all(_is_plain(grammar, name) for name in names)


def _is_plain(grammar: Grammar, name: Name) -> bool:
    """ "Moderation: Raphael Sommer": a first and a last name, neither a body's nor a compound of one."""
    heads = tuple(grammar.lexicon.heads)
    return _TWO_NAMES.fullmatch(name.text) is not None and not any(
        fold(word).endswith(heads) for word in name.text.split()
    )


def speakers(grammar: Grammar) -> list[Name]:
    """Speakers: what begins with a capital after a comma, a semicolon or a conjunction; functions are left out."""
    found: list[Name] = []
    at = 0
    while at < len(grammar.tokens):
        name = grammar.name(at) if at == 0 or grammar.divides(at - 1) else None
        proper = (
            name is not None
            and name.first.capital
            and " " in name.text
            and name.first.flat not in grammar.lexicon.heads
        )
        if name and proper:
            found.append(name)
        at = max(at + 1, name.next if name else 0)
    return found
