"""Who can act, and how much of a clause is the name of who does: "La mission lutte contre l'oubli organise"."""

from __future__ import annotations

from agenda_scraper.text import squash
from agenda_scraper.who.lexicon import Lexicon, word_set
from agenda_scraper.who.names import Grammar, Name
from agenda_scraper.who.persons import SPOKESMEN
from agenda_scraper.who.phrase import PARTICIPLE, THEIRS
from agenda_scraper.who.plain import Plain, Span

COMPLEMENT = 12  # tokens of what a body is for
_AGAINST = word_set(["contre contra contro against gegen tegen"])
_INSTITUTION = 3  # blanks in the name of an institution that a meeting's word begins


def can_act(grammar: Grammar, name: Name) -> bool:
    """Organisations act; meetings and projects ("La soirée propose…") do not, nor a lone word without article."""
    words, first = grammar.lexicon, name.first
    second = grammar.tokens[index + 1] if (index := grammar.tokens.index(first)) + 1 < name.next else None
    adjective = second and words.adjectives_follow and words.adjective.fullmatch(second.flat)
    if first.flat in words.things and first.capital and adjective:
        # "La Conférence territoriale de santé" is a body, "la conférence" is not
        return name.announced and name.text.count(" ") >= _INSTITUTION
    if first.flat in words.abstract and first.capital and second and (second.flat in words.links or second.capital):
        return True  # "Friends of the Common", "Les Amis de la Terre", "Habitat Rhodanien"
    if first.flat in words.things or first.flat in words.indefinite or first.flat in SPOKESMEN:
        return False
    if words.nouns_capital and grammar.flat(name.next - 1) in words.things:
        return False  # "Die nächsten Treffen starten"
    if first.flat in words.heads:
        return True
    if first.capital and any(token.flat in words.heads for token in grammar.tokens[index + 1 : name.next]):
        return True  # "Planning Commission of X"
    lone = first.start == 0 and not name.announced and " " not in name.text
    return name.capital and first.flat not in words.abstract and not lone


def of_verb_before(text: Plain, span: Span, words: Lexicon) -> list[Name]:
    """ "Le Département revoit le carrefour et présente son projet": the second verb has the subject of the first."""
    clause = Grammar(text, span, words)
    if not clause.tokens or clause.tokens[-1].flat not in words.conjunctions:
        return []
    names = [clause.noun_alone(name) for name in clause.names()[0]]
    verb = clause.token(names[-1].next) if names else None
    small = words.stops | words.articles | words.links | words.towards | words.conjunctions | words.contracted
    acts = verb is not None and verb.is_word and not verb.capital and verb.flat not in small
    bodies = all(name.announced and name.first.flat in words.heads and can_act(clause, name) for name in names)
    return names if acts and bodies else []


def before_insertion(clause: Grammar, beginnings: list[int]) -> list[Name]:
    """ "L'Atelier des Communs, né en 2014, porté par ses membres, invite": who opens the sentence, up to its comma."""
    for begin in beginnings:
        grammar = clause.since(begin)
        name = grammar.name(0)
        body = name and (name.first.flat in clause.lexicon.heads or name.first.is_acronym)
        if name and body and name.announced and grammar.flat(name.next) in (",", "") and can_act(grammar, name):
            return [name]
    return []


def with_complement(clause: Grammar, beginnings: list[int]) -> list[Name]:
    """ "La mission lutte contre les exclusions organise": what stands before the verb is the name."""
    return next((names for begin in beginnings if (names := _completed(clause.since(begin), 0))), [])


def _completed(grammar: Grammar, at: int) -> list[Name]:
    """The names from a token to the end of the stretch, each with what a preposition adds to it.

    A participle adds nothing: "l'association Agora présidée par Luc Arnal".
    """
    words = grammar.lexicon
    names, following = grammar.names(at)
    if not names or not all(name.first.flat in words.heads and can_act(grammar, name) for name in names[-1:]):
        return []
    if following >= len(grammar.tokens):
        return names
    end = next(
        (place for place in range(following, len(grammar.tokens)) if _begins_body(grammar, place)), len(grammar.tokens)
    )
    said = _complement(grammar, following, end)
    others = _completed(grammar, end + 1) if said and end < len(grammar.tokens) else []
    if said is None or (end < len(grammar.tokens) and not others):
        return []
    shown = squash(grammar.text.shown[names[-1].first.start : said])
    return [*names[:-1], names[-1]._replace(text=shown, next=end), *others]


def _begins_body(grammar: Grammar, at: int) -> bool:
    """Whether a conjunction leads to another noun of organisation."""
    behind = at + 2 if grammar.flat(at + 1) in grammar.lexicon.articles else at + 1
    return grammar.flat(at) in grammar.lexicon.conjunctions and grammar.flat(behind) in grammar.lexicon.heads


def _complement(grammar: Grammar, at: int, end: int) -> int | None:
    """Where a name ends that goes on at a token; None when what follows is the sentence's."""
    words, rest = grammar.lexicon, grammar.tokens[at:end]
    if not rest or len(rest) > COMPLEMENT or not all(token.is_word for token in rest):
        return None
    if grammar.text.shown[rest[0].start : rest[0].end].endswith(PARTICIPLE):
        return grammar.tokens[at - 1].end
    against = words.towards | _AGAINST
    opens = rest[0].flat in against or (rest[0].flat in words.articles and grammar.flat(at - 1) in against)
    barred = words.days | words.indefinite - THEIRS | (words.stops - words.towards - THEIRS)
    return rest[-1].end if opens and all(token.capital or token.flat not in barred for token in rest) else None
