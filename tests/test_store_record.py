"""Types to JSON and back, nothing lost."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda_scraper.model import (
    Contact,
    Evidence,
    Extraction,
    Facts,
    Found,
    Mode,
    Notice,
    Organiser,
    Place,
    Role,
    Sighting,
    Status,
    When,
    Witness,
)
from agenda_scraper.store.record import fingerprint, from_json, to_json
from store_world import PARIS, seen

# Any text at all, lone surrogates included: broken JSON of a site holds them.
ANY = st.text(st.characters(), max_size=8)
MAYBE = st.none() | ANY
ZONES = st.sampled_from([PARIS, ZoneInfo("America/Guadeloupe"), UTC, timezone(timedelta(hours=5, minutes=45))])
# Moments as clocks show them: an hour that a spring night skips is on no clock.
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SINCE = st.timedeltas(timedelta(days=-350_000), timedelta(days=2_500_000))
HOURS = st.builds(lambda since, zone: (EPOCH + since).astimezone(zone), SINCE, ZONES)
MOMENTS = st.dates() | HOURS
NUMBERS = st.none() | st.floats(allow_nan=False)


def some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


WHENS = st.builds(
    When,
    st.none() | MOMENTS,
    st.none() | MOMENTS,
    timezone=ANY,
    occurrences=some(st.tuples(MOMENTS, st.none() | MOMENTS)),
    rrule=MAYBE,
    status=st.none() | st.sampled_from(Status),
    previous_start=st.none() | MOMENTS,
    approx=st.booleans(),
    trace=some(ANY),
)
PLACES = st.builds(Place, MAYBE, MAYBE, city=MAYBE, latitude=NUMBERS, confidence=st.floats(0, 1))
FACTS = st.builds(
    Facts,
    ANY,
    WHENS,
    place=st.none() | PLACES,
    mode=st.sampled_from(Mode),
    status=st.sampled_from(Status),
    organisers=some(st.builds(Organiser, ANY, st.sampled_from(Role), MAYBE)),
    contacts=some(st.builds(Contact, MAYBE, MAYBE)),
    url=ANY,
    deadline=st.none() | MOMENTS,
    summary=MAYBE,
    themes=some(ANY),
    free=st.none() | st.booleans(),
    relevance=NUMBERS,
    published_at=st.none() | MOMENTS,
)
SIGHTINGS = st.builds(Sighting, ANY, ANY, FACTS, ANY, some(st.builds(Evidence, ANY, ANY, ANY, ANY, ANY)), some(ANY))
NOTICES = st.builds(Notice, ANY, ANY, st.dictionaries(ANY, some(st.builds(Found, ANY, ANY, ANY)), max_size=3))
EXTRACTIONS = st.builds(
    Extraction, some(NOTICES), MAYBE, some(MAYBE), st.dictionaries(ANY, st.integers(), max_size=2), st.booleans()
)


def same(one, other):
    """Equal, and written alike: equality passes over traces and zones."""
    return one == other and repr(one) == repr(other)


@settings(max_examples=60)
@given(SIGHTINGS)
def test_a_sighting_comes_back_whole(sighting):
    assert same(from_json(to_json(sighting, Sighting), Sighting), sighting)


@settings(max_examples=60)
@given(EXTRACTIONS)
def test_an_extraction_comes_back_whole(extraction):
    assert same(from_json(to_json(extraction, Extraction), Extraction), extraction)


@given(FACTS)
def test_the_text_is_one_a_database_takes(facts):
    text = to_json(facts, Facts)
    assert "\0" not in text
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_stays_the_one_meant(fold):
    moment = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS, fold=fold)
    back = from_json(to_json(Facts("x", When(moment)), Facts), Facts).when.start
    assert back.utcoffset() == moment.utcoffset() and back.tzinfo is PARIS


def test_a_day_is_no_midnight_and_a_zone_is_kept():
    record = json.loads(to_json(When(date(2026, 11, 18), datetime(2026, 11, 19, 9, tzinfo=PARIS)), When))
    assert record == {"start": "2026-11-18", "end": "2026-11-19T09:00:00+01:00[Europe/Paris]"}


def test_a_default_takes_no_room_and_a_field_of_tomorrow_is_passed_over():
    assert json.loads(to_json(Place(city="Tours"), Place)) == {"city": "Tours"}
    assert from_json('{"city":"Tours","altitude":40}', Place) == Place(city="Tours")
    assert from_json("[]", tuple[Witness, ...]) == ()


def test_false_is_not_forgotten_where_nothing_is_known():
    facts = Facts("x", When(None), free=False)
    assert from_json(to_json(facts, Facts), Facts).free is False


def test_a_fingerprint_follows_the_text():
    record = to_json(seen(1), Sighting)
    assert fingerprint(record) == fingerprint(to_json(seen(1), Sighting)) != fingerprint(record + " ")
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
