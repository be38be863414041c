"""The short way of the solver reads what the whole way reads, trace and all."""

import json
from datetime import date
from pathlib import Path

import pytest

from agenda_scraper.model import Context
from agenda_scraper.when import read_when, solver

LABELLED = [json.loads(line) for line in (Path(__file__).parent / "notices.jsonl").read_text("utf-8").splitlines()]
SPOKEN = [
    ("fr", "mardi 12 janvier 2027 de 18h à 20h30"),
    ("fr", "du 3 au 5 février 2027"),
    ("fr", "le 12 janvier 2027 à 00h00"),
    ("fr", "12/01/2027 01:00"),
    ("en", "Tuesday, January 12, 2027, 6-8:30pm"),
    ("de", "Dienstag, 12. Januar 2027, ab 18 Uhr"),
    ("fr", "jusqu’au 5 mars"),
    ("fr", "lundi 12 janvier 2027"),  # a Tuesday
]


def readings(text, language):
    """What the lines of a text and its whole are read as."""
    context = Context(language, date(2026, 11, 23), "Europe/Paris", "FR", None)
    return [read_when(piece, context) for piece in (text, *text.split("\n"))]


def test_the_short_way_agrees_with_the_whole_way(monkeypatch):
    texts = [(each["text"], each.get("lang", "fr")) for each in LABELLED[:300]] + [(text, tag) for tag, text in SPOKEN]
    short = [readings(text, tag) for text, tag in texts]
    monkeypatch.setattr(solver, "direct", lambda layout, where: None)
    assert [readings(text, tag) for text, tag in texts] == short


@pytest.mark.parametrize("tag", ["no", "nb", "sv"])
def test_a_language_without_words_here_is_read_by_its_single_dates(tag):
    context = Context(tag, date(2026, 11, 23), "Europe/Oslo", "NO", None)
    assert read_when("12 mars 2027", context).start == date(2027, 3, 12)
