"""Where "near" is: a name, a postcode or a point, and never a guess."""

import pytest

from agenda_scraper.errors import AgendaError
from agenda_scraper.query import NEAR, Query
from agenda_scraper.where.near import located


@pytest.mark.parametrize(
    ("near", "spot"),
    [
        ("Lille", (50.63, 3.06)),
        ("59000", (50.63, 3.06)),
        ("50.63,3.06", (50.63, 3.06)),
        ("-33.87, 151.2", (-33.87, 151.2)),
        ("saint etienne", (45.43, 4.39)),
    ],
)
def test_a_place_is_a_spot(near, spot):
    found = located(Query(near=near), country="FR").spot
    assert found == pytest.approx(spot, abs=0.05)


def test_the_town_at_home_comes_first():
    assert located(Query(near="Valence"), country="FR").spot != located(Query(near="Valence"), country="ES").spot


def test_a_distance_goes_with_a_place():
    assert located(Query(near="Lille")).within == NEAR
    with pytest.raises(AgendaError, match="within"):
        located(Query(within=10))


@pytest.mark.parametrize("near", ["Nulle-Part-sur-Rien", "95,200", "--"])
def test_nowhere_is_an_error(near):
    with pytest.raises(AgendaError, match="near"):
        located(Query(near=near))


@pytest.mark.parametrize("asked", ["Bayern", "Bavière", "BAVIERA", "Bavaria", "beieren"])
def test_a_region_is_asked_by_its_name_in_any_of_our_languages(asked):
    assert located(Query(region=asked)).region == "Bayern"


@pytest.mark.parametrize("asked", ["Hauts-de-France", "hauts-de-france", "Limburg", "Alsace", "Atlantis"])
def test_a_region_asked_by_another_name_is_asked_as_it_is_written(asked):
    assert located(Query(region=asked)).region == asked


def test_a_country_is_asked_by_its_code_or_its_name_in_any_of_our_languages():
    asked = ("BE", "be", "Belgique", "belgië", "Bélgica", "Wakanda")
    assert [located(Query(country=each)).country for each in asked] == ["BE", "be", "BE", "BE", "BE", "Wakanda"]
