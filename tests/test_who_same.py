"""The same organisation under several names, fields that name it, and properties that hold for any name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.model import Context, Organiser, Role
from agenda_scraper.who import find_organisers, read_organisers, same_organisation, unite
from pace import paced

FR = Context("fr", date(2026, 3, 2), "Europe/Paris")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Institut Cléomède", "l'institut cleomede"),
        ("Ville de Tressy", "la VILLE DE TRESSY"),
        ("Mairie de Tressy", "Ville de Tressy"),
        ("CNFPT", "Centre national de la fonction publique territoriale"),
        ("association Agora", "Agora"),
        ("Association « Vivre ici »", "association Vivre ici"),
        ("C.N.F.P.T.", "CNFPT"),
        ("Stadt Rautal", "Gemeinde Rautal"),
    ],
)
def test_two_names_of_one_organisation(first, second):
    assert same_organisation(Organiser(first), Organiser(second))
    assert same_organisation(Organiser(second), Organiser(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ville de Tressy", "Ville de Valorgue"),
        ("Ville de Tressy", "Métropole de Tressy"),
        ("CNFPT", "Commission nationale du débat public"),
        ("Institut de la Concertation", "Institut de la Participation"),
        ("Agora", "Agora Campus"),
    ],
)
def test_two_organisations(first, second):
    assert not same_organisation(Organiser(first), Organiser(second))


def test_an_acronym_the_page_gives_names_the_same():
    full = Organiser("Institut de la Concertation et de la Participation Citoyenne", acronym="ICPC")
    assert same_organisation(full, Organiser("ICPC"))


def test_the_fuller_name_the_acronym_and_the_strongest_role_are_kept():
    united = unite(
        [
            Organiser("CNFPT", Role.ORGANISER),
            Organiser("Ville de Tressy", Role.FUNDER),
            Organiser("Centre national de la fonction publique territoriale", Role.PARTNER),
            Organiser("la ville de Tressy", Role.PARTNER, url="https://tressy.example"),
        ]
    )
    assert united == (
        Organiser("Centre national de la fonction publique territoriale", Role.ORGANISER, "CNFPT"),
        Organiser("la ville de Tressy", Role.PARTNER, url="https://tressy.example"),
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ville de Tressy, Métropole du Lys et association Rives",
            ["Ville de Tressy", "Métropole du Lys", "association Rives"],
        ),
        ("4 Vents Association", ["4 Vents Association"]),
        ("Atlanta Parks, Inc.", ["Atlanta Parks, Inc."]),
        ("Kari Dower, Administrator", ["Kari Dower, Administrator"]),
        ("Form & Function", ["Form & Function"]),
        ("A Whole Orange", ["A Whole Orange"]),
        ("Mairie de Tressy / CCAS", ["Mairie de Tressy", "CCAS"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_field_of_names(text, names):
    assert [one.name for one in read_organisers(text, FR)] == names


def test_partners_inside_a_field_and_the_role_asked_for():
    read = read_organisers("Pays d'Ormes en partenariat avec l'Institut Cléomède et le CNFPT", FR)
    assert [(one.name, one.role) for one in read] == [
        ("Pays d'Ormes", Role.ORGANISER),
        ("Institut Cléomède", Role.PARTNER),
        ("CNFPT", Role.PARTNER),
    ]
    assert read_organisers("Palabre", FR, Role.FUNDER) == (Organiser("Palabre", Role.FUNDER),)


def test_speakers_are_told_from_organisers():
    read = find_organisers(
        "Intervenants : Claire Vasseur, sociologue, et Hugo Lantenois (UQAM)\nOrganisé par Agora", FR
    )
    assert [(one.name, one.role) for one in read] == [
        ("Claire Vasseur", Role.SPEAKER),
        ("Hugo Lantenois", Role.SPEAKER),
        ("Agora", Role.ORGANISER),
    ]


def test_the_acronym_in_brackets_is_kept():
    read = find_organisers("Organisé par l'Agence des communs ouverts (ACO).", FR)
    assert read == (Organiser("Agence des communs ouverts", acronym="ACO"),)


# The notice of the first issue, told in our words: last edition's organiser is not this one's.
EDITIONS = """Les 18 et 19 mai 2026 auront lieu à Tressy les 3e Journées du dialogue.
Les premières Journées, organisées par le Département des Landes-Hautes en 2021, ont réuni cent personnes.
Le Département du Lys accueille cette édition, en partenariat avec l'Institut Cléomède.
Ces journées sont organisées par le Département du Lys."""


def test_an_earlier_edition_names_no_organiser():
    read = find_organisers(EDITIONS, FR)
    assert {(one.name, one.role) for one in read} == {
        ("Département du Lys", Role.ORGANISER),
        ("Institut Cléomède", Role.PARTNER),
    }


TEMPLATES = {
    "fr": "Soirée organisée par {} en partenariat avec {} et {}.",
    "en": "An evening organised by {} in partnership with {} and {}.",
    "es": "Jornada organizada por {} en colaboración con {} y {}.",
    "de": "Ein Abend, organisiert von {} in Zusammenarbeit mit {} und {}.",
    "it": "Serata organizzata da {} in collaborazione con {} e {}.",
    "nl": "Een avond georganiseerd door {} in samenwerking met {} en {}.",
    "pt": "Sessão organizada por {} em parceria com {} e {}.",
    "ca": "Jornada organitzada per {} amb el suport de {} i {}.",
}
WORD = st.from_regex(r"[BDFGJKLMNPRSTVZ][aou][bdfglmnprtvz]{1,2}[ao]x", fullmatch=True)
NAMES = st.lists(st.lists(WORD, min_size=2, max_size=3).map(" ".join), min_size=3, max_size=3, unique=True)


@given(NAMES, st.sampled_from(sorted(TEMPLATES)))
def test_names_rendered_in_a_sentence_are_read_back(names, language):
    read = find_organisers(TEMPLATES[language].format(*names), Context(language, date(2026, 3, 2), "Europe/Paris"))
    assert [(one.name, one.role) for one in read] == [
        (names[0], Role.ORGANISER),
        (names[1], Role.PARTNER),
        (names[2], Role.PARTNER),
    ]


@given(NAMES)
def test_uniting_twice_changes_nothing(names):
    organisers = [Organiser(name) for name in (*names, names[0].upper())]
    assert unite(unite(organisers)) == unite(organisers)
    assert len(unite(organisers)) == len(names)


CUES = st.sampled_from(
    [
        "organisé par",
        "en partenariat avec",
        "la Ville",
        "invite",
        "(",
        "«",
        "et",
        ",",
        "de l'",
        "Partenaires :",
        "\n",
        "2019",
    ]
)


@given(st.lists(st.one_of(CUES, st.text(max_size=12)), max_size=40).map(" ".join), st.sampled_from([*TEMPLATES, "xx"]))
def test_no_text_raises_and_every_name_stands_in_it(text, language):
    context = Context(language, date(2026, 3, 2), "Europe/Paris")
    for one in (*find_organisers(text, context), *read_organisers(text, context)):
        assert one.name.strip() == one.name != ""


@pytest.mark.parametrize(
    "piece", ["organisé par ", "a ", "A, ", "(", "organisé ", "«x", "la Ville de ", "@a.", "0 1 ", "1 €, "]
)
def test_long_texts_take_time_in_proportion(piece):
    from agenda_scraper.who import find_contacts, find_deadline_text, find_registration, read_price

    text = piece * (20_000 // len(piece))
    readers = (find_organisers, find_contacts, find_registration, find_deadline_text, read_price)
    _, taken = paced(lambda: [read(text, FR) for read in readers])
    assert taken < 1, "50 ms a kilobyte is the limit of the house"
