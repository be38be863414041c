"""The same organisation under its acronym, with or without article and accents, is one Organiser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from agenda_scraper.model import Organiser, Role
from agenda_scraper.text import words
from agenda_scraper.who.languages import LANGUAGES
from agenda_scraper.who.lexicon import Lexicon, lexicon, word_set

_STRENGTH = (Role.ORGANISER, Role.PARTNER, Role.FUNDER, Role.SPEAKER)
# Names a town hall goes by, and words that only say what kind of body a name is.
_TOWN = word_set(
    [
        "ville commune mairie municipalite town city council ayuntamiento municipio stadt gemeinde stadtverwaltung",
        "comune gemeente municipality camara municipal ajuntament",
    ]
)
# "Autarquia", "amministrazione comunale": the same town hall in a later sentence.
_AGAIN = word_set(
    [
        "autarquia edilidade consistorio gemeentebestuur stadsbestuur stadtverwaltung gemeindeverwaltung",
        "amministrazione administracion administracao administracio comunale municipal local",
    ]
)
KIND = word_set(
    [
        "association asso asociacion associazione associacao associacio verein vereniging fundacion stiftung fondation",
        "fondazione fundacao fundacio foundation stichting collectif colectivo collettivo coletivo collectiu",
    ]
)


@cache
def _small_words() -> frozenset[str]:
    """Articles, links and conjunctions of all languages: a name is the same without them."""
    every = [lexicon(language) for language in LANGUAGES]
    sets = (one.articles | one.contracted | one.links | one.conjunctions for one in every)
    return frozenset(word.rstrip("'") for some in sets for word in some)


@lru_cache(maxsize=4096)
def _key(name: str) -> tuple[str, ...]:
    """The words of a name that count: folded, no articles or links, "Mairie de X" as "Ville de X"."""
    every = words(name)
    kept = tuple(word for word in every if word not in _small_words()) or every
    if len(kept) > 1 and kept[0] in _TOWN:
        return ("ville", *(word for word in kept[1:] if word not in _TOWN))
    return kept[1:] if len(kept) > 1 and kept[0] in KIND else kept


@lru_cache(maxsize=4096)
def _initials(name: str) -> str:
    return "".join(word[0] for word in words(name) if word not in _small_words())


@lru_cache(maxsize=4096)
def _spelled(name: str) -> str:
    """The letters of a name without blanks and dots: "C.N.F.P.T." as "CNFPT"."""
    return "".join(words(name))


def same_organisation(first: Organiser, second: Organiser) -> bool:
    """Whether two names are of one organisation: equal but for case, accents, articles, or one the other's acronym."""
    if _key(first.name) == _key(second.name) or _spelled(first.name) == _spelled(second.name):
        return True
    return _abbreviates(first, second) or _abbreviates(second, first)


def _abbreviates(short: Organiser, full: Organiser) -> bool:
    acronym = _spelled(short.name)
    if full.acronym and _spelled(full.acronym) in (acronym, _spelled(short.acronym or "")):
        return True
    return len(acronym) >= 3 and short.name.isupper() and " " in full.name and _initials(full.name) == acronym


def unite(organisers: Iterable[Organiser]) -> tuple[Organiser, ...]:
    """Each organisation once, in order of first mention, with its fuller name, its acronym and its strongest role.

    Organiser is stronger than partner, partner than funder, funder than speaker.
    """
    kept: list[Organiser] = []
    for organiser in organisers:
        index = next((i for i, known in enumerate(kept) if same_organisation(known, organiser)), None)
        if index is None:
            kept.append(organiser)
        else:
            kept[index] = _merged(kept[index], organiser)
    return tuple(kept)


def _merged(known: Organiser, other: Organiser) -> Organiser:
    fuller, shorter = (other, known) if len(other.name) > len(known.name) else (known, other)
    acronym = fuller.acronym or shorter.acronym
    if acronym is None and _abbreviates(shorter, fuller):
        acronym = shorter.name
    role = min(known.role, other.role, key=_STRENGTH.index)
    return replace(fuller, role=role, acronym=acronym, url=fuller.url or shorter.url)


def without_echoes(organisers: tuple[Organiser, ...], lexicon_: Lexicon) -> tuple[Organiser, ...]:
    """Without bare nouns ("la Ville") that only repeat an organisation the notice names in full."""
    keys = [frozenset(words(one.name)) for one in organisers]

    def echoes(index: int) -> bool:
        if keys[index] <= _AGAIN:
            return any(len(named) > 1 and named[0] in _TOWN for named in map(words, (one.name for one in organisers)))
        # "La Oliva organiza" above "El Ayuntamiento de La Oliva": the town is its town hall
        if any(keys[index] < other and other & _TOWN for other in keys):
            return True
        bare = len(keys[index]) == 1 and keys[index] <= lexicon_.heads
        return bare and any(keys[index] < other for other in keys)

    return tuple(one for index, one in enumerate(organisers) if not echoes(index))
