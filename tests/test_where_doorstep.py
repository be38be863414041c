"""Addresses that are a line by themselves, and what is none; the state and code behind a town in a notice."""

from datetime import date

import pytest

from agenda_scraper.model import Context
from agenda_scraper.where import find_place


def spot_of(text, language="en", timezone="America/Chicago"):
    place = find_place(text, Context(language, date(2027, 1, 1), timezone))
    return place and (place.name, place.address, place.postcode, place.city)


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("Tuesday, March 9, 2027\n12 Selby St, 6th floor meeting room\nAgenda",
         ("6th floor meeting room", "12 Selby St", None, None)),
        ("12 Selby Ave NW\nTuesday, March 9, 2027: 12 Selby Ave NW", (None, "12 Selby Ave NW", None, None)),
        ("Tuesday, March 9, 2027\nLamp Bar & Grill, 718 N Selby Ave\nBudget", ("Lamp Bar & Grill", "718 N Selby Ave",
                                                                               None, None)),
    ],
)  # fmt: skip
def test_an_address_beside_the_day_is_the_place(text, spot):
    assert spot_of(text) == spot


def test_it_is_in_other_languages_too():
    text = "Vendredi 12 mars 2027, 18h\nLe Quai bleu, 12 rue des Lilas\nApportez vos outils"
    assert spot_of(text, "fr", "Europe/Paris") == ("Le Quai bleu", "12 rue des Lilas", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, March 9, 2027\nBudget\nReports\nWrite to us\n12 Selby Street",  # whom one writes to
        "Tuesday, March 9, 2027\n10 Street Artists",
        "Tuesday, March 9, 2027\n2027 Strategic Plan, 12 months",
        "Tuesday, March 9, 2027\n95 Selby Pkwy/Ashby Road",  # two ends of a bus line
        "Tuesday, March 9, 2027\nContact: 12 Selby Street",
    ],
)
def test_what_is_no_address_or_stands_apart_is_no_place(text):
    assert spot_of(text) is None


def test_the_code_behind_a_town_is_read_with_it():
    text = "June 3, 2027 at 8:30 AM\nGarden Library\n1207 Selby Street\nTulsa, OK 74103"
    assert spot_of(text) == ("Garden Library", "1207 Selby Street", "74103", "Tulsa")
    assert spot_of("at the Selby Library, 12 Main Street, Tulsa, bring a friend")[2:] == (None, "Tulsa")


def test_the_name_of_a_street_tells_no_town_unless_the_text_does():
    text = "Vendredi 12 mars 2027, 18h\nSalle Bleue, 12 rue de Lille"
    assert spot_of(text, "fr", "Europe/Paris")[3] is None
    assert spot_of(f"{text}\nLa réunion se tient à Lille.", "fr", "Europe/Paris")[3] == "Lille"


def test_a_comma_parts_no_number_from_its_street():
    text = "Quartier Est, jeudi 11 mars 2027, école Vauban, 3, rue du Port."
    assert spot_of(text, "fr", "Europe/Paris") == ("école Vauban", "3 rue du Port", None, None)
