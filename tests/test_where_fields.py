"""A place field: venue, street, postcode, town, country, as eight languages and their countries write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.model import Context, Place
from agenda_scraper.where import read_place, resolve


def context(timezone="Europe/Paris", language="fr", **more):
    return Context(language, date(2026, 3, 1), timezone, **more)


# zone, language, field, name, address, postcode, city
FIELDS = [
    ("America/New_York", "en", "Tide Hall, 2041 Quay Street, Room 2-114", "Tide Hall", "2041 Quay Street, Room 2-114", None, None),
    ("Europe/Paris", "fr", "Grenoble", None, None, None, "Grenoble"),
    ("Europe/Paris", "fr", "Salle Pierre-Mendès-France, 12 rue des Lilas, 38000 Grenoble", "Salle Pierre-Mendès-France", "12 rue des Lilas", "38000", "Grenoble"),
    ("Europe/Paris", "fr", "Salle Aragon\n3 bis, avenue de la Gare\n69120 VAULX EN VELIN", "Salle Aragon", "3 bis, avenue de la Gare", "69120", "Vaulx-en-Velin"),
    ("Europe/Paris", "fr", "Mairie – Paris 12e", "Mairie", None, "75012", "Paris"),
    ("Europe/Paris", "fr", "Mairie du 3e, Lyon 3ème arrondissement", "Mairie du 3e", None, "69003", "Lyon"),
    ("Europe/Paris", "fr", "Théâtre Toursky, Marseille 3", "Théâtre Toursky", None, "13003", "Marseille"),
    ("Europe/Paris", "fr", "Métropole, 20 rue du Lac, 69399 Lyon Cedex 03", "Métropole", "20 rue du Lac", "69399", "Lyon"),
    ("Europe/Paris", "fr", "Lieu : Maison de quartier (4 place des Tilleuls, Angers)", "Maison de quartier", "4 place des Tilleuls", None, "Angers"),
    ("Europe/Paris", "fr", "Le 6B, 6-10 quai de Seine, 93200 Saint-Denis", "Le 6B", "6-10 quai de Seine", "93200", "Saint-Denis"),
    ("Europe/Paris", "fr", "Café Les Augustes | 5 rue Sous-les-Augustins | Clermont-Ferrand", "Café Les Augustes", "5 rue Sous-les-Augustins", None, "Clermont-Ferrand"),
    ("Europe/Paris", "fr", "8 rue Haute à Colmar", None, "8 rue Haute à Colmar", None, "Colmar"),
    ("Europe/Paris", "fr", "Nanterre (92)", None, None, None, "Nanterre"),
    ("Europe/Paris", "fr", "Gymnase de Saint-Machin-sur-Yvette", "Gymnase de Saint-Machin-sur-Yvette", None, None, "Saint-Machin-sur-Yvette"),
    ("Europe/Paris", "fr", "Saint-Bidule-les-Eaux", None, None, None, "Saint-Bidule-les-Eaux"),
    ("Europe/Paris", "fr", "La Parole Errante", "La Parole Errante", None, None, None),
    ("Europe/Paris", "fr", "Salle des fêtes", "Salle des fêtes", None, None, None),
    ("Europe/Paris", "fr", "Palais des congrès, Liège, Belgique", "Palais des congrès", None, None, "Liège"),
    ("Europe/Brussels", "fr", "Maison du peuple, rue de Flandre 46, 1000 Bruxelles", "Maison du peuple", "rue de Flandre 46", "1000", "Bruxelles"),
    ("Europe/Zurich", "fr", "Salle du Faubourg, rue des Terreaux-du-Temple 6, 1201 Genève", "Salle du Faubourg", "rue des Terreaux-du-Temple 6", "1201", "Genève"),
    ("America/Montreal", "fr", "Bibliothèque du Boisé, Montréal", "Bibliothèque du Boisé", None, None, "Montréal"),
    ("Europe/London", "en", "Victoria Hall, 10 Castle Road, Sheffield S1 2JB", "Victoria Hall", "10 Castle Road", "S1 2JB", "Sheffield"),
    # calendars join street, code and town by commas: neither is the code a house, nor the street's name the town
    ("Europe/Paris", "fr", "Salle Garcin, 7 impasse Flesselles, 69001, Lyon, France", "Salle Garcin", "7 impasse Flesselles", "69001", "Lyon"),
    ("Europe/Berlin", "de", "Haus der Beteiligung, Wilhelmstraße 65, 10117, Berlin", "Haus der Beteiligung", "Wilhelmstraße 65", "10117", "Berlin"),
    ("Europe/London", "en", "Old Mill Centre, 4 River Street, London SE8 4RJ, UK", "Old Mill Centre", "4 River Street", "SE8 4RJ", "London"),
    ("Europe/London", "en", "The Wharf, Quay Lane, Oldhaven", "The Wharf", "Quay Lane", None, "Oldhaven"),
    ("America/Chicago", "en", "Public Library, 12 Oak Avenue, Chicago, IL 60614", "Public Library", "12 Oak Avenue", "60614", "Chicago"),
    ("America/New_York", "en", "City Hall, 50 State Street, Philadelphia, Pennsylvania", "City Hall", "50 State Street", None, "Philadelphia"),
    ("America/Detroit", "en", "Room 204, 7 Main Street, Detroit, MI 48226, USA", "Room 204", "7 Main Street", "48226", "Detroit"),
    ("Europe/Berlin", "de", "Bürgerzentrum, Hauptstraße 12, 50667 Köln", "Bürgerzentrum", "Hauptstraße 12", "50667", "Köln"),
    ("Europe/Berlin", "de", "Rathaus Bremen", "Rathaus Bremen", None, None, "Bremen"),
    ("Europe/Berlin", "de", "Haus der Jugend, Am Markt 3, 12345 Musterfelden, Deutschland", "Haus der Jugend", "Am Markt 3", "12345", "Musterfelden"),
    ("Europe/Vienna", "de", "Volksheim, Lindengasse 4, 1070 Wien", "Volksheim", "Lindengasse 4", "1070", "Wien"),
    ("Europe/Madrid", "es", "Centro Cívico Norte, Calle Luna, 5, 47001 Valladolid", "Centro Cívico Norte", "Calle Luna, 5", "47001", "Valladolid"),
    ("Europe/Madrid", "es", "Biblioteca, Avda. del Puerto 3, Gijón", "Biblioteca", "Avda. del Puerto 3", None, "Gijón"),
    ("America/Bogota", "es", "Biblioteca Central, Medellín, Colombia", "Biblioteca Central", None, None, "Medellín"),
    ("Europe/Rome", "it", "Sala Civica, Via Roma, 12, 40121 Bologna (BO)", "Sala Civica", "Via Roma, 12", "40121", "Bologna"),
    ("Europe/Rome", "it", "Casa del Popolo, Piazza Dante 1, Empoli", "Casa del Popolo", "Piazza Dante 1", None, "Empoli"),
    ("Europe/Amsterdam", "nl", "Buurthuis De Kern, Kerkstraat 12, 1012 AB Amsterdam", "Buurthuis De Kern", "Kerkstraat 12", "1012 AB", "Amsterdam"),
    ("Europe/Brussels", "nl", "De Zaal, Molenstraat 1, 9000 Gent", "De Zaal", "Molenstraat 1", "9000", "Gent"),
    ("Europe/Lisbon", "pt", "Casa da Cultura, Rua Direita 10, 1000-001 Lisboa", "Casa da Cultura", "Rua Direita 10", "1000-001", "Lisboa"),
    ("America/Sao_Paulo", "pt", "Recife", None, None, None, "Recife"),
    ("Europe/Madrid", "ca", "Ateneu, carrer Nou, 14, 17001 Girona", "Ateneu", "carrer Nou, 14", "17001", "Girona"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "language", "field", "name", "address", "postcode", "city"), FIELDS, ids=[f[2][:40] for f in FIELDS]
)
def test_a_field_falls_into_its_parts(zone, language, field, name, address, postcode, city):
    place = read_place(field, context(zone, language))
    assert (place.name, place.address, place.postcode, place.city) == (name, address, postcode, city)


@pytest.mark.parametrize(
    "field",
    ["en ligne", "En visioconférence (Zoom)", "Online", "Zoom", "Virtual - via Zoom link", "Webinaire", "", " , ; ",
     "lieu à préciser", "TBA", "Ort: online", "#_LOCATIONNAME, #_LOCATIONFULLLINE", "per Videokonferenz", "en línea"],
)  # fmt: skip
def test_a_mode_or_nothing_is_no_place(field):
    assert read_place(field, context()) is None


@pytest.mark.parametrize(
    ("field", "department", "region"),
    [
        ("Saint-Denis (93)", "Seine-Saint-Denis", "Île-de-France"),
        ("Saint-Denis (974)", "La Réunion", "La Réunion"),
        ("Saint-Denis, Réunion", "La Réunion", "La Réunion"),
        ("97400 Saint-Denis", "La Réunion", "La Réunion"),
        ("Saint-Denis", None, None),
        ("Valence, Drôme", "Drôme", "Auvergne-Rhône-Alpes"),
        ("Saint-Aubin, Jura", "Jura", "Bourgogne-Franche-Comté"),
        ("59040 Lille Cedex", "Nord", "Hauts-de-France"),
        ("20090 Ajaccio", "Corse-du-Sud", "Corse"),
        ("Région Alsace", None, "Grand Est"),
        ("Bastia", "Haute-Corse", "Corse"),
        ("Lomme", "Nord", "Hauts-de-France"),
        ("61000 Ville-Inconnue", "Orne", "Normandie"),
    ],
)
def test_postcodes_and_departements_settle_french_towns(field, department, region):
    place = read_place(field, context())
    assert (place.department, place.region) == (department, region)


def test_a_borough_before_the_town_stays_in_the_address():
    place = read_place("Youth Hub, Mill Crescent, Moss Side, Manchester, M16 7DG", context("Europe/London", "en"))
    assert place.city == "Manchester"
    assert "Moss Side" in place.address


def test_part_online_leaves_the_place():
    place = read_place("2 Queen Street, Fremantle and via Zoom", context("Australia/Perth", "en"))
    assert (place.address, place.city) == ("2 Queen Street", "Fremantle")


# ── resolve ───────────────────────────────────────────────────────────────────────────────────────


def test_a_structured_city_is_completed():
    place = resolve(Place(name="Cité des congrès", city="NANTES", postcode="44000"), context())
    assert (place.name, place.city, place.department, place.insee) == (
        "Cité des congrès",
        "Nantes",
        "Loire-Atlantique",
        "44109",
    )


def test_an_address_with_everything_in_it_is_read():
    place = resolve(Place(address="5 rue de Valmy, 44000 Nantes"), context())
    assert (place.city, place.postcode, place.address) == ("Nantes", "44000", "5 rue de Valmy")


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("3 rue du Puits 44000 Nantes", "3 rue du Puits"),
        ("3 rue du Puits, 44000 Nantes, France", "3 rue du Puits"),
        ("44000 Nantes", "44000 Nantes"),
        ("3 rue du Puits", "3 rue du Puits"),
    ],
)
def test_a_stated_town_stands_once(address, street):
    place = resolve(Place(address=address, postcode="44000", city="Nantes"), context())
    assert (place.address, place.postcode, place.city) == (street, "44000", "Nantes")


@pytest.mark.parametrize(
    ("field", "address", "postcode", "city"),
    [
        ("29 Orchard Road Selma, CA, 93662 United States", "29 Orchard Road", "93662", "Selma"),
        ("31 N Orchard Ave Selma, CA 93662 United States", "31 N Orchard Ave", "93662", "Selma"),
        ("12 Orchard Street, Selma, CA, 93662 United States", "12 Orchard Street", "93662", "Selma"),
        ("12 Orchard Avenue, CA 93662", "12 Orchard Avenue", "93662", None),
        ("41207 Road 98 Selma, CA, 93662 United States", "41207 Road 98 Selma", "93662", None),
    ],
)
def test_the_town_behind_a_street_of_a_state_is_told(field, address, postcode, city):
    place = read_place(field, context("America/Los_Angeles", "en"))
    assert (place.address, place.postcode, place.city, place.country) == (address, postcode, city, "US")


@pytest.mark.parametrize(
    "field", ["https://tiny.test/JulyBoard", "www.meet.test/j/123", "Location: https://tiny.test/a"]
)
def test_a_link_is_no_place(field):
    assert read_place(field, context("America/New_York", "en")) is None


def test_what_a_page_states_is_never_changed():
    stated = Place(city="Lille", region="Flandre", country="FR", latitude=50.0, longitude=3.0, department="Nord")
    place = resolve(stated, context())
    assert (place.region, place.latitude, place.longitude) == ("Flandre", 50.0, 3.0)


def test_a_postcode_of_one_commune_gives_the_commune():
    assert resolve(Place(postcode="59650"), context()).city == "Villeneuve-d'Ascq"


def test_a_postcode_of_many_communes_gives_the_departement_only():
    place = resolve(Place(postcode="59270"), context())
    assert (place.city, place.department) == (None, "Nord")


def test_an_empty_place_stays_empty():
    assert resolve(Place(), context()) == Place()


words = st.text(max_size=200)


@given(words)
def test_any_field_gives_a_place_or_none(text):
    place = read_place(text, context())
    assert place is None or 0 <= place.confidence <= 1


@given(st.builds(Place, name=words, address=words, postcode=words, city=words, country=words))
def test_resolve_takes_any_piece_and_keeps_the_name(place):
    assert resolve(place, context()).name == place.name


@given(
    st.sampled_from(["Lille", "Saint-Étienne", "Aix-en-Provence", "Le Havre"]),
    st.sampled_from(["12 rue X", "3 place du Marché"]),
)
def test_rendering_an_address_and_reading_it_back(city, street):
    postcode = {"Lille": "59000", "Saint-Étienne": "42000", "Aix-en-Provence": "13100", "Le Havre": "76600"}[city]
    for field in (
        f"{street}, {postcode} {city}",
        f"{street}\n{postcode} {city.upper()}",
        f"{street} {postcode} {city}",
    ):
        place = read_place(field, context())
        assert (place.address, place.postcode, place.city) == (street, postcode, city)
