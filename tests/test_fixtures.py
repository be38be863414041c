"""The shipped sources.yaml over the recorded pages: what users run is what is tested."""

import json
import os
from pathlib import Path

import pytest

from agenda_scraper.config import load
from agenda_scraper.recording import expected_of
from replaying import replayed

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
AGENDA = load(ROOT / "sources.yaml", environ=os.environ)
RECORDED = [source for source in AGENDA.sources if (FIXTURES / source.id).is_dir()]


@pytest.mark.parametrize("source", RECORDED, ids=lambda source: source.id)
def test_a_recorded_source_gives_what_is_expected(source):
    trial = replayed(source, FIXTURES)
    assert trial.gathered.error is None
    want = (FIXTURES / source.id / "expected.json").read_text("utf-8")
    mend = f"if the new reading is right: agenda-scraper record {source.id} --replay fixtures"
    assert json.loads(expected_of(trial)) == json.loads(want), mend


@pytest.mark.parametrize("source", AGENDA.sources, ids=lambda source: source.id)
def test_a_source_without_recording_says_that_nobody_tried_it(source):
    mend = f"agenda-scraper record {source.id}, or `verified: never`"
    assert source in RECORDED or source.verified is None, mend


def test_every_recording_has_its_source():
    assert {folder.name for folder in FIXTURES.iterdir()} == {source.id for source in RECORDED}


def test_enough_is_shipped_and_recorded():
    assert len(AGENDA.sources) >= 15
    assert len(RECORDED) >= 10
    assert AGENDA.warnings == ()
