"""Who acts: the subject of a verb that announces, before it ("X invite") or behind it ("nodigt X uit")."""

from __future__ import annotations

import re

from agenda_scraper.model import Role
from agenda_scraper.text import squash
from agenda_scraper.who.actors import before_insertion, can_act, of_verb_before, with_complement
from agenda_scraper.who.cues import Cue, Side
from agenda_scraper.who.lexicon import Lexicon
from agenda_scraper.who.names import Grammar, Name
from agenda_scraper.who.plain import Plain, Span

SIGNS = 7  # commas a subject may span
LONGEST_CLAUSE = 300  # characters before a verb
_DAY = re.compile(
    r"(?:\b\d{1,2}|\b\d{4}|\b\d{1,2} (?:de |d')?[^\W\d_]{3,10}\.?)"
    r"(?=\s(?:le|el|la|los|las|els|les|l'|o|a|os|as|il|lo|the)[\s'])"
)
_DASHED = re.compile(r"\s[-–]\s(?:l[ae]s? |l')?$")
_RELATIVE = re.compile(r"(,?)\s(?:qui|who|which|que|che)$")
NEAR = 7  # tokens before a relative clause


def read_subject(text: Plain, span: Span, before: list[Cue], words: Lexicon) -> list[Name]:
    """The subject of a verb, from the stretch between the beginning of its sentence and the verb.

    What comes first ("Dans le cadre du PLU,") and what is inserted (", en partenariat avec Y,") is left out.
    """
    start = max(span.start, span.end - LONGEST_CLAUSE)
    end = start + len(text.flat[start : span.end].rstrip())
    inserted = text.flat[start:end].endswith((",", " -", " –"))
    if inserted:
        cut = next((cue.start for cue in before if cue.start > start and cue.side is not Side.SUBJECT), None)
        end = cut or text.flat.rfind(text.flat[end - 1], start, end - 1)
        end = start + len(text.flat[start : max(start, end)].rstrip(" ,-–"))
    if relative := _RELATIVE.search(text.flat, start, end):
        who = _just_before(text, Span(start, relative.start()), words)
        # "un festival à Lyon qui propose": without a comma only a body is spoken of
        return who if relative[1] or all(name.first.flat in words.heads for name in who) else []
    clause = Span(start, end)
    beginnings, grammar = _parsed(text, clause, before, words)
    behind = any(cue.end < end for cue in before)
    if names := _whole_clause(text, grammar, beginnings, behind=behind):
        return names
    with_others = [cue.start for cue in before if cue.role is not Role.ORGANISER and start < cue.start < end]
    if with_others and (names := _with_others(text, Span(start, with_others[0]), words)):
        return names
    return (
        with_complement(grammar, beginnings)
        or of_verb_before(text, clause, words)
        or (before_insertion(grammar, beginnings) if inserted else [])
    )


def _parsed(text: Plain, clause: Span, before: list[Cue], words: Lexicon) -> tuple[list[int], Grammar]:
    """Where a subject may begin behind the last cue of a clause, and the words from the first such place."""
    inner = max((cue.end for cue in before if cue.end < clause.end), default=clause.start)
    beginnings = _beginnings(text, Span(inner, clause.end))
    return beginnings, Grammar(text, Span(beginnings[0], clause.end), words)


def _whole_clause(text: Plain, clause: Grammar, beginnings: list[int], *, behind: bool) -> list[Name]:
    """The names that fill a clause up to its verb, from one of its signs on.

    What follows a cue at once ("in Zusammenarbeit mit X organisiert") belongs to it, not to the verb.
    """
    words = clause.lexicon
    for begin in beginnings[1:] if behind else beginnings:
        grammar = clause.since(begin)
        if grammar.flat(0) in words.contracted - words.links - words.articles:
            continue  # "Au Pavillon Larue, les élus invitent": where, not who
        names, following = grammar.names()
        whole = following >= len(grammar.tokens) or grammar.flat(following) in words.conjunctions
        bound = len(names) == 1 or any(
            token.flat == "&" or token.flat in words.conjunctions for token in grammar.tokens
        )
        # "La Parrocchia, in collaborazione con A, B e C organizza": those named last are of the list
        listed = behind and len(names) > 1 and not names[0].announced
        if names and whole and bound and not listed and all(can_act(grammar, name) for name in names):
            return _with_first_half(text, names, [earlier for earlier in beginnings if earlier < begin], words)
    return []


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
        if names and following >= len(grammar.tokens) and all(can_act(grammar, name) for name in names):
            return names
    return []


def _just_before(text: Plain, span: Span, words: Lexicon) -> list[Name]:
    """Who a relative clause speaks of: "auprès de la Croix-Blanche de Moselle-Est, qui organise la session"."""
    every = Grammar(text, span, words).tokens
    for token in (token for token in every[-NEAR:] if token.capital or token.flat in words.heads):
        grammar = Grammar(text, Span(token.start, span.end), words)
        name = grammar.name(0)
        if name and name.next >= len(grammar.tokens) and name.capital and can_act(grammar, name):
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


def read_inverted(text: Plain, span: Span, words: Lexicon, *, opens: bool = False) -> list[Name]:
    """The subject that follows its verb ("nodigt de gemeente Aalsum u uit"); an object does not look like one.

    A verb that `opens` its sentence may be followed by a name without article: "Promuovono ANCI Marche e Labsus."
    """
    grammar = Grammar(text, span, words)
    begin = grammar.past(words.pronouns)
    if grammar.flat(begin) in words.indefinite:
        begin = _past_adverb(grammar, begin)  # "que propose cette année la Maison X"
    if grammar.flat(begin) in words.contracted and grammar.flat(begin) not in words.articles:
        return []  # "laden zur Fachtagung ein": a preposition begins no subject
    names = grammar.names(begin)[0]
    acts = all(can_act(grammar, name) and (name.announced or name.capital) for name in names)
    bare = opens and words.adjectives_follow and all(name.first.is_acronym or " " in name.text for name in names[:1])
    return names if names and (names[0].announced or bare) and acts else []


def _past_adverb(grammar: Grammar, begin: int) -> int:
    """The article of the first noun of organisation a few words on."""
    near = range(begin, min(begin + NEAR, len(grammar.tokens)))
    heads, articles = grammar.lexicon.heads, grammar.lexicon.articles
    return next((at for at in near if grammar.flat(at) in articles and grammar.flat(at + 1) in heads), begin)
