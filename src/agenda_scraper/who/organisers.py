"""Who is behind an event, read from a whole notice or from the field that names them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from agenda_scraper.model import Context, Organiser, Role
from agenda_scraper.text import squash
from agenda_scraper.who.acting import read_inverted, read_subject
from agenda_scraper.who.clauses import organiser, read_after, read_companions
from agenda_scraper.who.cues import Cue, Side, find_cues
from agenda_scraper.who.lexicon import Lexicon, Pattern, lexicon, naming, participle, phrases
from agenda_scraper.who.names import Grammar
from agenda_scraper.who.offices import institution
from agenda_scraper.who.persons import is_person
from agenda_scraper.who.plain import Plain, Span, plain, sentences
from agenda_scraper.who.same import unite, without_echoes
from agenda_scraper.who.signatures import read_signature
from agenda_scraper.who.stretch import Trust

_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)(?<![\d/-]\d\d\d\d)")
_LED = re.compile(r"condui|dirig|emmen|presid|men[ei]|led |headed|geleit|guidat|liderad|encabezad|angefuhrt")
_WRAPPED = re.compile(r"\n(?=[a-zà-ÿ])(?<=[^\n]{59}[^\W\d_]\n|[^\n]{59}[,)]\n)")
_THAT = re.compile(r"\bqu(?:e |')$")
_PERFECT = re.compile(r"(?:a|ont|est|sont|ha|han|hanno|estan?|estao?|has|have|hat|haben) ")
_ORDERED = ("commission", "commandit", "beauftragt", "encargad", "commissionat")
LONGEST_FIELD = 160  # characters: a field that says more is prose


def find_organisers(prose: str, context: Context) -> tuple[Organiser, ...]:
    """All who stand behind the event of a notice, each with its role, in the order of the text.

    Labels ("Partenaires :"), passives ("organisé par"), subjects ("la Ville de X invite") and phrases ("avec le
    soutien de") are read; a sentence about a past edition is not.
    """
    words = lexicon(context.language)
    text = _unwrapped(_with_short_conjunctions(plain(prose), words))
    cues = find_cues(text, context.language)
    years = [int(year) for year in _YEAR.findall(text.flat)]
    now = min(context.reference.year, max(years, default=context.reference.year))
    found: list[Organiser] = []
    for span in sentences(text):
        inside = [cue for cue in cues if span.start <= cue.start < span.end]
        if not inside:
            found += read_companions(text, span, words)
        elif not _is_past(text, span, now, inside[0], context.language):
            found += _read_sentence(text, Span(span.start, span.end), inside, words)
    if not any(one.role is Role.ORGANISER for one in found):
        found += read_signature(text, words)
    return without_echoes(unite(found), words)


def read_organisers(text: str, context: Context, role: Role = Role.ORGANISER) -> tuple[Organiser, ...]:
    """The organisations a labelled field names; those behind "en partenariat avec" inside it are partners.

    `role` is that of the names no cue speaks of.
    """
    words = lexicon(context.language)
    field = _with_short_conjunctions(plain(squash(text)), words)
    if len(field.flat) > LONGEST_FIELD:
        return find_organisers(text, context)
    cues = [cue for cue in find_cues(field, context.language) if cue.side in (Side.AFTER, Side.LABEL)]
    first = cues[0].start if cues else len(field.flat)
    grammar = Grammar(field, Span(0, first), words, trust=Trust.FIELD)
    names, following = grammar.names()
    if len(names) == 1 and following < len(grammar.tokens):
        # "Kari Dower, Administrator": what the grammar cannot part is one name
        names = [names[0]._replace(text=field.shown[names[0].first.start : first].strip(" ;,·|–—-"))]
    return unite(
        [*(organiser(name, role) for name in names), *_read_sentence(field, Span(0, len(field.flat)), cues, words)]
    )


def _unwrapped(text: Plain) -> Plain:
    """A sentence that goes on in small letters below a full line is one, whatever the page's width."""
    breaks = [found.start() for found in _WRAPPED.finditer(text.shown)]
    if not breaks:
        return text
    flat = list(text.flat)
    for place in breaks:
        flat[place] = " "
    return Plain(text.shown, "".join(flat))


def _with_short_conjunctions(text: Plain, words: Lexicon) -> Plain:
    """ "ainsi que" as "et", padded with blanks so that offsets hold."""
    short = min(words.conjunctions, key=len)
    return Plain(text.shown, words.long_conjunctions.sub(lambda found: short.ljust(len(found[0])), text.flat))


@cache
def _past(language: str) -> tuple[Pattern, Pattern]:
    every = naming(language)
    past, since = (phrases(*(getattr(words, kind) for words in every)) for kind in ("past", "since"))
    return re.compile(rf"\b(?:{past})\b"), re.compile(rf"\b(?:{since})\b")


def _is_past(text: Plain, span: Span, now: int, cue: Cue, language: str) -> bool:
    """A sentence about an earlier edition: it says so, or names no year but earlier ones and no verb in the present."""
    past, since = _past(language)
    years = [int(year) for year in _YEAR.findall(text.flat, span.start, span.end)]
    told = past.search(text.flat, span.start, span.end) is not None
    if not years:
        return told
    return (told or (max(years) < now and not _is_present(text, cue))) and not since.search(
        text.flat, span.start, span.end
    )


def _is_present(text: Plain, cue: Cue) -> bool:
    """ "La Ville organise une lecture de l'ouvrage paru en 2022": the year is the book's."""
    return cue.side is Side.SUBJECT and not _PERFECT.match(text.flat, cue.start)


def _read_sentence(text: Plain, span: Span, cues: list[Cue], words: Lexicon) -> list[Organiser]:
    """The names around the cues of one sentence; a subject ends the list of a cue before it."""
    found: list[tuple[int, Organiser]] = []
    for index, cue in enumerate(cues):
        if cue.side is Side.SUBJECT and _conjugated(text, cue):
            names = read_subject(text, Span(span.start, cue.start), cues[:index], words)
            if not names and (words.inverted or _THAT.search(text.flat, span.start, cue.start)):
                names = read_inverted(
                    text,
                    Span(cue.end, _next(cues, index, span.end)),
                    words,
                    opens=not text.flat[span.start : cue.start].strip(),
                )
            if names and not _is_held(text, names[0].first.end, cues[:index]):
                bodies = [name for name in names if not is_person(name, words)]
                ends = cue.start if names[0].first.start < cue.start else span.end
                whose = [who for name in bodies if (who := institution(text, name, ends, words))]
                found += [(name.first.start, organiser(name, cue.role)) for name in whose]
    subjects = [at for at, _ in found]
    for index, cue in enumerate(cues):
        if cue.side is Side.AGENT_FIRST and not participle(words.language).search(text.flat, cue.start, span.end):
            continue
        # "Le Syndicat organise une conférence des élus": it is his, not theirs
        other = subjects and (_leads(text, cue) or (cue.side is Side.AFTER and cue.asks))
        if cue.side is not Side.SUBJECT and not other:
            end = min([_next(cues, index, span.end), *(at for at in subjects if at > cue.end)])
            found += [(cue.start, who) for who in read_after(text, Span(cue.end, end), cue, words)]
    if ordered := [cue.end for cue in cues if text.flat.startswith(_ORDERED, cue.start)]:
        # "Commissioned by the Council, run by X": who does the work holds nothing
        found = [(at, replace(who, role=Role.PARTNER) if at > ordered[0] else who) for at, who in found]
    return [who for _, who in sorted(found, key=lambda pair: pair[0])]


def _leads(text: Plain, cue: Cue) -> bool:
    """ "Le mouvement X, conduit par Y, vous invite": Y leads X, and organises nothing."""
    before = text.flat[max(0, cue.start - 3) : cue.start].rstrip()
    return before.endswith(",") and _LED.match(text.flat, cue.start) is not None


def _is_held(text: Plain, at: int, cues: list[Cue]) -> bool:
    """ "L'École de la délibération, portée par Y, ouvre sa session": what Y holds is no organiser itself."""
    passive = (cue for cue in cues if cue.start > at and cue.side is Side.AFTER and cue.role is Role.ORGANISER)
    apposed = (cue for cue in passive if text.flat[max(0, cue.start - 3) : cue.start].rstrip().endswith(","))
    return any(not _leads(text, cue) for cue in apposed)


def _conjugated(text: Plain, cue: Cue) -> bool:
    # flat "propose" may be "proposé", and "organizo" "organizó": neither announces; "a ordonné" and "promoverá" do
    verb = text.flat[cue.start : cue.end]
    return text.shown[cue.end - 1].isascii() or " " in verb or verb.endswith("ra")


def _next(cues: list[Cue], index: int, end: int) -> int:
    return cues[index + 1].start if index + 1 < len(cues) else end
