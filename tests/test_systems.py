"""Every known system over pages in its shape: by its name, and by its address alone where the page shows what it is."""

import json
from pathlib import Path

import pytest

from agenda_scraper.agenda import Source
from agenda_scraper.config import load
from agenda_scraper.config.presets import system_names
from agenda_scraper.config.systems import read_system, resolved
from agenda_scraper.recording import expected_of
from replaying import replayed

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "systems"
SOURCES = load(FOLDER / "sources.yaml", environ={"SYSTEM_KEY": "k3y"}).sources
# What tells the rest of a source apart from its system: its address and its keys.
SHOWN = [source for source in SOURCES if read_system(source.options["system"]).marks]


def unnamed(source):
    """The same source as one writes it who does not know what the site runs on."""
    options = {name: value for name, value in source.options.items() if name != "system"}
    known = ("language", "timezone", "country", "region", "secrets")
    given = {name: getattr(source, name) for name in known}
    return resolved(Source(source.id, source.name, source.url, "auto", options=options, **given))


# What we think of an event, which no system says; it has tests of its own.
OURS = ("relevance", "type", "themes", "audience", "language")


def events_of(trial):
    assert trial.gathered.error is None
    return said(json.loads(expected_of(trial)))


def said(told):
    """What a recording expects, without what is our own thought."""
    events = [{name: value for name, value in event.items() if name not in OURS} for event in told["events"]]
    return {**told, "events": events}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_a_system_gives_what_its_pages_say(source):
    want = said(json.loads((FOLDER / source.id / "expected.json").read_text("utf-8")))
    mend = f"if the new reading is right: agenda-scraper --sources tests/systems/sources.yaml record {source.id} --replay tests/systems …"
    assert want["events"], "a fixture without events shows nothing"
    assert events_of(replayed(source, FOLDER)) == want, mend


@pytest.mark.parametrize("source", SHOWN, ids=lambda source: source.id)
def test_a_site_shows_its_system(source):
    named, found = (events_of(replayed(each, FOLDER))["events"] for each in (source, unnamed(source)))
    assert found == named, "what is known of a system holds however it became known"


def test_every_system_has_its_pages():
    assert {source.options["system"] for source in SOURCES} == set(system_names())


@pytest.mark.parametrize("name", system_names())
def test_a_system_is_read_without_fault(name):
    system = read_system(name)
    assert system.title
    assert system.channels
    assert all(
        urls.startswith(("{site}", "{url}", "{page}", "{linked}", "https://"))
        for channel in system.channels
        for urls in channel.urls
    )
