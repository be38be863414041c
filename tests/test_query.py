"""A question in an address and back: what is written is what is asked, and nothing is silently dropped."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda_scraper.cli.asking import events
from agenda_scraper.config.options import FEED
from agenda_scraper.errors import AgendaError
from agenda_scraper.publish import FORMATS
from agenda_scraper.query import Query, asked_by, parameters

WORDS = st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=60).map(str.strip).filter(bool)
WORDED = WORDS.filter(lambda text: any(map(str.isalnum, text)))
QUERIES = st.builds(
    Query,
    text=st.none() | WORDED,
    **dict.fromkeys(("region", "city", "theme", "organiser", "near", "source"), st.none() | WORDS),
    within=st.none() | st.integers(1, 20_000),
    online=st.none() | st.booleans(),
    cancelled=st.none() | st.booleans(),
    free=st.none() | st.booleans(),
    since=st.none() | st.dates(date(1970, 1, 1)),
    until=st.none() | st.dates(date(1970, 1, 1)),
)


@given(QUERIES)
def test_an_address_asks_what_was_meant(query):
    assert asked_by(parse_qsl(parameters(query))) == query


def test_an_address_is_readable():
    query = Query(region="Hauts-de-France", online=False, since=date(2026, 11, 18))
    assert parameters(query) == "region=Hauts-de-France&online=no&from=2026-11-18"


def test_an_empty_field_of_a_form_asks_nothing():
    assert asked_by([("region", ""), ("theme", "  "), ("online", "")]) == Query()


@pytest.mark.parametrize(
    ("name", "value", "fix"),
    [
        ("regoin", "Bretagne", "did you mean 'region'?"),
        ("x", "1", "known are text, region"),
        ("online", "maybe", "online=yes"),
        ("from", "18/11/2026", "2026-11-18"),
        ("within", "far", "kilometres"),
        ("text", "!?", "beginnings of words"),
        ("within", "0", "kilometres"),
        ("within", "٣", "kilometres"),
    ],
)
def test_what_cannot_be_asked_says_so(name, value, fix):
    with pytest.raises(AgendaError, match=name) as error:
        asked_by([(name, value)])
    assert fix in error.value.fix


def test_the_command_line_and_a_feed_ask_all_that_an_address_does():
    asked = {field.name for field in fields(Query)} - {"spot"}
    assert {option.name for option in FEED} - {"title"} == asked
    params = {param.name: param for param in events.params}
    assert params.keys() - {"now", "format_"} == asked
    assert set(params["format_"].type.choices) == {"table", *FORMATS}
