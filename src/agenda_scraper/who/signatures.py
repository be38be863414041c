"""Who signs a notice: the organisation that stands alone on one of its last lines, or in its last sentence."""

from __future__ import annotations

import re

from agenda_scraper.model import Organiser, Role
from agenda_scraper.who.lexicon import Lexicon, word_set
from agenda_scraper.who.names import Grammar, Name
from agenda_scraper.who.plain import Plain, Span, sentences

# "À très vite, l'équipe de X": what is wished stands before who wishes it.
_WISHED = re.compile(
    r"(?:a (?:tres )?(?:bientot|vite)|au plaisir[^,]{0,40}|(?:bien )?(?:cordialement|a vous)|amicalement|salutations|"
    r"see you(?: soon| there)?|(?:best|kind|warm) (?:wishes|regards)|yours(?: sincerely| faithfully)?|cheers|"
    r"bis bald|(?:mit )?(?:freundlichen|herzlichen|besten|viele|herzliche|beste) gru(?:ss|ß)en?|"
    r"(?:hasta|a) (?:pronto|presto|aviat|reveure)|(?:un )?(?:saludo|cordial saludo|abrazo)s?|"
    r"(?:cordiali|distinti) saluti|tot (?:dan|snel|gauw|ziens)|(?:met )?vriendelijke groet(?:en)?|groeten|"
    r"ate (?:ja|breve|logo)|(?:com os )?(?:melhores )?cumprimentos|fins aviat|cordialment|salutacions)\s?[,!.–—-]\s*"
)
_LAST = 4  # sentences or lines at the end that may sign
_WORDS = 6  # of a name that no noun of organisation tells
_LONGEST = 110  # characters of one
_TEAM = re.compile(
    r"(?:pour|for|fur|per|por|i\.a\.|p/o)\s+|l'equipe?\s+(?:de la |de l'|du |des |dels? |de |d')"
    r"|(?:the|das|il|het|el|a|o|your|ihr|votre)\s+(?:team|equipo|equipe)\s+(?:at|of|von|der|des|di|del|della|van|de"
    r"|da|do)\s+"
)
# What may follow a name that signs: how to reach it.
_REACHED = re.compile(
    r"[,:–—·|(-]?\s*(?:(?<!\w)\(?(?:tel|mail|e-mail|courriel|phone|www\.|https?:)|[\w.+-]+@|\+?\d[\d .]{7,})"
)
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'’-]+){1,2}")
_CONTACT = re.compile(r"@|://|(?:\d[ .]?){8}")
# Houses: "Mairie de X" on a line below the date is where, not who.
_HOUSES = word_set(
    [
        "mairie maison maisons centre centres ecole ecoles bibliotheque mediatheque theatre musee lycee college "
        "foyer mjc",
        "universite faculte institut parc maison bureau canton district quartier paroisse eglise etablissement",
        "university college school library museum church centre center institute neighbourhood",
        "centro colegio escuela biblioteca museo universidad facultad casa club instituto ayuntamiento distrito",
        "rathaus schule bibliothek museum haus zentrum kirche universitat hochschule vhs volkshochschule markt "
        "stadtbibliothek",
        "scuola universita biblioteca municipio circolo parrocchia polo istituto quartiere citta comune",
        "school bibliotheek museum centrum buurthuis huis universiteit kerk stad",
        "escola universidade museu junta camara paroquia cidade faculdade",
        "ateneu casal universitat escola centre ajuntament consell",
    ]
)


# The part of a body that signs for it.
_OFFICES = word_set(
    [
        "direction service services departement pole mission cellule department office team unit directorate",
        "amt fachbereich abteilung referat dezernat stabsstelle area concejalia servicio departamento delegacion",
        "settore ufficio servizio assessorato afdeling dienst divisao servico gabinete departament servei regidoria",
    ]
)


def read_signature(text: Plain, words: Lexicon) -> list[Organiser]:
    """The organisation a notice ends with ("L'équipe de X", "La préfète de l'Aveyron"); empty when none signs."""
    every = sentences(text)
    for index in range(len(every) - 1, max(0, len(every) - 1 - _LAST), -1):
        line, before = every[index], text.flat[: every[index].start].rstrip(" ")
        if line.end - line.start > _LONGEST:
            return []
        if name := _signs(text, line, words) or _of_whom(text, line, every[index - 1], words):
            # a line below a date may be the hall; below a sentence or a blank line it signs
            parted = before.endswith("\n\n") or before.rstrip().endswith((".", "!", "?", ")", "…"))
            return [Organiser(name.text, Role.ORGANISER, name.acronym)] if _may_sign(text, line, name, parted) else []
        if not _passes(text, line):
            return []
    return []


def _signs(text: Plain, line: Span, words: Lexicon) -> Name | None:
    """The one name a line is, past "L'équipe de" and up to its e-mail or telephone."""
    start = line.start + len(text.flat[line.start : line.end]) - len(text.flat[line.start : line.end].lstrip(" -–—*•"))
    wished = _WISHED.match(text.flat, start, line.end)
    start = wished.end() if wished else start
    team = _TEAM.match(text.flat, start, line.end)
    start = team.end() if team else start
    reached = _REACHED.search(text.flat, start, line.end)
    end = reached.start() if reached else line.end
    # "Mairie d'Orléans – Direction de la participation citoyenne"
    end = next((dash for dash in (text.flat.find(mark, start, end) for mark in (" – ", " - ")) if dash > 0), end)
    stretch = Span(start, start + len(text.flat[start:end].rstrip(" .,;–—-")))
    grammar = Grammar(text, stretch, words)
    shown = text.shown[stretch.start : stretch.end]
    if team and _is_called(shown, grammar):
        return Name(shown, None, grammar.tokens[0], False, True, len(grammar.tokens))  # "pour Place aux Voix"
    name = grammar.name(0)
    if name is None or not _ends(grammar, name) or not name.first.flat[0].isalpha():
        return None
    inside = [token for token in grammar.tokens if token.start >= name.first.start]
    if not name.capital and len(inside) > 1 and inside[1].flat not in words.links:
        return None  # "Los vecinos podrán opinar."
    headed = (inside[0].flat in words.heads and inside[0].flat not in words.things) or (
        not words.adjectives_follow and inside[0].capital and any(token.flat in words.heads for token in inside)
    )
    # "Grenoble-Alpes Métropole"
    headed = headed or (len(inside) > 1 and inside[-1].flat in words.heads and all(token.capital for token in inside))
    return name if headed else None


def _of_whom(text: Plain, line: Span, above: Span, words: Lexicon) -> Name | None:
    """ "Ann Lee ⏎ Engagement Lead, Westport Town Council": behind the office of a person stands whose it is."""
    comma = text.flat.find(", ", line.start, line.end)
    if comma < 0 or not _PERSON.fullmatch(text.shown[above.start : above.end].strip(" ,")):
        return None
    return _signs(text, Span(comma + 2, line.end), words)


def _is_called(shown: str, grammar: Grammar) -> bool:
    """Whether what stands behind "l'équipe de" or "pour" is a name: "Für Verpflegung ist gesorgt" is none."""
    said = {token.flat for token in grammar.tokens if not token.capital} & grammar.lexicon.stops
    says = said - grammar.lexicon.bridges - grammar.lexicon.towards
    return shown[:1].isupper() and len(shown.split()) <= _WORDS and bool(grammar.tokens) and not says


def _ends(grammar: Grammar, name: Name) -> bool:
    """Whether nothing follows a name but the office in it that signs: "Ville de Dole, direction de la citoyenneté"."""
    if name.next >= len(grammar.tokens):
        return True
    office = grammar.name(name.next + 1) if grammar.flat(name.next) == "," else None
    return office is not None and office.next >= len(grammar.tokens) and office.first.flat in _OFFICES


def _may_sign(text: Plain, line: Span, name: Name, parted: bool) -> bool:
    before = text.flat[line.start : name.first.start]
    if " " not in name.text and not name.text.isupper() and not any(map(str.isalpha, before)):
        return False  # "Secrétariat" above a name is a heading, "1. Bürgermeisterin" below one an office
    inside = set(text.flat[name.first.start : name.first.start + len(name.text)].split())
    if not inside & _HOUSES:
        return True
    return parted and (" " in name.text or name.first.start > line.start)


def _passes(text: Plain, line: Span) -> bool:
    """Whether a line may stand below or above who signs: a contact, a person, "Cordialement,"."""
    said = text.shown[line.start : line.end].strip()
    return bool(_CONTACT.search(said)) or len(said.split()) <= 4 or said.endswith(",")
