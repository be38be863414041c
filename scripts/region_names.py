"""What the regions of the gazetteer are called in our languages, by the names of Unicode CLDR.

CLDR's codes are those of ISO 3166-2, the gazetteer's are GeoNames': a region is matched by its country and its name.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from lxml import etree

from agenda_scraper.where.gazetteer import by_code, countries, key, regions, towns
from agenda_scraper.where.settle import EVERYDAY

# The languages a country calls its regions in; where it is one alone, ours are their names in it.
OWN = {"AT": "de", "AU": "en", "BE": "nl fr de", "BR": "pt", "CA": "en fr", "CH": "de fr it", "DE": "de", "ES": "es ca"}
OWN |= {"FR": "fr", "GB": "en", "IE": "en", "IT": "it", "NL": "nl", "PT": "pt", "US": "en"}
OWN |= dict.fromkeys(("AR", "CL", "CO", "MX"), "es")
# What CLDR calls by its authority, by a name of former days, by that of its country, or with a slip of the pen.
UNSAID = {("Vlaanderen", "nl"), ("Centre-Val de Loire", "ca"), ("Grand Est", "pt"), ("Hauts-de-France", "pt")}
UNSAID |= {("Estado de México", "it"), ("Hessen", "es"), ("Ñuble", "ca")}
# What people say, where CLDR has the name of the authority.
SAID = {("Vlaanderen", "fr"): "Flandre", ("Vlaanderen", "es"): "Flandes", ("Vlaanderen", "ca"): "Flandes"}
_OF = r"(?:de la |de l'|de |d'|del |dell'|du |do |da |di )(?=[A-ZÀ-Þ])"
# What says of a name what it is the name of: "canton d'Argovie", "Provinz Utrecht", "Autonome Gemeinschaft Aragonien".
_KIND = re.compile(
    r"(?i:canton|cantón|cantó|province|provincia|província|district|distrito|distretto|districte|dipartimento"
    r"|departamento|departament|état|estado|estat|principado|communauté forale|comunidade autónoma|comunitat autònoma"
    rf"|região autónoma) {_OF}|(?i:canton|provinz|distrikt|autonome gemeinschaft|autonome region) (?=[A-ZÀ-Þ])"
)
# « Région des Lacs », "Región Flamenca": what is left of many would be no name.
_REGION = re.compile(rf"(?i:région|región|region|regione|região|regió) {_OF}")
# How CLDR tells two of the world apart.
_NOTE = re.compile(r"²| \([^)]*\)$")
_APART = re.compile(r"[\W_]+")
_SIGNS = str.maketrans({"’": "'", "–": "-"})


class Subdivisions:
    """The regions of CLDR, out of the folder `common`: `names` by language and code."""

    def __init__(self, folder: Path, languages: tuple[str, ...]) -> None:
        self._folder = folder
        self.names = {language: self._names(language) for language in languages}

    def _names(self, language: str) -> dict[str, str]:
        told = etree.parse(self._folder / "subdivisions" / f"{language}.xml").iterfind(".//subdivision")
        return {each.get("type"): _NOTE.sub("", each.text.translate(_SIGNS)) for each in told}

    @cached_property
    def first(self) -> dict[str, set[str]]:
        """The codes of the first divisions of each country."""
        groups = etree.parse(self._folder / "supplemental" / "subdivisions.xml").iterfind(".//subgroup")
        return {each.get("type"): set(each.get("contains").split()) for each in groups}

    def matched(self, country: str, own: list[str]) -> dict[str, str]:
        """The codes of our regions of a country: each the only one called so there, and the last one what is left."""
        spoken = {*OWN[country].split(), "en"}
        called: defaultdict[str, set[str]] = defaultdict(set)
        for code in self.first[country]:
            for language in spoken:
                called[_bare(self.names[language].get(code, ""))].add(code)
        found = {name: next(iter(called[_bare(name)])) for name in own if len(called[_bare(name)]) == 1}
        left, unnamed = self.first[country] - {*found.values()}, [name for name in own if name not in found]
        if len(left) == len(unnamed) == 1:
            found[unnamed[0]] = left.pop()
        elif unnamed:
            sys.stderr.write(f"{country}: nobody there is called {', '.join(unnamed)}\n")
        return found


def region_lines(folder: Path, languages: tuple[str, ...]) -> Iterator[str]:
    """Country, own name, another name of the region, the languages it is said in, whether it may mean anything else."""
    known = Subdivisions(folder, languages)
    own: defaultdict[str, list[str]] = defaultdict(list)
    for country, name in sorted(regions()):
        own[country].append(name)
    for country, names in own.items():
        said = {
            (name, language): told
            for name, code in known.matched(country, names).items()
            for language in languages
            if language != OWN[country] and (name, language) not in UNSAID
            if (told := _told(SAID.get((name, language)) or known.names[language].get(code, ""), name))
        }
        yield from _lines(country, names, said)


def _lines(country: str, own: list[str], said: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """A line for each name; what two regions of a country are called tells neither."""
    called = defaultdict(set, {key(name): {name} for name in own})
    for (name, _), told in said.items():
        called[key(told)].add(name)
    spoken: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (name, language), told in said.items():
        if len(called[key(told)]) == 1:
            spoken[name, told].append(language)
    for (name, told), languages in sorted(spoken.items()):
        kind = "namesake" if _means_more(key(told), key(name)) else ""
        yield f"{country}\t{name}\t{told}\t{' '.join(languages)}\t{kind}"


def _means_more(plain: str, own: str) -> bool:
    """Whether a name is that of a town, a country or another division as well, or a word: "Wenen", "Reunião"."""
    others = {key(division.name) for division in by_code().values()} - {own}
    shorter = own.removeprefix("la ")
    return bool(towns(plain)) or plain in {*others, *countries(), shorter} or shorter in EVERYDAY


def _told(name: str, own: str) -> str:
    """A name as it is listed under its country; empty when it is ours, accents and all."""
    plain = name if _KIND.match(own) else _without(_KIND, name)
    plain = plain[:1].upper() + plain[1:]
    # "Región de Antofagasta" says no more than ours does
    short, ours = (_APART.sub(" ", _without(_REGION, each).casefold()) for each in (plain, own))
    return "" if short == ours else plain


def _bare(name: str) -> str:
    """A name without its kind and its article, as names are matched."""
    plain = key(_without(_REGION, _without(_KIND, name)))
    return re.sub(r"^(?:la|le|les|los) ", "", plain).replace(" ", "")


def _without(kind: re.Pattern[str], name: str) -> str:
    found = kind.match(name)
    return name[found.end() :] if found else name
