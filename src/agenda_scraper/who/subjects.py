"""What an office is for: "Concejalía de Educación, Cultura y Deporte" is one name, though it holds a list."""

from __future__ import annotations

from agenda_scraper.who.lexicon import Lexicon
from agenda_scraper.who.tokens import Token


def past_subjects(tokens: list[Token], words: Lexicon, begin: int, at: int) -> int | None:
    """The token after a list of subjects that goes on at a comma; None when what follows is no such list."""
    if tokens[at].flat != ",":
        return None
    office = not words.heads.isdisjoint(token.flat for token in tokens[begin:at])
    if not office or words.abstract.isdisjoint(token.flat for token in tokens[max(begin + 1, at - 2) : at]):
        return None
    place: int | None = at
    while place is not None and place < len(tokens) and tokens[place].flat == ",":
        if place + 1 < len(tokens) and tokens[place + 1].flat in words.conjunctions:
            place += 1
            break
        place = _past_subject(tokens, words, place + 1)
    if place is None or place >= len(tokens) or tokens[place].flat not in words.conjunctions:
        return None
    return _past_subject(tokens, words, place + 1)


def _past_subject(tokens: list[Token], words: Lexicon, at: int) -> int | None:
    """Past "de la Jeunesse", "Participación Ciudadana"."""
    while at < len(tokens) and tokens[at].flat in words.links | words.articles | words.contracted:
        at += 1
    if at >= len(tokens) or tokens[at].flat not in words.abstract:
        return None
    described = words.adjectives_follow and at + 1 < len(tokens) and words.adjective.fullmatch(tokens[at + 1].flat)
    return at + 2 if described else at + 1
