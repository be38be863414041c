"""A title as one reads it: no markup, no shouting, no status word in front."""

from __future__ import annotations

import html
import re

from agenda_scraper.model import Status
from agenda_scraper.statuses import SAID
from agenda_scraper.text import align, fold, squash, visible

# Acronyms of the field that titles in capitals hide; the notice's own body tells the others.
_ACRONYMS = frozenset(
    {"ANCT", "CESE", "CESER", "CNDP", "CNIL", "EPCI", "ICPC", "OIDP", "PLU", "PLUI", "QPV", "RIC", "RSE", "ZAC", "ZFE"}
)
_TAGS = re.compile(r"<[/a-zA-Z!][^>]{0,400}>")
_ADDRESS = re.compile(r"\S+://\S+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_FRONT = {status: re.compile(rf"^\W*(?:{words})\b\s*([\])*!:–—|-]*)\s*", re.I) for status, words in SAID.items()}
_BRACKETED = {
    status: re.compile(rf"[\[(]\s*(?:{words})\s*!*\s*[\])]|\s[-–—|:]\s*(?:{words})\s*!*$", re.I)
    for status, words in SAID.items()
}


# "Réunion publique annulée", "Atelier reporté sur le climat": what is held comes first, with a word or two of its own.
_HELD = (
    r"ateliers?|reunions?|debats?|conferences?|rencontres?|balades?|webinaires?|seminaires?|colloques?|permanences?"
    r"|forums?|assemblees?|journees?|soirees?|formations?|visites?|seances?|conseils? de quartier|workshops?|meetings?"
    r"|webinars?|talleres|taller|reunion(?:es)?|encuentros?|jornadas?|asambleas?|incontr[oi]|riunion[ei]|assemblea|laborator[io]+"
    r"|bijeenkomst|inloopavond|informatieavond|bewonersavond|sessao|reuniao|oficina|encontro|trobada|sessio|reunio"
    r"|veranstaltung|burgerversammlung|informationsabend|sitzung"
)
# "Sessão cancelada: a oficina participativa": what is held is named behind how it stands
_ANNOUNCED = re.compile(r"\s?:\s(?:(?:l[ae]s?|the|el|los|il|lo|i|o|a|os|as|de|het|die|der|das|els)\s|l['’])(?=\w)")
_TO = re.compile(r"\s(?:au|a|to|until|al|auf|naar|para|fins)\b")
_CALLED_OFF = {
    status: re.compile(
        rf"^(?:(?:la|le|les|the|el|il|de|het|o|a|die|der)\s|l')?(?:{_HELD})(?:\s[^\W\d_]{{4,}}){{0,2}}?\s(?P<word>{words})\b"
    )
    for status, words in SAID.items()
    if status in (Status.CANCELLED, Status.POSTPONED)
}


def plain(text: str) -> str:
    """Text without tags and entities, on one line; entities escaped twice are read twice."""
    for _ in range(2):
        text = html.unescape(text)
    return squash(visible(_TAGS.sub(" ", text)))


def status_in(title: str) -> tuple[str, Status | None]:
    """The title without the status word a page put in front, in brackets, behind it or what is held; that status."""
    aligned = align(title)
    for status in SAID:
        for pattern in (_FRONT[status], _BRACKETED[status]):
            fit = pattern.search(aligned)
            # "Full house" is a title; "FULL house" and "Full: house" say that there is no place left
            if fit and (pattern is not _FRONT[status] or fit.group(1) or _shouted(title, fit.end())):
                rest = squash(title[: fit.start()] + " " + title[fit.end() :]).strip(" :–—-|")
                if rest:
                    return rest[0].upper() + rest[1:], status
    for status, pattern in _CALLED_OFF.items():
        if fit := pattern.match(aligned):
            if _TO.match(aligned, fit.end()):
                return title, status  # "reportée au 12 mars"
            if said := _ANNOUNCED.match(title, fit.end("word")):
                return title[said.end()].upper() + title[said.end() + 1 :], status
            return squash(title[: fit.start("word")] + title[fit.end("word") :]).strip(" :–—-|"), status
    return title, None


def _shouted(title: str, end: int) -> bool:
    """Whether the words up to `end` are in capitals and the rest is not."""
    return title[:end].isupper() and not title[end:].isupper()


def sentence_case(title: str, body: str) -> str:
    """A title in capitals as a sentence; words keep the case the notice itself gives them.

    A word the body writes only with a capital is a name; one it writes in capitals is an acronym.
    """
    letters = [letter for letter in title if letter.isalpha()]
    if len(letters) < 8 or sum(letter.isupper() for letter in letters) < 0.9 * len(letters):
        return title
    spellings: dict[str, set[str]] = {}
    # shouted lines tell nothing (the title often stands in the body once more), nor do the words of an address
    lines = (_ADDRESS.sub("", line.replace(title, "")) for line in body.split("\n") if not line.isupper())
    for word in _WORD.findall("\n".join(lines)):
        spellings.setdefault(fold(word), set()).add(word)

    def recase(match: re.Match[str]) -> str:
        word = match.group()
        told = spellings.get(fold(word), set())
        lower = sorted(spelling for spelling in told if spelling.islower())
        mixed = sorted(spelling for spelling in told if not spelling.isupper() and not spelling.islower())
        if lower or mixed:
            return (lower or mixed)[0]
        acronym = word in _ACRONYMS or (word in told and len(word) <= 6) or not re.search("[AEIOUYÀ-Ý]", word)
        return word if acronym else word.lower()

    recased = _WORD.sub(recase, title)
    first = next((at for at, letter in enumerate(recased) if letter.isalpha()), 0)
    return recased[:first] + recased[first].upper() + recased[first + 1 :]
