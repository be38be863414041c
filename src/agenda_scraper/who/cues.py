"""The words that announce who: labels ("Organisateur :"), passives ("organisé par"), verbs ("X invite"), phrases."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import NamedTuple

from agenda_scraper.model import Role
from agenda_scraper.who.lexicon import Pattern, naming, phrases
from agenda_scraper.who.plain import Plain


class Side(Enum):
    """Where the names stand: after the cue, before it (the subject of a verb), or before its participle."""

    AFTER = 1
    LABEL = 2
    SUBJECT = 3
    AGENT_FIRST = 4


class Cue(NamedTuple):
    """A cue in the text; `facilitator` marks those hired to run the event, partners unless they are persons.

    `calls`: it asks one to join who holds the event, or anything else. `asks`: bodies answer it, persons and the
    public too.
    """

    side: Side
    role: Role
    start: int
    end: int
    facilitator: bool = False
    calls: bool = False
    asks: bool = False


_KINDS = {
    "organiser_labels": (Side.LABEL, Role.ORGANISER),
    "asked_labels": (Side.LABEL, Role.ORGANISER),
    "partner_labels": (Side.LABEL, Role.PARTNER),
    "funder_labels": (Side.LABEL, Role.FUNDER),
    "speaker_labels": (Side.LABEL, Role.SPEAKER),
    "facilitator": (Side.AFTER, Role.PARTNER),
    "funder": (Side.AFTER, Role.FUNDER),
    "partner": (Side.AFTER, Role.PARTNER),
    "organiser": (Side.AFTER, Role.ORGANISER),
    "made_by": (Side.AFTER, Role.ORGANISER),
    "calls": (Side.AFTER, Role.ORGANISER),
    "passive": (Side.AFTER, Role.ORGANISER),
    "together": (Side.AFTER, Role.PARTNER),
    "before": (Side.AGENT_FIRST, Role.ORGANISER),
    "speaker": (Side.AFTER, Role.SPEAKER),
    "verbs": (Side.SUBJECT, Role.ORGANISER),
}
# "Goûter offert par les parents" says nothing of who organises.
_REFRESHMENT = re.compile(
    r"(?:gouter|cafe|apero|aperitif|collation|buffet|verre|repas|pot|soupe|buvette|refreshments|lunch|tea|imbiss|kaffee"
    r"|librairie|stand|merienda|comida|vino|rinfresco|aperitivo|hapje|koffie|lanche|berenar|pica-pica)"
    r"s?(?: d'accueil| de l'amitie| de bienvenue)?(?: (?:est|sont|sera|seront|is|wird|es|e))?\s$"
)
# "La demande présentée par la société X" is filed, no event is.
_FILED = re.compile(
    r"(?:demande|requete|dossier|permis|offre|candidature|scenario|esquisse|resultat|(?<!d')etude|enquete(?! publique))"
    r"s? [^.;\n]{0,80}$"
)
# "Initiatives portées par la Ville" are on show, "les conseils de quartier mis en place par elle" sit: neither is held.
_CARRIED = re.compile(
    r"(?:initiatives|projets|actions|idees|conseils? (?:de quartiers?|citoyens?)|iniciativas|proyectos|iniciatives"
    r"|projectes|iniziative|progetti|projects|projetos|initiatieven|projecten|projekte"
    r"|(?:un |el |o |il |le |the )(?:enlace|link|lien|enllac))\s$"
)
# "A cura di Marta Ferri": who gives the evening, not who holds it; a body so named does both.
_GIVEN = re.compile("a cura|(?:corre )?a car(?:go|rec)")
_HIRED = re.compile("moderati|moderaci|moderac|facilit|animat")
_LINE_START = re.compile(r"(?:^|[\n.;!?•|*–—)»-])[ \t]*$")


@cache
def _pattern(language: str) -> Pattern:
    words = naming(language)
    groups = []
    for kind, (side, _) in _KINDS.items():
        if kind == "passive":
            body = "|".join(
                # "organisée cette année par": what stands between holds no sign
                rf"(?:(?:{phrases(one.participles)})|co-?(?:{phrases(one.participles)})){one.endings}"
                rf"(?: [^.,;:()\n]{{1,50}}?,?)?? (?:{phrases(one.agents)})"
                for one in words
                if one.agents
            )
        elif kind == "together":
            body = "|".join(
                rf"(?:{phrases(one.participles)}){one.endings} (?:{'|'.join(one.companions.split())})" for one in words
            )
        elif kind == "verbs":
            pronouns = "|".join(pronoun for one in words for pronoun in one.pronouns.split())
            body = rf"(?:(?:{pronouns}) )?(?:{phrases(*(one.verbs for one in words))})"
        else:
            body = phrases(*(getattr(one, kind) for one in words))
            body = rf"(?:co-?|mede|mit)?(?:{body})" if kind == "organiser_labels" else body
            # "con il supporto scientifico del Politecnico"
            body = rf"(?:{body})(?: \w+(?:ique|ico|ica|ier|iere|al|ale)(?= d))?" if kind == "partner" else body
        if body:
            close = r"(?: ?[:?]|(?=[ \t]*\n))" if side is Side.LABEL else r"(?:(?<=')|(?!\w))"
            groups.append(rf"(?P<{kind}>(?:{body}){close})")
    return re.compile(r"(?<![\w'-])(?:" + "|".join(groups) + ")")


def find_cues(text: Plain, language: str) -> list[Cue]:
    """The cues in order; none overlaps another."""
    found = []
    for match in _pattern(language).finditer(text.flat):
        kind = match.lastgroup or ""
        side, role = _KINDS[kind]
        if side is Side.LABEL and not _stands_as_label(text, match):
            continue
        served = kind == "passive" and "organi" not in match[0]
        if served and _REFRESHMENT.search(text.flat, max(0, match.start() - 40), match.start()):
            continue
        if kind == "passive" and _FILED.search(text.flat, max(0, match.start() - 100), match.start()):
            continue
        if kind in ("passive", "facilitator") and _CARRIED.search(text.flat, max(0, match.start() - 30), match.start()):
            continue
        if kind == "verbs" and _reflexive(text, match, language):
            continue
        if kind == "together" and _is_verb(text, match, language):
            # "organise avec": flat, the French verb and its participle are one
            verb = match.start() + match[0].rindex(" ")
            found.append(Cue(Side.SUBJECT, Role.ORGANISER, match.start(), verb))
            found.append(Cue(side, role, verb + 1, match.end()))
        else:
            hired = kind == "facilitator" or (kind == "partner_labels" and _HIRED.match(match[0]) is not None)
            hired = hired or _GIVEN.match(match[0]) is not None
            asks = kind in ("asked_labels", "made_by")
            found.append(Cue(side, role, match.start(), match.end(), hired, kind == "calls", asks))
    return found


# "Se celebra el pleno", "realiza-se a sessão": what follows is held, and holds nothing.
_SELF = re.compile(r"(?:\bse|\bes|\bsi)\s$")


def _reflexive(text: Plain, match: re.Match[str], language: str) -> bool:
    if language[:2] not in ("es", "ca", "it", "pt"):
        return False
    return (
        text.flat.startswith("-se", match.end())
        or _SELF.search(text.flat, match.start() - 4, match.start()) is not None
    )


def _is_verb(text: Plain, match: re.Match[str], language: str) -> bool:
    verb = match[0][: match[0].rindex(" ")]
    written = text.shown[match.start() : match.start() + len(verb)]
    return written[-1].isascii() and _verb(language).fullmatch(verb) is not None


@cache
def _verb(language: str) -> Pattern:
    return re.compile("|".join(f"(?:{phrases(words.verbs)})" for words in naming(language)))


def _stands_as_label(text: Plain, match: re.Match[str]) -> bool:
    # "avec :" in mid-sentence is no label; one with a capital is, also after a dash or a comma
    begins = _LINE_START.search(text.flat, max(0, match.start() - 8), match.start()) is not None or match.start() == 0
    return begins or (match[0].endswith((":", "?")) and text.shown[match.start()].isupper())
