"""A start told twice: by machines, by machines and people; which is kept, and what is said of it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.agenda import Source
from agenda_scraper.extract import extract
from agenda_scraper.extract.channels import completed
from agenda_scraper.model import Found, Notice, Sighting
from agenda_scraper.normalise import normalise
from pages_of import page

PARIS = ZoneInfo("Europe/Paris")
SOURCE = Source("asso", "Asso", "https://a.example/agenda", "auto", country="FR")


def read(**fields: str) -> Sighting:
    found = {name: (Found(text, f"the {name}"),) for name, text in {"title": "Réunion publique", **fields}.items()}
    sighting = normalise(Notice("asso", "https://a.example/1", found), SOURCE, reference=date(2026, 11, 23))
    assert isinstance(sighting, Sighting), sighting
    return sighting


@pytest.mark.parametrize(
    "told",
    [
        {"start": "2027-01-12T18:30:00+01:00", "when": "mardi 12 janvier 2027 à 20h"},
        {"start": "2027-01-12T18:30:00+01:00", "when": "mercredi 13 janvier 2027 à 18h30"},
        {"start": "2027-01-12T18:30:00+01:00", "other_start": "2027-01-12T20:00:00+01:00"},
        {"start": "2027-01-12", "other_start": "2027-01-13"},
    ],
)
def test_two_dates_are_kept_and_told_and_the_machine_is_believed(told):
    sighting = read(**told)
    assert sighting.facts.when.start in (datetime(2027, 1, 12, 18, 30, tzinfo=PARIS), date(2027, 1, 12))
    (warning,) = sighting.warnings
    assert all(f"the {name}" in warning for name in told)
    (kept,) = [each for each in sighting.evidence if each.field == "other_start"]
    assert kept.raw == next(text for name, text in told.items() if name != "start")


@pytest.mark.parametrize("other", ["when", "other_start"])
def test_a_time_is_believed_over_its_day_alone(other):
    said = {"when": "12 janvier 2027 de 18h30 à 20h", "other_start": "2027-01-12T18:30:00+01:00"}[other]
    sighting = read(start="2027-01-12", **{other: said})
    assert sighting.facts.when.start == datetime(2027, 1, 12, 18, 30, tzinfo=PARIS)
    assert sighting.warnings == ()
    assert next(each for each in sighting.evidence if each.field == "when").where == f"the {other}"


def test_a_whole_day_that_is_called_one_keeps_no_hour():
    assert read(start="2027-01-12", all_day="true", when="12 janvier 2027 à 18h30").facts.when.start == date(
        2027, 1, 12
    )


def test_a_wall_clock_written_as_utc_gives_way_to_what_people_are_shown():
    sighting = read(start="2027-01-12T18:30:00Z", end="2027-01-12T20:00:00Z", when="mardi 12 janvier 2027 à 18h30")
    assert sighting.facts.when.start == datetime(2027, 1, 12, 18, 30, tzinfo=PARIS)
    assert sighting.facts.when.end == datetime(2027, 1, 12, 20, 0, tzinfo=PARIS)
    assert "the start" in sighting.warnings[0]


@pytest.mark.parametrize(
    "told",
    [
        {"start": "2027-01-12T18:30:00+01:00", "when": "12 janvier 2027"},
        {"start": "2027-01-12T17:30:00Z", "when": "mardi 12 janvier 2027 à 18h30"},
        {"start": "2027-01-12T18:30:00+01:00", "when": "les 12 et 14 janvier 2027 à 18h30"},
        {"start": "2027-01-13", "when": "du 12 au 14 janvier 2027"},
        {"start": "2027-01-12T18:30:00+01:00", "when": "voir le programme"},
    ],
)
def test_what_can_both_be_so_is_no_disagreement(told):
    assert read(**told).warnings == ()


def test_a_maintainers_date_stands_and_the_machines_is_told():
    sighting = read(when="mardi 12 janvier 2027 à 20h", other_start="2027-01-12T18:30:00+01:00")
    assert sighting.facts.when.start == datetime(2027, 1, 12, 20, 0, tzinfo=PARIS)
    assert "18:30" in sighting.warnings[0]


@given(st.integers(0, 3_000_000))
def test_the_same_moment_on_other_clocks_is_no_disagreement(minutes):
    here = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert read(start=here.isoformat(), other_start=here.astimezone(PARIS).isoformat()).warnings == ()


JSONLD = (
    '<script type="application/ld+json">'
    '{"@type": "Event", "name": "Réunion", "startDate": "2027-01-12T18:30:00+01:00"}</script>'
)
MICRODATA = (
    '<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Réunion</b>'
    '<time itemprop="startDate" datetime="2027-01-12T20:00:00+01:00">20 h</time></div>'
)


def test_another_vocabulary_of_the_page_is_heard():
    (notice,) = extract(page(f"<html><body>{JSONLD}{MICRODATA}</body></html>"), SOURCE).notices
    assert [each.where for each in notice.fields["other_start"]] == ["microdata 1.startDate"]


def test_what_the_page_of_one_event_shows_is_heard():
    shown = "<main><h1>Réunion</h1><p>Mis à jour le 3 janvier 2027 à 9h</p><p>Mardi 12 janvier 2027 à 20h</p></main>"
    (notice,) = extract(page(f"<html><body>{JSONLD}{shown}</body></html>"), SOURCE).notices
    assert notice.text("when") == "Mardi 12 janvier 2027 à 20h"


def test_the_list_and_the_page_of_a_notice_are_both_heard():
    listed, own = (
        Notice("asso", f"https://a.example/{name}", {"start": (Found(f"2027-01-{day}", name),)})
        for name, day in (("list", "12"), ("own", "13"))
    )
    fields = completed(listed, own).fields
    assert [fields[name][0].where for name in ("start", "other_start")] == ["own", "list"]
    assert [completed(listed, own, wins=()).fields[name][0].where for name in ("start", "other_start")] == [
        "list",
        "own",
    ]


@pytest.mark.parametrize("less", ["2027-01-12T17:30:00", "2027-01-12"])
def test_the_same_without_its_zone_or_its_hour_says_nothing_else(less):
    more, same = (Notice("asso", "https://a.example", {"start": (Found(text, text),)}) for text in (f"{less}Z", less))
    assert "other_start" not in completed(same, more).fields
    assert "other_start" in completed(more, same).fields
