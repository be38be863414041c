"""The short way of the solver reads what the whole way reads, trace and all."""

import json
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from agenda_scraper.model import Context
from agenda_scraper.when import read_when
from agenda_scraper.when.direct import direct
from agenda_scraper.when.shapes import plain
from agenda_scraper.when.solver import _solved as short_way
from agenda_scraper.when.solver import laid_out, whole_way

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


def layouts(text, language):
    """The lines of a text and its whole, each as the solver lays it out; plain text, as `solve` makes it."""
    context = Context(language, date(2026, 11, 23), "Europe/Paris", "FR", None)
    for piece in map(plain, (text, *text.split("\n"))):
        yield laid_out(piece, context, language), piece, context


@pytest.mark.slow
def test_the_short_way_agrees_with_the_whole_way():
    texts = [(each["text"], each.get("lang", "fr")) for each in LABELLED[:300]] + [(text, tag) for tag, text in SPOKEN]
    gone = 0
    for text, tag in texts:
        for layout, piece, context in layouts(text, tag):
            where = ZoneInfo(context.timezone)
            if direct(layout, where) is not None:
                gone += 1
                assert short_way(layout, piece, context, None) == whole_way(layout, piece, context, None), piece
    assert gone > 100


@pytest.mark.parametrize("tag", ["no", "nb", "sv"])
def test_a_language_without_words_here_is_read_by_its_single_dates(tag):
    context = Context(tag, date(2026, 11, 23), "Europe/Oslo", "NO", None)
    assert read_when("12 mars 2027", context).start == date(2027, 3, 12)
