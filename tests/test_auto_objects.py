"""JSON, XML and CSV that nobody described: what the names of their keys tell."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.extract.auto import read
from agenda_scraper.extract.auto.keys import Keyed, moment_text, text_of_value
from pages_of import page, source


def notices_of(thing, media_type="application/json"):
    body = thing if isinstance(thing, str) else json.dumps(thing)
    return read(page(body, media_type=media_type), source("auto")).notices


def told(thing, *names, **kwargs):
    return [tuple(notice.text(name) for name in names) for notice in notices_of(thing, **kwargs)]


@pytest.mark.parametrize(
    ("thing", "start", "end"),
    [
        ({"StartDateTime": "7/4/2027 6:00:00 PM"}, "7/4/2027 6:00:00 PM", ""),
        ({"DateFrom": "2027-03-06T19:00:00", "DateTo": "2027-03-07"}, "2027-03-06T19:00:00", "2027-03-07"),
        ({"date": {"start": "2027-03-06T18:00:00+00:00", "stop": "2027-03-06T19:00:00+00:00"}},
         "2027-03-06T18:00:00+00:00", "2027-03-06T19:00:00+00:00"),
        ({"start_date": "2027-03-06", "start_time": "18:30"}, "2027-03-06T18:30", ""),
        ({"start": {"dateTime": "2027-03-06T18:00:00Z"}}, "2027-03-06T18:00:00Z", ""),
        ({"starts_at": 1804356000}, "2027-03-06T18:00:00+00:00", ""),
        ({"nextTiming": {"begin": "2027-03-06T10:00"}, "lastTiming": {"begin": "x", "end": "2027-03-07T18:00"}},
         "2027-03-06T10:00", "2027-03-07T18:00"),
    ],
)  # fmt: skip
def test_a_start_is_known_by_the_name_of_its_key(thing, start, end):
    assert told([{"name": "Forum", **thing}], "title", "start", "end") == [("Forum", start, end)]


def test_several_sittings_are_occurrences_even_as_json_within_json():
    sittings = [{"begin": f"2027-03-0{day}T10:00", "end": f"2027-03-0{day}T12:00"} for day in (6, 7)]
    for value in (sittings, json.dumps(sittings)):
        (notice,) = notices_of({"records": [{"fields": {"title_fr": "Expo", "timings": value}}]})
        assert notice.text("title") == "Expo" and notice.text("start") == "2027-03-06T10:00"
        assert [found.text for found in notice.fields["occurrences"]] == [
            "2027-03-06T10:00/2027-03-06T12:00",
            "2027-03-07T10:00/2027-03-07T12:00",
        ]


def test_year_and_month_of_the_objects_around_complete_the_days():
    month = {"mes": "março", "eventos": [{"nome": "Encontro", "data": ["06", "07"]}]}
    assert told({"eventos": [{"ano": 2027, "meses": [month]}]}, "title", "when") == [("Encontro", "06, 07 março 2027")]


def test_a_show_gives_its_name_to_its_showings():
    shows = """<?xml version="1.0"?><shows><show><name>La Mouette</name><dates>
      <showing><name>6 Mar 2027 – La Mouette</name><date_time_iso zone="X">2027-03-06T20:00:00+01:00</date_time_iso></showing>
      <showing><date_time_iso>2027-03-07T20:00:00+01:00</date_time_iso></showing></dates></show></shows>"""
    assert told(shows, "title", "start", media_type="application/xml") == [
        ("La Mouette", "2027-03-06T20:00:00+01:00"),
        ("La Mouette", "2027-03-07T20:00:00+01:00"),
    ]


def test_a_calendar_with_a_date_of_its_own_is_no_event():
    calendar = {"name": "Agenda", "date": "2027-01-01", "events": [{"name": "Forum", "start": "2027-03-06"}]}
    assert told(calendar, "title") == [("Forum",)]


def test_a_thing_without_title_is_called_by_its_sort():
    assert told([{"EventType": "Public hearing", "StartDate": "2027-03-06"}], "title") == [("Public hearing",)]


def test_of_the_same_times_in_several_zones_the_local_ones_are_taken():
    times = "".join(
        f'<times type="{kind}"><start><date>2027-07-04</date><time>{hour}:00:00</time></start></times>'
        for kind, hour in (("GMT", "09"), ("local", "10"))
    )
    body = f"<?xml version='1.0'?><day><event><title>Tour</title>{times}</event></day>"
    assert told(body, "start", media_type="text/xml") == [("2027-07-04T10:00:00",)]


@pytest.mark.parametrize(
    "thing", [[], {}, {"title": "Forum"}, {"start": "2027-03-06"}, "[[[", '[{"title": "x", "start": 7}]']
)
def test_what_names_no_title_or_no_date_is_no_event(thing):
    assert notices_of(thing) == ()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["title", "start", "date", "timings", "fields", "fr", "year", "month"]), inner
        )
    ),
    max_leaves=20,
)


@given(_JSON)
def test_any_json_is_read_without_complaint(thing):
    for notice in notices_of([thing]):
        assert notice.text("title") and (notice.text("start") or notice.text("when"))
    assert isinstance(moment_text(thing), str) and isinstance(text_of_value(thing), str)
    if isinstance(thing, dict):
        Keyed(thing).sittings()
