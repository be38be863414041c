"""The names around one cue: after "organisé par", under "Partenaires :", before "invite"."""

from __future__ import annotations

import re
from dataclasses import replace

from agenda_scraper.model import Organiser, Role
from agenda_scraper.text import fold
from agenda_scraper.who.cues import Cue, Side
from agenda_scraper.who.lexicon import Lexicon, word_set
from agenda_scraper.who.names import Grammar, Name
from agenda_scraper.who.persons import SPOKESMEN, are_persons, role_of, speakers
from agenda_scraper.who.plain import Plain, Span
from agenda_scraper.who.same import KIND
from agenda_scraper.who.stretch import Trust
from agenda_scraper.who.tokens import opening

_BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪]|\d+[.)])?[ \t]*")
LONGEST_LIST = 12  # lines under a label
COUNTED = 7  # tokens of "four member organisations:"
_ON_BEHALF = word_set(["pour for fur per voor para por"])
# Who lets others run its events: its towns, ministries, regions; not those for whom they are.
_PUBLIC = word_set(
    [
        "ville commune mairie metropole ministere departement region communaute agglomeration etat prefecture",
        "council government ministry department stadt gemeinde landkreis land ministerium bezirk",
        "ayuntamiento ministerio diputacion gobierno comune regione provincia ministero gemeente provincie ministerie",
        "camara municipio prefeitura governo ajuntament diputacio generalitat",
    ]
)
_THE = word_set(["du des del della delle dei do da dos das dels des"])
_SUCH = frozenset({"tel", "telle", "tels", "telles", "such"})
# Those who take part: "une soirée proposée par les habitants", "creado con los vecinos" name nobody.
_ANYONE = word_set(
    [
        "autres habitants participants citoyens riverains benevoles jeunes voisins usagers volontaires",
        "soussigne soussignee soussignes",
        "rapporteurs animateurs facilitateurs intervenants experts professionnels techniciens membres personnes",
        "vecinos vecinas veins veines moradores cittadini abitanti bewoners inwoners",
    ]
)


def organiser(name: Name, role: Role) -> Organiser:
    """A name in its role."""
    return Organiser(name.text, role, name.acronym)


def read_after(text: Plain, span: Span, cue: Cue, words: Lexicon) -> list[Organiser]:
    """Who is named after a cue, up to the end of the stretch (under it, when the label stands alone on its line)."""
    if cue.side is Side.LABEL and not text.flat[span.start : span.end].strip():
        ends = text.flat.find("\n", span.start)
        line = Span(span.start, ends if ends >= 0 else len(text.flat))
        if text.flat[cue.end - 1 : cue.end] == "?" and text.flat[line.start : line.end].strip():
            # "Qui organise ? La Maison X": the mark ended a sentence, and who stands after it
            return _read_list(text, line, cue, words)
        return [who for line in _lines_below(text, span.end) for who in _read_list(text, line, cue, words)]
    return _read_list(text, span, cue, words)


def _lines_below(text: Plain, end: int) -> list[Span]:
    """The lines of a list under a label, bullets cut: up to a blank line or the next label."""
    lines: list[Span] = []
    at = text.flat.find("\n", end) + 1
    while at and len(lines) < LONGEST_LIST:
        stop = text.flat.find("\n", at)
        line = text.flat[at : stop if stop >= 0 else len(text.flat)]
        if not line.strip() or ":" in line:
            break
        bullet = _BULLET.match(line)
        # without bullets only the first line is sure to belong to the label
        if lines and not (bullet and bullet[0].strip()):
            break
        lines.append(Span(at + (bullet.end() if bullet else 0), at + len(line)))
        at = stop + 1
    return lines


def _read_list(text: Plain, span: Span, cue: Cue, words: Lexicon) -> list[Organiser]:
    grammar = Grammar(text, span, words, trust=Trust.LABEL if cue.side is Side.LABEL else Trust.PROSE)
    grammar.agent = cue.side is Side.AFTER and cue.role is Role.ORGANISER
    if cue.role is Role.SPEAKER:
        return [organiser(name, cue.role) for name in speakers(grammar)]
    names, following = grammar.names(_after_count(grammar))
    if past := _past_such(grammar) or (0 if names else _past_crowd(grammar)):
        names, following = grammar.names(past)
    if cue.calls:
        names = [name for name in names if name.capital]  # "join residents", "join the conversation"
    if cue.asks:
        names = [name for name in names if _is_body(name, words)]
    if names and grammar.flat(following) in words.agents:
        # "organisé pour les habitants par la Maison X": who acts comes last, unless "deux laboratoires" is all it says
        acting = grammar.names(following + 1)[0]
        # "organisé pour le Gis X par Julie Roux et Paul Martel": whose it is, not who does the work
        names = acting if acting and not are_persons(grammar, acting) else names
    names = [name for name in names if _stands_behind(grammar, name, cue)]
    found = [organiser(name, role_of(grammar, name, cue)) for name in names]
    if names and (client := _client(grammar, following, cue)):
        return [organiser(client, Role.ORGANISER), *(replace(one, role=Role.PARTNER) for one in found)]
    return found + [organiser(name, Role.PARTNER) for name in _companions(grammar, following, cue)]


def _stands_behind(grammar: Grammar, name: Name, cue: Cue) -> bool:
    """Whether a name in small letters is one: "une démarche de dialogue", "en lien avec l'eau", "par des voisins"."""
    words = grammar.lexicon
    if name.first.flat in SPOKESMEN:
        return False
    if name.capital or cue.side is Side.LABEL or words.nouns_capital:
        return True
    if name.first.flat in words.abstract or name.first.flat in _ANYONE or fold(name.text) in KIND:
        return False
    own = grammar.tokens[grammar.tokens.index(name.first) : name.next]
    behind = grammar.token(name.next)
    if words.language == "nl" and name.text.endswith("e") and behind and behind.is_word and not behind.capital:
        # "door de jonge waterschappers" is cut behind the adjective
        return name.first.flat in words.heads or behind.flat in words.stops | words.links | words.conjunctions
    if cue.role is Role.ORGANISER:
        # "une démarche de mobilisation": a bare link announces no body
        before = grammar.flat(grammar.tokens.index(name.first) - 1) if name.first != grammar.tokens[0] else ""
        return name.announced and (name.first.flat in words.heads or before not in words.links - words.articles - _THE)
    return " " in name.text or any(token.flat in words.heads for token in own)


def _is_body(name: Name, words: Lexicon) -> bool:
    """Whether a name holds a noun of organisation beside its own: "Toutes et tous", "Inès Martel" hold none."""
    own = set(fold(name.text).split())
    return " " in name.text and name.capital and not own.isdisjoint(words.heads)


def _client(grammar: Grammar, at: int, cue: Cue) -> Name | None:
    """ "Organisé par Missions Publiques pour le ministère de …": a public body it is run for organises it."""
    if (
        cue.side is not Side.AFTER
        or grammar.flat(at) not in _ON_BEHALF
        or not (cue.facilitator or cue.role is Role.ORGANISER)
    ):
        return None
    name = grammar.name(at + 1)
    known = name and name.capital and {name.first.flat, name.text.lower().rpartition(" ")[2]} & _PUBLIC
    return name if known else None


def _after_count(grammar: Grammar) -> int:
    """Past "four member organisations:" and a colon of its own."""
    for at in range(min(COUNTED, len(grammar.tokens))):
        if grammar.flat(at) == ":" and (at == 0 or grammar.flat(0) in grammar.lexicon.indefinite):
            return at + 1
    return 0


def _past_such(grammar: Grammar) -> int:
    """Past "de grandes ONG telles que" and "partners such as"."""
    for at in range(min(COUNTED, len(grammar.tokens))):
        if grammar.flat(at) in _SUCH and grammar.flat(at + 1) in ("que", "qu'", "as"):
            return at + 2
    return 0


def _past_crowd(grammar: Grammar) -> int:
    """ "Organisé par bon nombre d'associations, la Région et X": who is only counted stands before who is named."""
    for at, token in enumerate(grammar.tokens[:COUNTED]):
        if token.capital or not (token.is_word or token.flat == ","):
            return 0
        if token.flat == ",":
            return at + 1
    return 0


def _companions(grammar: Grammar, at: int, cue: Cue) -> list[Name]:
    """ "Hosted by Westport Town Council with Deliberate CIC": proper names only, "with tea and cake" is no partner."""
    if cue.role is not Role.ORGANISER or grammar.flat(at) not in grammar.lexicon.companions:
        return []
    named = grammar.names(at + 1)[0]
    if grammar.lexicon.nouns_capital:
        named = [name for name in named if " " in name.text or name.first.flat in grammar.lexicon.heads]  # "mit Musik"
    return [name for name in named if name.capital or (" " in name.text and name.first.flat in grammar.lexicon.heads)]


def read_companions(text: Plain, span: Span, words: Lexicon) -> list[Organiser]:
    """Who a sentence that is nothing but "Avec l'association X et le CAUE." names: bodies, never persons or tea."""
    first = opening(text, span)
    if first is None or first.flat not in words.companions or not first.capital:
        return []  # as most sentences are
    grammar = Grammar(text, span, words)
    names, following = grammar.names(1)
    whole = following >= len(grammar.tokens) or (
        grammar.flat(following) == "." and following + 1 == len(grammar.tokens)
    )
    bodies = all(name.first.flat in words.heads and " " in name.text and name.capital for name in names)
    return [organiser(name, Role.PARTNER) for name in names] if whole and bodies else []
