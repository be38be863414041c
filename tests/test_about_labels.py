"""The labelled notices, hundreds in eight languages: the shares told rightly, which may only rise."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

from agenda_scraper.about import classify
from agenda_scraper.about.kinds import TYPES
from agenda_scraper.extract.prose import read_prose
from agenda_scraper.model import Context

LINES = (Path(__file__).parent / "notices.jsonl").read_text(encoding="utf-8").splitlines()
ROWS = [json.loads(line) for line in LINES]
TOLD = [
    classify(
        read_prose(row["text"]).text("title"),
        row["text"],
        Context(row["lang"], date.fromisoformat(row["reference_date"]), row["tz"]),
    )
    for row in ROWS
]
OURS = [
    (row.get("about") or row["expected"], about)
    for row, about in zip(ROWS, TOLD, strict=True)
    if row["is_participatory"]
]


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_the_labels_are_of_every_language_and_a_third_of_them_look_alikes():
    assert len(ROWS) >= 800
    assert min(Counter(row["lang"] for row in ROWS).values()) >= 50
    assert 0.3 <= share([not row["is_participatory"] for row in ROWS]) <= 0.4
    assert {label["type"] for label, _ in OURS} == set(TYPES)


def test_relevance_is_told():
    pairs = [(about.relevance >= 0.5, row["is_participatory"]) for row, about in zip(ROWS, TOLD, strict=True)]
    assert share([true for said, true in pairs if said]) >= 0.99
    assert share([said for said, true in pairs if true]) >= 0.985


def test_events_kinds_audiences_and_languages_are_told():
    both = list(zip(ROWS, TOLD, strict=True))
    assert share([about.is_event == row["is_event"] for row, about in both]) >= 0.98
    assert share([about.language in (row["lang"], None) for row, about in both]) >= 0.98
    assert share([about.type == label["type"] for label, about in OURS]) >= 0.97
    assert share([about.audience == label["audience"] for label, about in OURS]) >= 0.97


def test_most_labelled_themes_are_told():
    labelled = [(set(label["themes"]), set(about.themes)) for label, about in OURS if "themes" in label]
    assert sum(len(want & told) for want, told in labelled) / sum(len(want) for want, _ in labelled) >= 0.9
