"""The JSON contract, and the table for spreadsheets."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from agenda_scraper.errors import PublishError
from agenda_scraper.model import Status, When
from agenda_scraper.publish import FORMATS, Channel
from agenda_scraper.publish.csv import check_csv, render_csv
from agenda_scraper.publish.json import check_json, event_record, facts_record, render_json, when_record
from samples import EVENTS, NOW, PARIS, at, event, when

KEYS = [
    *(
        "uid",
        "title",
        "start",
        "end",
        "all_day",
        "timezone",
        "occurrences",
        "status",
        "previous_start",
        "mode",
        "place",
    ),
    *("organisers", "contacts", "url", "registration_url", "deadline", "summary", "type", "themes", "audience", "free"),
    *("price", "language", "image", "relevance", "sources", "published_at", "modified_at", "first_seen", "last_seen"),
    "sequence",
]


@pytest.mark.parametrize("given", EVENTS, ids=lambda given: given.uid)
def test_every_key_is_there_in_the_order_of_the_contract(given):
    assert list(event_record(given)) == KEYS
    assert list(facts_record(given.facts)) == KEYS


def test_an_event_in_full():
    told = event_record(EVENTS[0])
    assert (told["start"], told["end"], told["all_day"]) == ("2026-11-17", "2026-11-18", True)
    assert list(told["place"]) == [
        *("name", "address", "postcode", "city", "department", "region", "country", "latitude", "longitude")
    ]
    assert told["organisers"][1] == {"name": "Institut « Dialogue », antenne de Lille", "role": "partner"}
    assert told["contacts"][0]["email"] == "rencontres@nord.example.org"
    assert told["sources"] == [{"source": "exemple", "url": "https://source.example.org/agenda/1"}]
    assert (told["published_at"], told["modified_at"]) == ("2026-08-29", "2026-08-30T16:53+02:00")
    assert (told["first_seen"], told["sequence"]) == ("2026-08-30T06:01:05+00:00", 0)


def test_hours_are_told_on_the_clocks_of_the_event():
    given = event(1, "Débat", When(datetime(2026, 10, 14, 16, 30, tzinfo=UTC), timezone="Europe/Paris"))
    assert event_record(given)["start"] == "2026-10-14T18:30+02:00"
    assert event_record(given)["end"] is None
    seconds = replace(given.facts, published_at=datetime(2026, 1, 1, 8, 0, 9, tzinfo=PARIS))
    assert facts_record(seconds)["published_at"] == "2026-01-01T08:00:09+01:00"


def test_sittings_are_pairs():
    assert event_record(EVENTS[2])["occurrences"][0] == ["2026-10-03T09:00+02:00", "2026-10-03T12:00+02:00"]


def test_a_moment_too_far_for_its_zone_is_kept_as_it_is():
    told = facts_record(event(1, "x", When(datetime.max.replace(tzinfo=UTC), timezone="Asia/Tokyo")).facts)
    assert told["start"] == "9999-12-31T23:59:59+00:00"


def test_a_date_text_tells_only_what_it_says():
    assert when_record(When(None)) == {"start": None, "end": None, "all_day": False, "timezone": "UTC"}
    told = when_record(when(at(14, 18), status=Status.RESCHEDULED, previous_start=date(2026, 10, 1), approx=True))
    assert told == {
        "start": "2026-10-14T18:00+02:00",
        "end": None,
        "all_day": False,
        "timezone": "Europe/Paris",
        "status": "rescheduled",
        "previous_start": "2026-10-01",
        "approx": True,
    }


def test_the_list_is_json_one_event_a_line():
    body = render_json(EVENTS)
    check_json(body)
    assert json.loads(body) == [event_record(given) for given in EVENTS]
    assert body.count(b"\n") == len(EVENTS) + 2
    assert json.loads(render_json(())) == []


@pytest.mark.parametrize("body", [b"", b"{}", b"[1"])
def test_what_is_no_list_is_refused(body):
    with pytest.raises(PublishError):
        check_json(body)


def test_the_table_has_a_row_an_event():
    body = render_csv(EVENTS)
    check_csv(body)
    rows = list(csv.DictReader(io.StringIO(body.decode(), newline="")))
    assert [row["uid"] for row in rows] == [given.uid for given in EVENTS]
    assert (rows[0]["start"], rows[0]["city"], rows[0]["themes"]) == ("2026-11-17", "Lille", "urban-planning; mobility")
    assert "\n\nOuvert à tous" in rows[0]["summary"]
    assert rows[1]["free"] == "true" and rows[4]["start"] == ""


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-1", "@a", "\r=1", "\t=1"])
def test_no_cell_is_run_as_a_formula(title):
    body = render_csv([event(1, title, when(None))])
    (row,) = csv.DictReader(io.StringIO(body.decode(), newline=""))
    assert row["title"].startswith("'")


def test_a_table_with_a_short_row_is_refused():
    with pytest.raises(PublishError):
        check_csv(render_csv(EVENTS) + b"a,b\r\n")


def test_every_format_renders_and_reads_itself_back():
    channel = Channel("Agenda", "https://agenda.example.org/feeds/all", "https://agenda.example.org/")
    for chosen in FORMATS.values():
        chosen.check(chosen.render(EVENTS, channel=channel, now=NOW))
