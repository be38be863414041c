"""The labelled notices, hundreds in eight languages: the shares told rightly, which may only rise."""

import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from agenda_scraper.about import classify
from agenda_scraper.about.kinds import TYPES
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.model import Context

pytestmark = pytest.mark.slow

LINES = (Path(__file__).parent / "notices.jsonl").read_text(encoding="utf-8").splitlines()
ROWS = [json.loads(line) for line in LINES]


@cache
def told():
    """What is thought of each row."""
    contexts = (Context(row["lang"], date.fromisoformat(row["reference_date"]), row["tz"]) for row in ROWS)
    return [
        classify(read_prose(row["text"]).text("title"), row["text"], context)
        for row, context in zip(ROWS, contexts, strict=True)
    ]


def ours():
    """The labels of those about taking part, each beside what is thought of it."""
    both = zip(ROWS, told(), strict=True)
    return [(row.get("about") or row["expected"], about) for row, about in both if row["is_participatory"]]


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_the_labels_are_of_every_language_and_a_third_of_them_look_alikes():
    assert len(ROWS) >= 800
    assert min(Counter(row["lang"] for row in ROWS).values()) >= 50
    assert 0.3 <= share([not row["is_participatory"] for row in ROWS]) <= 0.4
    assert {label["type"] for label, _ in ours()} == set(TYPES)


def test_relevance_is_told():
    pairs = [(about.relevance >= 0.5, row["is_participatory"]) for row, about in zip(ROWS, told(), strict=True)]
    assert share([true for said, true in pairs if said]) >= 0.99
    assert share([said for said, true in pairs if true]) >= 0.985


def test_events_kinds_audiences_and_languages_are_told():
    both = list(zip(ROWS, told(), strict=True))
    assert share([about.is_event == row["is_event"] for row, about in both]) >= 0.98
    assert share([about.language in (row["lang"], None) for row, about in both]) >= 0.98
    assert share([about.type == label["type"] for label, about in ours()]) >= 0.97
    assert share([about.audience == label["audience"] for label, about in ours()]) >= 0.97


def test_most_labelled_themes_are_told():
    labelled = [(set(label["themes"]), set(about.themes)) for label, about in ours() if "themes" in label]
    assert sum(len(want & found) for want, found in labelled) / sum(len(want) for want, _ in labelled) >= 0.9
