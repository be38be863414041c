"""What an office is for: "Concejalía de Educación, Cultura y Deporte" is one name, though it holds a list."""

from __future__ import annotations

import re

from agenda_scraper.who.lexicon import Lexicon, word_set
from agenda_scraper.who.tokens import Token

_THREE = 3  # adjectives of one noun
# Offices that are called after two things as often as after one.
_OFFICES = word_set(
    [
        "ministerio subsecretaria secretaria departamento concejalia consejeria direccion delegacion instituto area",
        "ministero assessorato settore dipartimento departament regidoria conselleria direccio ministerie ministerium",
        "departement ministere department ministry directorate vereacao pelouro direcao diretoria",
    ]
)
# How nouns of a subject end: "Modernización", "Trasporti e Mobilità", "Koninkrijksrelaties".
_SUBJECT = re.compile(r"\w+(?:cion|sion|cio|cao|sao|zione|ment|mento|mentos|dad|dade|ilita|relaties|zaken)")


def joins_subject(tokens: list[Token], words: Lexicon, begin: int, at: int) -> bool:
    """Whether a conjunction goes on with what an office is for: "Ministerio de Trabajo y Territorio"."""
    following = tokens[at + 1]
    office = tokens[begin].flat in _OFFICES and not words.links.isdisjoint(token.flat for token in tokens[begin:at])
    body = following.flat in words.heads or following.is_acronym
    return office and _is_subject(following, words) and following.capital and not body


def _is_subject(token: Token, words: Lexicon) -> bool:
    return token.flat in words.abstract or _SUBJECT.fullmatch(token.flat) is not None


def past_subjects(tokens: list[Token], words: Lexicon, begin: int, at: int) -> int | None:
    """The token after a list of subjects that goes on at a comma; None when what follows is no such list."""
    if tokens[at].flat != ",":
        return None
    if (end := _past_adjectives(tokens, words, at)) is not None:
        return end
    if _is_ministry(tokens, words, begin, at):
        return _past_list(tokens, words, at, known=False)
    office = not words.heads.isdisjoint(token.flat for token in tokens[begin:at])
    if not office or words.abstract.isdisjoint(token.flat for token in tokens[max(begin + 1, at - 2) : at]):
        return None
    return _past_list(tokens, words, at, known=True)


def _is_ministry(tokens: list[Token], words: Lexicon, begin: int, at: int) -> bool:
    """ "Secretaria Municipal de Finanças": an office and what it is for, in one word."""
    of_one = at >= 2 and tokens[at - 2].flat in words.links and tokens[at - 1].capital
    return of_one and tokens[begin].flat in _OFFICES and not tokens[at - 1].is_acronym


def _past_list(tokens: list[Token], words: Lexicon, at: int, *, known: bool) -> int | None:
    place: int | None = at
    while place is not None and place < len(tokens) and tokens[place].flat == ",":
        if place + 1 < len(tokens) and tokens[place + 1].flat in words.conjunctions:
            place += 1
            break
        place = _past_subject(tokens, words, place + 1, known=known)
    if place is None or place >= len(tokens) or tokens[place].flat not in words.conjunctions:
        return None
    return _past_subject(tokens, words, place + 1, known=known)


def _past_adjectives(tokens: list[Token], words: Lexicon, at: int) -> int | None:
    """Past ", Social et Environnemental" behind "Conseil Économique", whatever its capitals."""
    told = [tokens[place] for place in (at - 1, at + 1, at + 3) if place < len(tokens)]
    alike = len(told) == _THREE and len({token.capital for token in told}) == 1
    fits = alike and all(words.adjective.fullmatch(token.flat) for token in told)
    headed = at >= 2 and tokens[at - 2].flat in words.heads
    return at + 4 if fits and headed and tokens[at + 2].flat in words.conjunctions else None


def _past_subject(tokens: list[Token], words: Lexicon, at: int, *, known: bool) -> int | None:
    """Past "de la Jeunesse", "Participación Ciudadana"; past "Receita" too where a word need not be `known`."""
    if not known:
        return _past_word(tokens, words, at)
    while at < len(tokens) and tokens[at].flat in words.links | words.articles | words.contracted:
        at += 1
    if at >= len(tokens) or not _is_subject(tokens[at], words):
        return None
    described = words.adjectives_follow and at + 1 < len(tokens) and words.adjective.fullmatch(tokens[at + 1].flat)
    return at + 2 if described else at + 1


def _past_word(tokens: list[Token], words: Lexicon, at: int) -> int | None:
    """Past one word with a capital that is no body's: the next is a sign, small, or ends the stretch."""
    if at >= len(tokens) or not tokens[at].capital or tokens[at].is_acronym or tokens[at].flat in words.heads:
        return None
    alone = at + 1 >= len(tokens) or not tokens[at + 1].capital
    return at + 1 if alone and tokens[at].is_word else None
