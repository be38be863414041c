"""The gazetteer and the choice between namesakes: what settles a town, what is known of it, how fast."""

import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.model import Context
from agenda_scraper.site.map import Paper
from agenda_scraper.where import find_place, gazetteer, read_place
from agenda_scraper.where.country import sheet_of
from agenda_scraper.where.settle import clues, named_divisions, settled
from pace import paced

FR = Context("fr", date(2026, 3, 1), "Europe/Paris")


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("SAINT ETIENNE", "Saint-Étienne"),
        ("St-Étienne", "Saint-Étienne"),
        ("ste foy les lyon", "Sainte-Foy-lès-Lyon"),
        ("Villeneuve d’Ascq", "Villeneuve-d'Ascq"),
        ("L'Haÿ-les-Roses", "L'Haÿ-les-Roses"),
        ("œuilly", "Œuilly"),
    ],
)
def test_accents_case_hyphens_and_saints_are_folded(written, known):
    assert known in {town.name for town in gazetteer.towns(gazetteer.key(written))}


def test_lille_is_whole():
    place = settled("Lille", clues(FR))
    assert (place.city, place.department, place.region, place.country) == ("Lille", "Nord", "Hauts-de-France", "FR")
    assert (round(place.latitude, 2), round(place.longitude, 2), place.insee) == (50.63, 3.06, "59350")


@pytest.mark.parametrize(
    ("region", "department"),
    [
        ("Île-de-France", "Seine-Saint-Denis"),
        ("Réunion", "La Réunion"),
        ("93", "Seine-Saint-Denis"),
        ("Gard", "Gard"),
        (None, None),
    ],
)
def test_the_sources_own_region_settles(region, department):
    assert read_place("Saint-Denis", replace(FR, region=region)).department == department


@pytest.mark.parametrize(
    ("city", "language", "country", "region"),
    [
        ("Freiburg im Breisgau", "de", "DE", "Baden-Württemberg"),
        ("Graz", "de", "AT", "Steiermark"),
        ("Lausanne", "fr", "CH", "Vaud"),
        ("Girona", "ca", "ES", "Catalunya"),
        ("Bologna", "it", "IT", "Emilia-Romagna"),
        ("Eindhoven", "nl", "NL", "Noord-Brabant"),
        ("Liège", "fr", "BE", "Wallonie"),
        ("Coimbra", "pt", "PT", "Coimbra"),
        ("Swansea", "en", "GB", "Wales"),
        ("Galway", "en", "IE", "Connacht"),
        ("Sherbrooke", "fr", "CA", "Québec"),
        ("Porto Alegre", "pt", "BR", "Rio Grande do Sul"),
        ("Guadalajara", "es", "MX", "Jalisco"),
        ("Rosario", "es", "AR", "Santa Fe"),
        ("Medellín", "es", "CO", "Antioquia"),
        ("Temuco", "es", "CL", "La Araucanía"),
        ("Hobart", "en", "AU", "Tasmania"),
    ],
)
def test_a_town_abroad_lies_in_its_region(city, language, country, region):
    place = settled(city, clues(Context(language, FR.reference, FR.timezone, country)))
    assert (place.city, place.region, place.department, place.country) == (city, region, None, country)


def test_a_region_that_bears_a_towns_name_is_meant_only_where_a_region_is_asked_for():
    home = Context("nl", FR.reference, "Europe/Amsterdam", "NL")
    assert not named_divisions("Utrecht") and [each.name for each in named_divisions("Noord-Brabant")]
    assert [each.code for each in clues(replace(home, region="Utrecht")).source] == ["09"]
    assert read_place("Utrecht", home).city == "Utrecht"


@pytest.mark.slow
def test_every_country_whose_regions_we_name_has_all_of_them():
    named = gazetteer.by_code()
    countries = {country for country, _ in named}
    unnamed = {
        (cells[2], cells[3])
        for cells in (line.split("\t") for line in (gazetteer.DATA / "towns.tsv").read_text("utf-8").splitlines())
        if cells[2] in countries and cells[3] and (cells[2], cells[3]) not in named
    }
    assert not unnamed


OTHER_NAMES = [line.split("\t") for line in (gazetteer.DATA / "regions.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("own", "names"),
    [
        ("Bayern", "fr Bavière, en Bavaria, de Bayern, es Baviera, it Baviera, nl Beieren, pt Baviera, ca Baviera"),
        ("Catalunya", "fr Catalogne, en Catalonia, de Katalonien, es Cataluña, it Catalogna, pt Catalunha"),
        ("Bretagne", "fr Bretagne, en Brittany, es Bretaña, it Bretagna, pt Bretanha, ca Bretanya"),
        ("Sicilia", "fr Sicile, en Sicily, de Sizilien, it Sicilia, nl Sicilië, ca Sicília"),
        ("Vlaanderen", "en Flanders, de Flandern, it Fiandre, nl Vlaanderen, pt Flandres"),
        ("Comunitat Valenciana", "fr Communauté valencienne, es Comunidad Valenciana, nl Valencia"),
        ("Aargau", "fr Argovie, de Aargau, it Argovia, ca Argòvia"),
        ("Nova Scotia", "fr Nouvelle-Écosse, de Nova Scotia, nl Nova Scotia, pt Nova Escócia"),
    ],
)
def test_a_region_is_known_and_told_in_our_languages(own, names):
    for language, name in (each.split(" ", 1) for each in names.split(", ")):
        assert gazetteer.region_in(language, own) == name
        assert {gazetteer.region_meant(name), gazetteer.region_meant(name.upper())} <= {own, name.upper()}
        assert gazetteer.key(gazetteer.region_meant(name)) == gazetteer.key(own)


def test_every_other_name_of_a_region_leads_to_it_alone():
    own = {(country, gazetteer.key(name)): name for country, name in gazetteer.regions()}
    meant = {}
    for country, name, other, languages, _ in OTHER_NAMES:
        assert own[country, gazetteer.key(name)] == name != other
        assert own.get((country, gazetteer.key(other)), name) == name
        assert meant.setdefault(gazetteer.key(other), name) == name == gazetteer.region_meant(other)
        assert languages and {*languages.split()} <= {"fr", "en", "de", "es", "it", "nl", "pt", "ca"}
        # the Vienne is the département, at home
        found = [(each.country, each.region) for each in named_divisions(other, namesakes=True)]
        assert len(found) == len({*found})
        assert (country, name) in found or other == "Vienne"
    # two countries have one: neither is told by what the other's is called
    assert gazetteer.region_in("pt", "La Rioja") == "La Rioja" and gazetteer.region_meant("Utrecht") == "Utrecht"


@pytest.mark.parametrize(
    ("language", "country", "field", "city", "region"),
    [
        ("fr", "DE", "Augsbourg, Bavière", "Augsbourg", "Bayern"),
        ("en", "IT", "Pistoia, Tuscany", "Pistoia", "Toscana"),
        ("nl", "DE", "Neustadt, Beieren", "Neustadt", "Bayern"),
        ("es", "AT", "Villach, Carintia", "Villach", "Kärnten"),
        # towns stay towns, and words words
        ("nl", "NL", "Wenen", "Wenen", "Wien"),
        ("fr", "FR", "Vienne", "Vienne", "Auvergne-Rhône-Alpes"),
        ("it", "IT", "Berlino", "Berlino", "Berlin"),
        ("fr", "FR", "Salle Catalogne, Nantes", "Nantes", "Pays de la Loire"),
    ],
)
def test_a_region_in_another_language_settles_a_town_and_is_never_taken_for_one(language, country, field, city, region):
    place = read_place(field, Context(language, FR.reference, FR.timezone, country))
    assert (place.city, place.region) == (city, region)


@pytest.mark.parametrize(
    ("around", "region"),
    [("en Niedersachsen", "Niedersachsen"), ("en Basse-Saxe", "Niedersachsen"), ("près du port", "Hamburg")],
)
def test_words_around_tell_a_town_by_its_region_in_another_language(around, region):
    german = Context("fr", FR.reference, "Europe/Berlin", "DE")
    told = find_place(f"Le colloque aura lieu le 3 mai 2026 à Neustadt, {around}.", german)
    assert (told.city, told.region) == ("Neustadt", region)


@pytest.mark.parametrize("word", ["Réunion", "Reunião", "Riunione", "Reunión"])
def test_a_word_for_a_meeting_is_no_island(word):
    assert not {division.name for division in gazetteer.divisions().get(gazetteer.key(word), ())}
    assert named_divisions(word, namesakes=True)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("Bavière", "Bayern"), ("beieren", "Bayern"), ("Wenen", "Wien"), ("La Toscane", "Toscana"), ("Vienne", "Vienne")],
)
def test_the_region_of_a_source_may_be_named_in_any_of_our_languages(said, meant):
    assert [division.name for division in clues(replace(FR, region=said)).source] == [meant]


@pytest.mark.parametrize(
    ("city", "zone", "country"),
    [
        ("Wellington", "Pacific/Auckland", "NZ"),
        ("Vienne", "Europe/Paris", "FR"),
        ("Genève", "Europe/Paris", "CH"),
        ("Ghent", "Europe/Brussels", "BE"),
        ("Bogotá", "America/Bogota", "CO"),
        ("Nouméa", "Pacific/Noumea", "FR"),
        ("Montréal", "America/Toronto", "CA"),
        ("London", "Europe/London", "GB"),
    ],
)
def test_country_then_population_choose(city, zone, country):
    assert read_place(city, replace(FR, timezone=zone)).country == country


def test_a_small_namesake_abroad_is_not_taken_for_an_unknown_town():
    assert read_place("Valdeflores-le-Haut, 3 rue X, Riomar", FR).latitude is None


def test_confidence_falls_with_doubt():
    sure = [
        read_place(field, FR).confidence for field in ("59000 Lille", "Lille (59)", "Lille", "Vienne", "Saint-Denis")
    ]
    assert sure == sorted(sure, reverse=True)
    assert sure[-1] < 0.5 < sure[2]


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("Alsace", "Grand Est"),
        ("Picardie", "Hauts-de-France"),
        ("Rhône-Alpes", "Auvergne-Rhône-Alpes"),
        ("PACA", "Provence-Alpes-Côte d'Azur"),
    ],
)
def test_former_regions_are_todays(former, today):
    assert {division.region for division in named_divisions(former)} == {today}


@pytest.mark.parametrize(
    ("postcode", "code"),
    [("59040", "59"), ("97400", "974"), ("20137", "2A"), ("20200", "2B"), ("75116", "75"), ("00000", None)],
)
def test_a_postcode_tells_the_departement(postcode, code):
    division = gazetteer.department_of_postcode(postcode)
    assert (division.code if division else None) == code


def test_every_commune_lies_in_a_known_departement():
    lines = (gazetteer.DATA / "towns.tsv").read_text(encoding="utf-8").splitlines()
    french = {line.split("\t")[3] for line in lines if line.split("\t")[2] == "FR"}
    assert len(french) > 100
    assert all(("FR", code) in gazetteer.by_code() for code in french)


def test_the_file_is_sorted_so_that_every_name_is_found():
    lines = (gazetteer.DATA / "towns.tsv").read_bytes().splitlines()
    assert lines == sorted(lines)
    for line in lines[:: len(lines) // 200]:
        spelling, name = line.decode().split("\t")[:2]
        assert name in {town.name for town in gazetteer.towns(spelling)}


@pytest.mark.parametrize(
    ("country", "town", "division"),
    [
        ("FR", "lille", "nord"),
        ("DE", "erfurt", "thuringen"),
        ("ES", "barcelona", "catalunya"),
        ("GB", "cardiff", "wales"),
        ("CH", "lausanne", "vaud"),
        ("PT", "porto", "porto"),
    ],
)
def test_a_country_is_drawn_by_where_its_towns_lie(country, town, division):
    sheet = sheet_of(country)
    spot = next(each for each in gazetteer.towns(town) if each.country == country)
    middle = sheet.middles[division]
    assert abs(middle[0] - spot.latitude) < 1 > abs(middle[1] - spot.longitude)
    known = {gazetteer.key(name) for each in gazetteer.by_code().values() for name in (each.name, each.region)}
    assert set(sheet.middles) <= known
    near = [each for each in sheet.ground if hypot(each[0] - spot.latitude, each[1] - spot.longitude) < 0.3]
    assert near and all(Paper(sheet.south_west, sheet.north_east).at(*each) for each in sheet.ground)


def test_a_country_that_is_not_drawn_has_no_sheet():
    assert sheet_of("NZ") is None and sheet_of("") is None


@given(st.text(max_size=40))
def test_any_name_has_an_idempotent_key_and_an_answer(name):
    assert gazetteer.key(gazetteer.key(name)) == gazetteer.key(name)
    assert isinstance(gazetteer.towns(gazetteer.key(name)), tuple)


@pytest.mark.slow
def test_the_tables_stay_small_in_a_wheel(tmp_path):
    with zipfile.ZipFile(tmp_path / "wheel.zip", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path in gazetteer.DATA.iterdir():
            wheel.write(path)
    assert (tmp_path / "wheel.zip").stat().st_size < 6_000_000


def test_the_first_look_up_of_a_process_is_quick():
    code = (
        "import agenda_scraper.where.settle; from agenda_scraper.where import gazetteer; from pace import paced\n"
        "def first(): gazetteer.towns('lille'), gazetteer.by_code(), gazetteer.country_of_zone('Europe/Paris')\n"
        "print(paced(first)[1])"
    )
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=Path(__file__).parent, capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.06


HARD = [
    "à Saint-" * 12_000,
    "salle " * 16_000,
    "A" * 100_000,
    "Salle des fêtes, " * 6_000,
    "12 rue de la Paix 59000 Lille, " * 3_200,
    "(" * 50_000 + ")" * 50_000,
    "Lieu : \n" * 12_000,
    "en ligne, " * 10_000,
    "d'" * 50_000,
    "- – — " * 16_000,
    "Rue Avenue Place Via " * 5_000,
    "Mairie de X. Ville de Y à Z in W " * 3_000,
]


@pytest.mark.slow
@pytest.mark.parametrize("text", HARD, ids=[text[:12] for text in HARD])
def test_a_hundred_kilobytes_take_no_longer_than_they_must(text):
    find_place(text[:200], FR)
    assert paced(lambda: (find_place(text, FR), read_place(text, FR)))[1] < 1.5
