"""Who acts: the subject of a verb that announces, before it ("X invite") or behind it ("nodigt X uit")."""

from __future__ import annotations

import re

from agenda_scraper.model import Role
from agenda_scraper.text import squash
from agenda_scraper.who.cues import Cue, Side
from agenda_scraper.who.lexicon import Lexicon, word_set
from agenda_scraper.who.names import Grammar, Name
from agenda_scraper.who.persons import SPOKESMEN
from agenda_scraper.who.plain import Plain, Span

SIGNS = 7  # commas a subject may span
LONGEST_CLAUSE = 300  # characters before a verb
_DAY = re.compile(
    r"(?:\b\d{1,2}|\b\d{4}|\b\d{1,2} (?:de |d')?[^\W\d_]{3,10}\.?)"
    r"(?=\s(?:el|la|los|las|els|les|l'|o|a|os|as|il|lo|the)[\s'])"
)
_DASHED = re.compile(r"\s[-–]\s(?:l[ae]s? |l')?$")
_RELATIVE = re.compile(r"(,?)\s(?:qui|who|which|que|che)$")
_INSTITUTION = 3  # blanks in the name of an institution that a meeting's word begins
COMPLEMENT = 12  # tokens of what a body is for
_AGAINST = word_set(["contre contra contro against gegen tegen"])
NEAR = 7  # tokens before a relative clause


def read_subject(text: Plain, span: Span, before: list[Cue], words: Lexicon) -> list[Name]:
    """The subject of a verb, from the stretch between the beginning of its sentence and the verb.

    What comes first ("Dans le cadre du PLU,") and what is inserted (", en partenariat avec Y,") is left out.
    """
    start = max(span.start, span.end - LONGEST_CLAUSE)
    end = start + len(text.flat[start : span.end].rstrip())
    if text.flat[start:end].endswith((",", " -", " –")):
        cut = next((cue.start for cue in before if cue.start > start and cue.side is not Side.SUBJECT), None)
        end = cut or text.flat.rfind(text.flat[end - 1], start, end - 1)
        end = start + len(text.flat[start : max(start, end)].rstrip(" ,-–"))
    if relative := _RELATIVE.search(text.flat, start, end):
        who = _just_before(text, Span(start, relative.start()), words)
        # "un festival à Lyon qui propose": without a comma only a body is spoken of
        return who if relative[1] or all(name.first.flat in words.heads for name in who) else []
    inner = max((cue.end for cue in before if cue.end < end), default=None)
    beginnings = _beginnings(text, Span(start if inner is None else inner, end))
    # what follows a cue at once ("in Zusammenarbeit mit X organisiert") belongs to it, not to the verb
    whole_clause = Grammar(text, Span(beginnings[0], end), words)
    for begin in beginnings if inner is None else beginnings[1:]:
        grammar = whole_clause.since(begin)
        if grammar.flat(0) in words.contracted - words.links - words.articles:
            continue  # "Au Pavillon Larue, les élus invitent": where, not who
        names, following = grammar.names()
        whole = following >= len(grammar.tokens) or grammar.flat(following) in words.conjunctions
        bound = len(names) == 1 or any(
            token.flat == "&" or token.flat in words.conjunctions for token in grammar.tokens
        )
        # "La Parrocchia, in collaborazione con A, B e C organizza": those named last are of the list
        listed = inner is not None and len(names) > 1 and not names[0].announced
        if names and whole and bound and not listed and all(_can_act(grammar, name) for name in names):
            return _with_first_half(text, names, [earlier for earlier in beginnings if earlier < begin], words)
    with_others = [cue.start for cue in before if cue.role is not Role.ORGANISER and start < cue.start < end]
    if with_others and (names := _with_others(text, Span(start, with_others[0]), words)):
        return names
    return _with_complement(whole_clause, beginnings, words) or _of_verb_before(text, Span(start, end), words)


def _with_complement(clause: Grammar, beginnings: list[int], words: Lexicon) -> list[Name]:
    """ "La mission lutte contre les exclusions organise": between a noun of organisation and its verb stands its name.

    Only what a preposition opens is added; any other word may be the sentence's.
    """
    for begin in beginnings:
        grammar = clause.since(begin)
        names, following = grammar.names()
        rest = grammar.tokens[following:]
        if not names or not rest or not (names[-1].announced and names[-1].first.flat in words.heads):
            continue
        against = words.towards | _AGAINST
        opens = rest[0].flat in against or (rest[0].flat in words.articles and grammar.flat(following - 1) in against)
        barred = words.days | words.indefinite | (words.stops - words.towards)
        runs_on = all(token.is_word and (token.capital or token.flat not in barred) for token in rest)
        if opens and runs_on and len(rest) <= COMPLEMENT and all(_can_act(grammar, name) for name in names):
            last, shown = names[-1], clause.text.shown[names[-1].first.start : rest[-1].end]
            return [*names[:-1], last._replace(text=squash(shown), next=len(grammar.tokens))]
    return []


def _of_verb_before(text: Plain, span: Span, words: Lexicon) -> list[Name]:
    """ "Le Département revoit le carrefour et présente son projet": the second verb has the subject of the first."""
    clause = Grammar(text, span, words)
    if not clause.tokens or clause.tokens[-1].flat not in words.conjunctions:
        return []
    names = [clause.noun_alone(name) for name in clause.names()[0]]
    verb = clause.token(names[-1].next) if names else None
    small = words.stops | words.articles | words.links | words.towards | words.conjunctions | words.contracted
    acts = verb is not None and verb.is_word and not verb.capital and verb.flat not in small
    bodies = all(name.announced and name.first.flat in words.heads and _can_act(clause, name) for name in names)
    return names if acts and bodies else []


def _with_first_half(text: Plain, names: list[Name], beginnings: list[int], words: Lexicon) -> list[Name]:
    """ "Le conseil de quartier La Plaine - Les Prés invite": a dash inside the name of a body parts it from nothing."""
    second = names[0]
    dash = _DASHED.search(text.flat, max(0, second.first.start - 8), second.first.start)
    if dash is None or second.first.flat in words.heads or not second.capital:
        return names
    for begin in beginnings:
        grammar = Grammar(text, Span(begin, dash.start()), words)
        first = grammar.name(0)
        if first and first.next >= len(grammar.tokens) and first.capital and first.first.flat in words.heads:
            whole = text.shown[first.first.start : second.first.start + len(second.text)]
            return [first._replace(text=squash(whole), next=second.next), *names[1:]]
    return names


def _with_others(text: Plain, span: Span, words: Lexicon) -> list[Name]:
    """Who stands first in "La Ville de X en partenariat avec Y organise": nothing but names leads to the cue."""
    end = span.start + len(text.flat[span.start : span.end].rstrip(" ,"))
    for begin in _beginnings(text, Span(span.start, end)):
        grammar = Grammar(text, Span(begin, end), words)
        names, following = grammar.names()
        if names and following >= len(grammar.tokens) and all(_can_act(grammar, name) for name in names):
            return names
    return []


def _just_before(text: Plain, span: Span, words: Lexicon) -> list[Name]:
    """Who a relative clause speaks of: "auprès de la Croix-Blanche de Moselle-Est, qui organise la session"."""
    every = Grammar(text, span, words).tokens
    for token in (token for token in every[-NEAR:] if token.capital or token.flat in words.heads):
        grammar = Grammar(text, Span(token.start, span.end), words)
        name = grammar.name(0)
        if name and name.next >= len(grammar.tokens) and name.capital and _can_act(grammar, name):
            return [name]
    return []


def _beginnings(text: Plain, span: Span) -> list[int]:
    """Where a subject may begin: at the start, or after one of the last signs."""
    clause = text.flat[span.start : span.end]
    # "C'est pourquoi … que la Ville et la Région organisent"
    signs = [found.end() for found in re.finditer(r"(?:[,:–—»”?!|-]|\bque)(?=\s)", clause)]
    # "El lunes 4 de mayo la Diputación convoca": a day stands before the subject without a sign
    signs += [found.end() for found in _DAY.finditer(clause) if found.end() not in signs]
    signs.sort()
    return [span.start, *(span.start + sign for sign in signs)][-SIGNS:]


def _can_act(grammar: Grammar, name: Name) -> bool:
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


def read_inverted(text: Plain, span: Span, words: Lexicon, *, opens: bool = False) -> list[Name]:
    """The subject that follows its verb ("nodigt de gemeente Aalsum u uit"); an object does not look like one.

    A verb that `opens` its sentence may be followed by a name without article: "Promuovono ANCI Marche e Labsus."
    """
    grammar = Grammar(text, span, words)
    begin = grammar.past(words.pronouns)
    if grammar.flat(begin) in words.contracted and grammar.flat(begin) not in words.articles:
        return []  # "laden zur Fachtagung ein": a preposition begins no subject
    names = grammar.names(begin)[0]
    acts = all(_can_act(grammar, name) and (name.announced or name.capital) for name in names)
    bare = opens and words.adjectives_follow and all(name.first.is_acronym or " " in name.text for name in names[:1])
    return names if names and (names[0].announced or bare) and acts else []
