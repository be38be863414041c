"""The institution behind an office: who invites as "la présidente du Conseil départemental" is the Conseil."""

from __future__ import annotations

import re

from agenda_scraper.text import squash
from agenda_scraper.who.lexicon import Lexicon, word_set
from agenda_scraper.who.names import Grammar, Name
from agenda_scraper.who.plain import Plain, Span

# Who leads a body: named with it, they speak for it. Prefects and ministers are authorities of their own.
_LEADERS = word_set(
    [
        "president presidente presidenta presidentessa vice-president vice-presidente vicepresident vicepresidente "
        "vicepresidenta directeur directrice director directora direttore direttrice diretor diretora direktor "
        "coordinateur coordinatrice coordinador coordinadora coordinatore coordenador coordenadora coordinator",
        "chair chairman chairwoman chairperson voorzitter "
        "vorsitzende vorsitzender prasident prasidentin leiter leiterin responsable",
    ]
)
_MAYORS = word_set(
    [
        "maire mairesse alcalde alcaldesa alcaldessa sindaco sindaca prefeito prefeita burgemeester intendente "
        "bourgmestre"
    ]
)
# Who sits in a body or a government speaks for nobody: "la conseillère du district, Anne Roy, invite".
_MEMBERS = word_set(
    [
        "ministre ministra ministro conseiller conseillere adjoint adjointe depute deputee senateur senatrice",
        "diputado diputada diputat vocal consigliere consigliera deputato deputada deputado vereador vereadora",
    ]
)
# What the house of a mayor is called, by language.
_HALLS = {
    "fr": "mairie",
    "es": "Ayuntamiento",
    "ca": "Ajuntament",
    "it": "Comune",
    "pt": "Prefeitura",
    "nl": "gemeente",
}
_APPOSED = re.compile(
    r"\s?,\s(?:M\. |Mme |Monsieur |Madame )?[A-ZÀ-Þ][\w'’-]+(?: (?:[a-z']{1,3} ?)?[A-ZÀ-Þ][\w'’-]+){1,3},"
)
_NAMED = re.compile(r" (?:M\. |Mme |Dr\.? )?[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+$")


def institution(text: Plain, name: Name, end: int, words: Lexicon) -> Name | None:
    """The body an office is of: "présidente de la Région Ardre" as "Région Ardre"; any other name as it is.

    "Le maire de Tressy, Luc Arnal, invite" names the person, and the town hall is who invites; an order of "le maire
    de Tressy" is the mayor's. None for a member who is named.
    """
    office = name.first.flat
    if office not in _LEADERS | _MAYORS | _MEMBERS:
        return name
    grammar = Grammar(text, Span(name.first.start, end), words)
    first = grammar.tokens.index(name.first)
    if office in _LEADERS:
        return _of_what(grammar, name, first) or name
    if office in _MEMBERS and _is_named(grammar, name):
        return None
    if office in _MAYORS and (town := _town(grammar, name, first)):
        hall = _HALLS.get(words.language)
        return name._replace(text=f"{hall} {town}") if hall else name
    return name


def _of_what(grammar: Grammar, name: Name, first: int) -> Name | None:
    """The body of organisation that a link ties to an office."""
    at = first + 1
    if grammar.lexicon.adjective.fullmatch(grammar.flat(at)):
        at += 1  # "présidente déléguée"
    if grammar.flat(at) not in grammar.lexicon.links | grammar.lexicon.contracted:
        return None
    body = grammar.name(at)
    headed = body and (body.first.flat in grammar.lexicon.heads or body.first.is_acronym)
    if body is None or not headed:
        return None
    # "président du TCO Luc Arnal": letters are a name by themselves
    return body._replace(text=_NAMED.sub("", body.text)) if body.first.is_acronym else body


def _town(grammar: Grammar, name: Name, first: int) -> str | None:
    """ "Tressy", when a person is named beside the office."""
    if grammar.flat(first + 1) not in grammar.lexicon.links:
        return None
    said = squash(grammar.text.shown[grammar.tokens[first + 1].start : name.first.start + len(name.text)])
    town = _NAMED.sub("", said)
    if town != said and town.rpartition(" ")[2][:1].isupper():
        return town
    return said if _is_named(grammar, name) else None


def _is_named(grammar: Grammar, name: Name) -> bool:
    """Whether a person's name stands behind the office, between commas."""
    return _APPOSED.match(grammar.text.shown, name.first.start + len(name.text)) is not None
