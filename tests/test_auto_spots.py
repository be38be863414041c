"""Where JSON and XML that nobody described say that a thing takes place, and what of it is no place."""

import json

import pytest

from agenda_scraper.extract.auto import read
from pages_of import page, source

SPOT = ("place", "address", "postcode", "city", "country", "latitude", "longitude")
EVENT = {"name": "Forum", "start": "2027-03-06T18:00"}


def spots_of(thing, media_type="application/json"):
    body = thing if isinstance(thing, str) else json.dumps(thing)
    notices = read(page(body, media_type=media_type), source("auto")).notices
    return [{name: text for name in SPOT if (text := notice.text(name))} for notice in notices]


STORED = {"id": 7, "author": "3", "status": "publish", "date": "2027-01-05 09:12:44", "modified": "2027-01-06 10:00:00"}


@pytest.mark.parametrize(
    ("said", "spot"),
    [
        ({"venue": {**STORED, "url": "https://x.test/venue/mill", "venue": "Old Mill", "address": "4 Weir Lane",
                    "city": "Selby", "zip": "12345", "country": "United States"}},
         {"place": "Old Mill", "address": "4 Weir Lane", "postcode": "12345", "city": "Selby",
          "country": "United States"}),
        ({"location": {"uid": 9, "name": "La Grange", "address": "3 rue du Puits 62150 Aubry", "postalCode": "62150",
                       "city": "Aubry", "latitude": 50.4, "longitude": 2.5}},
         {"place": "La Grange", "address": "3 rue du Puits 62150 Aubry", "postcode": "62150", "city": "Aubry",
          "latitude": "50.4", "longitude": "2.5"}),
        ({"location": {"name": {"fr": "La Grange"}, "geo": {"lat": "50.4", "lng": "2.5"}}},
         {"place": "La Grange", "latitude": "50.4", "longitude": "2.5"}),
        ({"venue": {"title": "Kulturhuset", "address": {"street": "Havnegade 4", "postal_code": "8220",
                                                        "locality": "Mosby"}}},
         {"place": "Kulturhuset", "address": "Havnegade 4", "postcode": "8220", "city": "Mosby"}),
        ({"location_name": "La Grange", "location_address": "3 rue du Puits", "location_city": "Aubry"},
         {"place": "La Grange", "address": "3 rue du Puits", "city": "Aubry"}),
        ({"room": "Studio 2", "location": {"name": "Old Mill"}}, {"place": "Studio 2, Old Mill"}),
        ({"room": "Studio 2"}, {"place": "Studio 2"}),
        ({"lieu": {"nom": "La Grange", "adresse": "3 rue du Puits"}}, {"place": "La Grange", "address": "3 rue du Puits"}),
        ({"location": "Old Mill, Selby"}, {"place": "Old Mill, Selby"}),
        ({"where": ["Old Mill", "Town Hall"]}, {"place": "Old Mill"}),
    ],
)  # fmt: skip
def test_a_place_is_read_with_its_address(said, spot):
    assert spots_of([{**EVENT, **said}]) == [spot]


@pytest.mark.parametrize(
    "said",
    [
        {"venue": STORED},
        {"venue": {"date": "6 March 2027", "url": "https://x.test/venue/mill"}},
        {"venue": 88658},
        {"venue": "88658"},
        {"location": "https://meet.test/abc"},
        {"location": {"name": "www.x.test/room", "website": "https://x.test"}},
        {"location": "2027-03-06"},
        {"room": "12"},
        {"country": "FR"},
        {"locale": "Old Mill", "placeholder": "Where?", "location_uid": "mill"},
    ],
)
def test_a_number_a_date_and_a_link_are_no_place(said):
    assert spots_of([{**EVENT, **said}]) == [{}]


def test_a_hall_gives_its_name_to_what_is_on_in_it():
    halls = """<?xml version="1.0"?><venues><venue id="1"><name>Old Mill</name><shows><show><name>La Mouette</name>
      <events><event><date_time_iso>2027-03-06T20:00:00+01:00</date_time_iso></event>
      <event><date_time_iso>2027-03-07T20:00:00+01:00</date_time_iso><room>Loft</room></event></events></show></shows>
      </venue><venue><shows><show><name>Lear</name><events><event><date_time_iso>2027-03-08T20:00:00</date_time_iso>
      </event></events></show></shows></venue></venues>"""
    assert spots_of(halls, media_type="application/xml") == [{"place": "Old Mill"}, {"place": "Loft, Old Mill"}, {}]


def test_a_show_gives_its_place_and_a_publisher_not_its_address():
    sitting = {"start": "2027-03-06T18:00"}
    show = {"name": "Lear", "venue": "Old Mill", "dates_list": [sitting, {**sitting, "venue": "Town Hall"}]}
    assert spots_of({"title": "Agenda", "address": "4 Weir Lane", "city": "Selby", "shows": [show]}) == [
        {"place": "Old Mill"},
        {"place": "Town Hall"},
    ]
    assert spots_of({"title": "Agenda", "address": "4 Weir Lane", "city": "Selby", "items": [EVENT]}) == [{}]


@pytest.mark.parametrize("nested", ['{"address":', "["])
def test_a_place_nested_to_hurt_is_read_without_complaint(nested):
    ends = "}" if nested.startswith("{") else "]"
    body = f'[{{"name": "Forum", "start": "2027-03-06", "location": {nested * 300}"Old Mill"{ends * 300}}}]'
    assert len(spots_of(body)) == 1
