"""The gazetteer: towns by any spelling or postcode, divisions, countries. Read in place, never loaded whole.

`data/towns.tsv` is sorted by its first cell, so that a look-up is a bisection of the mapped file: nothing to
load, 20 µs an unknown name, and the pages are shared by every process. scripts/build_gazetteer.py makes it.
"""

from __future__ import annotations

import mmap
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from agenda_scraper.text import fold

DATA = Path(__file__).parent / "data"
_APART = re.compile(r"[\W_]+")
_SAINT = re.compile(r"\b(s)(te?|t)\b")


@dataclass(frozen=True, slots=True)
class Town:
    """A town under one of its names. `kind`: "" its own name, "a" another name, "d" a former commune, "p" a postcode.

    `division` is the département's code in France, else the first division GeoNames gives (a state, a canton).
    """

    name: str
    country: str
    division: str
    population: int
    latitude: float | None
    longitude: float | None
    insee: str | None
    postcodes: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Division:
    """A région, a département or a state: its `name`, and the `region` of today it lies in.

    `kind`: "region", "department", "state", and "namesake" for a state that bears the name of a town or country.
    """

    kind: str
    code: str
    name: str
    region: str
    country: str


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """A name as the gazetteer files it: folded, blanks for hyphens and apostrophes, Saint written out."""
    plain = _APART.sub(" ", fold(name)).strip()
    return _SAINT.sub(lambda found: "sainte" if found[2] == "te" else "saint", plain)


@lru_cache(maxsize=8192)
def towns(spelling: str) -> tuple[Town, ...]:
    """All towns a `key` names, most populous first; a French postcode is a key as well."""
    if not spelling or len(spelling) > 80:
        return ()
    return tuple(sorted(map(_town, _lines(spelling.encode() + b"\t")), key=lambda town: -town.population))


def _town(line: bytes) -> Town:
    _, name, country, division, population, latitude, longitude, insee, postcodes, kind = line.decode().split("\t")
    return Town(
        name=name,
        country=country,
        division=division,
        population=int(population),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        insee=insee or None,
        postcodes=tuple(postcodes.split()),
        kind=kind,
    )


@cache
def _file() -> mmap.mmap:
    with (DATA / "towns.tsv").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _lines(start: bytes) -> list[bytes]:
    """The lines that begin with `start`: bisect to the first, then read on."""
    file = _file()
    low, high = 0, len(file)
    while low < high:
        middle = file.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = file.find(b"\n", middle)
        if file[middle:end] < start:
            low = end + 1
        else:
            high = middle
    found = []
    while file[low : low + len(start)] == start:
        end = file.find(b"\n", low)
        found.append(file[low:end])
        low = end + 1
    return found


@cache
def divisions(*, namesakes: bool = False) -> dict[str, tuple[Division, ...]]:
    """Régions, départements and states by `key` of their name; `namesakes` are in it only where they are asked for.

    Regions of today are known by their names in our languages too, where none is called so at home.
    """
    found: dict[str, tuple[Division, ...]] = {}
    for division in _divisions():
        if namesakes or division.kind != "namesake":
            found[key(division.name)] = (*found.get(key(division.name), ()), division)
    own = {(division.country, division.name): division for division in _divisions() if division.kind != "department"}
    others: dict[str, tuple[Division, ...]] = {}
    for country, name, other, _, kind in _other_names():
        if namesakes or kind != "namesake":
            # one region may be "Carintia" here and "Caríntia" there
            others[key(other)] = tuple(dict.fromkeys((*others.get(key(other), ()), own[country, name])))
    return others | found


@cache
def _divisions() -> tuple[Division, ...]:
    lines = (DATA / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(Division(*line.split("\t")) for line in lines)


@cache
def regions() -> frozenset[tuple[str, str]]:
    """The regions of today: country and own name."""
    return frozenset((division.country, division.region) for division in _divisions())


def region_meant(name: str) -> str:
    """The own name of the region that is called so in one of our languages; any other name as it is."""
    return _meant().get(key(name), name)


def called(division: Division) -> frozenset[str]:
    """The region a division lies in, by the `key` of each name in another language that can mean nothing else."""
    return _called().get((division.country, division.region), frozenset())


@cache
def _called() -> dict[tuple[str, str], frozenset[str]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for country, name, other, _, kind in _other_names():
        if kind != "namesake":
            found[country, name].add(key(other))
    return {region: frozenset(names) for region, names in found.items()}


def region_in(language: str, name: str) -> str:
    """A region by its name in a language; by its own where that is all there is."""
    return _said().get((language, name), name)


@cache
def _meant() -> dict[str, str]:
    return {key(other): name for _, name, other, *_ in _other_names()}


@cache
def _said() -> dict[tuple[str, str], str]:
    # what two countries have a region of ("La Rioja") is told by the name both give it
    bearers = Counter(name for _, name in regions())
    told = ((name, other, languages) for _, name, other, languages, _ in _other_names() if bearers[name] == 1)
    return {(language, name): other for name, other, languages in told for language in languages.split()}


@cache
def _other_names() -> tuple[tuple[str, str, str, str, str], ...]:
    """Country and own name of a region, another name, its languages, "namesake" where it can mean something else."""
    lines = (DATA / "regions.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines)
    return tuple((country, name, other, told, kind) for country, name, other, told, kind in cells)


@cache
def by_code() -> dict[tuple[str, str], Division]:
    """Départements and states by country and code."""
    return {(division.country, division.code): division for division in _divisions() if division.code}


@cache
def countries() -> dict[str, str]:
    """Country codes by `key` of their names in our languages."""
    return {key(name): code for code, _, names in _countries() for name in names.split("|") if name}


@cache
def country_of_zone(timezone: str) -> str | None:
    """The country an IANA zone belongs to, None when several share it."""
    return next((code for code, zones, _ in _countries() if timezone in zones.split()), None)


@cache
def _countries() -> tuple[tuple[str, str, str], ...]:
    lines = (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return tuple((code, zones, names) for code, zones, names in (line.split("\t") for line in lines))


def department_of_postcode(postcode: str) -> Division | None:
    """The département of a French postcode, CEDEX ones included; Corsica's 20 is split at 20200."""
    code = postcode[:3] if postcode.startswith(("97", "98")) else postcode[:2]
    if code == "20":
        code = "2A" if postcode < "20200" else "2B"
    return by_code().get(("FR", code))
