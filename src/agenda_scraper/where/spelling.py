"""What the spelling of a name tells: a common noun with a capital, umlauts left out, a day behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agenda_scraper.where.words import LINKS, dated, flat

# German writes every noun with a capital, titles in the south do: "in Arbeitsgruppen", "Semana de Innovación".
_ABSTRACT = re.compile(
    r"[A-ZÄÖÜ]\w+(?:ungs?|ungen|heit|keit|schaft|gruppen?|phasen?|weise|formaten?|runden"
    r"|ci[oó]n(?:es)?|ção|ções|ció|cions|zion[ei]|idade?|idades|itat|[^\W\d_]{2}ements?"
    r"|isations?)(?![\w-])"
)
_UMLAUTS = re.compile("[äöüÄÖÜ]")
_OUTWARD = re.compile(r"(?<=[a-z]{2})\s+[A-Z]{1,2}\d{1,2}[A-Z]?$")  # "London SE8": half a postcode
_CEDEX = re.compile(r"(?i)[\s,-]+cedex(?:\s+\d{1,2})?\b.*$")
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+e[rsn]?")
# The surname in capitals, as in lists of speakers.
_PERSON = re.compile(r"(?!(?:L[ae]s?|Saint|Sainte)\s)[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?\s[A-ZÀ-Þ'-]{3,}")
_ROADS = ("Rue ", "Avenue ", "Boulevard ", "Allée ", "Impasse ", "Chemin ", "Calle ", "Rua ", "Carrer ")
_QUARTER = re.compile(r"\b[Qq]uartiers? [A-ZÀ-Þ][\w’' -]{1,30} [-–] $")
_QUARTER_NAME = 50  # letters of "quartier" and the first half of its name
_SMALL_WORDS = frozenset(LINKS.split("|")) | {"lès", "arr", "arr.", "arrt", "arrondissement", "cedex"}
_DASHES = (" - ", " – ", " — ")
# Alone they are no place: "representantes del barrio", "servizi, casa e lavoro".
TOO_COMMON = frozenset(
    ("centre", "local", "place", "quartier", "village", "casa", "barrio", "barri", "bairro", "quartiere")
) | frozenset(("centro", "spazio", "zaal", "sala", "espai", "espacio", "espaco"))
_SMALL = re.compile(r"(?:\s+(?:[a-zà-ÿ]{1,3}|\d{1,2}))+\s*$")


def is_name(part: str) -> bool:
    """True when all words but the linking ones begin with a capital or a figure: asked of every clause of a notice."""
    return not any(word[0].islower() and word not in _SMALL_WORDS for word in part.split())


def is_article(word: str, language: str) -> bool:
    """Whether what is "at" in one language begins a noun in another: "a park", "A Câmara"."""
    return (word in ("a", "A") and language in ("en", "pt")) or (language == "pt" and word in ("o", "O"))


def is_abstract(text: str) -> bool:
    """Whether a name begins with a noun that no town is called by."""
    return _ABSTRACT.match(text) is not None


def is_person(text: str) -> bool:
    """Whether a name is written as speakers are listed: "Jean-Michel FOURNEL"."""
    return _PERSON.fullmatch(text) is not None


def is_half(text: str, first: int, last: int) -> bool:
    """Whether a name is half of a quarter's: "La Noue - Clos Vert | 5 mai | 18h", "quartier Les Prés - Saint-Jean"."""
    if _QUARTER.search(text, max(0, first - _QUARTER_NAME), first):
        return True
    dashed = text[last : last + 3] in _DASHES or text[max(0, first - 3) : first] in _DASHES
    line = text[text.rfind("\n", 0, first) + 1 :].split("\n", 1)[0] if dashed else ""
    return line.count("|") > 1


def is_road(text: str) -> bool:
    """Whether a name is a street's, told without a number: "in Mill Lane", "Rue de Bayonne", "Sankt-Anna-Platz"."""
    last = (" Road", " Street", " Avenue", " Lane", "straat", "laan", "plein", "kaai", "-Platz", "gasse")
    return text.endswith(last) or text.startswith(_ROADS)


def keeps_umlauts(written: str, name: str, language: str) -> bool:
    """German keeps its umlauts: a "Bohl" is no Böhl; capitals and "ue" may stand for them."""
    dots = len(_UMLAUTS.findall(name)) if language == "de" and not written.isupper() else 0
    return not dots or len(_UMLAUTS.findall(written)) == dots or ("e" in written[1:] and len(written) > len(name))


def undated(part: str) -> str:
    """A name up to a date that follows without a comma: "Ashbrook on 12 May", "Talheim am Freitag"."""
    date = dated().search(flat(part))
    if date is None or date.start() == 0:
        return part
    return _SMALL.sub("", part[: date.start()]).strip()


def bare(text: str) -> str:
    """A town without CEDEX, half a postcode, a canton's letters or a full stop."""
    name = _OUTWARD.sub("", _CEDEX.sub("", text).strip(" ,.;"))
    canton = re.fullmatch(r"(.+?)\s+[A-Z]{2}", name)
    return canton[1] if canton and not name.isupper() else name


def is_adjective(word: str) -> bool:
    """Whether a German word with a capital is an adjective: "Grüne Aue" is no Aue."""
    return _ADJECTIVE.fullmatch(word) is not None


def is_acronym(part: str, names: Sequence[str]) -> bool:
    """ "Centro de Artes y Oficios (CAO)": the name before it once more."""
    initials = "".join(word[0] for word in names[-1].split() if word[:1].isupper()) if names else ""
    return len(part) > 2 and flat(part) == flat(initials)


def is_bare(name: str) -> bool:
    """Whether a name is but the word for a kind of place: "piazza"."""
    return " " not in name and name.islower()
